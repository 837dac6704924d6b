#include "analysis/lexdiv.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "analysis/article_name.h"
#include "analysis/columns.h"
#include "analysis/grouping.h"
#include "analysis/selection.h"
#include "analysis/statistics/lexical_diversity.h"
#include "analysis/term_source.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 3>{{
        {"by", "FIELD", "article, or groups: outlet, lang, country, genre, month or none", "outlet", false},
        {"window", "N", "of mattr, in words", "50", false},
        kCopiesOption,
    }},
    kTermOptions);

void add_unit(std::string_view name, std::span<const std::uint32_t> words, std::size_t window,
              Columns& columns) {
  const TypeCounts counts = count_types(words);
  columns.texts("unit").push_back(name);
  columns.integers("tokens").push_back(static_cast<std::int64_t>(counts.words));
  columns.integers("types").push_back(static_cast<std::int64_t>(counts.types));
  columns.integers("hapax").push_back(static_cast<std::int64_t>(counts.once));
  columns.numbers("ttr").push_back(type_token_ratio(counts));
  columns.numbers("mattr").push_back(mattr(words, window));
  columns.numbers("mtld").push_back(mtld(words));
  columns.numbers("hdd").push_back(hdd(words));
  columns.numbers("yule_k").push_back(yule_k(counts));
  columns.numbers("guiraud").push_back(guiraud_r(counts));
  columns.numbers("cttr").push_back(carroll_cttr(counts));
  columns.numbers("herdan").push_back(herdan_c(counts));
}

void add_groups(const TermSource& source, const std::vector<Group>& groups, std::size_t window,
                Columns& columns) {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> buffer;
  for (const Group& group : groups) {
    words.clear();
    for (const Member& member : group.members) {
      const auto row = source.row(member.index, buffer);
      words.insert(words.end(), row.begin(), row.end());
    }
    if (!words.empty()) add_unit(group.name, words, window, columns);
  }
}

Table run(const Context& context, const Options& options) {
  const std::int64_t window = options.get_integer("window");
  if (window < 1) throw Error(ErrorCode::usage, "--window takes 1 or more");
  const CopyCounting copies = copy_counting_from_string(options.get("copies"));
  if (copies == CopyCounting::fraction) {
    throw Error(ErrorCode::usage, "lexdiv reads whole texts: --copies takes once or all");
  }
  const std::vector<Selected> selection = select_articles(context, options);
  const TermSource source = TermSource::open(context, selection, options);
  const std::string_view by = options.get("by");
  std::vector<Group> groups;
  if (by == "article") {
    for (std::size_t i = 0; i < selection.size(); ++i)
      groups.push_back({article_name(selection[i].article), selection[i].article.lang, {{i, 1.0}}});
  } else {
    groups = make_groups(selection, by, copies);
  }
  Columns columns;
  columns.texts("unit");
  add_groups(source, groups, static_cast<std::size_t>(window), columns);
  Table table = columns.finish();
  note_source(source, table);
  table.notes.push_back(
      fmt::format("mattr: window {}; mtld: threshold 0.72, both directions; hdd: 42 draws; yule_k: Yule "
                  "1944; copies of a text: {}",
                  window, options.get("copies")));
  table.notes.emplace_back(
      "diversity of French and Arabic is not comparable: Arabic writes clitics in one word");
  return table;
}

}  // namespace

constinit const Analysis kLexdiv = {.name = "lexdiv",
                                    .summary = "How varied the words of each article or group are",
                                    .example = "sahafa lexdiv cnss-corpus --by lang",
                                    .options = kOptions,
                                    .run = run};

}  // namespace sahafa
