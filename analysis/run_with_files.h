// An analysis with all that its options ask for: command line and C API run it in the same way.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

/// Runs `analysis`, writes the picture where `plot` names a file, and the sentences behind the rows where `evidence` does; their notes join those of
/// the table. With "-" for `evidence` the sentences are the result. Not for renderings (`as`). Throws as the analysis does, and Error for a file
/// that cannot be written.
Table run_with_files(const Analysis& analysis, const Context& context, const Options& options);

}  // namespace sahafa
