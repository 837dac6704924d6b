#include "analysis/text_units.h"

#include "analysis/article_name.h"

namespace sahafa {

std::vector<Group> make_units(std::span<const Selected> selection, std::string_view by, CopyCounting copies) {
  if (by != "article") return make_groups(selection, by, copies);
  std::vector<Group> units;
  for (std::size_t i = 0; i < selection.size(); ++i)
    units.push_back({article_name(selection[i].article), selection[i].article.lang, {{i, 1.0}}});
  return units;
}

std::unordered_map<std::string, std::size_t> number_units(const Table& table) {
  const Texts& names = std::get<Texts>(table.get("unit").values);
  std::unordered_map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < names.size(); ++row) rows.emplace(names[row], row);
  return rows;
}

}  // namespace sahafa
