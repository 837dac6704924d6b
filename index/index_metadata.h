// Reading and writing what an index says of itself.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "index/index_choice.h"

namespace sahafa {

std::string get_metadata(const Xapian::Database& database, std::string_view key);
/// 0 where there is none.
std::int64_t get_number(const Xapian::Database& database, std::string_view key);
void set_metadata(Xapian::WritableDatabase& database, std::string_view key, const std::string& value);

/// Schema and analysis of this program, and how the index is made, for one that is begun.
void set_origin(Xapian::WritableDatabase& database, const IndexChoice& choice);
/// True when an index was made so, by the schema and analysis of this program.
bool has_our_origin(const Xapian::Database& database, const IndexChoice& choice);
/// How an index was made.
IndexChoice choice_of(const Xapian::Database& database);

}  // namespace sahafa
