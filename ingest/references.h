// References: rows of lists without texts (Media Cloud, a spreadsheet of what was saved), joined with the saved files they tell about.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/catalogue.h"
#include "ingest/columns.h"
#include "ingest/reader.h"

namespace sahafa {

/// Looks references up by the file they name, else by address (normalize_url). Of several for one article the first one counts.
/// fill() may be called from several threads.
class References {
 public:
  void add(std::span<const Intake::Reference> references);
  bool empty() const { return by_file_.empty() && by_url_.empty(); }

  /// Fills the fields that `article`, read from `source`, does not have. A title that was guessed from the first line gives way,
  /// and the line goes back into the text.
  void fill(Article& article, const SourceText& source) const;

 private:
  std::unordered_map<std::string, Article> by_file_;
  std::unordered_map<std::string, Article> by_url_;
};

/// The references in those of `paths`, or in members of archives, that are tables without a text column. Files that cannot be read are passed over: reading
/// them later says why.
References collect_references(std::span<const std::string> paths, const ColumnMap& columns);

/// Remembers which articles came, to tell which references are about none of them.
class ReferenceCheck {
 public:
  void add(const Intake& intake);
  void add_url(std::string_view url);
  void add_file(const std::string& path) { files_.insert(path); }
  bool has_references() const { return !references_.empty(); }
  /// One issue for each reference about no article that came.
  std::vector<Issue> missing() const;

 private:
  struct Row {
    std::string list;
    Intake::Reference reference;
  };
  std::vector<Row> references_;
  std::set<std::string, std::less<>> files_;
  std::set<std::string, std::less<>> urls_;
};

}  // namespace sahafa
