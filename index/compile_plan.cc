#include "index/compile_plan.h"

#include <algorithm>
#include <string_view>

#include "index/article_source.h"
#include "index/index_schema.h"
#include "index/rank_plan.h"
#include "text/stop_words.h"

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;
using Queries = std::vector<Xapian::Query>;

Xapian::Query join(Xapian::Query::op op, const Queries& queries) {
  return {op, queries.begin(), queries.end()};
}

bool chooses_only(const PlanNode& node) { return node.kind == Kind::filter || node.kind == Kind::listed; }

class Compiler {
 public:
  /// Without `verify` nothing is verified or placed.
  Compiler(const QueryPlan& plan, const Verify* verify) : plan_(&plan), verify_(verify) {}

  Xapian::Query run() const { return compile(plan_->root); }

 private:
  Xapian::Query compile(const PlanNode& node) const {
    switch (node.kind) {
      case Kind::all:
        return compile_all(node);
      case Kind::any:
        return join(Xapian::Query::OP_OR, compile_each(node.children));
      case Kind::none:
        if (verify_ == nullptr) return Xapian::Query::MatchAll;
        return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, compile(node.children.front())};
      case Kind::word:
        return compile_word(node);
      case Kind::exact:
        return verified(node, compile(node.children.front()));
      case Kind::near:
      case Kind::ordered:
        return compile_close(node);
      case Kind::sentence:
        return verified(node, join(Xapian::Query::OP_AND, compile_each(node.children)));
      case Kind::filter: {
        Queries terms;
        for (const std::string& term : node.terms) terms.emplace_back(term);
        return join(Xapian::Query::OP_OR, terms);
      }
      case Kind::listed:
        return make_article_query(node.articles);
    }
    return {};
  }

  Queries compile_each(const std::vector<PlanNode>& nodes) const {
    Queries queries;
    for (const PlanNode& node : nodes) queries.push_back(compile(node));
    return queries;
  }

  /// Words rank, filters and negations only choose.
  Xapian::Query compile_all(const PlanNode& node) const {
    Queries ranked;
    Queries filters;
    Queries negated;
    for (const PlanNode& child : node.children) {
      if (child.kind == Kind::none) {
        if (verify_ == nullptr) continue;  // what finds more than is meant must take nothing away
        negated.push_back(compile(child.children.front()));
      } else {
        (chooses_only(child) ? filters : ranked).push_back(compile(child));
      }
    }
    Xapian::Query query = ranked.empty() ? Xapian::Query::MatchAll : join(Xapian::Query::OP_AND, ranked);
    if (!filters.empty()) query = {Xapian::Query::OP_FILTER, query, join(Xapian::Query::OP_AND, filters)};
    if (!negated.empty()) query = {Xapian::Query::OP_AND_NOT, query, join(Xapian::Query::OP_OR, negated)};
    return query;
  }

  Xapian::Query verified(const PlanNode& node, const Xapian::Query& candidates) const {
    if (verify_ == nullptr) return candidates;
    return {Xapian::Query::OP_FILTER, candidates, make_article_query((*verify_)(node, candidates))};
  }

  /// Synonyms are weighed as one word; Xapian's phrases need a plain OR.
  Xapian::Query terms_of(const std::vector<std::string>& values, std::string_view prefix,
                         Xapian::Query::op op) const {
    Queries terms;
    for (const std::string& value : values) terms.emplace_back(make_term(prefix, value));
    return join(op, terms);
  }

  Xapian::Query compile_word(const PlanNode& node) const {
    const SoughtWord& word = plan_->words[node.word];
    if (word.pattern && !word.title) return terms_of(word.forms, prefix::kForm, Xapian::Query::OP_SYNONYM);
    const std::string_view prefix = word.title ? prefix::kTitle : std::string_view();
    const Xapian::Query keys = terms_of(word.keys, prefix, Xapian::Query::OP_SYNONYM);
    if (is_stop_word(word.asked)) return kStopWordWeight * keys;
    return word.pattern ? verified(node, keys) : keys;
  }

  /// Words, or alternatives between words: what Xapian can place.
  bool is_plain(const PlanNode& node) const {
    if (node.kind == Kind::any)
      return std::ranges::all_of(node.children, [&](const auto& child) { return is_plain(child); });
    return node.kind == Kind::word;
  }

  bool has_pattern(const PlanNode& node) const {
    if (node.kind == Kind::word) return plan_->words[node.word].pattern;
    return std::ranges::any_of(node.children, [&](const auto& child) { return has_pattern(child); });
  }

  Xapian::Query placed(const PlanNode& node) const {
    if (node.kind == Kind::word) {
      const SoughtWord& word = plan_->words[node.word];
      return terms_of(word.keys, word.title ? prefix::kTitle : std::string_view(), Xapian::Query::OP_OR);
    }
    Queries either;
    for (const PlanNode& child : node.children) either.push_back(placed(child));
    return join(Xapian::Query::OP_OR, either);
  }

  Xapian::Query compile_close(const PlanNode& node) const {
    const bool plain = std::ranges::all_of(node.children, [&](const auto& child) { return is_plain(child); });
    if (!plain) return verified(node, join(Xapian::Query::OP_AND, compile_each(node.children)));
    Queries places;
    for (const PlanNode& child : node.children) places.push_back(placed(child));
    if (places.empty()) return Xapian::Query::MatchNothing;
    const Xapian::Query together = join(Xapian::Query::OP_AND, places);
    if (verify_ == nullptr) return together;
    if (!plan_->positions) return verified(node, together);
    const auto op = node.kind == Kind::near ? Xapian::Query::OP_NEAR : Xapian::Query::OP_PHRASE;
    const auto window = static_cast<Xapian::termcount>((places.size() - 1) * node.distance + 1);
    const Xapian::Query close(op, places.begin(), places.end(), window);
    const bool sure = (places.size() == 2 || node.distance == 1) && !has_pattern(node);
    return sure ? close : verified(node, close);
  }

  const QueryPlan* plan_;
  const Verify* verify_;
};

}  // namespace

Xapian::Query compile_plan(const QueryPlan& plan, const Verify& verify) {
  return Compiler(plan, &verify).run();
}

Xapian::Query compile_candidates(const QueryPlan& plan) { return Compiler(plan, nullptr).run(); }

}  // namespace sahafa
