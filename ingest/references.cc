#include "ingest/references.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "ingest/address.h"
#include "ingest/encoding.h"
#include "ingest/files.h"
#include "ingest/read_csv.h"
#include "ingest/sources.h"
#include "text/error.h"

namespace sahafa {
namespace {

struct Member {
  std::string_view name;
  std::string Article::* value;
};

constexpr std::array<Member, 8> kMembers{{{"key", &Article::key},
                                          {"outlet", &Article::outlet},
                                          {"lang", &Article::lang},
                                          {"date", &Article::date},
                                          {"title", &Article::title},
                                          {"authors", &Article::authors},
                                          {"url", &Article::url},
                                          {"genre", &Article::genre}}};

bool ends_with_one_of(std::string_view path, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_named_as_table(std::string_view path) {
  constexpr std::array<std::string_view, 3> kEndings{".csv", ".tsv", ".tab"};
  return ends_with_one_of(path, kEndings);
}

// By the name, because looking into every file would read all of them twice.
bool is_named_as_archive(std::string_view path) {
  constexpr std::array<std::string_view, 11> kEndings{".csv.gz", ".tsv.gz",  ".csv.zst", ".zip",
                                                      ".tar",    ".7z",      ".tgz",     ".tar.gz",
                                                      ".tar.xz", ".tar.bz2", ".tar.zst"};
  return ends_with_one_of(path, kEndings);
}

// The beginning of a table is enough to see its columns.
bool may_hold_references(const std::string& path, const ColumnMap& columns) {
  return is_named_as_table(path) && is_reference_list(decode_text(read_head(path)).text, columns);
}

// The lists among the members of an archive; no other member is read.
void add_lists_inside(const std::string& path, const ColumnMap& columns, References& references) {
  const auto add = [&](const LoadedSource& source) {
    if (source.failure.empty() && is_reference_list(decode_text(source.bytes).text, columns))
      references.add(read_source(source.path, source.bytes, {.columns = columns}, source.said).references);
  };
  for_each_source(path, add, {}, is_named_as_table);
}

}  // namespace

void References::add(std::span<const Intake::Reference> references) {
  for (const Intake::Reference& reference : references) {
    if (!reference.file.empty()) by_file_.emplace(reference.file, reference.article);
    if (std::string url = normalize_url(reference.article.url); !url.empty())
      by_url_.emplace(std::move(url), reference.article);
  }
}

void References::fill(Article& article, const SourceText& source) const {
  auto found = by_file_.find(source.path);
  if (found == by_file_.end()) {
    found = by_url_.find(normalize_url(article.url));
    if (found == by_url_.end()) return;
  }
  if (!found->second.title.empty()) give_back_guessed_title(article, source.text);
  for (const auto& [name, value] : kMembers) {
    if (!(article.*value).empty() || (found->second.*value).empty()) continue;
    article.*value = found->second.*value;
    set_origin(article, name, "list");
  }
}

References collect_references(std::span<const std::string> paths, const ColumnMap& columns) {
  References references;
  for (const std::string& path : paths) {
    try {
      if (may_hold_references(path, columns))
        references.add(read_source(path, read_bytes(path), {.columns = columns}).references);
      if (is_named_as_archive(path)) add_lists_inside(path, columns, references);
    } catch (const Error&) {
      continue;
    }
  }
  return references;
}

void ReferenceCheck::add(const Intake& intake) {
  for (const Intake::Reference& reference : intake.references)
    references_.push_back({intake.source.path, reference});
  if (!intake.items.empty()) add_file(intake.source.path);
  for (const Intake::Item& item : intake.items) add_url(item.article.url);
}

void ReferenceCheck::add_url(std::string_view url) {
  if (std::string normal = normalize_url(url); !normal.empty()) urls_.insert(std::move(normal));
}

std::vector<Issue> ReferenceCheck::missing() const {
  std::vector<Issue> issues;
  for (const auto& [list, reference] : references_) {
    if (files_.contains(reference.file) || urls_.contains(normalize_url(reference.article.url))) continue;
    const std::string& what = reference.file.empty() ? reference.article.url : reference.file;
    issues.push_back({list, reference.place, "no page",
                      "the row has no text, and no article came from " + what +
                          "; save that page and ingest it together with the list",
                      false});
  }
  return issues;
}

}  // namespace sahafa
