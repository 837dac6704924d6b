#include "ingest/pdf_heads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "ingest/letters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr double kEdge = 0.13;         // of a page's height
constexpr double kBrowserMargin = 36;  // points; what a browser prints beside the page stands in it
constexpr double kSameHeight = 4;      // points
constexpr int kNeighbours = 2;         // pages: left and right ones may differ

// Numbers as one #, nothing but letters besides.
std::string shape_of(std::string_view text) {
  const std::string folded = fold(text);
  std::string shape;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = decode_utf8(folded, at);
    if (c >= '0' && c <= '9') {
      if (!shape.ends_with('#')) shape += '#';
    } else if (is_letter_or_digit(c)) {
      append_utf8(shape, c);
    } else if (!shape.ends_with(' ')) {
      shape += ' ';
    }
  }
  while (shape.starts_with(' ')) shape.erase(0, 1);
  while (shape.ends_with(' ')) shape.pop_back();
  return shape;
}

bool is_page_number(std::string_view shape) {
  constexpr std::array<std::string_view, 12> kShapes{
      "#",   "# #",     "page #", "page # #", "page # sur #", "page # of #",
      "p #", "# sur #", "# of #", "صفحه #",   "صفحه # من #",  "# من #"};
  return std::ranges::find(kShapes, shape) != kShapes.end();
}

enum class Edge : char { none, head, foot };

Edge edge_of(const PdfLine& line, double height, double width_of_edge) {
  if (line.bottom < width_of_edge) return Edge::head;
  return line.top > height - width_of_edge ? Edge::foot : Edge::none;
}

struct Place {
  int page;
  double top;
};

bool has_neighbour(const std::vector<Place>& places, const PdfLine& line) {
  return std::ranges::any_of(places, [&line](const Place& place) {
    const int distance = std::abs(place.page - line.page);
    return distance > 0 && distance <= kNeighbours && std::abs(place.top - line.top) < kSameHeight;
  });
}

}  // namespace

std::vector<std::string> take_running_heads(std::vector<PdfLine>& lines, const std::vector<double>& heights,
                                            bool printed_by_browser) {
  const auto height = [&heights](const PdfLine& line) {
    return heights[static_cast<std::size_t>(line.page)];
  };
  std::unordered_map<std::string, std::vector<Place>> places;
  for (const PdfLine& line : lines)
    if (edge_of(line, height(line), height(line) * kEdge) != Edge::none)
      places[shape_of(line.text)].push_back({line.page, line.top});
  std::vector<std::string> taken;
  std::erase_if(lines, [&](const PdfLine& line) {
    const bool in_margin = printed_by_browser && edge_of(line, height(line), kBrowserMargin) != Edge::none;
    if (!in_margin && edge_of(line, height(line), height(line) * kEdge) == Edge::none) return false;
    const std::string shape = shape_of(line.text);
    if (!in_margin && !is_page_number(shape) && !has_neighbour(places[shape], line)) return false;
    taken.push_back(line.text);
    return true;
  });
  return taken;
}

}  // namespace sahafa
