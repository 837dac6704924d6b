#include "capi/guard.h"
#include "capi/sahafa.h"

const char* sahafa_version() { return SAHAFA_VERSION; }

const char* sahafa_last_error() { return sahafa::capi::last_error(); }

const char* sahafa_status_name(sahafa_status status) {
  constexpr const char* kNames[] = {"ok",        "argument",  "not_found",    "unreadable",
                                    "malformed", "disk_full", "newer_format", "busy",
                                    "cancelled", "memory",    "internal"};
  static_assert(std::size(kNames) == SAHAFA_ERROR_INTERNAL + 1);
  const auto index = static_cast<std::size_t>(status);
  return index < std::size(kNames) ? kNames[index] : "unknown";
}
