#include "ingest/comparison.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace sahafa {
namespace {

constexpr std::size_t kLeastShared = 2;
constexpr std::size_t kLeastGrams = 6;    // a smaller text is contained in many by chance
constexpr double kHalf = 0.5;             // containment from which members of two groups agree
constexpr double kDensePage = 0.05;       // share of digits from which a page is a table, not a story
constexpr std::size_t kPassageGrams = 4;  // of a passage of 150 letters, eight are expected
constexpr std::int64_t kRunDrift = 12;    // letters
constexpr std::uint32_t kRunLetters =
    80;                                 // from the first sampled gram to the last of a passage of 150 letters
constexpr std::uint32_t kRunGap = 100;  // letters: seldom are sampled grams so far apart

struct Match {
  std::uint32_t a;
  std::uint32_t b;
  std::int64_t offset() const { return static_cast<std::int64_t>(b) - a; }
};

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

std::size_t count_until(std::span<const SampledGram> grams, std::uint64_t limit) {
  if (grams.empty() || grams.back().hash() <= limit) return grams.size();
  return static_cast<std::size_t>(std::ranges::upper_bound(grams, limit, {}, &SampledGram::hash) -
                                  grams.begin());
}

std::vector<Match> find_matches(std::span<const SampledGram> a, const GramFilter& grams_of_a,
                                std::span<const SampledGram> b) {
  std::vector<Match> matches;
  auto from = a.begin();
  for (const SampledGram gram : b) {
    if (!grams_of_a.may_have(gram)) continue;
    from = std::ranges::lower_bound(from, a.end(), gram.hash(), {}, &SampledGram::hash);
    if (from == a.end()) break;
    if (from->hash() == gram.hash()) matches.push_back({from->place(), gram.place()});
  }
  return matches;
}

// The most matches whose offsets differ by `width` at most.
std::span<const Match> widest_band(std::vector<Match>& matches, std::int64_t width) {
  std::ranges::sort(matches, {}, [](const Match& match) { return std::pair(match.offset(), match.a); });
  std::span<const Match> best;
  std::size_t first = 0;
  for (std::size_t last = 0; last < matches.size(); ++last) {
    while (matches[last].offset() - matches[first].offset() > width) ++first;
    if (last - first + 1 > best.size()) best = std::span(matches).subspan(first, last - first + 1);
  }
  return best;
}

// The most matches in a row on one diagonal that may be a passage; `matches` are sorted by diagonal.
std::size_t longest_run(std::span<const Match> matches) {
  std::size_t longest = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const bool goes_on = i > 0 && matches[i].offset() - matches[i - 1].offset() <= kRunDrift &&
                         matches[i].a >= matches[i - 1].a && matches[i].a - matches[i - 1].a <= kRunGap;
    if (!goes_on) first = i;
    if (matches[i].a - matches[first].a >= kRunLetters) longest = std::max(longest, i - first + 1);
  }
  return longest >= kPassageGrams ? longest : 0;
}

double extent_in(std::span<const SampledGram> grams, std::uint32_t first, std::uint32_t last) {
  const auto inside = std::ranges::count_if(
      grams, [&](SampledGram gram) { return gram.place() >= first && gram.place() <= last; });
  return static_cast<double>(inside) / static_cast<double>(grams.size());
}

// Of the text where it is less, and of the one where it is more.
std::pair<double, double> extents_of(std::span<const Match> band, std::span<const SampledGram> a,
                                     std::span<const SampledGram> b) {
  const auto [a_first, a_last] = std::ranges::minmax(band, {}, &Match::a);
  const auto [b_first, b_last] = std::ranges::minmax(band, {}, &Match::b);
  const double in_a = extent_in(a, a_first.a, a_last.a);
  const double in_b = extent_in(b, b_first.b, b_last.b);
  return {std::min(in_a, in_b), std::max(in_a, in_b)};
}

bool may_agree(const Comparison& found, const ReuseRules& rules) {
  return found.resemblance >= rules.agree || found.containment >= kHalf;
}

bool may_join(const Comparison& found, const ReuseRules& rules) {
  return found.resemblance >= rules.near ||
         (found.grams >= kLeastGrams && found.containment >= rules.excerpt);
}

bool may_be_rewrite(const Comparison& found, const Sketch& a, const Sketch& b, const ReuseRules& rules) {
  return found.resemblance >= rules.rewrite && found.resemblance < rules.near &&
         std::max(a.letters, b.letters) <= 2 * std::min(a.letters, b.letters);
}

std::uint32_t last_context(std::span<const SampledFigure> figures) {
  std::size_t contexts = 0;
  for (std::size_t i = 0; i < figures.size(); ++i)
    contexts += i == 0 || figures[i].context() != figures[i - 1].context() ? 1 : 0;
  return contexts < kMostFigureContexts ? std::numeric_limits<std::uint32_t>::max()
                                        : figures.back().context();
}

std::size_t count_figures(std::span<const SampledFigure> figures, std::uint32_t limit) {
  return static_cast<std::size_t>(std::ranges::upper_bound(figures, limit, {}, &SampledFigure::context) -
                                  figures.begin());
}

// Figures of `a` behind letters that stand before a figure of `b`, too.
std::size_t count_at_same_places(std::span<const SampledFigure> a, std::span<const SampledFigure> b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [b](SampledFigure figure) {
    return std::ranges::binary_search(b, figure.context(), {}, &SampledFigure::context);
  }));
}

}  // namespace

GramFilter::GramFilter(std::span<const SampledGram> grams) : bits_(kBits / kWordBits) {
  for (const SampledGram gram : grams) bits_[word_of(gram)] |= bit_of(gram);
}

FigureAgreement compare_figures(const Sketch& a, const Sketch& b, const ReuseRules& rules) {
  if (a.figures.empty() || b.figures.empty()) return {};
  const std::uint32_t limit = std::min(last_context(a.figures), last_context(b.figures));
  const auto of_a = a.figures.first(count_figures(a.figures, limit));
  const auto of_b = b.figures.first(count_figures(b.figures, limit));
  const auto same = static_cast<std::size_t>(std::ranges::count_if(
      of_a, [of_b](SampledFigure figure) { return std::ranges::binary_search(of_b, figure); }));
  FigureAgreement result;
  result.compared = std::min(count_at_same_places(of_a, of_b), count_at_same_places(of_b, of_a));
  result.changed = result.compared - std::min(result.compared, same);
  result.other_values =
      result.compared >= rules.least_figures && share(result.changed, result.compared) > rules.other_figures;
  // The rows of a table may stand in another order: then few figures stand at the same places.
  const std::size_t fewer = std::min(of_a.size(), of_b.size());
  const bool tables = std::min(share(a.digits, a.letters), share(b.digits, b.letters)) > kDensePage;
  result.other_table = tables && fewer >= rules.least_figures && same * 2 < fewer;
  return result;
}

Comparison compare(const Sketch& a, const GramFilter& grams_of_a, const Sketch& b, const ReuseRules& rules) {
  const std::uint64_t limit = std::min(sample_limit(a.letters), sample_limit(b.letters));
  const auto of_a = a.grams.first(count_until(a.grams, limit));
  const auto of_b = b.grams.first(count_until(b.grams, limit));
  std::vector<Match> matches = find_matches(of_a, grams_of_a, of_b);
  Comparison result;
  result.grams = std::min(of_a.size(), of_b.size());
  if (matches.size() < kLeastShared) return result;
  const std::size_t shorter = std::min(a.letters, b.letters);
  const auto band = widest_band(matches, static_cast<std::int64_t>(std::max(rules.drift, shorter / 10)));
  result.resemblance = share(band.size(), of_a.size() + of_b.size() - band.size());
  result.containment = share(band.size(), result.grams);
  const bool join = may_join(result, rules);
  const bool rewrite = may_be_rewrite(result, a, b, rules);
  if (join || rewrite) {
    const auto [less, more] = extents_of(band, of_a, of_b);
    if (join) result.extent = more;
    if (rewrite) result.least_extent = less;
  }
  if (!join || result.extent < rules.extent) result.run = longest_run(matches);
  return result;
}

std::vector<std::uint32_t> shared_places(const Sketch& a, const Sketch& b) {
  std::vector<std::uint32_t> places;
  for (const Match& match : find_matches(a.grams, GramFilter(a.grams), b.grams)) places.push_back(match.a);
  std::ranges::sort(places);
  return places;
}

Judgement judge(const Sketch& a, const GramFilter& grams_of_a, const Sketch& b, const ReuseRules& rules) {
  const Comparison found = compare(a, grams_of_a, b, rules);
  Judgement result{Verdict::apart, found.resemblance, false, static_cast<std::uint32_t>(found.run)};
  const bool join = may_join(found, rules) && found.extent >= rules.extent;
  const bool agree = may_agree(found, rules);
  const bool rewrite = !join && found.least_extent >= rules.rewrite_extent;
  if (!join && !agree && !rewrite) return result;
  const FigureAgreement figures = compare_figures(a, b, rules);
  if (figures.other_table) result.run = 0;
  if (figures.other_table || figures.other_values) return result;
  result.rewrite = rewrite;
  if (join || agree) result.verdict = join ? Verdict::join : Verdict::agree;
  return result;
}

}  // namespace sahafa
