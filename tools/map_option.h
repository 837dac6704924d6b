// --map, which verbs that read files share: what the columns of tables and the keys of JSON hold.
#pragma once

#include "analysis/analysis.h"
#include "ingest/columns.h"

namespace sahafa::tools {

inline constexpr OptionSpec kMapOption = {
    .name = "map",
    .value = "FIELD=COLUMN,...",
    .help = "What columns of tables and keys of JSON hold, e.g. text=Corps,outlet=Organe",
    .default_value = ""};

/// Throws Error(usage) for what is no pair or names no field.
ColumnMap column_map(const Options& options);

}  // namespace sahafa::tools
