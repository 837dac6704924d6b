// Addresses: when do two URLs mean the same page?
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// A form of `url` that is equal for addresses of one page: without scheme, www., m. and amp., port, fragment, tracking parameters
/// (utm_*, fbclid, ...) and slash at the end; host in lower case; percent-encoded letters decoded, so that Arabic addresses
/// compare equal however they were copied. Empty for what is no address. O(n).
std::string normalize_url(std::string_view url);

/// Every %XX decoded; `text` itself where that gives no valid UTF-8.
std::string decode_percent(std::string_view text);

struct ArchivedAddress {
  std::string url;  ///< of the page itself
  std::string day;  ///< of its capture, ISO; empty where the address names no archive
};

/// The page behind an address of a web archive, which has the time in front of it: https://web.archive.org/web/20250408101500id_/https://...,
/// https://archive.ph/2025.04.08-101500/https://... Others stay as they are.
ArchivedAddress without_archive(std::string_view url);

}  // namespace sahafa
