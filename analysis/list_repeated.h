// `repeated`: the lines that were taken from the texts of an outlet's pages because they repeat on them
// (ingest/repeated_lines.h). Columns: outlet, edge (beginning or end of the text), articles (that lost the line), line.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

extern const Analysis kListRepeated;

}  // namespace sahafa
