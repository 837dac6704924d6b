// Reading and writing what an index says of itself.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace sahafa {

std::string get_metadata(const Xapian::Database& database, std::string_view key);
/// 0 where there is none.
std::int64_t get_number(const Xapian::Database& database, std::string_view key);
void set_metadata(Xapian::WritableDatabase& database, std::string_view key, const std::string& value);

/// Schema and analysis of this program, for an index that is begun.
void set_origin(Xapian::WritableDatabase& database);
/// True when an index was made by the schema and analysis of this program.
bool has_our_origin(const Xapian::Database& database);

}  // namespace sahafa
