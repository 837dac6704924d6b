#include "ingest/repeated_lines.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kEdgeLines = 6;
constexpr std::size_t kFewestPages = 5;
constexpr std::size_t kLongLine = 40;  // characters

// The hash of a line without regard to case, accents and figures: "© 2024" and "© 2025" are one.
TextEdge::Line line_of(std::string_view text) {
  std::string key;
  for (const char c : fold(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit || key.empty() || key.back() != '0') key += digit ? '0' : c;
  }
  return {std::hash<std::string>{}(key), text.size(), count_code_points(text) >= kLongLine};
}

using Pages = std::vector<const PageEdges*>;
using Hashes = std::unordered_set<std::uint64_t>;

// One edge of the pages of one outlet.
class EdgeLearner {
 public:
  EdgeLearner(const Pages& pages, TextEdge PageEdges::* edge) : pages_(&pages), edge_(edge) {}

  // The lines that are no part of the articles.
  Hashes learn() const {
    const Hashes repeated = find_repeated();
    std::unordered_map<std::uint64_t, Hashes> neighbours;
    Hashes texts;
    for (const PageEdges* page : *pages_) {
      const auto& lines = (page->*edge_).lines;
      const auto inner = std::ranges::find_if(
          lines, [&](const TextEdge::Line& line) { return !repeated.contains(line.hash); });
      if (inner != lines.end()) texts.insert(inner->hash);
      if (is_mostly_own(*page, repeated)) add_neighbours(lines, repeated, neighbours);
    }
    Hashes learned;
    for (const auto& [line, differing] : neighbours)
      if (differing.size() >= kFewestPages && differing.size() * 2 >= texts.size()) learned.insert(line);
    return learned;
  }

 private:
  Hashes find_repeated() const {
    std::unordered_map<std::uint64_t, std::size_t> counts;
    for (const PageEdges* page : *pages_) {
      Hashes own;
      for (const TextEdge::Line& line : (page->*edge_).lines)
        if (own.insert(line.hash).second) ++counts[line.hash];
    }
    Hashes repeated;
    for (const auto& [line, count] : counts)
      if (count >= kFewestPages) repeated.insert(line);
    return repeated;
  }

  bool is_mostly_own(const PageEdges& page, const Hashes& repeated) const {
    std::size_t others = 0;
    for (const TextEdge::Line& line : (page.*edge_).lines)
      others += repeated.contains(line.hash) ? line.bytes : 0;
    return others * 2 <= page.bytes;
  }

  static void add_neighbours(const std::vector<TextEdge::Line>& lines, const Hashes& repeated,
                             std::unordered_map<std::uint64_t, Hashes>& neighbours) {
    const TextEdge::Line* inner = nullptr;
    for (std::size_t i = lines.size(); i-- > 0;) {
      if (!repeated.contains(lines[i].hash)) {
        inner = &lines[i];
      } else if (inner != nullptr && i < kEdgeLines) {
        neighbours[lines[i].hash].insert(inner->hash);
      }
    }
  }

  const Pages* pages_;
  TextEdge PageEdges::* edge_;
};

std::size_t lines_to_cut(const TextEdge& edge, const Hashes& learned) {
  std::size_t run = 0;
  while (run < std::min(edge.lines.size(), kEdgeLines) && learned.contains(edge.lines[run].hash)) ++run;
  while (run > 0 && !edge.lines[run - 1].is_long) --run;
  return run;
}

// The byte behind `count` lines from the beginning.
std::size_t behind_lines(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0; --count) at = text.find('\n', at) + 1;
  return at;
}

// The byte at which the last `count` lines begin, their line end before them included.
std::size_t before_lines(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (; count > 0; --count) at = text.rfind('\n', at - 1);
  return at;
}

}  // namespace

PageEdges edges_of(ArticleId article, std::string_view outlet, std::string_view whole) {
  constexpr std::size_t kSeen = kEdgeLines + 1;  // one more, as neighbour of the last that may go
  const std::size_t lines = 1 + static_cast<std::size_t>(std::ranges::count(whole, '\n'));
  PageEdges edges{article, std::string(outlet), lines, whole.size(), {}, {}};
  std::string_view rest = whole;
  while (edges.head.lines.size() < std::min(kSeen, lines)) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    edges.head.lines.push_back(line_of(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  rest = whole;
  while (edges.tail.lines.size() < std::min(kSeen, lines)) {
    const std::size_t begin = rest.rfind('\n') + 1;  // 0 where there is none
    edges.tail.lines.push_back(line_of(rest.substr(begin)));
    rest = rest.substr(0, begin == 0 ? 0 : begin - 1);
  }
  return edges;
}

std::vector<LineCut> find_repeated_lines(std::span<const PageEdges> pages) {
  std::map<std::string_view, Pages> outlets;
  for (const PageEdges& page : pages)
    if (!page.outlet.empty()) outlets[page.outlet].push_back(&page);
  std::vector<LineCut> cuts(pages.size());
  for (const auto& [outlet, own] : outlets) {
    if (own.size() < kFewestPages) continue;
    const Hashes head = EdgeLearner(own, &PageEdges::head).learn();
    const Hashes tail = EdgeLearner(own, &PageEdges::tail).learn();
    for (const PageEdges* page : own) {
      const LineCut cut{lines_to_cut(page->head, head), lines_to_cut(page->tail, tail)};
      if (cut.head + cut.tail < page->lines) cuts[static_cast<std::size_t>(page - pages.data())] = cut;
    }
  }
  return cuts;
}

TextCut cut_lines(ArticleId article, std::string_view whole, LineCut lines) {
  const std::size_t begin = behind_lines(whole, lines.head);
  const std::size_t end = before_lines(whole, lines.tail);
  return {article, std::string(whole.substr(0, begin == 0 ? 0 : begin - 1)),
          std::string(end == whole.size() ? std::string_view() : whole.substr(end + 1))};
}

}  // namespace sahafa
