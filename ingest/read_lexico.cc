#include "ingest/read_lexico.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/lines.h"
#include "ingest/record.h"

namespace sahafa {
namespace {

struct Key {
  std::string name;
  std::string value;
};

// Takes the key that `line` begins with off it: <journal=Le Matin>, <date="2025">.
std::optional<Key> take_key(std::string_view& line) {
  constexpr std::size_t kLongestName = 40;
  const std::size_t equals = line.find('=');
  const std::size_t end = line.find('>');
  if (!line.starts_with('<') || equals == std::string_view::npos || end == std::string_view::npos ||
      equals > end || equals < 2 || equals > kLongestName)
    return std::nullopt;
  const std::string_view name = line.substr(1, equals - 1);
  if (name.find_first_of("<>/\"!? \t") != std::string_view::npos) return std::nullopt;
  std::string_view value = trim(line.substr(equals + 1, end - equals - 1));
  if (value.size() > 1 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  Key key{std::string(name), std::string(value)};
  line = trim(line.substr(end + 1));
  return key;
}

bool holds_on(Field field) {
  return field != Field::title && field != Field::url && field != Field::key && field != Field::text;
}

class PartReader {
 public:
  PartReader(const SourceText& source, Intake& out) : source_(source), out_(out) {
    any_known_ = std::ranges::any_of(split_lines(source.text), [&](Span place) {
      std::string_view line = trim(slice(source.text, place));
      const std::optional<Key> key = take_key(line);
      return key && find_column(key->name, source.columns);
    });
  }

  void read() {
    std::size_t number = 0;
    for (const Span place : split_lines(source_.text)) {
      ++number;
      read_line(place, number);
    }
    close();
  }

 private:
  void read_line(Span place, std::size_t number) {
    std::string_view line = trim(slice(source_.text, place));
    const bool has_keys = line.starts_with('<');
    while (const std::optional<Key> key = take_key(line)) {
      if (any_known_ && !find_column(key->name, source_.columns)) continue;  // <page=12> is inside an article
      if (!trim(text_).empty()) close();
      set(*key, number);
    }
    if (line.starts_with("§")) line = trim(line.substr(std::string_view("§").size()));
    if (line.empty() && (text_.empty() || has_keys)) return;
    if (text_.empty()) span_.begin = static_cast<std::uint32_t>(line.data() - source_.text.data());
    text_.append(line).append("\n");
    span_.end = place.end;
  }

  void set(const Key& key, std::size_t number) {
    keys_[key.name] = key.value;
    if (!open_) line_ = number;
    open_ = true;
  }

  void close() {
    if (!open_ && trim(text_).empty()) return;
    Article article;
    ColumnFiller filler(article, source_.columns);
    for (const auto& [name, value] : keys_) filler.set(name, value);
    article.text = std::exchange(text_, {});
    add_record(source_, trim_span(source_.text, span_), "line " + std::to_string(line_),
               "the keys have no text behind them", std::move(article), out_);
    std::erase_if(keys_, [&](const auto& key) {
      const auto column = find_column(key.first, source_.columns);
      return column && !holds_on(column->field);
    });
    span_ = {};
    open_ = false;
  }

  const SourceText& source_;
  Intake& out_;
  bool any_known_ = false;
  std::map<std::string, std::string> keys_;  // as they hold now
  std::string text_;
  Span span_;
  std::size_t line_ = 1;
  bool open_ = false;  // keys were set since the last article
};

}  // namespace

bool LexicoReader::accepts(std::string_view, std::string_view head) const {
  head = trim(head);
  std::string_view line = trim(head.substr(0, head.find_first_of("\r\n")));
  return take_key(line).has_value();
}

void LexicoReader::read(const SourceText& source, Intake& out) const { PartReader(source, out).read(); }

}  // namespace sahafa
