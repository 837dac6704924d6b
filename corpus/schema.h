// The format of corpus.db and how an older file becomes a newer one. FORMAT.md explains tables and columns.
#pragma once

#include <span>
#include <string_view>

#include "corpus/sqlite.h"

namespace sahafa {

/// Step n of the array brings a file of format n to format n + 1. Steps are never edited once released, only
/// added.
std::span<const std::string_view> schema_steps();

/// Brings `database` to the newest format; each step is a transaction, so a kill leaves a whole older format.
/// Does nothing when it is there already. Throws Error: newer_format, malformed (another program's database).
void migrate(Database& database, std::span<const std::string_view> steps);

/// Checks that `database` can be read as it is. Throws as migrate, not_found when it holds no corpus yet, and
/// malformed, with the remedy, when the format is an older one.
void require_current(const Database& database, std::span<const std::string_view> steps);

}  // namespace sahafa
