#pragma once
// A JSON Schema from a struct's field list, for editors and for other tools.

#include <memory>
#include <string>

#include "sim/core/fields.h"

namespace twinaxis::scenario {

/// Describes fields, with the values that they have as defaults. A quantity is a string with its
/// unit; a tagged value, which JSON cannot write, is an object with the tag as its only key:
/// {"!bias": {...}}. Numbers, times and booleans may also be distributions.
class SchemaWriter final : public FieldVisitor {
 public:
  SchemaWriter();
  ~SchemaWriter() override;

  /// A pass over the fields describes one alternative of each variant; true while some are left.
  bool unfinished() const;
  void begin_pass();
  /// JSON text (draft 2020-12), indented.
  std::string text(const std::string& title) const;

 private:
  void number(const FieldInfo&, double&, std::string_view si_unit, Range) override;
  void amount(const FieldInfo&, double&, Amount) override;
  void duration(const FieldInfo&, Duration&, Range range_s) override;
  void integer(const FieldInfo&, int&, Range) override;
  void boolean(const FieldInfo&, bool&) override;
  void text(const FieldInfo&, std::string&) override;
  void bilingual(const FieldInfo&, Text&) override;
  void choice(const FieldInfo&, std::size_t& index, std::span<const std::string_view>) override;
  bool enter_map(const FieldInfo&) override;
  std::optional<std::size_t> enter_list(const FieldInfo&, std::size_t current_size) override;
  bool enter_dictionary(const FieldInfo&, std::vector<std::string>& keys) override;
  std::optional<std::size_t> enter_variant(const FieldInfo&, std::size_t current,
                                           std::span<const std::string_view> tags) override;
  void leave() override;
  bool has_optional(const FieldInfo&, bool) override { return true; }

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

template <HasFields T>
std::string json_schema(const std::string& title) {
  SchemaWriter writer;
  while (writer.unfinished()) {
    T value{};
    writer.begin_pass();
    fields(writer, value);
  }
  return writer.text(title);
}

}  // namespace twinaxis::scenario
