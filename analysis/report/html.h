// `report`: one HTML file that compares outlets and opens, for every number, the sentences behind it.
//
// What it embeds is what the verbs print: articles, clusters and claims of the sub-corpus; for each language
// and voice (French and Arabic levels are not compared, own and relayed voice are kept apart) stance and
// compare by outlet; for each outlet keyness against the rest of its language, with concordance lines. The
// data block is one JSON object:
//   meta       version, codebook (hash), seed, sources (files), options (those that chose the sub-corpus), notes (of all tables)
//   actors     {id: {label: {lang: text}}}
//   frames     [{id, label, definition}] in codebook order
//   outlets    {id: {name, names}}
//   articles, clusters, claims   tables as {columns: {name: [values]}, notes: [text]}; missing values are null
//   excerpts   per claim [left, evidence, right]: its sentence
//   counted    ids of the articles that count: a text once in each outlet
//   views      [{lang, voice, stance, compare}]
//   keyness    [{lang, outlet, table, lines: {term: [occurrences, [[article, left, match, right], ...]]}}]
#pragma once

#include <span>
#include <string>

#include "analysis/analysis.h"

namespace sahafa {

/// Options of the report: those of the sub-corpus, and how much it shows.
std::span<const OptionSpec> html_report_options();

/// The page. Deterministic: the same corpus and options give the same bytes. Needs the token store and the
/// index (keyness). Throws Error as the analyses do. O(text of the sub-corpus) plus the analyses.
std::string make_html_report(const Context& context, const Options& options);

}  // namespace sahafa
