#include "index/open_index.h"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <string_view>

#include "index/analysis_version.h"
#include "index/index_schema.h"
#include "text/error.h"

namespace sahafa {
namespace {

int to_schema(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void check(const Xapian::Database& database, const std::filesystem::path& path) {
  const auto metadata = [&](std::string_view key) { return database.get_metadata(std::string(key)); };
  const int schema = to_schema(metadata(index_metadata::kSchema));
  if (schema > kIndexSchema) {
    throw Error(ErrorCode::newer_format,
                fmt::format("{}: schema {} was made by a newer sahafa, this one reads {}; update sahafa",
                            path.string(), schema, kIndexSchema));
  }
  const std::string analysis = metadata(index_metadata::kAnalysis);
  if (schema != kIndexSchema || analysis != analysis_version()) {
    throw Error(
        ErrorCode::malformed,
        fmt::format("{}: made by text analysis {} with schema {}, this sahafa uses {} with schema {}; run "
                    "`sahafa ingest` on the corpus to make it again",
                    path.string(), analysis, schema, analysis_version(), kIndexSchema));
  }
}

}  // namespace

Xapian::Database open_index(const Corpus& corpus) {
  const std::filesystem::path path = corpus.index_path();
  return with_xapian(path, [&] {
    Xapian::Database database(path.string());
    check(database, path);
    return database;
  });
}

}  // namespace sahafa
