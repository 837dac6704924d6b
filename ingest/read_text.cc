#include "ingest/read_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "ingest/date_words.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/split.h"
#include "ingest/text_pieces.h"
#include "text/fold.h"

namespace sahafa {
namespace {

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
  if (rest.size() <= line.size() || !may_be_title(line) || is_dateline(line) || is_address_line(line)) return;
  article.title = std::string(line);
  set_origin(article, "title", "text");
  article.text = std::string(rest);
}

// An address alone on one of the first lines, as it is pasted with the text, is that of the article.
void take_address(Article& article) {
  constexpr int kFirstLines = 3;
  std::size_t begin = 0;
  for (int line = 0; line < kFirstLines && begin < article.text.size(); ++line) {
    const std::size_t end = std::min(article.text.find('\n', begin), article.text.size());
    const std::string_view found = trim(std::string_view(article.text).substr(begin, end - begin));
    if (is_address_line(found)) {
      article.url = std::string(found);
      set_origin(article, "url", "text");
      article.text.erase(begin, end + 1 - begin);
      return;
    }
    begin = end + 1;
  }
}

Intake::Item read_piece(std::string_view text, const TextPiece& piece) {
  Intake::Item item;
  apply_fields(piece.fields, item.article);
  item.copies = split_copies(slice(text, piece.body));
  for (Span& copy : item.copies) copy = {copy.begin + piece.body.begin, copy.end + piece.body.begin};
  item.article.text = std::string(slice(text, longest_copy(item.copies)));
  if (piece.fields.empty()) {
    guess_title(item.article);
    take_address(item.article);
  }
  if (!piece.begun_by.empty()) set_origin(item.article, "split", piece.begun_by);
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
  for (const TextPiece& piece : cut_pieces(source.text, source.split)) {
    Intake::Item item = read_piece(source.text, piece);
    if (out.items.empty() || !take_as_copy(out.items.back(), item)) out.items.push_back(std::move(item));
  }
}

}  // namespace sahafa
