#include "index/index_document.h"

#include <string>

#include "index/index_schema.h"
#include "text/fold.h"

namespace sahafa {
namespace {

/// Fills a document word by word and keeps count of the position.
class DocumentFiller {
 public:
  DocumentFiller(Xapian::Document& document, Analyzer& analyzer, SearchKeys& keys)
      : document_(&document), analyzer_(&analyzer), keys_(&keys) {}

  void add(std::string_view text, bool title) {
    const AnalyzedText analyzed = analyzer_->analyze(text);
    std::uint32_t last_end = 0;
    for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
      const Token& token = analyzed.tokens[i];
      const bool new_paragraph =
          text.substr(last_end, token.begin - last_end).find('\n') != std::string_view::npos;
      if (new_paragraph) leave_gap();
      last_end = token.end;
      if (token.kind != TokenKind::mark) add_word(keys_->get(analyzed.forms[i], analyzed.stems[i]), title);
    }
    leave_gap();
  }

 private:
  void leave_gap() { position_ += kPositionGap; }

  void add_word(const WordKeys& word, bool title) {
    if (word.parts.empty()) return;
    if (!word.closed.empty()) add_key(word.closed, title);
    for (const auto& part : word.parts) {
      for (const std::string& key : part) add_key(key, title);
      ++position_;
    }
    for (const std::string& form : word.forms) document_->add_term(make_term(prefix::kForm, form));
  }

  void add_key(const std::string& key, bool title) {
    document_->add_posting(make_term({}, key), position_);
    if (title) document_->add_posting(make_term(prefix::kTitle, key), position_);
  }

  Xapian::Document* document_;
  Analyzer* analyzer_;
  SearchKeys* keys_;
  Xapian::termpos position_ = 1;
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
  const std::string id = std::to_string(article.id.value);
  document.add_boolean_term(make_term(prefix::kArticle, id));
  document.add_value(static_cast<Xapian::valueno>(Slot::article), id);
  return document;
}

}  // namespace sahafa
