#include "ingest/text_pieces.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "ingest/dates.h"
#include "ingest/lines.h"
#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kShortestArticleBytes = 80;  // less, between separators and without fields, is a remark
constexpr std::size_t kLongestTitleCharacters = 160;
constexpr std::size_t kLongestDateLineCharacters = 80;

constexpr std::array<std::pair<std::string_view, SplitRule>, 5> kRules{{
    {"auto", SplitRule::automatic},
    {"none", SplitRule::none},
    {"fields", SplitRule::fields},
    {"marks", SplitRule::marks},
    {"blanks", SplitRule::blanks},
}};

enum class Separator { none, strong, weak };

// A line of one mark three times or more. Stars and number signs also separate sections inside an article:
// weak.
Separator separator_of(std::string_view line) {
  line = trim(line);
  if (line.size() < 3) return Separator::none;
  const char mark = line.front();
  const bool uniform = std::ranges::all_of(line, [mark](char c) { return c == mark || c == ' '; });
  if (!uniform || std::ranges::count(line, mark) < 3) return Separator::none;
  if (mark == '-' || mark == '=' || mark == '_') return Separator::strong;
  return mark == '*' || mark == '#' ? Separator::weak : Separator::none;
}

// "Publié le 8 avril 2025 à 16h28", "الثلاثاء 8 أبريل 2025": a date with little around it, and no sentence.
bool is_date_line(std::string_view line) {
  return count_code_points(line) <= kLongestDateLineCharacters && !line.ends_with('.') &&
         find_date(line).has_value();
}

// Takes the lines of a file apart by one set of rules.
class Cutter {
 public:
  Cutter(std::string_view text, SplitRule rule, bool by_blanks)
      : text_(text), lines_(split_lines(text)), rule_(rule), by_blanks_(by_blanks) {}

  std::vector<TextPiece> cut() {
    open(0, {});
    while (at_ < lines_.size()) {
      if (splits_at_mark(at_)) {
        close(lines_[at_].begin);
        open(at_ + 1, "separator");
      } else if (begins_block(at_)) {
        take_block();
      } else if (by_blanks_ && begins_behind_blanks(at_)) {
        close(lines_[at_].begin);
        open(at_, "blank lines");
        ++at_;
      } else {
        ++at_;
      }
    }
    close(static_cast<std::uint32_t>(text_.size()));
    if (pieces_.size() > 1 && pieces_[0].begun_by.empty()) pieces_[0].begun_by = pieces_[1].begun_by;
    if (pieces_.size() == 1) pieces_[0].begun_by = {};
    return std::move(pieces_);
  }

 private:
  std::string_view line(std::size_t at) const { return slice(text_, lines_[at]); }
  bool is_blank(std::size_t at) const { return trim(line(at)).empty(); }
  std::optional<FieldLine> field_at(std::size_t at) const {
    return at < lines_.size() ? parse_field_line(line(at)) : std::nullopt;
  }
  std::size_t skip_blank(std::size_t at) const {
    while (at < lines_.size() && is_blank(at)) ++at;
    return at;
  }

  bool splits_at_mark(std::size_t at) const {
    const Separator separator = separator_of(line(at));
    if (rule_ == SplitRule::marks) return separator != Separator::none;
    if (rule_ != SplitRule::automatic) return false;
    return separator == Separator::strong ||
           (separator == Separator::weak && field_at(skip_blank(at + 1)).has_value());
  }

  bool splits_at_fields() const { return rule_ == SplitRule::automatic || rule_ == SplitRule::fields; }

  // Two blank lines stand in front, and unless the user says that this is enough, a title with a date or an address below.
  bool begins_behind_blanks(std::size_t at) const {
    if (at < 2 || is_blank(at) || !is_blank(at - 1) || !is_blank(at - 2)) return false;
    if (rule_ == SplitRule::blanks) return true;
    if (!may_be_title(trim(line(at)))) return false;
    const std::size_t below = skip_blank(at + 1);
    if (below >= lines_.size()) return false;
    const std::string_view second = trim(line(below));
    return is_address_line(second) || is_date_line(second);
  }

  // Field lines after a blank line: two of them, or one that is a title.
  bool begins_block(std::size_t at) const {
    if (at == 0 || !is_blank(at - 1)) return false;
    const std::optional<FieldLine> field = field_at(at);
    return field && (field->field == Field::title || field_at(at + 1));
  }

  // Begins a piece at line `at`: its field lines, blank lines between them allowed, then its body.
  void open(std::size_t at, std::string_view begun_by) {
    current_ = {};
    current_.begun_by = begun_by;
    at_ = skip_blank(at);
    while (std::optional<FieldLine> field = field_at(at_)) {
      if (field->field == Field::text) {
        current_.body.begin = field->value.empty()
                                  ? begin_of(at_ + 1)
                                  : static_cast<std::uint32_t>(field->value.data() - text_.data());
        ++at_;
        return;
      }
      current_.fields.push_back(*field);
      at_ = field_at(skip_blank(at_ + 1)) ? skip_blank(at_ + 1) : at_ + 1;
    }
    current_.body.begin = begin_of(at_);
  }

  std::uint32_t begin_of(std::size_t at) const {
    return at < lines_.size() ? lines_[at].begin : static_cast<std::uint32_t>(text_.size());
  }

  // A block inside a piece begins the next article; at the very end of the piece it is metadata that follows
  // its text.
  void take_block() {
    std::size_t end = at_;
    std::vector<FieldLine> fields;
    while (const std::optional<FieldLine> field = field_at(end)) {
      fields.push_back(*field);
      ++end;
    }
    const std::size_t next = skip_blank(end);
    const bool trails = next == lines_.size() || splits_at_mark(next);
    if (trails && current_.fields.empty()) {
      current_.fields = std::move(fields);
      current_.body.end = lines_[at_].begin;
      at_ = next;
    } else if (splits_at_fields()) {
      close(lines_[at_].begin);
      open(at_, "field lines");
    } else {
      at_ = end;
    }
  }

  void close(std::uint32_t end) {
    if (current_.body.end != 0) end = current_.body.end;
    current_.body = trim_span(text_, {std::min(current_.body.begin, end), end});
    const bool remark = current_.fields.empty() && current_.body.size() < kShortestArticleBytes;
    if (remark && !pieces_.empty()) {
      pieces_.back().body.end = std::max(pieces_.back().body.end, current_.body.end);
    } else if (!current_.body.empty() || !current_.fields.empty()) {
      pieces_.push_back(std::move(current_));
    }
  }

  std::string_view text_;
  std::vector<Span> lines_;
  SplitRule rule_;
  bool by_blanks_;
  std::vector<TextPiece> pieces_;
  TextPiece current_;
  std::size_t at_ = 0;
};

}  // namespace

SplitRule parse_split_rule(std::string_view name) {
  for (const auto& [known, rule] : kRules)
    if (known == name) return rule;
  throw Error(ErrorCode::usage,
              "split: " + std::string(name) + " is no rule; write auto, none, fields, marks or blanks");
}

std::vector<TextPiece> cut_pieces(std::string_view text, SplitRule rule) {
  std::vector<TextPiece> pieces = Cutter(text, rule, rule == SplitRule::blanks).cut();
  const bool undecided = pieces.size() == 1 && pieces[0].fields.empty() && rule == SplitRule::automatic;
  return undecided ? Cutter(text, rule, true).cut() : pieces;
}

bool may_be_title(std::string_view line) {
  constexpr std::array<std::string_view, 13> kMarks{".", "!", "?", "؟", "…",  ":", ",",
                                                    "،", ";", "؛", "»", "\"", "”"};
  return !line.empty() && count_code_points(line) <= kLongestTitleCharacters &&
         std::ranges::none_of(kMarks, [line](std::string_view mark) { return line.ends_with(mark); });
}

bool is_address_line(std::string_view line) {
  return (line.starts_with("http://") || line.starts_with("https://")) &&
         line.find_first_of(" \t") == std::string_view::npos;
}

}  // namespace sahafa
