#include "analysis/selection_query.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace sahafa {

Query field_query(std::string_view field, std::span<const std::string_view> values,
                  const Codebook& codebook) {
  std::string text;
  for (const std::string_view value : values) {
    std::string bare(value);
    std::erase(bare, '"');  // in quotes a value may have blanks
    text += fmt::format("{}\"{}\"", text.empty() ? fmt::format("{}:", field) : ",", bare);
  }
  return Query::parse(text, codebook);
}

std::optional<Query> selection_query(const Options& options, const Codebook& codebook) {
  std::optional<Query> all;
  const auto add = [&all](Query query) { all = all ? std::move(*all) & std::move(query) : std::move(query); };
  for (const OptionSpec& spec : kQueryOptions) {
    if (!options.has(spec.name) || options.get(spec.name) == "*") continue;
    add(spec.name == "where" ? Query::parse(options.get(spec.name), codebook)
                             : field_query(spec.name, options.get_list(spec.name), codebook));
  }
  return all;
}

}  // namespace sahafa
