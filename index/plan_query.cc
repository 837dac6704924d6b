#include "index/plan_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/outlet.h"
#include "index/clitic_variants.h"
#include "index/date_range.h"
#include "index/index_schema.h"
#include "index/number_words.h"
#include "index/pattern_forms.h"
#include "index/query_fields.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/hamza.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using Asked = QueryNode::Kind;
using Kind = PlanNode::Kind;

constexpr int kManyYears = 10;

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

/// The years that a range with two ends names.
std::optional<std::pair<int, int>> years_within(const DateRange& range) {
  std::pair<int, int> years;
  if (range.first.size() < 4 || range.last.size() < 4) return std::nullopt;
  std::from_chars(range.first.data(), range.first.data() + 4, years.first);
  std::from_chars(range.last.data(), range.last.data() + 4, years.second);
  return years;
}

PlanNode join(Kind kind, std::vector<PlanNode> children, std::uint32_t distance = 0) {
  if (children.size() == 1) return std::move(children.front());
  return {.kind = kind, .distance = distance, .children = std::move(children)};
}

void sort_unique(std::vector<std::string>& strings) {
  std::ranges::sort(strings);
  strings.erase(std::ranges::unique(strings).begin(), strings.end());
}

/// What a word has in common with others of its family, as a rule: in French five letters; in Arabic, where no vowels are
/// written, four. Empty for a word that is not longer.
std::string kin_beginning(std::string_view form) {
  const std::size_t letters = is_arabic_word(form) ? 4 : 5;
  constexpr std::string_view kForThe = "لل";
  if (form.starts_with(kForThe)) form.remove_prefix(kForThe.size());
  std::size_t end = 0;
  for (std::size_t i = 0; i < letters && end < form.size(); ++i) decode_utf8(form, end);
  return std::string(form.substr(0, end < form.size() ? end : 0));
}

class Planner {
 public:
  explicit Planner(const PlanSources& sources) : sources_(&sources) {}

  QueryPlan run(const Query& query) {
    plan_.positions = sources_->positions;
    plan_.root = plan(query.root());
    return std::move(plan_);
  }

 private:
  PlanNode plan(const QueryNode& node) {
    switch (node.kind) {
      case Asked::all_of:
        return plan_all(node);
      case Asked::any_of:
        if (asks_of_claim(node)) return plan_claims({&node, 1});
        return join(Kind::any, plan_each(node.children));
      case Asked::none_of:
        return plan_negated(node);
      case Asked::word:
        return plan_word(node);
      case Asked::phrase:
        return node.exact ? plan_exact(node) : plan_phrase(node);
      case Asked::pattern:
        return plan_pattern(node);
      case Asked::near:
        return join(Kind::near, plan_each(node.children), node.distance);
      case Asked::ordered:
        return join(Kind::ordered, plan_each(node.children), node.distance);
      case Asked::sentence:
        return join(Kind::sentence, plan_each(node.children));
      case Asked::filter:
        return is_claim_field(node.field) ? plan_claims({&node, 1}) : plan_filter(node);
    }
    return {};
  }

  std::vector<PlanNode> plan_each(const std::vector<QueryNode>& nodes) {
    std::vector<PlanNode> planned;
    for (const QueryNode& node : nodes) planned.push_back(plan(node));
    return planned;
  }

  /// frame:negligence, and target:cnss,dgssi too.
  static bool asks_of_claim(const QueryNode& node) {
    if (node.kind == Asked::filter) return is_claim_field(node.field);
    return node.kind == Asked::any_of && asks_of_claim(node.children.front()) &&
           std::ranges::all_of(node.children, [&](const QueryNode& child) {
             return child.kind == Asked::filter && child.field == node.children.front().field;
           });
  }

  /// Claim filters that stand together speak of one claim.
  PlanNode plan_all(const QueryNode& node) {
    std::vector<QueryNode> claims;
    PlanNode all{.kind = Kind::all};
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const QueryNode& child = node.children[i];
      const bool last = i + 1 == node.children.size();
      if (asks_of_claim(child)) {
        claims.push_back(child);
      } else if (const auto number = last ? std::nullopt : number_of(child, node.children[i + 1])) {
        all.children.push_back(plan_number(*number, child.field == "title"));
        ++i;
      } else {
        all.children.push_back(plan(child));
      }
    }
    if (!claims.empty()) all.children.push_back(plan_claims(claims));
    return all;
  }

  PlanNode plan_negated(const QueryNode& node) {
    const std::size_t first = plan_.words.size();
    PlanNode none{.kind = Kind::none};
    none.children.push_back(plan(node.children.front()));
    for (std::size_t i = first; i < plan_.words.size(); ++i) plan_.words[i].negated = true;
    return none;
  }

  PlanNode add_word(SoughtWord word) {
    plan_.words.push_back(std::move(word));
    return {.kind = Kind::word, .word = plan_.words.size() - 1};
  }

  /// Everything under which texts may hold a word with these keys.
  std::vector<std::string> expand(const std::vector<std::string>& keys, bool with_article, bool title) const {
    const std::string_view prefix = title ? prefix::kTitle : std::string_view();
    const Xapian::Database& database = sources_->database;
    const IndexVocabulary vocabulary{
        .has_key = [&](std::string_view key) { return database.term_exists(make_term(prefix, key)); },
        .has_form = [&](std::string_view form) { return sources_->words.has_form(form); },
        .has_form_like =
            [&](std::string_view beginning) { return sources_->words.has_form_beginning(beginning); }};
    std::vector<std::string> variants;
    for (const std::string& key : keys) {
      if (is_arabic_word(key) && sources_->keys.arabic() == ArabicStemmer::light) {
        std::ranges::move(clitic_variants(key, with_article, vocabulary), std::back_inserter(variants));
      } else {
        variants.push_back(key);
      }
    }
    sort_unique(variants);
    return variants;
  }

  PlanNode plan_part(const std::vector<std::string>& keys, bool with_article, bool title) {
    return add_word({.keys = expand(keys, with_article, title), .title = title});
  }

  PlanNode plan_parts(std::span<const WordKeys> words, bool title) {
    std::vector<PlanNode> places;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (const auto number = i + 1 < words.size() ? number_of(words[i], words[i + 1]) : std::nullopt) {
        places.push_back(plan_number(*number, title));
        ++i;
      } else if (const auto digits = number_of(words[i])) {
        places.push_back(plan_number(*digits, title));
      } else {
        for (const auto& part : words[i].parts)
          places.push_back(plan_part(part, words[i].with_article, title));
      }
    }
    return join(Kind::ordered, std::move(places), 1);
  }

  /// 500 الف of two words of a query: 500000.
  std::optional<std::string> number_of(const QueryNode& one, const QueryNode& other) const {
    if (one.kind != Asked::word || other.kind != Asked::word || one.field != other.field) return std::nullopt;
    const std::vector<WordKeys> count = words_of(one.text);
    const std::vector<WordKeys> magnitude = words_of(other.text);
    if (count.size() != 1 || magnitude.size() != 1) return std::nullopt;
    return number_of(count.front(), magnitude.front());
  }

  static std::optional<std::string> number_of(const WordKeys& count, const WordKeys& magnitude) {
    if (count.parts.size() != 1 || magnitude.parts.size() != 1) return std::nullopt;
    return read_number(count.forms.front(), magnitude.forms.front());
  }

  /// A number that may be written with a word for a thousand or more, in digits.
  static std::optional<std::string> number_of(const WordKeys& word) {
    constexpr std::size_t kLeastDigits = 4;
    const std::string& form = word.forms.front();
    const bool digits =
        form.size() >= kLeastDigits && form.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::optional(form) : read_dual_number(form);
  }

  /// The number however it is written: 500000, 500 mille, ٥٠٠ ألف.
  PlanNode plan_number(const std::string& digits, bool title) {
    std::vector<PlanNode> ways;
    ways.push_back(plan_plain_word(sources_->keys.get(digits, digits), title));
    const NumberSpellings spellings = spell_number(digits);
    for (const std::string& phrase : spellings.phrases) {
      const std::vector<WordKeys> words = words_of(phrase);
      if (!std::ranges::all_of(words, [&](const WordKeys& word) { return is_there(word, title); })) continue;
      std::vector<PlanNode> places;
      for (const WordKeys& word : words) places.push_back(plan_part(word.parts.front(), false, title));
      ways.push_back(join(Kind::ordered, std::move(places), 1));
    }
    for (const std::string& form : spellings.forms) {
      if (sources_->words.has_form(form))
        ways.push_back(plan_pattern({.kind = Asked::pattern, .field = title ? "title" : "", .text = form}));
    }
    return join(Kind::any, std::move(ways));
  }

  bool is_there(const WordKeys& word, bool title) const {
    const std::string_view prefix = title ? prefix::kTitle : std::string_view();
    return std::ranges::any_of(word.parts.front(), [&](const std::string& key) {
      return sources_->database.term_exists(make_term(prefix, key));
    });
  }

  PlanNode plan_one_word(const WordKeys& word, bool title) {
    const auto number = number_of(word);
    return number ? plan_number(*number, title) : plan_plain_word(word, title);
  }

  PlanNode plan_plain_word(const WordKeys& word, bool title) {
    PlanNode node = plan_part(word.parts.front(), word.with_article, title);
    SoughtWord& sought = plan_.words[node.word];
    sought.asked = word.forms.front();
    // Behind the article, where the word has one.
    sought.beginning = kin_beginning(word.forms.back());
    return node;
  }

  /// Also under the keys of other spellings of an Arabic word, where the index has them.
  void add_hamza_keys(std::string_view surface, WordKeys& word) const {
    if (word.parts.size() != 1 || !is_arabic_word(word.forms.front())) return;
    for (const std::string& variant : hamza_variants(surface)) {
      const AnalyzedText analyzed = sources_->analyzer.analyze(variant);
      const WordKeys& other = sources_->keys.get(analyzed.forms.front(), analyzed.stems.front());
      if (!other.parts.empty())
        std::ranges::copy(other.parts.front(), std::back_inserter(word.parts.front()));
    }
    sort_unique(word.parts.front());
  }

  std::vector<WordKeys> words_of(std::string_view text) const {
    const AnalyzedText analyzed = sources_->analyzer.analyze(text);
    std::vector<WordKeys> words;
    for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
      if (analyzed.tokens[i].kind == TokenKind::mark) continue;
      WordKeys word = sources_->keys.get(analyzed.forms[i], analyzed.stems[i]);
      if (word.parts.empty()) continue;
      add_hamza_keys(slice(text, analyzed.tokens[i].span()), word);
      words.push_back(std::move(word));
    }
    return words;
  }

  PlanNode plan_word(const QueryNode& node) {
    const bool title = node.field == "title";
    std::vector<PlanNode> all;
    for (const WordKeys& word : words_of(node.text)) {
      if (word.closed.empty()) {
        all.push_back(plan_one_word(word, title));
      } else {
        // vice-président is found as vice président, cyber-attaque as cyberattaque.
        std::vector<PlanNode> ways;
        ways.push_back(plan_parts({&word, 1}, title));
        ways.push_back(plan_part({word.closed}, false, title));
        all.push_back(join(Kind::any, std::move(ways)));
      }
    }
    return all.empty() ? PlanNode{.kind = Kind::any} : join(Kind::all, std::move(all));
  }

  PlanNode plan_phrase(const QueryNode& node) {
    const std::vector<WordKeys> words = words_of(node.text);
    if (words.empty()) return {.kind = Kind::any};
    const bool title = node.field == "title";
    const bool single = words.size() == 1 && words.front().closed.empty();
    return single ? plan_one_word(words.front(), title) : plan_parts(words, title);
  }

  PlanNode plan_exact(const QueryNode& node) {
    const AnalyzedText analyzed = sources_->analyzer.analyze(node.text);
    const std::size_t first = plan_.words.size();
    PlanNode candidates = plan_parts(words_of(node.text), false);
    for (std::size_t i = first; i < plan_.words.size(); ++i) plan_.words[i].negated = true;
    SoughtWord word;
    for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
      if (analyzed.tokens[i].kind == TokenKind::mark) continue;
      word.exact.emplace_back(analyzed.forms[i]);
    }
    PlanNode exact = add_word(std::move(word));
    exact.kind = Kind::exact;
    exact.children.push_back(std::move(candidates));
    return exact;
  }

  PlanNode plan_pattern(const QueryNode& node) {
    SoughtWord word{.forms = find_fitting_forms(node.text, sources_->words),
                    .pattern = true,
                    .title = node.field == "title"};
    for (const std::string& form : word.forms) {
      const AnalyzedText analyzed = sources_->analyzer.analyze(form);
      if (analyzed.tokens.empty()) continue;
      for (const auto& part : sources_->keys.get(form, analyzed.stems.front()).parts)
        word.keys.insert(word.keys.end(), part.begin(), part.end());
    }
    sort_unique(word.keys);
    return add_word(std::move(word));
  }

  PlanNode plan_claims(std::span<const QueryNode> filters) const {
    return {.kind = Kind::listed, .articles = sources_->find_claims(filters)};
  }

  PlanNode plan_filter(const QueryNode& node) const {
    if (node.field == "date" || node.field == "month") return plan_dates(node.text);
    if (node.field == "country") return plan_country(node.text);
    std::string value = node.text;
    if (node.field == "outlet") {
      if (const Outlet* outlet = sources_->outlets.find(node.text)) value = outlet->id;
    }
    const std::string_view prefix = node.field == "outlet"    ? prefix::kOutlet
                                    : node.field == "lang"    ? prefix::kLang
                                    : node.field == "genre"   ? prefix::kGenre
                                    : node.field == "cluster" ? prefix::kCluster
                                                              : prefix::kArticle;
    return {.kind = Kind::filter, .terms = {make_term(prefix, fold(value))}};
  }

  /// What the index knows are outlets; which country is theirs may change without it.
  PlanNode plan_country(std::string_view country) const {
    PlanNode any{.kind = Kind::filter};
    for (const Outlet& outlet : sources_->outlets.outlets()) {
      if (fold(outlet.country) == country) any.terms.push_back(make_term(prefix::kOutlet, fold(outlet.id)));
    }
    return any;
  }

  PlanNode plan_dates(std::string_view text) const {
    const auto range = parse_date_range(text);
    if (!range) return {.kind = Kind::any};
    // Open and long ranges are clipped to the years of the index; to look for those takes longer than most queries.
    if (const auto years = years_within(*range); years && years->second - years->first < kManyYears)
      return {.kind = Kind::filter, .terms = date_terms(*range, years->first, years->second)};
    const auto years = years_of(sources_->database);
    if (!years) return {.kind = Kind::any};
    return {.kind = Kind::filter, .terms = date_terms(*range, years->first, years->second)};
  }

  const PlanSources* sources_;
  QueryPlan plan_;
};

}  // namespace

QueryPlan plan_query(const Query& query, const PlanSources& sources) { return Planner(sources).run(query); }

}  // namespace sahafa
