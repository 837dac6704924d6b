#include "tests/analysis/test_corpus.h"

#include <sstream>

#include "analysis/report/writer.h"

namespace sahafa::test {

std::string to_text(const Table& table) {
  std::ostringstream out;
  write_csv(table, out);
  for (const std::string& note : table.notes) out << note << '\n';
  return out.str();
}

}  // namespace sahafa::test
