#pragma once
// From a struct back to a tree, by the struct's own field list: defaults, documentation, dumps.

#include "sim/core/fields.h"
#include "sim/scenario/document.h"
#include "sim/scenario/reader.h"

namespace twinaxis::scenario {

/// Writes every field in SI with the shortest digits that read back to the same bits. Optional
/// fields that are not set, and amounts without a bound (infinite), are left out.
class ValueWriter final : public FieldVisitor {
 public:
  explicit ValueWriter(UnitOfPoint unit_of);
  void amounts_of(std::string_view point) override;
  Node take() { return std::move(open_.front().node); }

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
  bool has_optional(const FieldInfo&, bool is_set) override { return is_set; }

  struct Open {
    Node node;
    std::string name;  ///< in its parent
    std::optional<std::string> unit;
  };
  void open(const FieldInfo& info, Node::Kind kind, const std::string& tag = "");
  void put(std::string name, Node node);
  void scalar(const FieldInfo& info, std::string text);

  UnitOfPoint unit_of_;
  std::vector<Open> open_;
};

template <HasFields T>
Node to_node(T value, UnitOfPoint unit_of = {}) {
  ValueWriter writer(std::move(unit_of));
  fields(writer, value);
  return writer.take();
}

}  // namespace twinaxis::scenario
