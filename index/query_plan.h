// A query made definite for one state of one index: each word with the terms under which texts hold it. What
// runs it (compile_plan.h) and what finds its places in a text (find_hits.h) read the same plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sahafa {

/// A word that is looked for.
struct SoughtWord {
  std::vector<std::string> keys = {};  ///< positioned terms, without prefix
  std::vector<std::string> forms =
      {};  ///< of a pattern: the folded forms that fit; `keys` are then more than it means
  std::vector<std::string> exact =
      {};                      ///< of exact words: the folded forms of the tokens, one after the other
  std::string asked = {};      ///< the folded form of a word that stands alone, as it was asked for
  std::string beginning = {};  ///< letters that its kin begins with too (rank_plan.h); empty for a short word
  bool pattern = false;
  bool title = false;    ///< counts in the title alone
  bool negated = false;  ///< nobody wants to see it
};

struct PlanNode {
  enum class Kind : std::uint8_t {
    all,       ///< every child; without children: everything
    any,       ///< at least one child; without children: nothing
    none,      ///< not its one child
    word,      ///< the word `word`
    exact,     ///< the word `word`, which its one child finds and perhaps more
    near,      ///< see QueryNode
    ordered,   ///< see QueryNode
    sentence,  ///< see QueryNode
    filter,    ///< one of `terms`
    listed,    ///< one of `articles`
  };
  Kind kind = Kind::all;
  std::size_t word = 0;        ///< in QueryPlan::words
  std::uint32_t distance = 0;  ///< of near and ordered
  std::vector<PlanNode> children = {};
  std::vector<std::string> terms = {};
  std::vector<std::uint32_t> articles = {};  ///< ascending
};

struct QueryPlan {
  PlanNode root;
  std::vector<SoughtWord> words;
  bool positions = true;  ///< the index knows where words stand; else the texts are asked
};

}  // namespace sahafa
