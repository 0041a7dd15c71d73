// Every golden target within its tolerance, and docs/validation.md about the same targets.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "tests/golden/golden.h"
#include "tests/golden/page.h"

namespace twinaxis::golden {
namespace {

class GoldenTarget : public testing::Test {
 public:
  explicit GoldenTarget(const Target& target) : target_(target) {}
  void TestBody() override {
    EXPECT_NEAR(target_.obtained(), target_.expected, target_.absolute_tolerance)
        << target_.id << ", " << target_.input << ": " << target_.quantity << " in " << target_.unit
        << "\n"
        << target_.kind << ": " << target_.source;
  }

 private:
  const Target& target_;
};

const std::vector<Target>& targets() {
  static const std::vector<Target> all = all_targets();
  return all;
}

/// Letters, digits and single underscores: all that GoogleTest allows in a name.
std::string sanitised(const std::string& text) {
  std::string name;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
    else if (!name.empty() && name.back() != '_') name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

/// One test per target, "GoldenTarget.Blast_B05_Ps"; a second of the same name ends in "_2".
void register_tests() {
  std::map<std::string, int> used;
  for (const Target& target : targets()) {
    std::string name = sanitised(target.model + " " + target.id + " " + target.quantity);
    const int count = ++used[name];
    if (count > 1) name += "_" + std::to_string(count);
    testing::RegisterTest("GoldenTarget", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [&target] { return new GoldenTarget(target); });
  }
}

TEST(ValidationPage, ShowsEveryTargetWithItsExpectedValueAndNoOther) {
  std::ifstream file(TWINAXIS_SOURCE_DIR "/docs/validation.md");
  ASSERT_TRUE(file) << "write it with: golden_tests --write docs/validation.md";
  std::ostringstream page;
  page << file.rdbuf();
  const std::vector<std::string> rows = page_rows(page.str());
  EXPECT_EQ(rows.size(), targets().size());
  for (const Target& t : targets()) {
    const auto is_about_it = [head = row_head(t)](const std::string& row) {
      return row.starts_with(head);
    };
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), is_about_it))
        << "stale; run golden_tests --write docs/validation.md: no row " << row_head(t);
  }
}

int write_page(const char* path) {
  std::ofstream file(path);
  file << validation_page(targets());
  file.close();
  if (file) return 0;
  std::cerr << path << ": cannot be written\n";
  return 1;
}

}  // namespace
}  // namespace twinaxis::golden

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc == 3 && std::strcmp(argv[1], "--write") == 0) {
    return twinaxis::golden::write_page(argv[2]);
  }
  twinaxis::golden::register_tests();
  return RUN_ALL_TESTS();
}
