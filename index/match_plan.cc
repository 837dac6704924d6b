#include "index/match_plan.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "index/index_schema.h"

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;

/// A set of documents as bits.
class DocumentSet {
 public:
  explicit DocumentSet(Xapian::docid last) : words_(last / kBits + 1) {}

  void add(Xapian::docid id) { words_[id / kBits] |= std::uint64_t{1} << (id % kBits); }
  void add(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void keep(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void remove(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

  std::vector<Xapian::docid> list() const {
    std::vector<Xapian::docid> ids;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        ids.push_back(static_cast<Xapian::docid>(i * kBits + std::size_t(std::countr_zero(word))));
    }
    return ids;
  }

 private:
  static constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> words_;
};

bool needs_positions(const PlanNode& node, const QueryPlan& plan) {
  switch (node.kind) {
    case Kind::exact:
    case Kind::near:
    case Kind::ordered:
    case Kind::sentence:
      return true;
    case Kind::word:
      return plan.words[node.word].pattern && plan.words[node.word].title;
    default:
      return std::ranges::any_of(node.children,
                                 [&](const PlanNode& child) { return needs_positions(child, plan); });
  }
}

class Matcher {
 public:
  Matcher(const QueryPlan& plan, const Xapian::Database& database)
      : plan_(&plan), database_(&database), last_(database.get_lastdocid()) {}

  DocumentSet match(const PlanNode& node) const {
    switch (node.kind) {
      case Kind::all:
        return match_all(node);
      case Kind::none:
        return without(everything(), node.children.front());
      case Kind::word:
      case Kind::filter:
        return match_terms(prefix_of(node), terms_of(node));
      case Kind::listed: {
        DocumentSet set(last_);
        for (const std::uint32_t id : node.articles) {
          if (id <= last_) set.add(id);
        }
        set.keep(everything());  // claims may be ahead of the index
        return set;
      }
      default: {
        DocumentSet set(last_);
        for (const PlanNode& child : node.children) set.add(match(child));
        return set;
      }
    }
  }

 private:
  /// The rarest child first: a much more frequent one is then only asked about what is left.
  DocumentSet match_all(const PlanNode& node) const {
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
      set.keep(leap ? match_terms(prefix_of(*child), terms_of(*child), &left) : match(*child));
    }
    for (const PlanNode& child : node.children) {
      if (child.kind == Kind::none) set = without(std::move(set), child.children.front());
    }
    return set;
  }

  DocumentSet without(DocumentSet set, const PlanNode& node) const {
    set.remove(match(node));
    return set;
  }

  DocumentSet everything() const { return match_terms({}, {""}); }

  /// Of a word or filter.
  std::string_view prefix_of(const PlanNode& node) const {
    if (node.kind != Kind::word) return {};
    const SoughtWord& word = plan_->words[node.word];
    return word.pattern ? prefix::kForm : word.title ? prefix::kTitle : std::string_view();
  }
  const std::vector<std::string>& terms_of(const PlanNode& node) const {
    if (node.kind != Kind::word) return node.terms;
    const SoughtWord& word = plan_->words[node.word];
    return word.pattern ? word.forms : word.keys;
  }

  /// Entries to be read for a word or filter; kUnknown for what has more parts.
  std::size_t count_postings(const PlanNode& node) const {
    if (node.kind != Kind::word && node.kind != Kind::filter) return kUnknown;
    std::size_t postings = 0;
    for (const std::string& value : terms_of(node))
      postings += database_->get_termfreq(make_term(prefix_of(node), value));
    return postings;
  }

  /// `only`: those of these documents alone. The empty value without prefix is every document.
  DocumentSet match_terms(std::string_view prefix, const std::vector<std::string>& values,
                          const std::vector<Xapian::docid>* only = nullptr) const {
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

  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);
  static constexpr std::size_t kLeap = 16;  // a leap costs as much as so many steps

  const QueryPlan* plan_;
  const Xapian::Database* database_;
  Xapian::docid last_;
};

}  // namespace

std::optional<std::vector<Xapian::docid>> match_without_positions(const QueryPlan& plan,
                                                                  const Xapian::Database& database) {
  if (needs_positions(plan.root, plan)) return std::nullopt;
  return Matcher(plan, database).match(plan.root).list();
}

}  // namespace sahafa
