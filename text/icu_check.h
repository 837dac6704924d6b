// ICU status codes become exceptions at the call.
#pragma once

#include <unicode/utypes.h>

#include <string>

#include "text/error.h"

namespace sahafa {

/// Throws Error{unreadable} naming `doing` when `status` is a failure.
inline void check_icu(UErrorCode status, const char* doing) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorCode::unreadable, std::string("ICU failed while ") + doing + " (" + u_errorName(status) +
                                         "); is the package libicu72 whole?");
}

}  // namespace sahafa
