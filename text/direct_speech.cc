#include "text/direct_speech.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/incise.h"
#include "text/prose.h"

namespace sahafa {
namespace {

constexpr std::u32string_view kOpening = U"«“„";
constexpr std::u32string_view kClosing = U"»”";
constexpr std::u32string_view kDashes = U"—–";

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

std::vector<Extent> paragraphs_of(const Prose& prose) {
  std::vector<Extent> paragraphs;
  for (std::size_t begin = 0; begin <= prose.chars.size();) {
    const std::size_t end = std::min(prose.chars.find(U'\n', begin), prose.chars.size());
    paragraphs.push_back({begin, end});
    begin = end + 1;
  }
  return paragraphs;
}

/// What comes after a quotation that its paragraph does not close.
enum class Sequel { none, closes, opens_anew };

Sequel sequel_of(const Prose& prose, std::size_t from) {
  constexpr std::size_t kReach = 3000;  // characters
  bool is_blank = true;
  for (std::size_t i = from; i < std::min(from + kReach, prose.chars.size()); ++i) {
    if (is_one_of(prose.at(i), kClosing)) return Sequel::closes;
    if (is_one_of(prose.at(i), U"«“")) return is_blank ? Sequel::opens_anew : Sequel::none;
    is_blank = is_blank && is_prose_space(prose.at(i));
  }
  return Sequel::none;
}

/// What stands between marks, a piece a paragraph.
std::vector<Extent> quotations_of(const Prose& prose, const std::vector<Extent>& paragraphs) {
  constexpr std::size_t kNone = std::u32string::npos;
  std::vector<Extent> quotations;
  bool runs_on = false;
  for (const Extent paragraph : paragraphs) {
    std::size_t open = runs_on ? paragraph.begin : kNone;
    std::size_t straight = kNone;
    for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
      const char32_t c = prose.at(i);
      if (c == U'"' && open == kNone) {
        if (straight != kNone) quotations.push_back({straight, i + 1});
        straight = straight != kNone ? kNone : i;
      } else if (is_one_of(c, kOpening) && open == kNone) {
        open = i;
      } else if (is_one_of(c, kClosing) && open != kNone) {
        quotations.push_back({open, i + 1});
        open = kNone;
      }
    }
    runs_on = open != kNone && sequel_of(prose, paragraph.end) == Sequel::closes;
    if (const std::size_t begin = std::min(open, straight); begin != kNone) {
      quotations.push_back({begin, paragraph.end});
    }
  }
  std::ranges::sort(quotations, {}, &Extent::begin);
  return quotations;
}

/// A paragraph of a told story: it opens the marks, does not close them, and mostly tells.
bool is_story(const Prose& prose, Extent quotation) {
  const auto begin = prose.chars.begin() + static_cast<std::ptrdiff_t>(quotation.begin);
  const auto end = prose.chars.begin() + static_cast<std::ptrdiff_t>(quotation.end);
  if (prose.at(quotation.begin) != U'«' || std::find(begin, end, U'»') != end) {
    return false;
  }
  std::size_t told = 0;
  for (const Extent sentence : sentences_of(prose, {quotation.begin + 1, quotation.end})) {
    told += is_told(prose, sentence) ? sentence.size() : 0;
  }
  return told * 2 > quotation.size();
}

/// True when the last quotation that begins before `at` is still open there.
bool is_inside(const std::vector<Extent>& quotations, std::size_t at) {
  const auto next = std::ranges::lower_bound(quotations, at, {}, &Extent::begin);
  return next != quotations.begin() && std::prev(next)->end > at;
}

/// A dash before a capital, a mark or an Arabic letter. What ends with a semicolon is an item of a list, and so is what a hyphen
/// sets apart without the mark that ends a sentence.
bool opens_turn(const Prose& prose, Extent paragraph) {
  const char32_t dash = prose.at(paragraph.begin);
  if (paragraph.size() == 0 || (dash != U'-' && !is_one_of(dash, kDashes))) return false;
  std::size_t first = paragraph.begin + 1;
  while (first < paragraph.end && (prose.at(first) == U'-' || is_prose_space(prose.at(first)))) ++first;
  std::size_t last = paragraph.end;
  while (last > first && is_prose_space(prose.at(last - 1))) --last;
  const char32_t c = prose.at(first);
  const char32_t end = prose.at(last - 1);
  const bool begins = is_prose_capital(c) || is_one_of(c, kOpening) || c >= 0x600;
  const bool ends = dash != U'-' || is_one_of(end, U".!?…؟»”");
  return first < last && begins && ends && !is_one_of(end, U";؛");
}

/// Where the turns of a paragraph begin.
struct Turns {
  std::optional<std::size_t> leading;
  std::vector<std::size_t> inner;
};

Turns turns_of(const Prose& prose, Extent paragraph, const std::vector<Extent>& quotations) {
  Turns turns;
  std::size_t first = paragraph.begin;
  while (first < paragraph.end && is_prose_space(prose.at(first))) ++first;
  if (opens_turn(prose, {first, paragraph.end})) turns.leading = first;
  for (std::size_t i = first + 1; i < paragraph.end; ++i) {
    if (!is_one_of(prose.at(i), kDashes)) continue;
    std::size_t before = i - 1;
    while (before > first && is_prose_space(prose.at(before))) --before;
    std::size_t next = i + 1;
    while (next < paragraph.end && is_prose_space(prose.at(next))) ++next;
    const bool opens = is_one_of(prose.at(before), U":.!?…»,;") && next < paragraph.end &&
                       (is_prose_capital(prose.at(next)) || prose.at(next) == U'«');
    if (opens && !is_inside(quotations, i)) turns.inner.push_back(i);
  }
  return turns;
}

/// The narrator goes on with the first sentence that tells.
std::size_t turn_end(const Prose& prose, Extent turn) {
  std::size_t end = turn.begin;
  for (const Extent sentence : sentences_of(prose, turn)) {
    if (end > turn.begin && is_told(prose, sentence)) return end;
    end = sentence.end;
  }
  return end;
}

void add_said(const Prose& prose, Extent speech, std::vector<Extent>& said) {
  const std::vector<Extent> parts = without_incises(prose, speech);
  said.insert(said.end(), parts.begin(), parts.end());
}

void add_turns(const Prose& prose, const std::vector<Extent>& paragraphs,
               const std::vector<Extent>& quotations, std::vector<Extent>& said) {
  constexpr std::size_t kCharactersATurn = 2500;  // of a text that sets dialogues inside paragraphs, at most
  std::vector<Turns> turns;
  std::size_t inner = 0;
  for (const Extent paragraph : paragraphs) {
    turns.push_back(turns_of(prose, paragraph, quotations));
    inner += turns.back().inner.size();
  }
  const bool is_run_in = inner > 0 && inner * kCharactersATurn >= prose.chars.size();
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    std::vector<std::size_t> begins;
    if (turns[p].leading) begins.push_back(*turns[p].leading);
    if (is_run_in) begins.insert(begins.end(), turns[p].inner.begin(), turns[p].inner.end());
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const Extent turn = {begins[i], i + 1 < begins.size() ? begins[i + 1] : paragraphs[p].end};
      add_said(prose, {turn.begin, is_run_in ? turn_end(prose, turn) : turn.end}, said);
    }
  }
}

}  // namespace

std::vector<Span> find_direct_speech(std::string_view text) {
  const Prose prose = read_prose(text);
  const std::vector<Extent> paragraphs = paragraphs_of(prose);
  std::vector<Extent> quotations = quotations_of(prose, paragraphs);
  std::erase_if(quotations, [&](Extent quotation) { return is_story(prose, quotation); });
  std::vector<Extent> said;
  for (const Extent quotation : quotations) add_said(prose, quotation, said);
  add_turns(prose, paragraphs, quotations, said);
  std::ranges::sort(said, {}, &Extent::begin);
  std::vector<Span> spans;
  for (const Extent extent : said) {
    const Span span = prose.span(extent);
    if (!spans.empty() && span.begin < spans.back().end) {
      spans.back().end = std::max(spans.back().end, span.end);
    } else if (!span.empty()) {
      spans.push_back(span);
    }
  }
  return spans;
}

}  // namespace sahafa
