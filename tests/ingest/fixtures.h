// Files of tests/data/ingest/, as they are and as their reader takes them.
#pragma once

#include <string>

#include "ingest/reader.h"
#include "tests/shared.h"

namespace sahafa::test {

inline std::string fixture_path(const std::string& name) { return "tests/data/ingest/" + name; }

inline std::string fixture(const std::string& name) { return read_file(fixture_path(name)); }

inline Intake read_fixture(const std::string& name, const ReadOptions& options = {}) {
  return read_source(fixture_path(name), fixture(name), options);
}

inline std::string origin_of(const Article& article, std::string_view field) {
  for (const FieldOrigin& origin : article.origins)
    if (origin.field == field) return origin.origin;
  return {};
}

}  // namespace sahafa::test
