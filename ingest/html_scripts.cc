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

// What is to be cut is [begin, end), nothing where they are equal; `end` is npos where an end is missing.
struct Cut {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What is to be cut of the comment or element that begins at `at`.
Cut cut_at(std::string_view html, std::size_t at) {
  constexpr std::string_view kComment = "<!--";
  const std::string_view rest = html.substr(at);
  if (rest.starts_with(kComment)) {
    const std::size_t end = html.find("-->", at + kComment.size());
    return {at, end == std::string_view::npos ? end : end + 3};
  }
  const auto element =
      std::ranges::find_if(kElements, [&](const Element& one) { return starts_with_tag(rest, one.open); });
  if (element == kElements.end()) return {at + 1, at + 1};
  const std::size_t content = html.find('>', at);
  const std::size_t end = content == std::string_view::npos ? std::string_view::npos
                                                            : find_close(html, element->close, content + 1);
  if (end == std::string_view::npos) return {at, end};
  const bool data = html.substr(at, content - at).find("ld+json") != std::string_view::npos;
  return {data ? end : content + 1, end};
}

}  // namespace

std::string without_scripts(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  std::size_t copied = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const Cut cut = cut_at(html, at);
    if (cut.end == std::string_view::npos) break;  // looking on for ends that are not there would cost O(n²)
    if (cut.end > cut.begin) {
      out.append(html, copied, cut.begin - copied);
      copied = cut.end;
    }
    at = cut.end;
  }
  out.append(html, copied);
  return out;
}

}  // namespace sahafa
