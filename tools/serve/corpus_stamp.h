// Whether a corpus is still the one that was read.
#pragma once

#include <filesystem>
#include <string>

namespace sahafa::tools {

/// A text that changes when anything in corpus.db, index/ or tokens/ was written. Costs a look at a few dozen files.
std::string corpus_stamp(const std::filesystem::path& corpus);

}  // namespace sahafa::tools
