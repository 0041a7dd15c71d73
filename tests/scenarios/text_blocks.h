#pragma once
// Code blocks of Markdown texts, and whether they hold.

#include <string>
#include <vector>

#include "tests/app/program.h"

namespace twinaxis::test {

struct Block {
  int line = 0;          ///< of its fence, counted from 1
  std::string language;  ///< "console", "yaml", ...
  std::string text;
};
/// Fenced blocks, with three backticks or more.
std::vector<Block> blocks_of(const std::string& markdown);

/// What is wrong with the blocks of a text, as "name:line: what". Lines of a console block that
/// begin with "$ " are commands; those of one text run in order in one folder, each must end with
/// 0. Passed over are ./demo and ./check, which run everything, and package managers. A yaml block
/// that is a whole scenario (it names its `use_case` or what it `extends`) must pass
/// `twinaxis check`; it lies in that folder, under the name that a comment in its first line gives.
std::vector<std::string> problems_of_blocks(const std::string& name, const std::string& markdown);

}  // namespace twinaxis::test
