#include "analysis/source_report.h"

#include <algorithm>
#include <map>
#include <string>

namespace sahafa {
namespace {

using enum TableBuilder::Type;

// By which rules a file of several articles was taken apart: "2 by field lines, 1 by separator".
std::string splits_of(const Intake& intake) {
  std::map<std::string, int> counts;
  for (const Intake::Item& item : intake.items)
    for (const FieldOrigin& origin : item.article.origins)
      if (origin.field == "split") ++counts[origin.origin];
  std::string list;
  for (const auto& [rule, count] : counts)
    list.append(list.empty() ? "" : ", ").append(std::to_string(count)).append(" by ").append(rule);
  return list;
}

}  // namespace

SourceReport::SourceReport()
    : rows_{{"path", text},  {"reader", text},      {"encoding", text}, {"articles", integer},
            {"split", text}, {"warnings", integer}, {"error", text}} {}

void SourceReport::add(const Intake& intake) {
  const auto fatal = std::ranges::find_if(intake.issues, &Issue::fatal);
  const bool failed = fatal != intake.issues.end();
  const std::int64_t warnings = std::ranges::count(intake.issues, false, &Issue::fatal);
  const auto articles = static_cast<std::int64_t>(intake.items.size());
  rows_.add(intake.source.path).add(intake.source.format).add(intake.source.encoding);
  rows_.add(articles).add(splits_of(intake)).add(warnings).add(failed ? fatal->message : std::string());
  paths_.insert(intake.source.path);
  Counts& counts = by_reader_[intake.source.format];
  ++counts.sources;
  counts.articles += articles;
  counts.warnings += warnings;
  counts.failed += failed ? 1 : 0;
}

void SourceReport::add_unopened(const std::vector<Issue>& issues) {
  for (const Issue& issue : issues) {
    if (!issue.fatal || !paths_.insert(issue.path).second) continue;
    Intake intake;
    intake.source.path = issue.path;
    intake.issues = {issue};
    add(intake);
  }
}

Table SourceReport::sources() { return rows_.finish(); }

Table SourceReport::readers() const {
  TableBuilder table{{"reader", text},
                     {"sources", integer},
                     {"articles", integer},
                     {"warnings", integer},
                     {"failed", integer}};
  for (const auto& [reader, counts] : by_reader_)
    table.add(reader).add(counts.sources).add(counts.articles).add(counts.warnings).add(counts.failed);
  return table.finish();
}

}  // namespace sahafa
