#include "analysis/evidence.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "analysis/report/excerpt.h"
#include "text/display.h"

namespace sahafa {

EvidenceList::EvidenceList(const Options& options) : most_(options.get_count("evidence-lines")) {}

bool EvidenceList::takes(std::size_t row) {
  if (row >= count_of_row_.size()) count_of_row_.resize(row + 1, 0);
  if (most_ == 0 || count_of_row_[row] < most_) return true;
  ++left_out_;
  return false;
}

void EvidenceList::add(std::size_t row, std::string_view group, std::string_view term, const Article& article,
                       std::span<const Span> sentences, Span place, double weight) {
  if (row >= count_of_row_.size()) count_of_row_.resize(row + 1, 0);
  ++count_of_row_[row];
  const Excerpt excerpt = make_excerpt(article.text, sentences, place);
  Article known = article;
  known.text.clear();
  lines_.push_back({row, std::string(group), std::string(term), std::move(known), place, weight,
                    to_one_line(excerpt.left + excerpt.match + excerpt.right)});
}

Table EvidenceList::finish() {
  std::ranges::stable_sort(lines_, {}, &Line::row);
  using enum TableBuilder::Type;
  TableBuilder table({{"row", integer},
                      {"group", text},
                      {"term", text},
                      {"id", integer},
                      {"key", text},
                      {"outlet", text},
                      {"lang", text},
                      {"date", text},
                      {"begin", integer},
                      {"end", integer},
                      {"weight", number},
                      {"sentence", text}});
  for (const Line& line : lines_) {
    table.add(line.row + 1).add(line.group).add(line.term).add(line.article.id.value).add(line.article.key);
    table.add(line.article.outlet).add(line.article.lang).add(line.article.date);
    table.add(std::size_t{line.place.begin}).add(std::size_t{line.place.end}).add(line.weight);
    table.add(line.sentence);
  }
  table.note(fmt::format("evidence: {} places; {} more are left out (--evidence-lines {})", lines_.size(),
                         left_out_, most_));
  lines_.clear();
  return table.finish();
}

}  // namespace sahafa
