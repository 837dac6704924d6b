#include "analysis/dispersion.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "analysis/copies_both.h"
#include "analysis/grouping.h"
#include "analysis/name_order.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/selection.h"
#include "analysis/statistics/dispersion.h"
#include "analysis/term_evidence.h"
#include "analysis/term_postings.h"
#include "analysis/token_terms.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 3>{{
        {"by", "FIELD", "groups: outlet, lang, country, genre, month or none", "lang", false},
        {"parts", "FIELD", "parts of a group: article, outlet, country, genre or month", "article", false},
        kPlotOption,
    }},
    kCountOptions,
    std::array<OptionSpec, 3>{{
        {"min", "N", "only terms that occur N times in the group", "3", false},
        {"top", "N", "only the N commonest terms of each group; 0 for all", "0", false},
        kCopiesOrBothOption,
    }},
    kEvidenceOptions);

constexpr std::size_t kNoPart = std::numeric_limits<std::size_t>::max();

// By position in the selection: which part an article belongs to.
std::vector<std::size_t> number_parts(std::span<const Selected> selection, std::string_view field) {
  std::vector<std::size_t> part_of(selection.size());
  if (field == "article") {
    for (std::size_t i = 0; i < part_of.size(); ++i) part_of[i] = i;
    return part_of;
  }
  if (field == "lang" || field == "none") {
    throw Error(ErrorCode::usage, "--parts takes article, outlet, country, genre or month");
  }
  const std::vector<Group> groups = make_groups(selection, field, CopyCounting::all);
  for (std::size_t part = 0; part < groups.size(); ++part) {
    for (const Member& member : groups[part].members) part_of[member.index] = part;
  }
  return part_of;
}

// The parts of one group that have tokens, numbered from 0.
struct GroupParts {
  std::vector<std::size_t> of_member;
  std::vector<double> sizes;
  Parts parts;
};

GroupParts divide(const TermCounts& counts, const Group& group, const std::vector<std::size_t>& part_of) {
  GroupParts result;
  std::vector<std::size_t> number(part_of.size(), kNoPart);
  for (const Member& member : group.members) {
    const double size = member.weight * counts.tokens[member.index];
    std::size_t& part = number[part_of[member.index]];
    if (part == kNoPart && size > 0.0) {
      part = result.sizes.size();
      result.sizes.push_back(0.0);
    }
    if (size > 0.0) result.sizes[part] += size;
    result.of_member.push_back(part);
  }
  result.parts.sizes = result.sizes;
  for (const double size : result.sizes) result.parts.tokens += size;
  if (!result.sizes.empty()) result.parts.smallest = *std::ranges::min_element(result.sizes);
  return result;
}

struct Row {
  std::uint32_t term = 0;
  double count = 0.0;
  std::vector<PartCount> counts;
};

Row count_parts(std::uint32_t term, std::span<const Posting> postings, const Group& group,
                const GroupParts& parts) {
  Row row{.term = term, .count = 0.0, .counts = {}};
  for (const Posting& posting : postings) {
    const double count = group.members[posting.member].weight * posting.count;
    row.count += count;
    row.counts.push_back({parts.of_member[posting.member], count});
  }
  std::ranges::stable_sort(row.counts, {}, &PartCount::part);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    if (kept > 0 && row.counts[kept - 1].part == row.counts[i].part) {
      row.counts[kept - 1].count += row.counts[i].count;
    } else {
      row.counts[kept++] = row.counts[i];
    }
  }
  row.counts.resize(kept);
  return row;
}

void add_number(TableBuilder& table, double value) {
  if (std::isnan(value)) {
    table.add_missing();
  } else {
    table.add(value);
  }
}

void add_rows(const TermCounts& counts, const Group& group, const GroupParts& parts, const Options& options,
              TableBuilder& table) {
  const TermPostings postings = transpose(counts, group);
  const double least = options.get_number("min");
  const auto top = static_cast<std::size_t>(std::max<std::int64_t>(0, options.get_integer("top")));
  std::vector<Row> rows;
  for (std::uint32_t term = 0; term < counts.terms.size(); ++term) {
    if (postings.of(term).empty()) continue;
    Row row = count_parts(term, postings.of(term), group, parts);
    if (row.count >= least) rows.push_back(std::move(row));
  }
  sort_by_score(rows, counts.terms, [](const Row& row) { return row.count; });
  if (top > 0 && rows.size() > top) rows.resize(top);
  for (const Row& row : rows) {
    const double dp = dispersion_dp(row.counts, parts.sizes, parts.parts.tokens);
    table.add(group.name).add(counts.terms[row.term]).add(row.count);
    table.add(parts.sizes.size()).add(row.counts.size()).add(dp);
    add_number(table, dispersion_dp_norm(dp, parts.parts.smallest, parts.parts.tokens));
    add_number(table, juilland_d(row.counts, parts.parts));
    add_number(table, carroll_d2(row.counts, parts.parts));
    table.add(rosengren_s(row.counts, parts.parts)).add(divergence(row.counts, parts.parts));
  }
}

Table run_once(const Context& context, const Options& options) {
  const std::vector<Selected> selection = select_articles(context, options);
  const std::vector<std::size_t> part_of = number_parts(selection, options.get("parts"));
  const TermSource source = TermSource::open(context, selection, options);
  const TermCounts counts = count_terms(context, source, options);
  using enum TableBuilder::Type;
  TableBuilder table({{"group", text},
                      {"term", text},
                      {"count", number},
                      {"parts", integer},
                      {"range", integer},
                      {"dp", number},
                      {"dp_norm", number},
                      {"juilland_d", number},
                      {"carroll_d2", number},
                      {"rosengren_s", number},
                      {"kl", number}});
  const auto groups =
      make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")));
  for (const Group& group : groups) {
    add_rows(counts, group, divide(counts, group, part_of), options, table);
  }
  Table result = table.finish();
  note_terms(source, options, result);
  result.notes.push_back(
      fmt::format("parts: {}; dp: Gries 2008; dp_norm: Lijffijt and Gries 2012; juilland_d: of rates; "
                  "carroll_d2, rosengren_s; kl: bits; copies of a text: {}",
                  options.get("parts"), options.get("copies")));
  if (std::string note = language_note(groups); !note.empty()) result.notes.push_back(std::move(note));
  return result;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"group", "term"}, run_once);
}

std::string plot(const Table& table, const Options& options) {
  return plot_dots(
      "How evenly each term is spread",
      fmt::format("DPnorm over parts ({}): 0 in all alike, 1 in one alone", options.get("parts")),
      dots_of(table, {.labels = {"term", "group"}, .value = "dp_norm", .low = {}, .high = {}}));
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  return list_term_evidence(context, options, table, options.get("by"));
}

}  // namespace

constinit const Analysis kDispersion = {
    .name = "dispersion",
    .summary = "How evenly each term is spread over articles or outlets",
    .example = "sahafa dispersion cnss-corpus --by lang --min 10 --top 20",
    .options = kOptions,
    .run = run,
    .plot = plot,
    .evidence = evidence};

}  // namespace sahafa
