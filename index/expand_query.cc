#include "index/expand_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

#include "corpus/codebook.h"
#include "corpus/equivalents.h"
#include "index/query_words.h"
#include "index/search_keys.h"
#include "text/analyze.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t kShortAcronym = 3;

/// Words as names are compared by: folded, dots of acronyms gone, Arabic without article.
class NameWords {
 public:
  std::vector<std::string> of(std::string_view text) {
    const AnalyzedText analyzed = analyzer_.analyze(text);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
      if (analyzed.tokens[i].kind == TokenKind::mark || analyzed.forms[i].ends_with('\'')) continue;
      const WordKeys& keys = keys_.get(analyzed.forms[i], analyzed.stems[i]);
      if (keys.forms.empty()) continue;
      if (keys.closed.empty()) {
        words.push_back(keys.forms.back());
      } else {
        words.insert(words.end(), keys.forms.begin(), keys.forms.end() - 1);
      }
    }
    return words;
  }

 private:
  Analyzer analyzer_;
  SearchKeys keys_;
};

bool is_short_acronym(std::string_view spelling) {
  return spelling.size() <= kShortAcronym &&
         std::ranges::all_of(spelling, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The spellings of a list of entries by their words.
class SpellingTable {
 public:
  explicit SpellingTable(const std::vector<Equivalent>& entries) {
    NameWords words;
    for (const Equivalent& entry : entries) {
      for (const std::string& spelling : entry.spellings) {
        const std::vector<std::string> key = words.of(spelling);
        longest_ = std::max(longest_, key.size());
        entries_.emplace(join(key), Found{&entry, is_short_acronym(spelling)});
      }
    }
  }

  /// The entry that is spelled so; nullptr for none. `typed` is the spelling as typed.
  const Equivalent* find(std::span<const std::string> words, std::string_view typed) const {
    const auto found = entries_.find(join(words));
    if (found == entries_.end()) return nullptr;
    if (found->second.needs_capitals &&
        std::ranges::any_of(typed, [](char c) { return c >= 'a' && c <= 'z'; }))
      return nullptr;
    return found->second.entry;
  }

  std::size_t longest() const { return longest_; }

  static std::string join(std::span<const std::string> words) {
    return fmt::format("{}", fmt::join(words, " "));
  }

 private:
  struct Found {
    const Equivalent* entry;
    bool needs_capitals;
  };
  std::unordered_map<std::string, Found> entries_;
  std::size_t longest_ = 0;
};

const SpellingTable& name_table() {
  static const SpellingTable table(Equivalents::bundled().names());
  return table;
}

const SpellingTable& word_table() {
  static const SpellingTable table(Equivalents::bundled().words());
  return table;
}

class Expander {
 public:
  /// What stands in `own` goes before the bundled table.
  Expander(const SpellingTable& own, const SpellingTable& bundled, const Codebook& codebook,
           const Equivalents& equivalents)
      : tables_{&own, &bundled}, codebook_(&codebook), equivalents_(&equivalents) {}

  Expansion run(const Query& query) {
    Expansion expansion{query.with_root(expand(query.root())), {}};
    expansion.added = std::move(added_);
    return expansion;
  }

 private:
  QueryNode expand(const QueryNode& node) {
    if (node.kind == Kind::word) return expand_run({&node, 1}).value_or(node);
    if (node.kind == Kind::filter && node.field == "concept") return expand_concept(node);
    QueryNode expanded = node;
    expanded.children = node.kind == Kind::all_of ? expand_all(node.children) : expand_each(node.children);
    return expanded;
  }

  std::vector<QueryNode> expand_each(const std::vector<QueryNode>& nodes) {
    std::vector<QueryNode> expanded;
    for (const QueryNode& node : nodes) expanded.push_back(expand(node));
    return expanded;
  }

  /// Names of several words first: الصندوق الوطني للضمان الاجتماعي is one.
  std::vector<QueryNode> expand_all(const std::vector<QueryNode>& nodes) {
    std::vector<QueryNode> expanded;
    for (std::size_t i = 0; i < nodes.size();) {
      std::size_t length = count_words(std::span(nodes).subspan(i));
      std::optional<QueryNode> name;
      for (; length > 1 && !name; --length) {
        name = expand_run(std::span(nodes).subspan(i, length));
        if (name) break;
      }
      expanded.push_back(name ? *std::move(name) : expand(nodes[i]));
      i += std::max<std::size_t>(length, 1);
    }
    return expanded;
  }

  /// Plain words at the beginning, as many as a name may have.
  std::size_t count_words(std::span<const QueryNode> nodes) const {
    const auto other = std::ranges::find_if(nodes, [&](const QueryNode& node) {
      return node.kind != Kind::word || node.field != nodes.front().field;
    });
    return std::min<std::size_t>(static_cast<std::size_t>(other - nodes.begin()),
                                 std::max(tables_[0]->longest(), tables_[1]->longest()));
  }

  /// The words, or what else they are called; nullopt when they are no name.
  std::optional<QueryNode> expand_run(std::span<const QueryNode> nodes) {
    std::string typed;
    for (const QueryNode& node : nodes) typed.append(typed.empty() ? "" : " ").append(node.text);
    const std::vector<std::string> words = words_.of(typed);
    const Equivalent* entry = words.empty() ? nullptr : find_entry(words, typed);
    if (entry == nullptr) return std::nullopt;
    QueryNode any{.kind = Kind::any_of};
    any.children.push_back(nodes.size() == 1
                               ? nodes.front()
                               : QueryNode{.kind = Kind::all_of, .children = {nodes.begin(), nodes.end()}});
    std::string added;
    for (const std::string& spelling : entry->spellings) {
      const std::vector<std::string> key = words_.of(spelling);
      if (key == words) continue;
      any.children.push_back(make_operand(nodes.front().field, spelling));
      added += fmt::format("{}{}", added.empty() ? "" : ", ", spelling);
    }
    note(fmt::format("{}: {}", typed, added));
    return any;
  }

  const Equivalent* find_entry(std::span<const std::string> words, std::string_view typed) const {
    const Equivalent* entry = tables_[0]->find(words, typed);
    return entry != nullptr ? entry : tables_[1]->find(words, typed);
  }

  static QueryNode make_operand(const std::string& field, const std::string& spelling) {
    const bool one_word = spelling.find_first_of(" -'") == std::string::npos;
    return {.kind = one_word ? Kind::word : Kind::phrase, .field = field, .text = spelling};
  }

  void note(std::string text) {
    if (std::ranges::find(added_, text) == added_.end()) added_.push_back(std::move(text));
  }

  QueryNode expand_concept(const QueryNode& node) {
    QueryNode any{.kind = Kind::any_of};
    for (const std::string& name : concept_names(node.text)) any.children.push_back(make_operand("", name));
    note(fmt::format("concept:{}: {} names", node.text, any.children.size()));
    return any;
  }

  static bool is_ambiguous(const Actor& actor, const std::string& name) {
    return std::ranges::any_of(actor.guards, [&](const Guard& guard) {
      return std::ranges::find(guard.aliases, name) != guard.aliases.end();
    });
  }

  /// "la direction" stands for an actor that was named before, and names none.
  static bool is_a_name(std::string_view name) {
    return !name.starts_with("la ") && !name.starts_with("le ") && !name.starts_with("les ") &&
           !name.starts_with("l'") && name.find('|') == std::string_view::npos;
  }

  std::vector<std::string> concept_names(std::string_view id) const {
    std::vector<std::string> names;
    const Actor* actor = codebook_->find_actor(id);
    if (actor == nullptr) return names;  // the query was parsed with another codebook
    for (const std::string lang : {"fr", "ar"}) {
      const auto found = actor->names.find(lang);
      if (found == actor->names.end()) continue;
      std::ranges::copy_if(found->second, std::back_inserter(names), [&](const std::string& name) {
        return is_a_name(name) && !is_ambiguous(*actor, name);
      });
    }
    for (const Equivalent& entry : equivalents_->names()) {
      if (entry.concept_id == id) names.insert(names.end(), entry.spellings.begin(), entry.spellings.end());
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
  }

  std::array<const SpellingTable*, 2> tables_;
  const Codebook* codebook_;
  const Equivalents* equivalents_;
  NameWords words_;
  std::vector<std::string> added_;
};

}  // namespace

Expansion expand_names(const Query& query, const Codebook& codebook, const Equivalents& equivalents) {
  const SpellingTable own(equivalents.own_names());
  return Expander(own, name_table(), codebook, equivalents).run(query);
}

Expansion translate_words(const Query& query, const Equivalents& equivalents) {
  const SpellingTable own(equivalents.own_words());
  return Expander(own, word_table(), Codebook::bundled(), equivalents).run(query);
}

}  // namespace sahafa
