// Tables as Arrow's C structures (https://arrow.apache.org/docs/format/CDataInterface.html): a struct array whose children are the columns.
#pragma once

#include <cstddef>
#include <functional>

#include "capi/handles.h"

namespace sahafa::capi {

/// Rows [first, first + count) of a table; none end a stream.
struct Rows {
  TablePtr table;
  std::size_t first = 0;
  std::size_t count = 0;
};

void export_schema(const Table& table, ArrowSchema& schema);

/// Shares the memory of values and texts, which lives until the array is released; only the bits that mark missing values are made.
void export_rows(const Rows& rows, ArrowArray& array);

/// A stream of what `next` gives, with the columns of `schema`. What `next` throws is the error of the stream.
void export_stream(TablePtr schema, std::function<Rows()> next, ArrowArrayStream& stream);

}  // namespace sahafa::capi
