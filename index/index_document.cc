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

const DocumentMaker::WordTerms& DocumentMaker::terms_of(const WordKeys& word) {
  const auto [found, is_new] = by_word_.try_emplace(&word);
  WordTerms& terms = found->second;
  if (!is_new) return terms;
  if (adds_closed(word)) terms.keys.push_back({number_of(make_term({}, word.closed)), 0});
  for (std::uint32_t part = 0; part < word.parts.size(); ++part) {
    for (const std::string& key : word.parts[part])
      terms.keys.push_back({number_of(make_term({}, key)), part});
  }
  for (const std::string& form : word.forms) terms.forms.push_back(number_of(make_term(prefix::kForm, form)));
  return terms;
}

std::uint32_t DocumentMaker::number_of(std::string term) {
  const auto number = static_cast<std::uint32_t>(terms_.size());
  const auto [found, is_new] = numbers_.try_emplace(std::move(term), number);
  if (is_new) terms_.push_back(&found->first);
  return found->second;
}

void DocumentMaker::add_text(std::string_view text, bool title, std::uint32_t& position) {
  const AnalyzedText analyzed = analyzer_.analyze(text);
  for (const PlacedWord& placed : place_words(text, analyzed, keys_, position)) {
    const WordTerms& word = terms_of(*placed.keys);
    if (placed.begins_sentence) sentences_.push_back(placed.position);
    for (const auto& [term, part] : word.keys) {
      postings_.push_back({term, placed.position + part});
    }
    forms_.insert(forms_.end(), word.forms.begin(), word.forms.end());
    if (title) title_words_.push_back(placed);
  }
}

void DocumentMaker::add_word(Xapian::Document& document, const std::string& term,
                             std::uint32_t position) const {
  if (positions_) {
    document.add_posting(term, position);
  } else {
    document.add_term(term);
  }
}

void DocumentMaker::add_title(Xapian::Document& document) const {
  const auto add = [&](const std::string& key, std::uint32_t position) {
    add_word(document, make_term(prefix::kTitle, key), position);
  };
  for (const PlacedWord& placed : title_words_) {
    const WordKeys& word = *placed.keys;
    if (adds_closed(word)) add(word.closed, placed.position);
    for (std::uint32_t part = 0; part < word.parts.size(); ++part) {
      for (const std::string& key : word.parts[part]) add(key, placed.position + part);
    }
  }
}

/// A document keeps its terms in a tree of strings, so one that comes often is looked up there as seldom as can be.
void DocumentMaker::add_forms(Xapian::Document& document) {
  std::ranges::sort(forms_);
  for (std::size_t begin = 0; begin < forms_.size();) {
    std::size_t end = begin;
    while (end < forms_.size() && forms_[end] == forms_[begin]) ++end;
    document.add_term(*terms_[forms_[begin]], static_cast<Xapian::termcount>(end - begin));
    begin = end;
  }
}

Xapian::Document DocumentMaker::make(const Article& article, ArticleId canonical) {
  forms_.clear();
  postings_.clear();
  title_words_.clear();
  sentences_.clear();
  std::uint32_t position = kFirstPosition;
  add_text(article.title, true, position);
  add_text(article.text, false, position);
  Xapian::Document document;
  for (const auto& [term, at] : postings_) add_word(document, *terms_[term], at);
  add_title(document);
  if (positions_) {
    for (const std::uint32_t at : sentences_) document.add_posting(std::string(prefix::kSentence), at, 0);
  }
  add_forms(document);
  add_filter(document, prefix::kOutlet, Slot::outlet, article.outlet);
  add_filter(document, prefix::kLang, Slot::lang, article.lang);
  add_filter(document, prefix::kGenre, Slot::genre, article.genre);
  add_date(document, article.date);
  set_cluster(document, canonical);
  document.add_boolean_term(make_term(prefix::kArticle, std::to_string(article.id.value)));
  return document;
}

}  // namespace sahafa
