#include <algorithm>

#include "capi/arrow_export.h"
#include "capi/guard.h"
#include "capi/handles.h"

using namespace sahafa;
using namespace sahafa::capi;

namespace {

constexpr std::size_t kBatchRows = 65'536;

}  // namespace

sahafa_status sahafa_table_export_arrow(const sahafa_table* table, ArrowSchema* schema, ArrowArray* array) {
  return guard([&] {
    check_output(schema);
    check_output(array);
    *schema = {};
    *array = {};
    const TablePtr exported = get_handle(table);
    export_schema(*exported, *schema);
    export_rows({.table = exported, .first = 0, .count = exported->rows()}, *array);
  });
}

sahafa_status sahafa_table_export_arrow_stream(const sahafa_table* table, ArrowArrayStream* out) {
  return guard([&] {
    check_output(out);
    *out = {};
    const TablePtr exported = get_handle(table);
    const auto next = [exported, first = std::size_t{0}]() mutable {
      const Rows rows{
          .table = exported, .first = first, .count = std::min(kBatchRows, exported->rows() - first)};
      first += rows.count;
      return rows;
    };
    export_stream(exported, next, *out);
  });
}
