#include "index/compile_plan.h"

#include <string>
#include <string_view>
#include <vector>

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

class Compiler {
 public:
  Compiler(const QueryPlan& plan, const FormWeights& forms) : plan_(&plan), forms_(&forms) {}

  Xapian::Query compile(const PlanNode& node) const {
    switch (node.kind) {
      case Kind::all:
        return compile_all(node);
      case Kind::any:
        return join(Xapian::Query::OP_OR, compile_each(node.children));
      case Kind::none:
        return Xapian::Query::MatchAll;
      case Kind::word:
        return compile_word(plan_->words[node.word]);
      case Kind::exact:
        return compile(node.children.front());
      case Kind::near:
      case Kind::ordered:
      case Kind::sentence:
        if (node.children.empty()) return Xapian::Query::MatchNothing;
        return join(Xapian::Query::OP_AND, compile_each(node.children));
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

 private:
  Queries compile_each(const std::vector<PlanNode>& nodes) const {
    Queries queries;
    for (const PlanNode& node : nodes) queries.push_back(compile(node));
    return queries;
  }

  /// Words rank, filters only choose; what is negated would have to find less than is meant.
  Xapian::Query compile_all(const PlanNode& node) const {
    Queries ranked;
    Queries filters;
    for (const PlanNode& child : node.children) {
      if (child.kind == Kind::none) continue;
      const bool chooses_only = child.kind == Kind::filter || child.kind == Kind::listed;
      (chooses_only ? filters : ranked).push_back(compile(child));
    }
    const Xapian::Query query =
        ranked.empty() ? Xapian::Query::MatchAll : join(Xapian::Query::OP_AND, ranked);
    if (filters.empty()) return query;
    return {Xapian::Query::OP_FILTER, query, join(Xapian::Query::OP_AND, filters)};
  }

  /// Its keys are weighed as one word.
  Xapian::Query compile_word(const SoughtWord& word) const {
    if (word.pattern && !word.title) return forms_->weigh(word.forms);
    Queries terms;
    for (const std::string& key : word.keys)
      terms.emplace_back(make_term(word.title ? prefix::kTitle : std::string_view(), key));
    const Xapian::Query keys = join(Xapian::Query::OP_SYNONYM, terms);
    return is_stop_word(word.asked) ? kStopWordWeight * keys : keys;
  }

  const QueryPlan* plan_;
  const FormWeights* forms_;
};

}  // namespace

Xapian::Query compile_plan(const QueryPlan& plan, const FormWeights& forms) {
  return Compiler(plan, forms).compile(plan.root);
}

}  // namespace sahafa
