// Lines that repeat at the edges of an outlet's pages: who the paper is, how to subscribe, who owns the rights. One page does
// not show that they are no part of its article; many pages of the outlet together do.
//
// The rule, for the pages of one outlet and one edge (beginning or end) of their texts:
// - only the outermost six lines of a text are looked at; lines are compared folded, figures apart;
// - a line is learned when it stands at the edge of at least five texts that differ in the line next to it, further in, that
//   does not itself repeat, and these are at least half of all the outlet's pages (pages with the same such line count once,
//   so that a dispatch in several versions, or one page saved again, teaches nothing; nor does a text of which less than half
//   is its own);
// - what is cut is the outermost run of learned lines, from its innermost line of 40 characters on: credits such as "(avec
//   AFP)" and signatures are shorter and stay unless they stand outside of a longer one;
// - a text of which nothing would be left stays whole.
// A paragraph of background that journalists copy into their articles stays while less than half of the pages have it.
// What is cut depends on the set of pages alone, not on their order or on how they arrived.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sahafa {

/// Changes with the rule above.
inline constexpr int kRepeatedLinesVersion = 1;

/// What one edge of a text looks like: hashes of its lines, the outermost first.
struct TextEdge {
  struct Line {
    std::uint64_t hash = 0;
    std::size_t bytes = 0;
    bool is_long = false;
  };
  std::vector<Line> lines;
};

struct PageEdges {
  ArticleId article;
  std::string outlet;
  std::size_t lines = 0;  ///< of the whole text
  std::size_t bytes = 0;
  TextEdge head;
  TextEdge tail;
};

/// The edges of a text as it was read. O(n).
PageEdges edges_of(ArticleId article, std::string_view outlet, std::string_view whole);

/// How many lines are to be cut from each edge of a page.
struct LineCut {
  std::size_t head = 0;
  std::size_t tail = 0;
};

/// One for each page, in their order. O(pages).
std::vector<LineCut> find_repeated_lines(std::span<const PageEdges> pages);

/// Takes a text apart.
TextCut cut_lines(ArticleId article, std::string_view whole, LineCut lines);

}  // namespace sahafa
