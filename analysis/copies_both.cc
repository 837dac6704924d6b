#include "analysis/copies_both.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sahafa {
namespace {

using Keys = std::initializer_list<std::string_view>;

bool is_key(const Column& column, Keys keys) { return std::ranges::find(keys, column.name) != keys.end(); }

std::string key_of(const Table& table, std::size_t row, Keys keys) {
  std::string key;
  for (const std::string_view name : keys) {
    key += std::get<Texts>(table.get(name).values)[row];
    key += '\0';
  }
  return key;
}

// Where each row of the joined table comes from.
struct Join {
  std::vector<std::optional<std::size_t>> once;
  std::vector<std::optional<std::size_t>> all;
};

Join join_rows(const Table& once, const Table& all, Keys keys) {
  std::unordered_map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < all.rows(); ++row) rows.emplace(key_of(all, row, keys), row);
  Join join;
  for (std::size_t row = 0; row < once.rows(); ++row) {
    const auto found = rows.find(key_of(once, row, keys));
    join.once.emplace_back(row);
    join.all.push_back(found == rows.end() ? std::nullopt : std::optional(found->second));
    if (found != rows.end()) rows.erase(found);
  }
  std::vector<std::size_t> others;
  for (const auto& [key, row] : rows) others.push_back(row);
  std::ranges::sort(others);
  for (const std::size_t row : others) {
    join.once.emplace_back();
    join.all.emplace_back(row);
  }
  return join;
}

Column take(const Column& column, const std::vector<std::optional<std::size_t>>& rows) {
  Column taken{column.name, {}, {}};
  std::visit(
      [&](const auto& cells) {
        std::decay_t<decltype(cells)> values;
        for (const auto& row : rows) {
          if (row) {
            values.push_back(cells[*row]);
          } else {
            values.emplace_back();
          }
          taken.valid.push_back(row && column.is_valid(*row) ? 1 : 0);
        }
        taken.values = std::move(values);
      },
      column.values);
  if (std::ranges::find(taken.valid, 0) == taken.valid.end()) taken.valid.clear();
  return taken;
}

void fill_keys(Column& column, const Column& other, const Join& join) {
  const Texts& cells = std::get<Texts>(column.values);
  const Texts& others = std::get<Texts>(other.values);
  Texts filled;
  for (std::size_t row = 0; row < cells.size(); ++row)
    filled.push_back(join.once[row] ? cells[row] : others[*join.all[row]]);
  column.values = std::move(filled);
  column.valid.clear();
}

bool has_column(const Table& table, std::string_view name) {
  return std::ranges::find(table.columns, name, &Column::name) != table.columns.end();
}

Column verdicts(const Table& joined) {
  constexpr double kLevel = 0.05;
  const auto& q = std::get<std::vector<double>>(joined.get("q").values);
  const auto& q_all = std::get<std::vector<double>>(joined.get("q_all").values);
  const std::string score = has_column(joined, "g2") ? "g2" : "difference";
  const auto& once = std::get<std::vector<double>>(joined.get(score).values);
  const auto& all = std::get<std::vector<double>>(joined.get(score + "_all").values);
  Texts cells;
  for (std::size_t row = 0; row < joined.rows(); ++row) {
    const bool known = joined.get("q").is_valid(row) && joined.get("q_all").is_valid(row);
    const bool sign = once[row] * all[row] < 0.0;
    const bool level = (q[row] < kLevel) != (q_all[row] < kLevel);
    cells.push_back(!known ? "only in one" : (sign ? "sign differs" : (level ? "differs at 0.05" : "same")));
  }
  return {"verdict", std::move(cells), {}};
}

}  // namespace

Options options_of_evidence(const Options& options) {
  return options.get("copies") == "both" ? options.with("copies", "all") : options;
}

Table count_both_ways(const Context& context, const Options& options, Keys keys,
                      Table (*run)(const Context& context, const Options& options)) {
  if (options.get("copies") != "both") return run(context, options);
  Table once = run(context, options.with("copies", "once"));
  const Table all = run(context, options.with("copies", "all"));
  const Join join = join_rows(once, all, keys);
  Table joined;
  for (const Column& column : once.columns) {
    joined.columns.push_back(take(column, join.once));
    if (is_key(column, keys)) fill_keys(joined.columns.back(), all.get(column.name), join);
  }
  for (const Column& column : all.columns) {
    if (is_key(column, keys)) continue;
    joined.columns.push_back(take(column, join.all));
    joined.columns.back().name += "_all";
  }
  if (has_column(joined, "q") && (has_column(joined, "g2") || has_column(joined, "difference")))
    joined.columns.push_back(verdicts(joined));
  joined.notes = std::move(once.notes);
  joined.notes.emplace_back("columns NAME_all: every copy counted; the others: a text once in a group");
  return joined;
}

}  // namespace sahafa
