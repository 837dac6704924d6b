// The one result type: named, typed columns. Every analysis returns a Table, and every way out (terminal,
// CSV, JSON Lines, report, C API) prints the same columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sahafa {

/// A column of one type. `valid` is empty when every value is there, else one entry a row (0: no value).
struct Column {
  using Values = std::variant<std::vector<std::string>, std::vector<std::int64_t>, std::vector<double>>;

  std::string name;
  Values values;
  std::vector<std::uint8_t> valid;

  std::size_t size() const;
  bool is_valid(std::size_t row) const { return valid.empty() || valid[row] != 0; }
};

/// Columns of equal length plus notes: what a reader of the numbers must know (formula id, seed, what was
/// counted).
struct Table {
  std::vector<Column> columns;
  std::vector<std::string> notes;

  std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
  /// Throws Error(usage) when there is none of this name.
  const Column& get(std::string_view name) const;
};

/// Builds a table row by row with a fixed set of columns. Cells are added from left to right.
class TableBuilder {
 public:
  enum class Type { text, integer, number };
  struct Spec {
    std::string_view name;
    Type type;
  };

  explicit TableBuilder(std::initializer_list<Spec> columns);
  TableBuilder& add(std::string_view value);
  TableBuilder& add(const char* value) { return add(std::string_view(value)); }
  TableBuilder& add(const std::string& value) { return add(std::string_view(value)); }
  TableBuilder& add(std::int64_t value);
  TableBuilder& add(std::size_t value) { return add(static_cast<std::int64_t>(value)); }
  TableBuilder& add(double value);
  /// A cell without value.
  TableBuilder& add_missing();
  void note(std::string text);
  /// The table; the builder is empty afterwards. Throws Error(usage) when the last row is not complete.
  Table finish();

 private:
  /// Throws Error(usage) when the column holds another type.
  template <class Value>
  void append(Value value);
  Column& next();

  Table table_;
  std::size_t at_ = 0;
};

}  // namespace sahafa
