// The composed fixtures of tests/data/ingest/.
#pragma once

#include "ingest/reader.h"
#include "tests/shared.h"

namespace sahafa::test {

inline std::string data_path(const std::string& name) {
  return std::string(SAHAFA_TEST_DATA) + "/ingest/" + name;
}

inline Intake read_data(const std::string& name, const ReadOptions& options = {}) {
  return read_source(data_path(name), read_file(data_path(name)), options);
}

}  // namespace sahafa::test
