#include "index/compile_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "corpus/outlet.h"
#include "index/date_range.h"
#include "index/index_schema.h"
#include "index/snippet.h"
#include "text/error.h"
#include "text/fold.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;
using Queries = std::vector<Xapian::Query>;

constexpr std::size_t kMaxExpansions = 10'000;

Xapian::Query join(Xapian::Query::op op, const Queries& queries) {
  return {op, queries.begin(), queries.end()};
}

/// The years of the first and last dated article; nullopt when none has a date.
std::optional<std::pair<int, int>> years_of(const Xapian::Database& database) {
  std::optional<std::pair<int, int>> years;
  const std::string prefix(prefix::kYear);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string name = *term;
    int year = 0;
    std::from_chars(name.data() + prefix.size(), name.data() + name.size(), year);
    years = {years ? years->first : year, year};
  }
  return years;
}

class Compiler {
 public:
  Compiler(const Xapian::Database& database, Analyzer& analyzer, SearchKeys& keys)
      : database_(&database), analyzer_(&analyzer), keys_(&keys) {}

  CompiledQuery run(const Query& query) {
    Xapian::Query root = compile(query.root());
    return {std::move(root), join(Xapian::Query::OP_OR, exact_), std::move(sought_)};
  }

 private:
  Xapian::Query compile(const QueryNode& node) {
    switch (node.kind) {
      case Kind::all_of:
        return compile_all(node);
      case Kind::any_of: {
        Queries parts;
        for (const QueryNode& child : node.children) parts.push_back(compile(child));
        return join(Xapian::Query::OP_OR, parts);
      }
      case Kind::none_of:
        return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, compile_negated(node)};
      case Kind::word:
        return compile_word(node);
      case Kind::phrase:
        return compile_phrase(node);
      case Kind::pattern:
        return compile_pattern(node.text);
      case Kind::filter:
        return compile_filter(node);
    }
    return {};
  }

  /// Words rank, filters and negations only choose.
  Xapian::Query compile_all(const QueryNode& node) {
    Queries ranked;
    Queries filters;
    Queries negated;
    for (const QueryNode& child : node.children) {
      if (child.kind == Kind::none_of) {
        negated.push_back(compile_negated(child));
      } else {
        (child.kind == Kind::filter ? filters : ranked).push_back(compile(child));
      }
    }
    Xapian::Query query = ranked.empty() ? Xapian::Query::MatchAll : join(Xapian::Query::OP_AND, ranked);
    if (!filters.empty()) query = {Xapian::Query::OP_FILTER, query, join(Xapian::Query::OP_AND, filters)};
    if (!negated.empty()) query = {Xapian::Query::OP_AND_NOT, query, join(Xapian::Query::OP_OR, negated)};
    return query;
  }

  Xapian::Query compile_negated(const QueryNode& node) {
    const SoughtWords kept_sought = sought_;
    const Queries kept_exact = exact_;
    Xapian::Query query = compile(node.children.front());
    sought_ = kept_sought;
    exact_ = kept_exact;
    return query;
  }

  std::vector<WordKeys> words_of(std::string_view text) {
    const AnalyzedText analyzed = analyzer_->analyze(text);
    std::vector<WordKeys> words;
    for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
      if (analyzed.tokens[i].kind == TokenKind::mark) continue;
      WordKeys word = keys_->get(analyzed.forms[i], analyzed.stems[i]);
      if (!word.parts.empty()) words.push_back(std::move(word));
    }
    return words;
  }

  /// Everything under which texts may hold a word with these keys.
  std::vector<std::string> expand(const std::vector<std::string>& keys, bool with_article,
                                  std::string_view prefix) const {
    const IndexVocabulary vocabulary{
        .has_key = [&](std::string_view key) { return database_->term_exists(make_term(prefix, key)); },
        .has_form_like =
            [&](std::string_view beginning) {
              const std::string term = make_term(prefix::kForm, beginning);
              return database_->allterms_begin(term) != database_->allterms_end(term);
            }};
    std::vector<std::string> variants;
    for (const std::string& key : keys) {
      if (is_arabic_word(key)) {
        std::ranges::move(clitic_variants(key, with_article, vocabulary), std::back_inserter(variants));
      } else {
        variants.push_back(key);
      }
    }
    return variants;
  }

  /// Any of the variants of a key. Synonyms are weighed as one word; Xapian's phrases need a plain OR.
  Xapian::Query any_variant(const std::vector<std::string>& keys, bool with_article, std::string_view prefix,
                            Xapian::Query::op op) {
    Queries terms;
    for (const std::string& variant : expand(keys, with_article, prefix)) {
      sought_.add_key(variant);
      terms.emplace_back(make_term(prefix, variant));
    }
    return join(op, terms);
  }

  Xapian::Query side_by_side(const std::vector<WordKeys>& words, std::string_view prefix) {
    Queries places;
    for (const WordKeys& word : words) {
      for (const auto& part : word.parts) {
        sought_.begin_word();
        places.push_back(any_variant(part, word.with_article, prefix, Xapian::Query::OP_OR));
      }
    }
    return {Xapian::Query::OP_PHRASE, places.begin(), places.end(),
            static_cast<Xapian::termcount>(places.size())};
  }

  static std::string_view prefix_of(const QueryNode& node) {
    return node.field == "title" ? prefix::kTitle : std::string_view();
  }

  Xapian::Query one_word(const WordKeys& word, std::string_view prefix) {
    sought_.begin_word();
    exact_.emplace_back(make_term(prefix::kForm, word.forms.front()));
    return any_variant(word.parts.front(), word.with_article, prefix, Xapian::Query::OP_SYNONYM);
  }

  Xapian::Query compile_word(const QueryNode& node) {
    const std::string_view prefix = prefix_of(node);
    Queries all;
    for (const WordKeys& word : words_of(node.text)) {
      if (word.closed.empty()) {
        all.push_back(one_word(word, prefix));
      } else {
        // vice-président is found as vice président, cyber-attaque as cyberattaque.
        const Xapian::Query apart = side_by_side({word}, prefix);
        all.emplace_back(Xapian::Query::OP_OR, apart,
                         any_variant({word.closed}, false, prefix, Xapian::Query::OP_SYNONYM));
      }
    }
    return join(Xapian::Query::OP_AND, all);
  }

  Xapian::Query compile_phrase(const QueryNode& node) {
    const std::vector<WordKeys> words = words_of(node.text);
    if (words.empty()) return Xapian::Query::MatchNothing;
    const bool single = words.size() == 1 && words.front().closed.empty();
    return single ? one_word(words.front(), prefix_of(node)) : side_by_side(words, prefix_of(node));
  }

  Xapian::Query compile_pattern(std::string_view pattern) {
    std::string core = fold(pattern);
    const bool open_begin = core.starts_with('*');
    const bool open_end = core.ends_with('*');
    std::erase(core, '*');
    const std::string beginning = open_begin ? std::string(prefix::kForm) : make_term(prefix::kForm, core);
    sought_.begin_word();
    Queries forms;
    for (auto term = database_->allterms_begin(beginning); term != database_->allterms_end(beginning);
         ++term) {
      const std::string form = (*term).substr(prefix::kForm.size());
      const bool fits =
          open_begin && open_end ? form.find(core) != std::string::npos : open_end || form.ends_with(core);
      if (!fits) continue;
      if (forms.size() == kMaxExpansions) {
        throw Error(ErrorCode::usage,
                    fmt::format("query, {}: more than {} words of the corpus fit; write more letters",
                                pattern, kMaxExpansions));
      }
      sought_.add_form(form);
      forms.emplace_back(*term);
    }
    return join(Xapian::Query::OP_SYNONYM, forms);
  }

  Xapian::Query compile_filter(const QueryNode& node) const {
    if (node.field == "date" || node.field == "month") return compile_dates(node.text);
    if (node.field == "outlet") {
      const Outlet* outlet = OutletRegistry::bundled().find(node.text);
      return Xapian::Query(make_term(prefix::kOutlet, fold(outlet == nullptr ? node.text : outlet->id)));
    }
    const std::string_view prefix = node.field == "lang"      ? prefix::kLang
                                    : node.field == "genre"   ? prefix::kGenre
                                    : node.field == "cluster" ? prefix::kCluster
                                                              : prefix::kArticle;
    return Xapian::Query(make_term(prefix, fold(node.text)));
  }

  Xapian::Query compile_dates(std::string_view text) const {
    const auto range = parse_date_range(text);
    const auto years = years_of(*database_);
    if (!range || !years) return Xapian::Query::MatchNothing;
    Queries terms;
    for (const std::string& term : date_terms(*range, years->first, years->second)) terms.emplace_back(term);
    return join(Xapian::Query::OP_OR, terms);
  }

  const Xapian::Database* database_;
  Analyzer* analyzer_;
  SearchKeys* keys_;
  SoughtWords sought_;
  Queries exact_;
};

}  // namespace

std::size_t SoughtWords::find(const WordKeys& word) const {
  for (const auto& part : word.parts) {
    for (const std::string& key : part) {
      if (const auto found = keys_.find(key); found != keys_.end()) return found->second;
    }
  }
  if (const auto found = keys_.find(word.closed); found != keys_.end()) return found->second;
  for (const std::string& form : word.forms) {
    if (const auto found = forms_.find(form); found != forms_.end()) return found->second;
  }
  return kNotSought;
}

CompiledQuery compile_query(const Query& query, const Xapian::Database& database, Analyzer& analyzer,
                            SearchKeys& keys) {
  return Compiler(database, analyzer, keys).run(query);
}

}  // namespace sahafa
