#include "analysis/list_repeated.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "analysis/selection.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<0>({});

struct RepeatedLine {
  std::string outlet;
  std::int64_t articles = 0;
  std::string_view edge;
  std::string line;
};

class Counter {
 public:
  void add(const std::string& outlet, std::string_view edge, std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      ++counts_[{outlet, edge, std::string(lines.substr(0, end))}];
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }

  // Those of an outlet together, the most frequent first.
  std::vector<RepeatedLine> lines() const {
    std::vector<RepeatedLine> result;
    for (const auto& [key, count] : counts_)
      result.push_back({std::get<0>(key), count, std::get<1>(key), std::get<2>(key)});
    std::ranges::stable_sort(result, [](const RepeatedLine& a, const RepeatedLine& b) {
      return std::tie(a.outlet, b.articles) < std::tie(b.outlet, a.articles);
    });
    return result;
  }

 private:
  std::map<std::tuple<std::string, std::string_view, std::string>, std::int64_t> counts_;
};

Table run(const Context& context, const Options& options) {
  std::map<ArticleId, std::string> outlets;
  for (const Selected& selected : select_articles(context, options))
    outlets.emplace(selected.article.id, selected.article.outlet);
  Counter counter;
  for (const TextCut& cut : context.corpus.catalogue().list_cuts()) {
    const auto outlet = outlets.find(cut.article);
    if (outlet == outlets.end()) continue;
    counter.add(outlet->second, "beginning", cut.head);
    counter.add(outlet->second, "end", cut.tail);
  }
  using enum TableBuilder::Type;
  TableBuilder table({{"outlet", text}, {"edge", text}, {"articles", integer}, {"line", text}});
  for (const RepeatedLine& each : counter.lines())
    table.add(each.outlet).add(each.edge).add(each.articles).add(each.line);
  return table.finish();
}

}  // namespace

constinit const Analysis kListRepeated = {
    .name = "repeated",
    .summary = "Lines taken from the texts because they repeat on the saved pages of their outlet",
    .example = "sahafa repeated cnss-corpus",
    .options = kOptions,
    .run = run};

}  // namespace sahafa
