#include "ingest/read_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "ingest/date_words.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/lines.h"
#include "ingest/split.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kShortestArticleBytes = 80;  // less, between separators and without fields, is a remark
constexpr std::size_t kLongestTitleCharacters = 160;

// Metadata and text of one article in the file.
struct Piece {
  std::vector<FieldLine> fields;
  Span body;
};

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

// Takes the lines of a file apart into pieces.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text), lines_(split_lines(text)) {}

  std::vector<Piece> cut() {
    open(0);
    while (at_ < lines_.size()) {
      const Separator separator = separator_of(line(at_));
      const bool splits =
          separator == Separator::strong || (separator == Separator::weak && field_at(skip_blank(at_ + 1)));
      if (splits) {
        close(lines_[at_].begin);
        open(at_ + 1);
      } else if (begins_block(at_)) {
        take_block();
      } else {
        ++at_;
      }
    }
    close(static_cast<std::uint32_t>(text_.size()));
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

  // Field lines after a blank line: two of them, or one that is a title.
  bool begins_block(std::size_t at) const {
    if (at == 0 || !is_blank(at - 1)) return false;
    const std::optional<FieldLine> field = field_at(at);
    return field && (field->field == Field::title || field_at(at + 1));
  }

  // Begins a piece at line `at`: its field lines, blank lines between them allowed, then its body.
  void open(std::size_t at) {
    current_ = {};
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
    const bool trails = next == lines_.size() || separator_of(line(next)) == Separator::strong;
    if (!trails || !current_.fields.empty()) {
      close(lines_[at_].begin);
      open(at_);
      return;
    }
    current_.fields = std::move(fields);
    current_.body.end = lines_[at_].begin;
    at_ = next;
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
  std::vector<Piece> pieces_;
  Piece current_;
  std::size_t at_ = 0;
};

void apply_fields(const std::vector<FieldLine>& fields, Article& article) {
  for (const FieldLine& line : fields) {
    if (line.field == Field::kind && is_digest(line.value)) set_origin(article, "text", "digest");
    if (line.field == Field::text) continue;  // the body is read where it stands
    std::string* member = member_of(article, line.field);
    if (member != nullptr && member->empty()) *member = std::string(line.value);
  }
}

std::string standfirst_of(const std::vector<FieldLine>& fields) {
  for (const FieldLine& line : fields)
    if (line.field == Field::standfirst) return std::string(line.value) + "\n";
  return {};
}

// "Mardi 8 avril 2025", "الثلاثاء، 8 أبريل 2025": a date with its weekday and nothing else.
bool is_dateline(std::string_view line) {
  const std::optional<FoundDate> found = find_date(line);
  if (!found) return false;
  const std::string before = fold(trim(line.substr(0, found->span.begin)));
  std::string_view weekday = before;
  for (const std::string_view mark : {",", "،", ":"})
    if (weekday.ends_with(mark)) weekday.remove_suffix(mark.size());
  const std::string_view after = trim(line.substr(found->span.end));
  return after.empty() && (weekday.empty() || find_weekday(trim(weekday)).has_value());
}

// A short first line that ends like no sentence and is no date, above a longer text.
void guess_title(Article& article) {
  const std::string_view text = article.text;
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return;
  const std::string_view line = trim(text.substr(0, end));
  const std::string_view rest = trim(text.substr(end));
  const auto ends_sentence = [line](std::string_view mark) { return line.ends_with(mark); };
  constexpr std::string_view kMarks[] = {".", "!", "?", "؟", "…", ":", ",", "،", ";", "؛", "»", "\"", "”"};
  if (line.empty() || rest.size() <= line.size() || count_code_points(line) > kLongestTitleCharacters ||
      std::ranges::any_of(kMarks, ends_sentence) || is_dateline(line))
    return;
  article.title = std::string(line);
  set_origin(article, "title", "text");
  article.text = std::string(rest);
}

Intake::Item read_piece(std::string_view text, const Piece& piece) {
  Intake::Item item;
  apply_fields(piece.fields, item.article);
  item.copies = split_copies(slice(text, piece.body));
  for (Span& copy : item.copies) copy = {copy.begin + piece.body.begin, copy.end + piece.body.begin};
  item.article.text = std::string(slice(text, longest_copy(item.copies)));
  if (piece.fields.empty()) guess_title(item.article);
  item.article.text.insert(0, standfirst_of(piece.fields));
  return item;
}

// A field that both give must be the same: two outlets that print one text are two articles.
bool may_be_one(const Article& a, const Article& b) {
  const auto agree = [](const std::string& x, const std::string& y) {
    return x.empty() || y.empty() || x == y;
  };
  return agree(a.outlet, b.outlet) && agree(a.url, b.url) && agree(a.date, b.date);
}

// The same article pasted again behind a separator or with its field lines repeated.
bool take_as_copy(Intake::Item& last, const Intake::Item& next) {
  if (!may_be_one(last.article, next.article)) return false;
  if (split_copies(last.article.text + "\n" + next.article.text).size() != 2) return false;
  last.copies.insert(last.copies.end(), next.copies.begin(), next.copies.end());
  if (next.article.text.size() > last.article.text.size()) last.article.text = next.article.text;
  return true;
}

}  // namespace

bool TextReader::accepts(std::string_view, std::string_view) const { return true; }

void TextReader::read(const SourceText& source, Intake& out) const {
  for (const Piece& piece : Cutter(source.text).cut()) {
    Intake::Item item = read_piece(source.text, piece);
    if (out.items.empty() || !take_as_copy(out.items.back(), item)) out.items.push_back(std::move(item));
  }
}

}  // namespace sahafa
