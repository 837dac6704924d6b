#include "ingest/factiva_fields.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/lines.h"
#include "ingest/reader.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::array<std::string_view, 31> kCodes{
    "HD", "HDL", "HL", "SE", "CR", "BY", "CT", "WC",  "PD",  "ET",  "SN", "SC", "ED",  "PG",  "VOL", "LA",
    "CY", "LP",  "TD", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "RF", "ART", "CLM", "CX"};

// Codes whose line may be prose ("IN 2024 ..."): inside a text only as "code : label".
constexpr std::array<std::string_view, 4> kListCodes{"CO", "IN", "NS", "RE"};

constexpr std::string_view kDocument = "Document ";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view first_word(std::string_view line) { return line.substr(0, line.find_first_of(" \t")); }

bool is_body(std::string_view code) { return code == "LP" || code == "TD"; }

// The code with which a line begins a field, or nothing. `in_body`: text stands around the line.
std::string_view code_of_line(std::string_view line, bool in_body) {
  const std::string_view word = first_word(line);
  if (!is_factiva_code(word)) return {};
  if (!in_body || is_body(word) || word.size() == line.size() || line[word.size()] == '\t') return word;
  if (std::ranges::find(kListCodes, word) != kListCodes.end())
    return line.find(" : ") != std::string_view::npos ? word : std::string_view();
  return word == "AN" || word == "PUB" || word == "RF" || word.starts_with("IP") ? word : std::string_view();
}

// "1 295 mots", "295 words", "295 كلمة"
bool is_word_count(std::string_view line) {
  if (line.empty() || line.size() > 30) return false;
  const std::string folded = fold(line);
  if (!is_digit(folded.front())) return false;
  const std::size_t unit = folded.find_first_not_of("0123456789., ");
  if (unit == std::string::npos) return false;
  constexpr std::array<std::string_view, 8> kUnits{"mots",     "mot",    "words", "word",
                                                   "palabras", "worter", "كلمه",  "كلمات"};
  return std::ranges::find(kUnits, folded.substr(unit)) != kUnits.end();
}

bool is_rights(std::string_view line) {
  const std::string folded = fold(line);
  return folded.starts_with("copyright") || folded.starts_with("(c)") || folded.starts_with("©") ||
         folded.starts_with("tous droits") || folded.starts_with("حقوق") || folded.starts_with("جميع الحقوق");
}

bool is_time(std::string_view line) {
  return line.size() <= 8 && line.size() >= 4 && line.find(':') != std::string_view::npos &&
         std::ranges::all_of(line, [](char c) { return is_digit(c) || c == ':'; });
}

bool is_source_code(std::string_view line) {
  return !line.empty() && line.size() <= 8 &&
         std::ranges::all_of(line, [](char c) { return is_upper(c) || is_digit(c); });
}

void append(std::string& value, std::string_view text, char between) {
  if (!value.empty() && !text.empty()) value += between;
  value += text;
}

FactivaFields read_coded(std::string_view text) {
  FactivaFields fields;
  std::string code;
  std::map<std::string, std::string, std::less<>> bodies;
  for (const Span span : split_lines(text)) {
    std::string_view line = trim(slice(text, span));
    if (const std::string_view number = factiva_number_of_line(line); !number.empty()) {
      fields["AN"] = number;
      continue;
    }
    const std::string_view next = code_of_line(line, is_body(code));
    if (!next.empty()) {
      code = next;
      line = trim(line.substr(next.size()));
    }
    if (code.empty()) continue;
    if (is_body(code)) {
      bodies[code].append(line).append("\n");
    } else {
      append(fields[code], line, ' ');
    }
  }
  for (const auto& [name, lines] : bodies) fields[name] = join_wrapped(lines);
  return fields;
}

FactivaFields read_bare(std::string_view text) {
  FactivaFields fields;
  const std::size_t document = text.rfind("\nDocument ");
  if (document != std::string_view::npos) {
    fields["AN"] = factiva_number_of_line(text.substr(document));
    text = text.substr(0, document);
  }
  const std::vector<Span> lines = split_lines(text);
  const auto title =
      std::ranges::find_if(lines, [text](Span line) { return !trim(slice(text, line)).empty(); });
  if (title == lines.end()) return fields;
  fields["HD"] = trim(slice(text, *title));
  const std::string_view rest = text.substr(title->end);
  fields["TD"] = join_wrapped(rest.substr(read_factiva_imprint(rest, fields)));
  return fields;
}

// One line of an imprint, up to the language. False for lines in front of the number of words, which may be text.
bool take_imprint_line(std::string_view line, FactivaFields& fields) {
  if (fields["WC"].empty()) {
    if (!is_word_count(line)) {
      append(fields["BY"], line, ' ');
      return false;
    }
    fields["WC"] = line;
  } else if (fields["PD"].empty() && !parse_date(line).empty()) {
    fields["PD"] = line;
  } else if (is_time(line)) {
    fields["ET"] = line;
  } else if (fields["SN"].empty()) {
    fields["SN"] = line;
  } else if (is_source_code(line)) {
    fields["SC"] = line;
  } else if (line.size() > 2 && !language_of(line).empty()) {
    fields["LA"] = line;
  }
  return true;
}

// LEMATN0020250408el4800001: source, two zeros, day, a serial number.
std::string date_of_accession(std::string_view number) {
  for (std::size_t at = number.find("00"); at != std::string_view::npos; at = number.find("00", at + 1))
    if (std::string date = parse_date(number.substr(at + 2, 8)); date.size() == 10) return date;
  return {};
}

}  // namespace

bool is_factiva_code(std::string_view word) { return std::ranges::find(kCodes, word) != kCodes.end(); }

std::string_view factiva_number_of_line(std::string_view line) {
  constexpr std::size_t kShortestNumber = 20;
  line = trim(line);
  if (first_word(line) == "AN") line = trim(line.substr(2));
  if (!line.starts_with(kDocument)) return {};
  const std::string_view number = trim(line.substr(kDocument.size()));
  const auto is_alphanumeric = [](char c) { return is_upper(c) || is_digit(c) || (c >= 'a' && c <= 'z'); };
  const bool is_number = number.size() >= kShortestNumber && std::ranges::any_of(number, is_digit) &&
                         std::ranges::all_of(number, is_alphanumeric);
  return is_number ? number : std::string_view();
}

std::size_t count_factiva_codes(std::string_view text) {
  constexpr std::array<std::string_view, 7> kAlways{"HD", "WC", "PD", "SN", "SC", "LA", "CY"};
  std::set<std::string_view> found;
  for (const Span line : split_lines(text))
    if (const std::string_view word = first_word(trim(slice(text, line)));
        std::ranges::find(kAlways, word) != kAlways.end())
      found.insert(word);
  return found.size();
}

FactivaFields read_factiva_lines(std::string_view text) {
  constexpr std::size_t kCoded = 3;
  return count_factiva_codes(text) >= kCoded ? read_coded(text) : read_bare(text);
}

std::size_t read_factiva_imprint(std::string_view text, FactivaFields& fields) {
  constexpr std::size_t kLongestLine = 160;
  std::size_t end = 0;
  for (const Span span : split_lines(text)) {
    const std::string_view line = trim(slice(text, span));
    if (line.empty()) continue;
    if (line.size() > kLongestLine) break;
    if (fields["LA"].empty() && !take_imprint_line(line, fields)) continue;
    if (!fields["LA"].empty() && fields["LA"] != line) {  // the line behind the language is rights or text
      if (!is_rights(line)) break;
      fields["CY"] = line;
      return span.end;
    }
    end = span.end;
  }
  if (fields["WC"].empty()) fields.erase("BY");  // no imprint: what was taken for a byline is text
  return fields["WC"].empty() ? 0 : end;
}

Article factiva_article(const FactivaFields& fields) {
  const auto value = [&fields](std::string_view code) {
    const auto found = fields.find(code);
    return found == fields.end() ? std::string() : std::string(trim(found->second));
  };
  Article article;
  article.title = value("HD");
  article.authors = value("BY");
  article.outlet = value("SN");
  article.lang = value("LA");
  article.genre = value("SE");
  article.key = value("AN");
  if (article.key.starts_with(kDocument)) article.key.erase(0, kDocument.size());
  article.date = value("PD");
  if (parse_date(article.date).empty()) {
    article.date = date_of_accession(article.key);
    if (!article.date.empty()) set_origin(article, "date", "accession number");
  }
  article.text = value("LP");
  append(article.text, value("TD"), '\n');
  return article;
}

}  // namespace sahafa
