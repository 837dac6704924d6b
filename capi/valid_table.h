// What leaves is UTF-8, whatever came in: names of files are bytes.
#pragma once

#include "capi/handles.h"

namespace sahafa::capi {

/// The table as it is given out: in cells and notes, bytes that are no UTF-8 are replaced by U+FFFD.
TablePtr make_valid(Table table);

}  // namespace sahafa::capi
