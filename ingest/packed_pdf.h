// What was read of a PDF, as bytes that go from one process to another of the same program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/pdf_process.h"

namespace sahafa {

std::string pack(const ReadPdf& pdf);

/// nullopt where bytes are missing: the process that wrote them was ended.
std::optional<ReadPdf> unpack(std::string_view bytes);

}  // namespace sahafa
