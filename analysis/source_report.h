// What ingest took, source by source (--report) and reader by reader (--dry-run).
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/table.h"
#include "corpus/catalogue.h"

namespace sahafa {

class SourceReport {
 public:
  SourceReport();
  void add(const Intake& intake);
  /// Rows for files and folders that could not even be opened, which no Intake tells of.
  void add_unopened(const std::vector<Issue>& issues);
  /// One row a source, in the order of reading: path, reader, encoding, articles, warnings, error.
  /// A source that is stored already has no reader.
  Table sources();
  /// One row a reader, by name: reader, sources, articles, warnings, failed. Failed are sources without articles.
  Table readers() const;

 private:
  struct Counts {
    std::int64_t sources = 0;
    std::int64_t articles = 0;
    std::int64_t warnings = 0;
    std::int64_t failed = 0;
  };

  TableBuilder rows_;
  std::map<std::string, Counts, std::less<>> by_reader_;
  std::set<std::string, std::less<>> paths_;
};

}  // namespace sahafa
