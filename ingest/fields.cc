#include "ingest/fields.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>

#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kLongestLabelBytes = 40;

template <class Value>
using Words = std::unordered_map<std::string, Value>;

template <class Value>
struct Entry {
  Value value;
  std::initializer_list<std::string_view> words;
};

// Folds every word once, so that the tables can be written as people write.
template <class Value>
Words<Value> folded_words(std::initializer_list<Entry<Value>> entries) {
  Words<Value> words;
  for (const auto& [value, names] : entries)
    for (const std::string_view name : names) words.emplace(fold(name), value);
  return words;
}

template <class Value>
const Value* find_word(const Words<Value>& words, std::string_view word) {
  const auto found = words.find(fold(trim(word)));
  return found == words.end() ? nullptr : &found->second;
}

const Words<Field>& labels() {
  static const Words<Field> words = folded_words<Field>({
      {Field::title, {"titre", "title", "headline", "العنوان", "عنوان", "عنوان المقال"}},
      {Field::outlet,
       {"source", "journal", "média", "média source", "publication", "outlet", "sitename", "site",
        "newspaper", "publisher", "media", "hostname", "المصدر", "الجريدة", "الصحيفة", "الموقع", "المنبر",
        "وسيلة الإعلام", "الناشر"}},
      {Field::authors,
       {"auteur", "auteurs", "auteure", "par", "author", "authors", "byline", "by", "signature", "الكاتب",
        "الكاتبة", "بقلم", "المؤلف", "الصحفي", "الصحافي", "الكتاب"}},
      {Field::date,
       {"date", "publié le", "date de publication", "published", "publish_date", "publication_date",
        "datepublished", "pubdate", "التاريخ", "تاريخ", "تاريخ النشر", "نشر في"}},
      {Field::url,
       {"url", "lien", "link", "adresse", "canonical_url", "uri", "الرابط", "رابط", "العنوان الإلكتروني"}},
      {Field::lang, {"langue", "language", "lang", "inlanguage", "اللغة", "لغة"}},
      {Field::genre, {"genre", "rubrique de presse", "articlegenre", "النوع", "الجنس الصحفي", "الجنس"}},
      {Field::kind, {"nature", "kind", "الطبيعة", "طبيعة النص"}},
      {Field::key, {"key", "id", "identifiant", "clé", "guid", "المعرف"}},
      {Field::standfirst, {"chapô", "chapo", "chapeau", "standfirst", "المقدمة", "التقديم"}},
      {Field::text,
       {"texte", "text", "content", "body", "articlebody", "raw_text", "maintext", "contenu", "corps",
        "digest", "النص", "نص المقال", "المحتوى"}},
  });
  return words;
}

}  // namespace

std::string* member_of(Article& article, Field field) {
  switch (field) {
    case Field::title:
      return &article.title;
    case Field::outlet:
      return &article.outlet;
    case Field::authors:
      return &article.authors;
    case Field::date:
      return &article.date;
    case Field::url:
      return &article.url;
    case Field::lang:
      return &article.lang;
    case Field::genre:
      return &article.genre;
    case Field::key:
      return &article.key;
    case Field::text:
      return &article.text;
    case Field::kind:
    case Field::standfirst:
      return nullptr;
  }
  return nullptr;
}

std::optional<Field> field_of_label(std::string_view label) {
  const Field* field = find_word(labels(), label);
  return field == nullptr ? std::nullopt : std::optional(*field);
}

std::optional<FieldLine> parse_field_line(std::string_view line) {
  std::size_t colon = std::string_view::npos;
  std::size_t width = 0;
  for (const std::string_view mark : {":", "：", "﹕"}) {
    const std::size_t at = line.substr(0, kLongestLabelBytes + 8).find(mark);
    if (at >= colon) continue;
    colon = at;
    width = mark.size();
  }
  if (colon == std::string_view::npos) return std::nullopt;
  const std::optional<Field> field = field_of_label(line.substr(0, colon));
  if (!field) return std::nullopt;
  return FieldLine{*field, trim(line.substr(colon + width))};
}

std::string genre_of(std::string_view word) {
  static const Words<std::string_view> genres = folded_words<std::string_view>({
      {"news",
       {"news", "actualité", "actualités", "brève", "dépêche", "reportage", "article", "information",
        "newsarticle", "reportagenewsarticle", "report", "خبر", "أخبار", "تقرير", "قصاصة", "روبورتاج"}},
      {"editorial", {"editorial", "éditorial", "édito", "leader", "افتتاحية", "الافتتاحية"}},
      {"column",
       {"column", "chronique", "tribune", "opinion", "billet", "op-ed", "libre opinion", "opinionnewsarticle",
        "رأي", "عمود", "مقال رأي", "زاوية", "كرونيك"}},
      {"interview", {"interview", "entretien", "حوار", "مقابلة", "استجواب", "لقاء"}},
      {"communique",
       {"communique", "communiqué", "communiqué de presse", "press release", "statement", "بلاغ", "بيان",
        "بلاغ صحفي"}},
      {"analysis",
       {"analysis", "analyse", "décryptage", "enquête", "dossier", "analysisnewsarticle", "feature",
        "investigation", "تحليل", "تحقيق", "ملف"}},
  });
  const std::string_view* genre = find_word(genres, word);
  return genre == nullptr ? std::string() : std::string(*genre);
}

std::string language_of(std::string_view name) {
  static const Words<std::string_view> languages = folded_words<std::string_view>({
      {"fr", {"fr", "fra", "fre", "français", "française", "french", "الفرنسية", "فرنسية"}},
      {"ar", {"ar", "ara", "arabe", "arabic", "العربية", "عربية", "ary"}},
      {"en", {"en", "eng", "anglais", "english", "الإنجليزية"}},
      {"es", {"es", "spa", "espagnol", "spanish", "الإسبانية"}},
  });
  name = trim(name);
  const std::string_view tag = name.substr(0, name.find_first_of("-_"));
  if (const std::string_view* lang = find_word(languages, tag)) return std::string(*lang);
  const auto is_ascii_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return tag.size() == 2 && std::ranges::all_of(tag, is_ascii_letter) ? fold(tag) : std::string();
}

bool is_digest(std::string_view value) {
  static const Words<bool> digests = folded_words<bool>(
      {{true, {"digest", "résumé", "condensé", "synthèse", "summary", "ملخص", "موجز", "تلخيص"}}});
  return find_word(digests, value) != nullptr;
}

}  // namespace sahafa
