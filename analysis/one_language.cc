#include "analysis/one_language.h"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {

Group one_language(std::span<const Selected> selection, std::string_view copies) {
  std::vector<Group> groups = make_groups(selection, "none", copy_counting_from_string(copies));
  if (groups.size() == 1) return std::move(groups.front());
  if (groups.empty()) throw Error(ErrorCode::usage, "no article is selected");
  std::string langs;
  for (const Group& group : groups) langs += (langs.empty() ? "" : ", ") + group.lang;
  throw Error(
      ErrorCode::usage,
      fmt::format("the articles are in {}, whose words cannot be counted together; choose one with --lang",
                  langs));
}

}  // namespace sahafa
