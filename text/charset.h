// Charsets other than UTF-8: conversion and detection by ICU. Which charset a file is in is decided by
// ingest/encoding.h; this is only what needs ICU.
// All functions may be called from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sahafa {

/// `bytes` in `charset` (any name or alias that ICU knows) as UTF-8, or nullopt when the charset is unknown
/// or the bytes are not valid in it. O(n).
std::optional<std::string> decode_charset(std::string_view bytes, const std::string& charset);

/// As decode_charset, but what is not valid becomes U+FFFD; nullopt only when the charset is unknown.
std::optional<std::string> decode_charset_lossy(std::string_view bytes, const std::string& charset);

/// What ICU's detector thinks that the charset is, or an empty string below `least_confidence` (0 to 100).
/// Looks at the first 64 KiB.
std::string detect_charset(std::string_view bytes, int least_confidence);

}  // namespace sahafa
