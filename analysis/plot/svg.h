// A small writer of SVG pictures: lines, shapes and labels in both directions of writing. Pictures need no other file; a browser finds
// the fonts.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// Which edge of a label lies at its point, as the eye sees it, whatever the direction of writing.
enum class Anchor { left, middle, right };

/// True where the first letter with a direction runs from right to left.
bool is_right_to_left(std::string_view text);

/// Room that a label needs, estimated: fonts are not ours to measure.
double label_width(std::string_view text, double size);

class Svg {
 public:
  Svg(double width, double height, std::string_view title);

  void line(double x1, double y1, double x2, double y2, std::string_view colour, double width = 1.0);
  void rectangle(double x, double y, double width, double height, std::string_view colour,
                 std::string_view title = {});
  void circle(double x, double y, double radius, std::string_view colour, std::string_view title = {});
  /// Half axes and angle in radians, anticlockwise.
  void ellipse(double x, double y, double a, double b, double angle, std::string_view colour);
  void label(double x, double y, std::string_view text, Anchor anchor, double size = 12.0,
             std::string_view colour = "#222", bool bold = false);
  /// A label that rises to the right from its point, for the heads of narrow columns.
  void slanted_label(double x, double y, std::string_view text, double size = 12.0);

  /// The whole file; the picture is empty afterwards.
  std::string finish();

 private:
  std::string out_;
};

namespace colour {
inline constexpr std::string_view kTarget = "#1b6ca8";
inline constexpr std::string_view kOther = "#c0562f";
inline constexpr std::string_view kAxis = "#999";
inline constexpr std::string_view kFaint = "#ccc";
inline constexpr std::string_view kText = "#222";
}  // namespace colour

}  // namespace sahafa
