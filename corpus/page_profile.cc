#include "corpus/page_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kLongestSelector = 500;  // bytes
constexpr std::size_t kMostSteps = 16;         // whoever looks for them has 32 bits

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Names may have letters of any script; what is no mark of the language belongs to them.
bool is_name(char c) {
  constexpr std::string_view kMarks = ".#[]=^*$~|@>+,:()\"'\\/";
  return !is_blank(c) && kMarks.find(c) == std::string_view::npos;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class SelectorParser {
 public:
  explicit SelectorParser(std::string_view written) : written_(written) {}

  Selector parse() {
    if (written_.size() > kLongestSelector) fail("is too long; name the element by its class or id");
    Selector selector;
    skip_blanks();
    while (at_ < written_.size() && written_[at_] != '@') {
      const bool child = !selector.steps.empty() && take('>');
      skip_blanks();
      if (selector.steps.size() == kMostSteps) fail("names too many elements; a class or an id is enough");
      selector.steps.push_back(step());
      selector.steps.back().child = child;
      skip_blanks();
    }
    if (selector.steps.empty())
      fail("names no element; write a tag, .class or #id, such as div.article-text");
    if (take('@'))
      selector.attribute = lowered(name("@ needs the name of an attribute behind it, such as time@datetime"));
    skip_blanks();
    if (at_ < written_.size()) fail("ends with @attribute; nothing may stand behind it");
    return selector;
  }

 private:
  [[noreturn]] void fail(std::string_view what) const {
    throw Error(ErrorCode::malformed,
                fmt::format("selector \"{}\": {}", written_.substr(0, kLongestSelector), what));
  }

  void skip_blanks() {
    while (at_ < written_.size() && is_blank(written_[at_])) ++at_;
  }

  bool take(char c) {
    if (at_ >= written_.size() || written_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string name(std::string_view complaint) {
    const std::size_t begin = at_;
    while (at_ < written_.size() && is_name(written_[at_])) ++at_;
    if (at_ == begin) fail(complaint);
    return std::string(written_.substr(begin, at_ - begin));
  }

  static std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), lower);
    return text;
  }

  SelectorStep step() {
    SelectorStep step;
    const std::size_t begin = at_;
    if (!take('*') && at_ < written_.size() && is_name(written_[at_])) step.tag = lowered(name(""));
    while (at_ < written_.size() && !is_blank(written_[at_]) && written_[at_] != '>' && written_[at_] != '@')
      part(step);
    if (at_ == begin) fail("> needs an element behind it");
    return step;
  }

  void part(SelectorStep& step) {
    if (take('.')) {
      step.classes.push_back(name("'.' needs the name of a class behind it"));
    } else if (take('#')) {
      step.id = name("'#' needs an id behind it");
    } else if (take('[')) {
      step.attributes.push_back(attribute());
    } else if (take(',')) {
      fail("write alternatives as a list: [\"first\", \"second\"]");
    } else if (take(':')) {
      fail("':' (such as :nth-child) is not read; name the element by a class, an id or an [attribute]");
    } else {
      fail(fmt::format(
          "'{}' is not read; there are tag, .class, #id, [attribute=value], a blank for \"below\" and > for "
          "\"directly below\"",
          written_[at_]));
    }
  }

  SelectorStep::Attribute attribute() {
    using enum SelectorStep::Match;
    constexpr std::array<std::pair<std::string_view, SelectorStep::Match>, 3> kMatches{
        {{"=", equal}, {"^=", begins}, {"*=", contains}}};
    SelectorStep::Attribute attribute{lowered(name("'[' needs the name of an attribute behind it"))};
    if (take(']')) return attribute;
    const auto match = std::ranges::find_if(
        kMatches, [&](const auto& one) { return written_.substr(at_).starts_with(one.first); });
    if (match == kMatches.end()) fail("in [ ] there may be =, ^= (begins with) and *= (contains)");
    attribute.match = match->second;
    at_ += match->first.size();
    attribute.value = value();
    if (!take(']')) fail("a ']' is missing");
    return attribute;
  }

  std::string value() {
    const char quote =
        at_ < written_.size() && (written_[at_] == '"' || written_[at_] == '\'') ? written_[at_] : ']';
    if (quote != ']') ++at_;
    const std::size_t end = written_.find(quote, at_);
    if (end == std::string_view::npos)
      fail(quote == ']' ? "a ']' is missing" : "a quotation mark is missing");
    std::string value(written_.substr(at_, end - at_));
    at_ = quote == ']' ? end : end + 1;
    return value;
  }

  std::string_view written_;
  std::size_t at_ = 0;
};

}  // namespace

Selector parse_selector(std::string_view written) { return SelectorParser(written).parse(); }

}  // namespace sahafa
