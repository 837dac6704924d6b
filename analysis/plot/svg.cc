#include "analysis/plot/svg.h"

#include <numbers>
#include <utility>

#include <fmt/format.h>

#include "analysis/export/article_writer.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace sahafa {

bool is_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CharClass c = char_class(decode_utf8(text, at));
    if (c == CharClass::arabic) return true;
    if (c == CharClass::letter) return false;
  }
  return false;
}

double label_width(std::string_view text, double size) {
  constexpr double kMeanWidth = 0.58;  // of the font size
  return kMeanWidth * size * static_cast<double>(count_code_points(text));
}

Svg::Svg(double width, double height, std::string_view title)
    : out_(fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:g}\" height=\"{1:g}\" "
                       "viewBox=\"0 0 {0:g} {1:g}\" "
                       "font-family=\"'DejaVu Sans', 'Noto Sans Arabic', 'Noto Naskh Arabic', sans-serif\">\n"
                       "<title>{2}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
                       width, height, xml_escaped(title))) {}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view colour, double width) {
  out_ += fmt::format(
      "<line x1=\"{:.2f}\" y1=\"{:.2f}\" x2=\"{:.2f}\" y2=\"{:.2f}\" stroke=\"{}\" "
      "stroke-width=\"{:.2f}\"/>\n",
      x1, y1, x2, y2, colour, width);
}

void Svg::rectangle(double x, double y, double width, double height, std::string_view colour,
                    std::string_view title) {
  out_ += fmt::format(
      "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" "
      "fill=\"{}\"><title>{}</title></rect>\n",
      x, y, width, height, colour, xml_escaped(title));
}

void Svg::circle(double x, double y, double radius, std::string_view colour, std::string_view title) {
  out_ +=
      fmt::format("<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\" fill=\"{}\"><title>{}</title></circle>\n",
                  x, y, radius, colour, xml_escaped(title));
}

void Svg::ellipse(double x, double y, double a, double b, double angle, std::string_view colour) {
  out_ += fmt::format(
      "<ellipse rx=\"{:.2f}\" ry=\"{:.2f}\" transform=\"translate({:.2f} {:.2f}) rotate({:.2f})\" "
      "fill=\"{}\" "
      "fill-opacity=\"0.08\" stroke=\"{}\" stroke-opacity=\"0.5\"/>\n",
      a, b, x, y, -angle * 180.0 / std::numbers::pi, colour, colour);
}

void Svg::label(double x, double y, std::string_view text, Anchor anchor, double size,
                std::string_view colour, bool bold) {
  // Anchors of SVG follow the writing: the start of Arabic is at its right.
  const bool rtl = is_right_to_left(text);
  std::string_view word = "middle";
  if (anchor == Anchor::left) word = rtl ? "end" : "start";
  if (anchor == Anchor::right) word = rtl ? "start" : "end";
  out_ += fmt::format(
      "<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:g}\" fill=\"{}\" text-anchor=\"{}\"{}{}>{}</text>\n", x,
      y, size, colour, word, rtl ? " direction=\"rtl\"" : "", bold ? " font-weight=\"bold\"" : "",
      xml_escaped(text));
}

void Svg::slanted_label(double x, double y, std::string_view text, double size) {
  const bool rtl = is_right_to_left(text);
  out_ += fmt::format(
      "<text transform=\"translate({:.2f} {:.2f}) rotate(-50)\" font-size=\"{:g}\" fill=\"{}\" "
      "text-anchor=\"{}\"{}>{}</text>\n",
      x, y, size, colour::kText, rtl ? "end" : "start", rtl ? " direction=\"rtl\"" : "", xml_escaped(text));
}

std::string Svg::finish() { return std::exchange(out_, {}) + "</svg>\n"; }

}  // namespace sahafa
