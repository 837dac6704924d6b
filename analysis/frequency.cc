#include "analysis/frequency.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

#include <fmt/format.h>

#include "analysis/selection.h"
#include "analysis/statistics/dispersion.h"
#include "analysis/token_terms.h"

namespace sahafa {
namespace {

// The occurrences in a group, term by term: its part of the matrix, transposed.
struct Occurrences {
  std::vector<std::size_t> offsets;  // terms + 1
  std::vector<PartCount> counts;

  std::span<const PartCount> of(std::uint32_t term) const {
    return std::span(counts).subspan(offsets[term], offsets[term + 1] - offsets[term]);
  }
};

Occurrences transpose(const TermCounts& counts, const Group& group) {
  Occurrences result;
  result.offsets.assign(counts.terms.size() + 1, 0);
  for (const Member& member : group.members) {
    for (const TermCount& cell : counts.row(member.index)) ++result.offsets[cell.term + 1];
  }
  for (std::size_t i = 1; i < result.offsets.size(); ++i) result.offsets[i] += result.offsets[i - 1];
  result.counts.resize(result.offsets.back());
  std::vector<std::size_t> next(result.offsets.begin(), result.offsets.end() - 1);
  for (std::size_t part = 0; part < group.members.size(); ++part) {
    const Member& member = group.members[part];
    for (const TermCount& cell : counts.row(member.index)) {
      result.counts[next[cell.term]++] = {part, member.weight * cell.count};
    }
  }
  return result;
}

constexpr auto kOptions = with_selection<7>({{
    {"by", "FIELD", "groups: outlet, lang, country, genre, month or none", "outlet", false},
    kTermOptions[0],
    kTermOptions[1],
    kTermOptions[2],
    {"min", "N", "only terms that occur N times in the group", "1", false},
    {"top", "N", "only the N commonest terms of each group; 0 for all", "0", false},
    kCopiesOption,
}});

void add_rows(const TermCounts& counts, const Group& group, const Options& options, TableBuilder& table) {
  const double least = options.get_number("min");
  const std::int64_t top = options.get_integer("top");
  const GroupFrequencies frequencies = count_frequencies(counts, group);
  std::int64_t shown = 0;
  for (const TermFrequency& term : frequencies.terms) {
    if (term.count < least || (top > 0 && shown == top)) break;
    table.add(group.name).add(counts.terms[term.term]).add(term.count);
    table.add(1e6 * term.count / frequencies.tokens).add(term.articles);
    if (std::isnan(term.dispersion)) {
      table.add_missing();
    } else {
      table.add(term.dispersion);
    }
    ++shown;
  }
}

Table run(const Context& context, const Options& options) {
  const std::vector<Selected> selection = select_articles(context, options);
  const TermCounts counts = count_terms(context, selection, options);
  using enum TableBuilder::Type;
  TableBuilder table({{"group", text},
                      {"term", text},
                      {"count", number},
                      {"per_million", number},
                      {"articles", number},
                      {"dispersion", number}});
  for (const Group& group :
       make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")))) {
    add_rows(counts, group, options, table);
  }
  note_terms(counts, options, table);
  table.note(fmt::format("copies of a text: {}; dispersion: DPnorm over articles", options.get("copies")));
  table.note("rates per million of French and Arabic are not comparable: Arabic writes clitics in one word");
  return table.finish();
}

}  // namespace

GroupFrequencies count_frequencies(const TermCounts& counts, const Group& group) {
  GroupFrequencies result;
  std::vector<double> sizes;
  double smallest = std::numeric_limits<double>::infinity();
  for (const Member& member : group.members) {
    const double size = member.weight * counts.tokens[member.index];
    sizes.push_back(size);
    result.tokens += size;
    if (size > 0.0) smallest = std::min(smallest, size);  // an empty article is no part
  }
  const Occurrences occurrences = transpose(counts, group);
  for (std::uint32_t term = 0; term < counts.terms.size(); ++term) {
    const auto parts = occurrences.of(term);
    if (parts.empty()) continue;
    TermFrequency frequency{.term = term};
    for (const PartCount& part : parts) {
      frequency.count += part.count;
      frequency.articles += group.members[part.part].weight;
    }
    const double dp = dispersion_dp(parts, sizes, result.tokens);
    frequency.dispersion = dispersion_dp_norm(dp, smallest, result.tokens);
    result.terms.push_back(frequency);
  }
  std::ranges::sort(result.terms, {}, [&counts](const TermFrequency& frequency) {
    return std::tuple(-frequency.count, std::string_view(counts.terms[frequency.term]));
  });
  return result;
}

constinit const Analysis kFrequency = {.name = "freq",
                                       .summary = "How often each term stands in each group",
                                       .example = "sahafa freq cnss-corpus --by lang --top 20",
                                       .options = kOptions,
                                       .run = run};

}  // namespace sahafa
