#include "index/check_derived.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <sstream>

#include "index/index_schema.h"
#include "index/open_index.h"
#include "index/token_store_reader.h"
#include "text/analyze.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostLines = 10;
constexpr std::string_view kRemedy = "delete this folder and run `sahafa ingest` on the corpus again";

/// Goes through the store as it goes through the articles.
class TokenCheck {
 public:
  explicit TokenCheck(const TokenStore& store) : store_(store) {}

  /// Nothing, or what differs. Articles must come in order of their ids.
  std::optional<std::string> compare(const Article& article) {
    if (document_ == store_.documents())
      return std::nullopt;  // newer than the store: the next update takes it
    const std::size_t document = document_++;
    if (store_.article_ids()[document] != article.id.value)
      return fmt::format("document {} is article {}, not {}", document, store_.article_ids()[document],
                         article.id.value);
    const std::size_t begin = store_.document_offsets()[document];
    const std::size_t end = store_.document_offsets()[document + 1];
    const AnalyzedText text = analyzer_.analyze(article.text);
    if (begin > end || end > store_.tokens() || end - begin != text.tokens.size())
      return fmt::format("article {}: other tokens than its text has", article.id.value);
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (!is_same(text, i, begin + i))
        return fmt::format("article {}: token {} differs", article.id.value, i);
    }
    return compare_sentences(article, text, begin);
  }

  /// Documents without an article.
  std::size_t left_over() const { return store_.documents() - document_; }

 private:
  bool is_same(const AnalyzedText& text, std::size_t i, std::size_t token) const {
    const std::uint32_t form = store_.form_ids()[token];
    const std::uint32_t stem = store_.stem_ids()[token];
    return form < store_.forms().size() && store_.form(form) == text.forms[i] &&
           stem < store_.stems().size() && store_.stem(stem) == text.stems[i] &&
           store_.begins()[token] == text.tokens[i].begin && store_.kind(token) == text.tokens[i].kind;
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

  const TokenStore& store_;
  Analyzer analyzer_;
  std::size_t document_ = 0;
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

}  // namespace

std::vector<std::string> check_tokens(const Corpus& corpus) {
  return collect(corpus.tokens_path(), [&](std::vector<std::string>& problems) {
    const TokenStore store = TokenStore::load(corpus.tokens_path());
    TokenCheck check(store);
    corpus.catalogue().visit_articles({}, [&](const Article& article) {
      if (problems.size() >= kMostLines) return;
      if (auto problem = check.compare(article)) problems.push_back(std::move(*problem));
    });
    if (problems.empty() && check.left_over() != 0)
      problems.push_back(fmt::format("{} documents more than there are articles", check.left_over()));
  });
}

std::vector<std::string> check_index(const Corpus& corpus) {
  return collect(corpus.index_path(), [&](std::vector<std::string>& problems) {
    const Xapian::Database database = open_index(corpus);
    with_xapian(corpus.index_path(), [&] {
      std::ostringstream said;
      if (Xapian::Database::check(corpus.index_path().string(), 0, &said) != 0)
        problems.emplace_back("its files are damaged");
      const std::string last = database.get_metadata(std::string(index_metadata::kLast));
      std::int64_t known = 0;
      std::from_chars(last.data(), last.data() + last.size(), known);
      Xapian::doccount expected = 0;
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
