// Files of tests/data/ingest/, as they are and as their reader takes them.
#pragma once

#include <string>

#include "ingest/reader.h"
#include "tests/shared.h"

namespace sahafa::test {

inline std::string fixture(const std::string& name) {
  return read_file(std::filesystem::path(SAHAFA_TEST_DATA) / "ingest" / name);
}

inline Intake read_fixture(const std::string& name) { return read_source(name, fixture(name)); }

inline std::string origin_of(const Article& article, std::string_view field) {
  for (const FieldOrigin& origin : article.origins)
    if (origin.field == field) return origin.origin;
  return {};
}

}  // namespace sahafa::test
