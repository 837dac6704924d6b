#include "ingest/html_scripts.h"

#include <algorithm>
#include <array>

namespace sahafa {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_tag(std::string_view html, std::string_view tag) {
  if (html.size() <= tag.size() || !std::ranges::equal(html.substr(0, tag.size()), tag, {}, lower))
    return false;
  const char next = html[tag.size()];
  return next == '>' || next == '/' || next == ' ' || next == '\n' || next == '\t' || next == '\r' ||
         next == '\f';
}

// Where the end tag `close` ("</script") begins at or behind `at`.
std::size_t find_close(std::string_view html, std::string_view close, std::size_t at) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 1))
    if (starts_with_tag(html.substr(at), close)) return at;
  return std::string_view::npos;
}

struct Element {
  std::string_view open;
  std::string_view close;
};

// Whose contents no reader of the page reads. All hold what is hidden (html_document.h) whatever is in them.
constexpr std::array<Element, 4> kElements{
    {{"<script", "</script"}, {"<style", "</style"}, {"<svg", "</svg"}, {"<noscript", "</noscript"}}};

constexpr std::size_t kMostAttributes = 300;
constexpr std::size_t kLongestValue = std::size_t{1} << 16;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Copies a page part by part.
class PageCutter {
 public:
  explicit PageCutter(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string cut() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
      at = html_.substr(at).starts_with("<!--") ? behind_comment(at) : behind_tag(at);
      // Looking on for ends that are not there would cost O(n²).
      if (at == std::string_view::npos) break;
    }
    out_.append(html_, copied_);
    return std::move(out_);
  }

 private:
  // Leaves out [begin, end).
  void leave_out(std::size_t begin, std::size_t end) {
    out_.append(html_, copied_, begin - copied_);
    copied_ = end;
  }

  std::size_t behind_comment(std::size_t at) {
    const std::size_t end = html_.find("-->", at + std::string_view("<!--").size());
    if (end == std::string_view::npos) return end;
    leave_out(at, end + 3);
    return end + 3;
  }

  std::size_t behind_tag(std::size_t at) {
    if (at + 1 == html_.size() || !is_letter(html_[at + 1])) return at + 1;
    const std::size_t content = read_tag(at);
    const std::string_view tag = html_.substr(at, content - at);
    const auto element = std::ranges::find_if(
        kElements, [&](const Element& one) { return starts_with_tag(html_.substr(at), one.open); });
    if (element == kElements.end()) return content;
    const std::size_t end = find_close(html_, element->close, content);
    if (end != std::string_view::npos && tag.find("ld+json") == std::string_view::npos)
      leave_out(content, end);
    return end;
  }

  // Behind the tag that begins at `at`; attributes and values that are too many or too long are left out.
  std::size_t read_tag(std::size_t at) {
    std::size_t attributes = 0;
    std::size_t excess = 0;  // where it begins; 0: there is none
    bool is_value = false;   // behind =
    bool is_between = false;
    for (++at; at < html_.size() && html_[at] != '>'; ++at) {
      const char c = html_[at];
      if (is_space(c)) {
        is_between = true;
        continue;
      }
      if (is_between && ++attributes == kMostAttributes) excess = at;
      is_between = is_value && (c == '"' || c == '\'');
      is_value = c == '=';
      if (is_between) at = behind_value(at, excess == 0);
    }
    if (excess != 0) leave_out(excess, at);
    return std::min(at + 1, html_.size());
  }

  // The quotation mark that closes the one at `at`.
  std::size_t behind_value(std::size_t at, bool is_kept) {
    const std::size_t end = std::min(html_.find(html_[at], at + 1), html_.size() - 1);
    if (is_kept && end - at > kLongestValue) leave_out(at + 1, end);
    return end;
  }

  std::string_view html_;
  std::string out_;
  std::size_t copied_ = 0;
};

}  // namespace

std::string without_scripts(std::string_view html) { return PageCutter(html).cut(); }

}  // namespace sahafa
