// The options that a caller of the C API set, for a call that declares which there are.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/analysis.h"
#include "capi/sahafa.h"

namespace sahafa::capi {

struct CallOptions {
  Options options;
  std::size_t jobs = 1;
};

/// Takes "jobs" out and checks the rest against `specs`. `handle` may be NULL: no option. Throws Error(usage) for an
/// option that there is not, a positional one that is missing, or a number of jobs that is none.
CallOptions read_options(const sahafa_options* handle, std::span<const OptionSpec> specs);

}  // namespace sahafa::capi
