// --outlets, which verbs that read files share: outlets of one's own, and the profiles of their pages.
#pragma once

#include "analysis/analysis.h"
#include "corpus/outlet.h"

namespace sahafa::tools {

inline constexpr OptionSpec kOutletsOption = {
    .name = "outlets",
    .value = "FILE.toml",
    .help = "Outlets of your own beside the bundled ones, and how their pages are laid out",
    .default_value = ""};

/// The bundled outlets with those of the file. Throws Error for what is wrong with it.
OutletRegistry outlet_registry(const Options& options);

}  // namespace sahafa::tools
