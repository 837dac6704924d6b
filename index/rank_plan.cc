#include "index/rank_plan.h"

#include <string>
#include <string_view>
#include <vector>

#include "text/stop_words.h"

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;
using Queries = std::vector<Xapian::Query>;

// Round figures, chosen on the questions of tests/bench/search_bench.cc: the first in a model of this ranking, where both halves of them agreed; the
// second on all of them, without a half to confirm it.
constexpr double kAskedFormWeight = 0.5;
constexpr double kKinWeight = 0.4;
// Many words share a frequent beginning; those that most articles have are taken.
constexpr std::size_t kMostKin = 100;

Xapian::Query join(Xapian::Query::op op, const Queries& queries) {
  return {op, queries.begin(), queries.end()};
}

Xapian::Query scaled(double weight, const Xapian::Query& query) { return weight * query; }

/// Words joined by OR, at the top of the query or beside its filters; nullptr: it is no question.
const PlanNode* find_question(const PlanNode& root) {
  if (root.kind == Kind::any) return &root;
  if (root.kind != Kind::all) return nullptr;
  const PlanNode* question = nullptr;
  for (const PlanNode& child : root.children) {
    if (child.kind == Kind::any) question = &child;
  }
  return question;
}

/// Adds the kin of the words of a question that say something.
void add_kin(const QueryPlan& plan, const PlanNode& question, const FormWeights& forms, Queries& bonus) {
  for (const PlanNode& child : question.children) {
    if (child.kind != Kind::word) continue;
    const SoughtWord& word = plan.words[child.word];
    if (!word.beginning.empty() && !word.title && !is_stop_word(word.asked))
      bonus.push_back(scaled(kKinWeight, forms.weigh_kin(word.beginning, kMostKin)));
  }
}

}  // namespace

Xapian::Query rank_plan(const QueryPlan& plan, const FormWeights& forms) {
  Queries bonus;
  for (const SoughtWord& word : plan.words) {
    if (word.asked.empty() || word.negated) continue;
    const double weight = is_stop_word(word.asked) ? kStopWordWeight : 1;
    bonus.push_back(scaled(weight * kAskedFormWeight, forms.weigh({&word.asked, 1})));
  }
  if (const PlanNode* question = find_question(plan.root)) add_kin(plan, *question, forms, bonus);
  return join(Xapian::Query::OP_OR, bonus);
}

}  // namespace sahafa
