#include "ingest/columns.h"

#include <cstdint>
#include <initializer_list>
#include <unordered_map>

#include "ingest/reader.h"
#include "text/error.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// Case, accents, blanks and joiners removed. A leading underscore stays: "_id" is a key that databases add.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : fold(trim(name)))
    if (c != '-' && c != ' ' && c != '.' && (c != '_' || plain.empty())) plain += c;
  return plain;
}

struct Names {
  Field field;
  std::initializer_list<std::string_view> names;  // the most telling first
};

std::unordered_map<std::string, ColumnField> make_columns() {
  // "source" may be a path or an aggregator, "outlet" is what it says; a collector's date comes after the paper's.
  const std::initializer_list<Names> table = {
      {Field::text,
       {"text", "content", "body", "articlebody", "full text", "main text", "raw text", "texte",
        "texte intégral", "texte complet", "texte de l'article", "contenu", "corps", "corps de l'article",
        "digest", "النص", "نص المقال", "المحتوى", "المتن"}},
      {Field::title, {"title", "headline", "titre", "titre de l'article", "العنوان", "عنوان المقال"}},
      {Field::url, {"url", "link", "canonical url", "lien", "adresse url", "الرابط"}},
      {Field::date,
       {"date", "date published", "publish date", "published", "publication date", "published at", "pub date",
        "date publication", "parution", "date parution", "date de parution", "التاريخ", "تاريخ النشر",
        "created at", "année", "annee", "an", "السنة", "year"}},
      {Field::authors,
       {"authors", "author", "byline", "auteur", "auteurs", "creator", "journaliste", "الكاتب", "المؤلف"}},
      {Field::outlet,
       {"outlet", "sitename", "publisher", "publication", "newspaper", "journal", "nom du journal",
        "media name", "media", "nom du média", "المنبر", "الجريدة", "الصحيفة", "source", "source name",
        "hostname", "domain", "المصدر"}},
      {Field::lang, {"lang", "language", "inlanguage", "langue", "اللغة"}},
      {Field::key, {"key", "id", "_id", "guid", "identifiant", "stories id", "clé", "المعرف"}},
      {Field::genre, {"genre", "type", "النوع"}},
      {Field::kind, {"kind", "nature", "الطبيعة"}},
  };
  std::unordered_map<std::string, ColumnField> columns;
  for (const auto& [field, names] : table) {
    std::size_t rank = 1;  // 0 is what the user says
    for (const std::string_view name : names) columns.emplace(plain_name(name), ColumnField{field, rank++});
  }
  return columns;
}

}  // namespace

ColumnMap parse_column_map(const std::vector<std::string_view>& pairs) {
  ColumnMap map;
  for (const std::string_view pair : pairs) {
    const std::size_t equals = pair.find('=');
    const auto column = find_column(pair.substr(0, equals));
    const std::string name = equals == std::string_view::npos ? "" : plain_name(pair.substr(equals + 1));
    if (!column || name.empty())
      throw Error(ErrorCode::usage,
                  "\"" + std::string(pair) +
                      "\": a map needs FIELD=COLUMN, the field being text, title, url, date, "
                      "authors, outlet, lang, key or genre");
    map[name] = column->field;
  }
  return map;
}

std::optional<ColumnField> find_column(std::string_view name, const ColumnMap& map) {
  static const std::unordered_map<std::string, ColumnField> columns = make_columns();
  const std::string plain = plain_name(name);
  if (const auto mapped = map.find(plain); mapped != map.end()) return ColumnField{mapped->second, 0};
  if (const auto known = columns.find(plain); known != columns.end()) return known->second;
  // What people write in front of texts names columns as well.
  constexpr std::size_t kLabelRank = 1000;
  const std::optional<Field> labelled = field_of_label(name);
  return labelled && labelled != Field::standfirst ? std::optional(ColumnField{*labelled, kLabelRank})
                                                   : std::nullopt;
}

ColumnFiller::ColumnFiller(Article& article, const ColumnMap& map) : article_(article), map_(map) {
  best_.fill(SIZE_MAX);
}

bool ColumnFiller::wants(std::string_view name) const {
  const std::optional<ColumnField> column = find_column(name, map_);
  return column && column->rank < best_rank(column->field);
}

void ColumnFiller::set(std::string_view name, std::string_view value) {
  const std::optional<ColumnField> column = find_column(name, map_);
  if (!column || column->rank >= best_rank(column->field) || trim(value).empty()) return;
  best_[static_cast<std::size_t>(column->field)] = column->rank;
  if (column->field == Field::kind ? is_digest(value) : trim(name) == "digest")
    set_origin(article_, "text", "digest");
  if (std::string* member = member_of(article_, column->field)) *member = std::string(trim(value));
}

}  // namespace sahafa
