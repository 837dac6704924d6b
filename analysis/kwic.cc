#include "analysis/kwic.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/asked_query.h"
#include "analysis/statistics/random.h"
#include "text/display.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<9>({{
    kQueryArgument,
    {"context", "N", "words on each side", "8", false},
    {"sort", "ORDER", "corpus, left (from the hit back) or right", "corpus", false},
    {"limit", "N", "lines to print; 0 for all", "100", false},
    {"offset", "N", "lines to leave out first", "0", false},
    {"sample", "N", "only N lines, drawn at random from all", "", false},
    {"seed", "N", "of the sample", "1", false},
    {"copies", "HOW", "copies of a text count once, or all", "once", false},
    kTranslateOption,
}});

struct Line {
  ArticleId id;
  std::string key;
  std::string outlet;
  std::string date;
  std::string left;
  std::string match;
  std::string right;
  std::vector<std::string> order;  // what it is sorted by
};

enum class Order { corpus, left, right };

Order order_from_string(std::string_view name) {
  if (name == "corpus") return Order::corpus;
  if (name == "left") return Order::left;
  if (name == "right") return Order::right;
  throw Error(ErrorCode::usage, fmt::format("--sort takes corpus, left or right, not \"{}\"", name));
}

// N of [0, all), ascending (Floyd's algorithm).
std::vector<std::int64_t> draw(std::int64_t all, std::int64_t wanted, std::uint64_t seed) {
  const RandomStream random(seed, 0);
  std::set<std::int64_t> drawn;
  for (std::int64_t j = std::max<std::int64_t>(all - wanted, 0); j < all; ++j) {
    const auto pick = static_cast<std::int64_t>(
        random.below(static_cast<std::uint64_t>(j), static_cast<std::uint64_t>(j) + 1));
    if (!drawn.insert(pick).second) drawn.insert(j);
  }
  return {drawn.begin(), drawn.end()};
}

// The hits that are wanted, by their number over all articles.
class Wanted {
 public:
  static Wanted everything() { return Wanted({}, true); }
  static Wanted these(std::vector<std::int64_t> numbers) { return Wanted(std::move(numbers), false); }
  static Wanted range(std::int64_t begin, std::int64_t end) {
    std::vector<std::int64_t> numbers;
    for (std::int64_t i = begin; i < end; ++i) numbers.push_back(i);
    return these(std::move(numbers));
  }

  bool has(std::int64_t number) const { return all_ || std::ranges::binary_search(numbers_, number); }
  bool touches(std::int64_t begin, std::int64_t end) const {
    if (all_) return begin < end;
    const auto first = std::ranges::lower_bound(numbers_, begin);
    return first != numbers_.end() && *first < end;
  }

 private:
  Wanted(std::vector<std::int64_t> numbers, bool all) : numbers_(std::move(numbers)), all_(all) {}
  std::vector<std::int64_t> numbers_;
  bool all_;
};

class LineMaker {
 public:
  LineMaker(std::size_t context_words, Order order) : context_words_(context_words), order_(order) {}

  Line make(std::string_view text, const ReadZone& zone, const TextHit& hit) const {
    const auto& tokens = zone.analyzed.tokens;
    const std::size_t first = walk(zone, hit.first_token, -1);
    const std::size_t last = walk(zone, hit.last_token, +1);
    const auto cut = [&](std::uint32_t begin, std::uint32_t end) {
      return trim(to_one_line(text.substr(begin, end - begin)));
    };
    Line line;
    line.left = cut(tokens[first].begin, tokens[hit.first_token].begin);
    line.match = cut(tokens[hit.first_token].begin, tokens[hit.last_token].end);
    line.right = cut(tokens[hit.last_token].end, tokens[last].end);
    if (order_ == Order::left) add_words(zone, hit.first_token, first, -1, line.order);
    if (order_ == Order::right) add_words(zone, hit.last_token, last, +1, line.order);
    return line;
  }

 private:
  // The token at which as many words as wanted are passed, or the edge of the zone.
  std::size_t walk(const ReadZone& zone, std::size_t token, int step) const {
    const auto& tokens = zone.analyzed.tokens;
    for (std::size_t words = 0; words < context_words_;) {
      const bool at_edge = step < 0 ? token == 0 : token + 1 == tokens.size();
      if (at_edge) return token;
      token = step < 0 ? token - 1 : token + 1;
      if (tokens[token].kind != TokenKind::mark) ++words;
    }
    return token;
  }

  static void add_words(const ReadZone& zone, std::size_t token, std::size_t last, int step,
                        std::vector<std::string>& words) {
    while (token != last) {
      token = step < 0 ? token - 1 : token + 1;
      if (zone.analyzed.tokens[token].kind != TokenKind::mark) words.emplace_back(zone.analyzed.forms[token]);
    }
  }

  // On one line, with single blanks.
  static std::string trim(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ' || (!out.empty() && !out.ends_with(' '))) out += c;
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
  }

  std::size_t context_words_;
  Order order_;
};

std::vector<Line> make_lines(const IndexReader& index, const Query& query, std::span<const Found> found,
                             const Wanted& wanted, const LineMaker& maker) {
  std::vector<ArticleId> articles;
  std::vector<std::int64_t> numbers;
  std::int64_t number = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (wanted.touches(number, number + found[i].hits)) {
      articles.push_back(found[i].article);
      numbers.push_back(number);
    }
    number += found[i].hits;
  }
  std::vector<Line> lines;
  std::size_t at = 0;
  index.visit_hits(
      query, articles, [&](const Article& article, const ReadArticle& read, std::span<const TextHit> hits) {
        for (std::size_t i = 0; i < hits.size(); ++i) {
          if (!wanted.has(numbers[at] + static_cast<std::int64_t>(i))) continue;
          const bool title = hits[i].in_title;
          lines.push_back(
              maker.make(title ? article.title : article.text, title ? read.title : read.text, hits[i]));
          lines.back().id = article.id;
          lines.back().key = article.key;
          lines.back().outlet = article.outlet;
          lines.back().date = article.date;
        }
        ++at;
        return true;
      });
  return lines;
}

Table to_table(std::span<const Line> lines) {
  using enum TableBuilder::Type;
  TableBuilder table{{"id", integer}, {"key", text},   {"outlet", text}, {"date", text},
                     {"left", text},  {"match", text}, {"right", text}};
  for (const Line& line : lines) {
    table.add(line.id.value).add(line.key).add(line.outlet).add(line.date);
    table.add(line.left).add(line.match).add(line.right);
  }
  Table finished = table.finish();
  finished.columns[4].align_end = true;
  return finished;
}

Table run(const Context& context, const Options& options) {
  const IndexReader index(context.corpus);
  const AskedQuery asked = read_query(context, options);
  const Order order = order_from_string(options.get("sort"));
  const auto limit = static_cast<std::int64_t>(options.get_count("limit"));
  const auto offset = static_cast<std::int64_t>(options.get_count("offset"));
  const std::vector<Found> found =
      find_articles(context, options, index, asked.query, count_all_copies(asked, options));
  std::int64_t total = 0;
  for (const Found& one : found) total += one.hits;

  const std::int64_t end = limit == 0 ? total : std::min(total, offset + limit);
  const bool sampled = options.has("sample");
  const bool page_first = order == Order::corpus && !sampled;
  Wanted wanted = page_first ? Wanted::range(offset, end) : Wanted::everything();
  if (sampled) {
    const auto sample = static_cast<std::int64_t>(options.get_count("sample"));
    wanted = Wanted::these(draw(total, sample, static_cast<std::uint64_t>(options.get_count("seed"))));
  }
  std::vector<Line> lines =
      make_lines(index, asked.query, found, wanted, LineMaker(options.get_count("context"), order));
  if (order != Order::corpus) std::ranges::stable_sort(lines, {}, &Line::order);
  if (!page_first) {
    const auto size = std::ssize(lines);
    const std::int64_t first = std::min<std::int64_t>(offset, size);
    const std::int64_t last = limit == 0 ? size : std::min<std::int64_t>(size, offset + limit);
    lines = std::vector<Line>(std::make_move_iterator(lines.begin() + first),
                              std::make_move_iterator(lines.begin() + last));
  }
  Table table = to_table(lines);
  table.notes = asked.notes;
  for (std::string& note : suggestion_notes(index, asked.query)) table.notes.push_back(std::move(note));
  table.notes.push_back(fmt::format("{} of {} hits in {} articles", lines.size(), total, found.size()));
  if (sampled)
    table.notes.push_back(fmt::format("sample of {}, seed {}", options.get("sample"), options.get("seed")));
  return table;
}

}  // namespace

constinit const Analysis kKwic = {.name = "kwic",
                                  .summary = "Concordance: every hit with its context, in both scripts",
                                  .example = "sahafa kwic cnss-corpus \"fuite\" --sort right --limit 20",
                                  .options = kOptions,
                                  .run = run};

}  // namespace sahafa
