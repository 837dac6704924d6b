// Labels that do not cover each other.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/plot/svg.h"

namespace sahafa {

/// The room that labels have taken so far.
class LabelRoom {
 public:
  /// Takes the room of a label whose base line is at y; false, and nothing taken, where another label stands there.
  bool take(std::string_view text, double x, double y, Anchor anchor, double size) {
    const double width = label_width(text, size);
    const double left = anchor == Anchor::left ? x : (anchor == Anchor::right ? x - width : x - width / 2.0);
    const Box box{left, y - size, left + width, y + size / 4.0};
    for (const Box& other : boxes_) {
      if (box.left < other.right && other.left < box.right && box.top < other.bottom &&
          other.top < box.bottom)
        return false;
    }
    boxes_.push_back(box);
    return true;
  }

 private:
  struct Box {
    double left, top, right, bottom;
  };
  std::vector<Box> boxes_;
};

}  // namespace sahafa
