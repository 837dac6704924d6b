#include "index/index_document.h"

#include <string>

#include "index/index_schema.h"
#include "index/word_places.h"
#include "text/fold.h"

namespace sahafa {
namespace {

/// Fills a document word by word.
class DocumentFiller {
 public:
  DocumentFiller(Xapian::Document& document, Analyzer& analyzer, SearchKeys& keys)
      : document_(&document), analyzer_(&analyzer), keys_(&keys) {}

  void add(std::string_view text, bool title) {
    const AnalyzedText analyzed = analyzer_->analyze(text);
    for (const PlacedWord& word : place_words(text, analyzed, *keys_, position_)) add_word(word, title);
  }

 private:
  void add_word(const PlacedWord& placed, bool title) {
    const WordKeys& word = *placed.keys;
    if (placed.begins_sentence) document_->add_posting(std::string(prefix::kSentence), placed.position, 0);
    if (!word.closed.empty()) add_key(word.closed, placed.position, title);
    Xapian::termpos position = placed.position;
    for (const auto& part : word.parts) {
      for (const std::string& key : part) add_key(key, position, title);
      ++position;
    }
    for (const std::string& form : word.forms) document_->add_term(make_term(prefix::kForm, form));
  }

  void add_key(const std::string& key, Xapian::termpos position, bool title) {
    document_->add_posting(make_term({}, key), position);
    if (title) document_->add_posting(make_term(prefix::kTitle, key), position);
  }

  Xapian::Document* document_;
  Analyzer* analyzer_;
  SearchKeys* keys_;
  std::uint32_t position_ = kFirstPosition;
};

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

Xapian::Document make_index_document(const Article& article, ArticleId canonical, Analyzer& analyzer,
                                     SearchKeys& keys) {
  Xapian::Document document;
  DocumentFiller filler(document, analyzer, keys);
  filler.add(article.title, true);
  filler.add(article.text, false);
  add_filter(document, prefix::kOutlet, Slot::outlet, article.outlet);
  add_filter(document, prefix::kLang, Slot::lang, article.lang);
  add_filter(document, prefix::kGenre, Slot::genre, article.genre);
  add_date(document, article.date);
  set_cluster(document, canonical);
  document.add_boolean_term(make_term(prefix::kArticle, std::to_string(article.id.value)));
  return document;
}

}  // namespace sahafa
