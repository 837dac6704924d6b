#include "index/index_document.h"

#include <algorithm>
#include <string>
#include <utility>

#include "index/index_schema.h"
#include "text/fold.h"

namespace sahafa {
namespace {

/// étudiant-e has the key of étudiant: one token, one occurrence.
bool adds_closed(const WordKeys& word) {
  return !word.closed.empty() &&
         std::ranges::find(word.parts.front(), word.closed) == word.parts.front().end();
}

void add_filter(Xapian::Document& document, std::string_view prefix, Slot slot, const std::string& value) {
  if (value.empty()) return;
  document.add_boolean_term(make_term(prefix, fold(value)));
  document.add_value(static_cast<Xapian::valueno>(slot), value);
}

/// "2025-04-08", "2025-04" or "2025".
void add_date(Xapian::Document& document, const std::string& date) {
  std::string digits = date;
  std::erase(digits, '-');
  if (digits.size() >= 4) document.add_boolean_term(make_term(prefix::kYear, digits.substr(0, 4)));
  if (digits.size() >= 6) document.add_boolean_term(make_term(prefix::kMonth, digits.substr(0, 6)));
  if (digits.size() >= 8) document.add_boolean_term(make_term(prefix::kDay, digits.substr(0, 8)));
  if (!date.empty()) document.add_value(static_cast<Xapian::valueno>(Slot::date), date);
}

/// Each of them stands wherever the word stands.
std::vector<std::string> make_key_terms(const WordKeys& word, std::string_view prefix) {
  std::vector<std::string> terms;
  if (adds_closed(word)) terms.push_back(make_term(prefix, word.closed));
  for (const auto& part : word.parts) {
    for (const std::string& key : part) terms.push_back(make_term(prefix, key));
  }
  return terms;
}

}  // namespace

void set_cluster(Xapian::Document& document, ArticleId canonical) {
  const auto slot = static_cast<Xapian::valueno>(Slot::cluster);
  const std::string id = std::to_string(canonical.value);
  const std::string before = document.get_value(slot);
  if (before == id) return;
  if (!before.empty()) document.remove_term(make_term(prefix::kCluster, before));
  document.add_boolean_term(make_term(prefix::kCluster, id));
  document.add_value(slot, id);
}

const std::vector<std::string>& DocumentMaker::terms_of(const WordKeys& word) {
  if (word.number >= terms_.size()) terms_.resize(word.number * std::size_t{2} + 1);
  std::vector<std::string>& terms = terms_[word.number];
  if (terms.empty()) terms = make_key_terms(word, {});
  return terms;
}

void DocumentMaker::add_text(std::string_view text, std::uint32_t& position, ArticleRead& read) {
  const AnalyzedText analyzed = analyzer_.analyze(text);
  for (const PlacedWord& placed : place_words(text, analyzed, keys_, position)) {
    if (placed.begins_sentence) read.sentences.push_back(placed.position);
    read.words.push_back(placed);
  }
}

/// A document keeps its terms in a tree of strings: a word that comes often is looked up there once.
void DocumentMaker::add_words(std::span<const PlacedWord> words, Xapian::Document& document) {
  types_.clear();
  for (const PlacedWord& word : words) types_.push_back(word.keys);
  std::ranges::sort(types_, {}, &WordKeys::number);
  for (std::size_t begin = 0; begin < types_.size();) {
    std::size_t end = begin;
    while (end < types_.size() && types_[end] == types_[begin]) ++end;
    for (const std::string& term : terms_of(*types_[begin]))
      document.add_term(term, static_cast<Xapian::termcount>(end - begin));
    begin = end;
  }
}

IndexEntry DocumentMaker::make(const Article& article, ArticleId canonical) {
  IndexEntry entry;
  ArticleRead& read = entry.read;
  read.id = article.id;
  std::uint32_t position = kFirstPosition;
  add_text(article.title, position, read);
  read.title_end = position;
  const std::size_t title_words = read.words.size();
  add_text(article.text, position, read);
  Xapian::Document& document = entry.document;
  add_words(read.words, document);
  for (const PlacedWord& word : std::span(read.words).first(title_words)) {
    for (const std::string& term : make_key_terms(*word.keys, prefix::kTitle)) document.add_term(term);
  }
  add_filter(document, prefix::kOutlet, Slot::outlet, article.outlet);
  add_filter(document, prefix::kLang, Slot::lang, article.lang);
  add_filter(document, prefix::kGenre, Slot::genre, article.genre);
  add_date(document, article.date);
  set_cluster(document, canonical);
  document.add_boolean_term(make_term(prefix::kArticle, std::to_string(article.id.value)));
  return entry;
}

}  // namespace sahafa
