#include "ingest/html_query.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace sahafa {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view word, std::string_view prefix) {
  return word.size() >= prefix.size() && std::ranges::equal(word.substr(0, prefix.size()), prefix, {}, lower);
}

bool is_inline(HtmlTag tag) { return tag == HtmlTag::inline_element || tag == HtmlTag::link; }

// Collects text and decides where lines end.
class LineWriter {
 public:
  void block() { breaks_ = kNewLine; }
  void line_break() { ++breaks_; }

  void text(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
      append_collapsed(out_, text);
      return;
    }
    if (breaks_ > 0) {
      while (!out_.empty() && out_.back() == ' ') out_.pop_back();
      if (!out_.empty() && out_.back() != '\n') out_ += breaks_ >= kNewLine ? '\n' : ' ';
      breaks_ = 0;
    }
    append_collapsed(out_, text);
  }

  std::string take() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  static constexpr int kNewLine = 2;
  std::string out_;
  int breaks_ = 0;
};

}  // namespace

bool has_class(const HtmlPage& page, std::uint32_t node, std::string_view prefix) {
  const std::string_view classes = page.attribute(node, "class");
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t begin = std::min(classes.find_first_not_of(" \t\r\n", at), classes.size());
    at = std::min(classes.find_first_of(" \t\r\n", begin), classes.size());
    if (at > begin && begins_with(classes.substr(begin, at - begin), prefix)) return true;
  }
  return false;
}

std::optional<std::uint32_t> find_class(const HtmlPage& page, std::string_view prefix, std::uint32_t from) {
  for (std::uint32_t i = from; i < page.nodes().size(); ++i)
    if (has_class(page, i, prefix)) return i;
  return std::nullopt;
}

std::string text_of_class(const HtmlPage& page, std::string_view prefix) {
  const std::optional<std::uint32_t> node = find_class(page, prefix);
  return node ? page.text(*node) : std::string();
}

std::string lines_of(const HtmlPage& page, std::uint32_t begin, std::uint32_t end,
                     const std::function<bool(std::uint32_t)>& skip) {
  LineWriter lines;
  std::vector<std::uint32_t> open;  // ends of the block elements around the place
  for (std::uint32_t i = begin; i < end;) {
    const HtmlNode& node = page.nodes()[i];
    while (!open.empty() && open.back() <= i) {
      lines.block();
      open.pop_back();
    }
    if (node.tag == HtmlTag::hidden || node.tag == HtmlTag::furniture || (skip && skip(i))) {
      i = node.end;
      continue;
    }
    if (node.tag == HtmlTag::text) {
      lines.text(node.text);
    } else if (node.tag == HtmlTag::line_break) {
      lines.line_break();
    } else if (!is_inline(node.tag)) {
      lines.block();
      open.push_back(node.end);
    }
    ++i;
  }
  return lines.take();
}

}  // namespace sahafa
