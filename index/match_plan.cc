#include "index/match_plan.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "index/index_schema.h"

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;

constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);
constexpr std::size_t kLeap = 16;  // a leap costs as much as so many steps

/// Of a word or filter that terms of the index tell.
std::string_view prefix_of(const PlanNode& node, const QueryPlan& plan) {
  return node.kind == Kind::word && plan.words[node.word].title ? prefix::kTitle : std::string_view();
}

const std::vector<std::string>& terms_of(const PlanNode& node, const QueryPlan& plan) {
  return node.kind == Kind::word ? plan.words[node.word].keys : node.terms;
}

bool is_told_by_terms(const PlanNode& node, const QueryPlan& plan) {
  return node.kind == Kind::filter || (node.kind == Kind::word && !plan.words[node.word].pattern);
}

}  // namespace

PlanMatcher::PlanMatcher(const QueryPlan& plan, const Xapian::Database& database, const CorpusPlaces& places,
                         Verify verify)
    : plan_(&plan),
      database_(&database),
      places_(&places),
      verify_(std::move(verify)),
      last_(database.get_lastdocid()) {}

DocumentSet PlanMatcher::match(const PlanNode& node) const {
  switch (node.kind) {
    case Kind::all:
      return match_all(node);
    case Kind::none: {
      DocumentSet set = everything();
      set.remove(match(node.children.front()));
      return set;
    }
    case Kind::word:
      return match_word(node);
    case Kind::filter:
      return match_terms({}, node.terms);
    case Kind::exact:
      return match_exact(node);
    case Kind::near:
    case Kind::ordered:
    case Kind::sentence:
      if (node.children.empty()) return DocumentSet(last_);
      return with_places(node, with_all_children(node));
    case Kind::listed:
      return match_listed(node);
    case Kind::any: {
      DocumentSet set(last_);
      for (const PlanNode& child : node.children) set.add(match(child));
      return set;
    }
  }
  return DocumentSet(last_);
}

DocumentSet PlanMatcher::match_listed(const PlanNode& node) const {
  DocumentSet set(last_);
  for (const std::uint32_t id : node.articles) {
    if (set.may_hold(id)) set.add(id);
  }
  set.keep(everything());  // claims may be ahead of the index
  return set;
}

DocumentSet PlanMatcher::match_word(const PlanNode& node) const {
  const SoughtWord& word = plan_->words[node.word];
  if (!word.pattern) return match_terms(prefix_of(node, *plan_), word.keys);
  DocumentSet set(last_);
  places_->add_articles_with(node.word, set);
  set.keep(everything());  // of removed articles the places stay until the next update
  return word.title ? with_places(node, set) : set;
}

DocumentSet PlanMatcher::match_exact(const PlanNode& node) const {
  DocumentSet set(last_);
  places_->add_articles_with(node.word, set);
  set.keep(everything());
  if (plan_->words[node.word].exact.size() < 2) return set;
  set.keep(match(node.children.front()));
  return with_places(node, set);
}

DocumentSet PlanMatcher::with_all_children(const PlanNode& node) const {
  PlanNode all{.kind = Kind::all};
  all.children = node.children;
  return match_all(all);
}

DocumentSet PlanMatcher::with_places(const PlanNode& node, const DocumentSet& candidates) const {
  return plan_->positions ? places_->with_places(node, candidates) : verify_(node, candidates);
}

/// The rarest child first: a much more frequent one is then only asked about what is left.
DocumentSet PlanMatcher::match_all(const PlanNode& node) const {
  std::vector<std::pair<std::size_t, const PlanNode*>> children;
  for (const PlanNode& child : node.children) {
    if (child.kind != Kind::none) children.emplace_back(count_postings(child), &child);
  }
  std::ranges::sort(children, {}, &std::pair<std::size_t, const PlanNode*>::first);
  DocumentSet set = children.empty() ? everything() : match(*children.front().second);
  for (std::size_t i = 1; i < children.size(); ++i) {
    const auto& [postings, child] = children[i];
    const std::vector<Xapian::docid> left = set.list();
    const bool leap = postings != kUnknown && postings > left.size() * kLeap;
    set.keep(leap ? match_terms(prefix_of(*child, *plan_), terms_of(*child, *plan_), &left) : match(*child));
  }
  for (const PlanNode& child : node.children) {
    if (child.kind == Kind::none) set.remove(match(child.children.front()));
  }
  return set;
}

DocumentSet PlanMatcher::everything() const {
  if (database_->get_doccount() != last_) return match_terms({}, {""});
  DocumentSet all(last_);  // nothing was removed
  for (Xapian::docid id = 1; id <= last_; ++id) all.add(id);
  return all;
}

/// Entries to be read for a word or filter; kUnknown for what has more parts.
std::size_t PlanMatcher::count_postings(const PlanNode& node) const {
  if (!is_told_by_terms(node, *plan_)) return kUnknown;
  std::size_t postings = 0;
  for (const std::string& value : terms_of(node, *plan_))
    postings += database_->get_termfreq(make_term(prefix_of(node, *plan_), value));
  return postings;
}

/// `only`: those of these documents alone. The empty value without prefix is every document.
DocumentSet PlanMatcher::match_terms(std::string_view prefix, const std::vector<std::string>& values,
                                     const std::vector<Xapian::docid>* only) const {
  DocumentSet set(last_);
  for (const std::string& value : values) {
    const std::string term = make_term(prefix, value);
    const auto end = database_->postlist_end(term);
    auto at = database_->postlist_begin(term);
    if (only == nullptr) {
      for (; at != end; ++at) set.add(*at);
      continue;
    }
    for (const Xapian::docid id : *only) {
      if (at == end) break;
      at.skip_to(id);
      if (at != end && *at == id) set.add(id);
    }
  }
  return set;
}

}  // namespace sahafa
