#include "index/index_metadata.h"

#include <charconv>

#include "index/analysis_version.h"
#include "index/index_schema.h"

namespace sahafa {

std::string get_metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

std::int64_t get_number(const Xapian::Database& database, std::string_view key) {
  const std::string text = get_metadata(database, key);
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void set_metadata(Xapian::WritableDatabase& database, std::string_view key, const std::string& value) {
  database.set_metadata(std::string(key), value);
}

void set_origin(Xapian::WritableDatabase& database, const IndexChoice& choice) {
  set_metadata(database, index_metadata::kSchema, std::to_string(kIndexSchema));
  set_metadata(database, index_metadata::kAnalysis, analysis_version());
  set_metadata(database, index_metadata::kChoice, to_string(choice));
}

bool has_our_origin(const Xapian::Database& database, const IndexChoice& choice) {
  return choice_of(database) == choice && get_number(database, index_metadata::kSchema) == kIndexSchema &&
         get_metadata(database, index_metadata::kAnalysis) == analysis_version();
}

IndexChoice choice_of(const Xapian::Database& database) {
  return index_choice_from_string(get_metadata(database, index_metadata::kChoice));
}

}  // namespace sahafa
