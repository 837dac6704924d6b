#include "ingest/nexis_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/lines.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

enum class Label : std::uint8_t { title, authors, section, standfirst, lang, url, other_head, other_tail };

// Labels folded, in English, French and German interfaces. The tail ends the text.
constexpr std::array<std::pair<std::string_view, Label>, 38> kLabels{{
    {"headline", Label::title},
    {"title", Label::title},
    {"titre", Label::title},
    {"byline", Label::authors},
    {"auteur", Label::authors},
    {"autor", Label::authors},
    {"section", Label::section},
    {"rubrique", Label::section},
    {"rubrik", Label::section},
    {"highlight", Label::standfirst},
    {"encart", Label::standfirst},
    {"language", Label::lang},
    {"langue", Label::lang},
    {"sprache", Label::lang},
    {"url", Label::url},
    {"length", Label::other_head},
    {"longueur", Label::other_head},
    {"lange", Label::other_head},
    {"dateline", Label::other_head},
    {"load-date", Label::other_tail},
    {"update", Label::other_tail},
    {"date-chargement", Label::other_tail},
    {"graphic", Label::other_tail},
    {"graphique", Label::other_tail},
    {"subject", Label::other_tail},
    {"sujet", Label::other_tail},
    {"person", Label::other_tail},
    {"personne", Label::other_tail},
    {"company", Label::other_tail},
    {"societe", Label::other_tail},
    {"geographic", Label::other_tail},
    {"localisation-geo", Label::other_tail},
    {"industry", Label::other_tail},
    {"type-publication", Label::other_tail},
    {"publication-type", Label::other_tail},
    {"code-journal", Label::other_tail},
    {"journal-code", Label::other_tail},
    {"notes", Label::other_tail},
}};

struct LabelledLine {
  Label label;
  std::string_view value;
};

bool is_tail(Label label) {
  return label == Label::other_tail || label == Label::lang || label == Label::url;
}

std::optional<LabelledLine> labelled(std::string_view line) {
  constexpr std::size_t kLongestLabel = 24;
  const std::size_t colon = line.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string name = fold(trim(line.substr(0, colon)));
  const auto* const found =
      std::ranges::find(kLabels, std::string_view(name), [](const auto& entry) { return entry.first; });
  if (found == kLabels.end()) return std::nullopt;
  return LabelledLine{found->second, trim(line.substr(colon + 1))};
}

// "1 of 80 DOCUMENTS", "Document 1 de 80", "Dokument 1 von 80"
bool is_start_line(std::string_view line) {
  line = trim(line);
  if (line.size() > 40 || line.size() < 6) return false;
  std::string words = fold(line);
  bool document = false;
  for (const std::string_view word : {"documents", "document", "dokumente", "dokument"}) {
    const std::size_t at = words.find(word);
    if (at == std::string::npos) continue;
    words.erase(at, word.size());
    document = true;
    break;
  }
  std::string_view rest = trim(words);
  const auto take_number = [&rest] {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
    rest = trim(rest.substr(end));
    return end > 0;
  };
  if (!document || !take_number()) return false;
  const std::size_t blank = rest.find(' ');
  const std::string_view between = rest.substr(0, blank);
  if (between != "of" && between != "de" && between != "von" && between != "sur") return false;
  rest = blank == std::string_view::npos ? std::string_view() : trim(rest.substr(blank));
  return take_number() && rest.empty();
}

// Where a line says that the article ends, or npos; text may be stuck in front of it.
std::size_t find_end_mark(std::string_view line) {
  for (const std::string_view mark : {"End of Document", "Fin du document", "Ende des Dokuments"})
    if (trim(line).ends_with(mark)) return line.rfind(mark);
  return std::string_view::npos;
}

bool is_body_line(std::string_view line) {
  line = trim(line);
  return line == "Body" || line == "Corps" || line == "Body:" || line == "Corps de l'article";
}

bool is_rights(std::string_view line) {
  const std::string folded = fold(line);
  return folded.starts_with("copyright") || folded.starts_with("©") || folded.starts_with("tous droits") ||
         folded.starts_with("all rights");
}

bool is_whole_date(std::string_view line) {
  constexpr std::size_t kLongestDateLine = 80;
  return line.size() <= kLongestDateLine && parse_date(line).size() == 10;
}

std::string without_by(std::string_view names) {
  for (const std::string_view word : {"By ", "BY ", "by ", "Par ", "PAR ", "بقلم "})
    if (names.starts_with(word)) return std::string(trim(names.substr(word.size())));
  return std::string(names);
}

void take_label(const LabelledLine& line, Article& article) {
  const auto set = [&line](std::string& member) {
    if (member.empty()) member = line.value;
  };
  if (line.label == Label::title) set(article.title);
  if (line.label == Label::authors && article.authors.empty()) article.authors = without_by(line.value);
  if (line.label == Label::section) article.genre = line.value.substr(0, line.value.find(';'));
  if (line.label == Label::lang) article.lang = line.value.substr(0, line.value.find_first_of(";, "));
  if (line.label == Label::url) set(article.url);
}

void add_paragraph(std::string& text, std::string_view paragraph) {
  if (!text.empty()) text += '\n';
  text += paragraph;
}

// Outlet, date and title in front of the fields; date and title may change places, an edition may stand between.
void read_old_head(const std::vector<std::string_view>& head, Article& article) {
  for (const std::string_view line : head) {
    if (is_start_line(line) || is_rights(line)) continue;
    if (article.outlet.empty()) {
      article.outlet = line;
    } else if (article.date.empty() && is_whole_date(line)) {
      article.date = line;
    } else if (article.title.empty() || !article.date.empty()) {
      article.title = line;
    }
  }
}

// Nexis Uni: the lines above the fields end with title, outlet, date; a list of hits may stand before them.
void read_uni_head(const std::vector<std::string_view>& head, Article& article) {
  std::size_t date = head.size();
  for (std::size_t i = 2; i < head.size() && !labelled(head[i]) && !is_rights(head[i]); ++i)
    if (is_whole_date(head[i])) date = i;
  if (date == head.size()) return;
  article.date = head[date];
  article.outlet = head[date - 1];
  article.title = head[date - 2];
}

Article read_uni(std::string_view record, std::span<const Span> lines, std::size_t body) {
  Article article;
  std::vector<std::string_view> head;
  for (const Span span : lines.first(body))
    if (const std::string_view line = trim(slice(record, span)); !line.empty()) head.push_back(line);
  read_uni_head(head, article);
  bool in_text = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == body) continue;
    std::string_view line = slice(record, lines[i]);
    line = trim(line.substr(0, find_end_mark(line)));
    if (line.empty()) continue;
    const std::optional<LabelledLine> field = labelled(line);
    const bool behind = i > body && (line == "Classification" || (field && is_tail(field->label)));
    in_text = in_text && !behind;
    if (field && (i < body || !in_text)) {
      take_label(*field, article);
    } else if (i > body && in_text) {
      add_paragraph(article.text, line);
    }
  }
  return article;
}

// Blocks of lines between blank lines, each joined to one.
std::string blocks_of(std::string_view record) {
  std::string blocks;
  bool begins = true;
  for (const Span span : split_lines(record)) {
    const std::string_view line = trim(slice(record, span));
    if (!line.empty() && !blocks.empty()) blocks += begins ? '\n' : ' ';
    blocks += line;
    begins = line.empty();
  }
  return blocks;
}

}  // namespace

bool is_nexis_text(std::string_view text) {
  bool body = false;
  bool length = false;
  for (const Span span : split_lines(text)) {
    const std::string_view line = slice(text, span);
    if (is_start_line(line)) return true;
    body = body || is_body_line(line);
    const std::optional<LabelledLine> field = labelled(trim(line));
    length = length || (field && field->label == Label::other_head);
  }
  return body && length;
}

std::vector<Span> find_nexis_records(std::string_view text) {
  std::vector<std::size_t> begins;
  std::vector<Span> ended;
  std::uint32_t open = 0;
  for (const Span span : split_lines(text)) {
    const std::string_view line = slice(text, span);
    if (is_start_line(line)) begins.push_back(span.begin);
    if (find_end_mark(line) == std::string_view::npos) continue;
    ended.push_back(trim_span(text, {open, span.end}));
    open = span.end;
  }
  return begins.empty() ? ended : cut_records(text, begins);
}

Article read_nexis_paragraphs(std::string_view paragraphs) {
  Article article;
  std::vector<std::string_view> head;
  bool in_head = true;
  bool in_text = true;
  for (const Span span : split_lines(paragraphs)) {
    const std::string_view line = trim(slice(paragraphs, span));
    const std::optional<LabelledLine> field = labelled(line);
    if (field) {
      if (in_head) read_old_head(head, article);
      in_head = false;
      in_text = in_text && (article.text.empty() || !is_tail(field->label));
      take_label(*field, article);
      if (field->label == Label::standfirst) add_paragraph(article.text, field->value);
    } else if (in_head) {
      head.push_back(line);
    } else if (in_text && !is_rights(line)) {
      add_paragraph(article.text, line);
    }
  }
  return article;
}

Article read_nexis_record(std::string_view record) {
  const std::vector<Span> lines = split_lines(record);
  const auto body =
      std::ranges::find_if(lines, [record](Span line) { return is_body_line(slice(record, line)); });
  if (lines.empty() || is_start_line(slice(record, lines.front())))
    return read_nexis_paragraphs(blocks_of(record));
  if (body == lines.end()) return {};
  return read_uni(record, lines, static_cast<std::size_t>(body - lines.begin()));
}

}  // namespace sahafa
