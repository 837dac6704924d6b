// The one result type: named, typed columns. Every analysis returns a Table, and every way out (terminal,
// CSV, JSON Lines, report, C API) prints the same columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sahafa {

/// The cells of a text column: one block of bytes and the offsets of its cells, which is how programs of other
/// languages take a column without a copy (Arrow's large UTF-8 layout).
class Texts {
 public:
  std::size_t size() const { return offsets_.size() - 1; }
  std::string_view operator[](std::size_t row) const {
    return std::string_view(bytes_).substr(static_cast<std::size_t>(offsets_[row]),
                                           static_cast<std::size_t>(offsets_[row + 1] - offsets_[row]));
  }
  void push_back(std::string_view cell) {
    bytes_ += cell;
    offsets_.push_back(static_cast<std::int64_t>(bytes_.size()));
  }
  /// The cells in turn, as string_views.
  auto cells() const {
    return std::views::iota(std::size_t{0}, size()) |
           std::views::transform([this](std::size_t row) { return (*this)[row]; });
  }
  /// A cell without text, as the containers of the other types add one.
  void emplace_back() { push_back({}); }

  std::string_view bytes() const { return bytes_; }
  /// One more than there are cells; cell i is bytes [offsets[i], offsets[i + 1]).
  std::span<const std::int64_t> offsets() const { return offsets_; }

 private:
  std::string bytes_;
  std::vector<std::int64_t> offsets_{0};
};

/// A column of one type. `valid` is empty when every value is there, else one entry a row (0: no value).
struct Column {
  using Values = std::variant<Texts, std::vector<std::int64_t>, std::vector<double>>;

  std::string name;
  Values values;
  std::vector<std::uint8_t> valid;
  /// For the terminal: cells end at one edge and lose their beginning when they are too long, as the left context of a
  /// concordance does.
  bool align_end = false;

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

/// One row of a table, with its notes.
Table take_row(const Table& table, std::size_t row);

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
  template <class Cells, class Value>
  void append(Value value);
  Column& next();

  Table table_;
  std::size_t at_ = 0;
};

/// One row of numbers, each under its name.
Table make_row(std::span<const std::pair<std::string_view, std::int64_t>> counts);

}  // namespace sahafa
