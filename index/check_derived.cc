#include "index/check_derived.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "index/document_columns.h"
#include "index/index_metadata.h"
#include "index/index_schema.h"
#include "index/open_index.h"
#include "index/paragraph_ends.h"
#include "index/token_store_reader.h"
#include "index/word_folder.h"
#include "text/analyze.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostLines = 10;
constexpr std::string_view kRemedy = "delete this folder and run `sahafa ingest` on the corpus again";

/// Goes through the store as it goes through the articles.
class TokenCheck {
 public:
  TokenCheck(const TokenStore& store, std::vector<ArticleId> removed)
      : store_(store), removed_(std::move(removed)) {}

  /// Nothing, or what differs. Articles must come in order of their ids.
  std::optional<std::string> compare(const Article& article) {
    pass_removed();
    if (document_ == store_.documents())
      return std::nullopt;  // newer than the store: the next update takes it
    const std::size_t document = document_++;
    if (store_.article_ids()[document] != article.id.value)
      return fmt::format("document {} is article {}, not {}", document, store_.article_ids()[document],
                         article.id.value);
    const std::size_t begin = store_.document_offsets()[document];
    const std::size_t end = store_.document_offsets()[document + 1];
    const AnalyzedText text = analyzer_.analyze(article.text);
    // Goes on to the paragraphs of the next article, whatever else this one has.
    const auto other_paragraphs = compare_paragraphs(article, text, begin);
    if (begin > end || end > store_.tokens() || end - begin != text.tokens.size())
      return fmt::format("article {}: other tokens than its text has", article.id.value);
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (!is_same(article.text, text, i, begin + i))
        return fmt::format("article {}: token {} differs", article.id.value, i);
    }
    if (auto problem = compare_sentences(article, text, begin)) return problem;
    if (other_paragraphs) return other_paragraphs;
    if (!is_row_same(document, begin, end))
      return fmt::format("article {}: its row of the document-term matrix differs", article.id.value);
    hash_ = chain_hash(hash_, store_.form_ids().subspan(begin, end - begin),
                       store_.kinds().subspan(begin, end - begin));
    return std::nullopt;
  }

  /// Whether the record has the hash of the documents that were compared.
  bool is_hash_same() const { return hash_ == store_.hash(); }

  /// Documents without an article. To be called behind the last.
  std::size_t left_over() {
    pass_removed();
    return store_.documents() - document_;
  }

 private:
  /// Of an older revision: the next update makes the store anew without them.
  void pass_removed() {
    for (; document_ < store_.documents() &&
           std::ranges::binary_search(removed_, ArticleId{store_.article_ids()[document_]});
         ++document_) {
      const std::size_t begin = store_.document_offsets()[document_];
      const std::size_t end = store_.document_offsets()[document_ + 1];
      hash_ = chain_hash(hash_, store_.form_ids().subspan(begin, end - begin),
                         store_.kinds().subspan(begin, end - begin));
      const std::span<const std::uint64_t> paragraphs = store_.paragraph_offsets();
      while (paragraph_ + 1 < paragraphs.size() && paragraphs[paragraph_ + 1] <= end) ++paragraph_;
    }
  }

  bool is_same(std::string_view source, const AnalyzedText& text, std::size_t i, std::size_t token) const {
    const std::uint32_t form = store_.form_ids()[token];
    const std::uint32_t stem = store_.stem_ids()[token];
    const std::uint32_t surface = store_.surface_ids()[token];
    return surface < store_.surfaces().size() &&
           store_.surface(surface) == slice(source, text.tokens[i].span()) && form < store_.forms().size() &&
           store_.form(form) == text.forms[i] && stem < store_.stems().size() &&
           store_.stem(stem) == text.stems[i] && store_.begins()[token] == text.tokens[i].begin &&
           store_.kind(token) == text.tokens[i].kind;
  }

  std::optional<std::string> compare_sentences(const Article& article, const AnalyzedText& text,
                                               std::size_t begin) const {
    const std::span<const std::uint64_t> offsets = store_.sentence_offsets();
    const auto first = static_cast<std::size_t>(std::ranges::lower_bound(offsets, begin) - offsets.begin());
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      const std::size_t sentence = first + text.sentence_of[i];
      if (sentence + 1 >= offsets.size() || begin + i < offsets[sentence] ||
          begin + i >= offsets[sentence + 1])
        return fmt::format("article {}: token {} is in another sentence", article.id.value, i);
    }
    return std::nullopt;
  }

  std::optional<std::string> compare_paragraphs(const Article& article, const AnalyzedText& text,
                                                std::size_t begin) {
    const std::span<const std::uint64_t> offsets = store_.paragraph_offsets();
    std::optional<std::string> problem;
    for (const std::size_t end : find_paragraph_ends(article.text, text)) {
      if (++paragraph_ >= offsets.size() || offsets[paragraph_] != begin + end)
        problem = fmt::format("article {}: other paragraphs than its text has", article.id.value);
    }
    return problem;
  }

  bool is_row_same(std::size_t document, std::size_t begin, std::size_t end) {
    counts_.clear();
    std::uint32_t words = 0;
    for (std::size_t token = begin; token < end; ++token) {
      if (store_.kind(token) != TokenKind::word) continue;
      ++counts_[store_.form_ids()[token]];
      ++words;
    }
    const std::span<const TermCount> row = store_.matrix_row(document);
    return store_.words()[document] == words && row.size() == counts_.size() &&
           std::ranges::all_of(row, [&](const TermCount& cell) {
             const auto found = counts_.find(cell.term);
             return found != counts_.end() && found->second == cell.count;
           });
  }

  const TokenStore& store_;
  std::vector<ArticleId> removed_;
  Analyzer analyzer_;
  std::size_t document_ = 0;
  std::size_t paragraph_ = 0;
  std::uint64_t hash_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> counts_;  ///< of the words of one document
};

/// What `work` says; an Error that it throws is one more line.
std::vector<std::string> collect(const std::filesystem::path& folder,
                                 const std::function<void(std::vector<std::string>&)>& work) {
  std::vector<std::string> problems;
  if (!std::filesystem::exists(folder)) return problems;
  try {
    work(problems);
  } catch (const Error& error) {
    problems.emplace_back(error.what());
  }
  for (std::string& problem : problems)
    problem = fmt::format("{}: {}; {}", folder.filename().string(), problem, kRemedy);
  return problems;
}

/// They say what corpus.db said at the revision of the store, and the outlets of today.
void check_document_columns(const Corpus& corpus, const TokenStore& store,
                            std::vector<std::string>& problems) {
  if (store.revision() != corpus.catalogue().revision()) return;  // the next update writes them
  const std::string_view other = find_other_column(corpus.tokens_path(), make_document_columns(corpus));
  if (!other.empty()) problems.push_back(fmt::format("{} is not what corpus.db and the outlets say", other));
}

/// Entries of removed articles in an index of an older revision: the next update takes them out.
Xapian::doccount count_waiting_removals(const Corpus& corpus, const Xapian::Database& database) {
  if (get_number(database, index_metadata::kRevision) == corpus.catalogue().revision()) return 0;
  const auto waits = [&](ArticleId id) {
    return database.term_exists(make_term(prefix::kArticle, std::to_string(id.value)));
  };
  return static_cast<Xapian::doccount>(std::ranges::count_if(corpus.catalogue().list_removed_ids(), waits));
}

}  // namespace

std::vector<std::string> check_tokens(const Corpus& corpus) {
  return collect(corpus.tokens_path(), [&](std::vector<std::string>& problems) {
    const TokenStore store = TokenStore::load(corpus.tokens_path());
    const bool older = store.revision() != corpus.catalogue().revision();
    TokenCheck check(store, older ? corpus.catalogue().list_removed_ids() : std::vector<ArticleId>());
    corpus.catalogue().visit_articles({}, [&](const Article& article) {
      if (problems.size() >= kMostLines) return;
      if (auto problem = check.compare(article)) problems.push_back(std::move(*problem));
    });
    if (problems.empty() && check.left_over() != 0)
      problems.push_back(fmt::format("{} documents more than there are articles", check.left_over()));
    if (problems.empty() && !check.is_hash_same())
      problems.emplace_back("the hash of store.json is of other documents");
    if (problems.empty()) check_document_columns(corpus, store, problems);
  });
}

std::vector<std::string> check_index(const Corpus& corpus) {
  return collect(corpus.index_path(), [&](std::vector<std::string>& problems) {
    const Xapian::Database database = open_index(corpus);
    with_xapian(corpus.index_path(), [&] {
      std::ostringstream said;
      if (Xapian::Database::check(corpus.index_path().string(), 0, &said) != 0)
        problems.emplace_back("its files are damaged");
      for (const WordFile& file :
           open_words(get_metadata(database, index_metadata::kWords), corpus.index_path())) {
        if (!file.is_intact()) problems.emplace_back("a file of words is damaged");
      }
      const std::int64_t known = get_number(database, index_metadata::kLast);
      Xapian::doccount expected = count_waiting_removals(corpus, database);
      for (const Article& article : corpus.catalogue().list_articles()) {
        if (article.id.value > known) break;  // newer than the index: the next update takes it
        ++expected;
        if (!database.term_exists(make_term(prefix::kArticle, std::to_string(article.id.value))) &&
            problems.size() < kMostLines)
          problems.push_back(fmt::format("article {} is missing", article.id.value));
      }
      if (problems.empty() && database.get_doccount() != expected)
        problems.push_back(fmt::format("{} documents for {} articles", database.get_doccount(), expected));
    });
  });
}

}  // namespace sahafa
