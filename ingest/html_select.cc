#include "ingest/html_select.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sahafa {
namespace {

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const auto is_space = [&](std::size_t i) {
      return std::string_view(" \t\r\n\f").find(words[i]) != std::string_view::npos;
    };
    if ((at == 0 || is_space(at - 1)) && (end == words.size() || is_space(end))) return true;
  }
  return false;
}

bool fits(const HtmlPage& page, std::uint32_t node, const SelectorStep::Attribute& wanted) {
  using enum SelectorStep::Match;
  if (!page.has_attribute(node, wanted.name.c_str())) return false;
  const std::string_view value = page.attribute(node, wanted.name.c_str());
  switch (wanted.match) {
    case present:
      return true;
    case equal:
      return value == wanted.value;
    case begins:
      return value.starts_with(wanted.value);
    case contains:
      return value.find(wanted.value) != std::string_view::npos;
  }
  return false;
}

bool fits(const HtmlPage& page, std::uint32_t node, const SelectorStep& step) {
  if (!step.tag.empty() && page.name(node) != step.tag) return false;
  if (!step.id.empty() && page.attribute(node, "id") != step.id) return false;
  const std::string_view classes = step.classes.empty() ? std::string_view() : page.attribute(node, "class");
  return std::ranges::all_of(step.classes,
                             [&](const std::string& name) { return has_word(classes, name); }) &&
         std::ranges::all_of(step.attributes, [&](const auto& wanted) { return fits(page, node, wanted); });
}

// The steps that can end at a node, and at it or any element around it, as bits.
struct Reached {
  std::uint32_t here = 0;
  std::uint32_t around = 0;
};

}  // namespace

std::vector<std::uint32_t> select_nodes(const HtmlPage& page, const Selector& selector) {
  std::vector<std::uint32_t> found;
  std::vector<Reached> reached(page.nodes().size());
  const std::uint32_t last = std::uint32_t{1} << (selector.steps.size() - 1);
  for (std::uint32_t i = 0; i < reached.size(); ++i) {
    const HtmlNode& node = page.nodes()[i];
    const Reached above = i == 0 ? Reached{} : reached[node.parent];
    if (!page.name(i).empty()) {
      for (std::size_t step = 0; step < selector.steps.size(); ++step) {
        const std::uint32_t before = selector.steps[step].child ? above.here : above.around;
        const bool may_follow = step == 0 || (before >> (step - 1) & 1) != 0;
        if (may_follow && fits(page, i, selector.steps[step])) reached[i].here |= std::uint32_t{1} << step;
      }
    }
    reached[i].around = above.around | reached[i].here;
    if ((reached[i].here & last) != 0 && (found.empty() || i >= page.nodes()[found.back()].end))
      found.push_back(i);
  }
  return found;
}

std::string selected_value(const HtmlPage& page, std::uint32_t node, const Selector& selector) {
  return selector.attribute.empty() ? page.text(node)
                                    : std::string(page.attribute(node, selector.attribute.c_str()));
}

}  // namespace sahafa
