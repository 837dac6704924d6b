#include "capi/valid_table.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "text/utf8.h"

namespace sahafa::capi {
namespace {

// The block and that no cell begins inside a character, which is much faster than cell by cell.
bool is_valid(const Texts& cells) {
  const std::string_view bytes = cells.bytes();
  const auto splits = [&](std::int64_t offset) {
    const auto at = static_cast<std::size_t>(offset);
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
  };
  return is_valid_utf8(bytes) && std::ranges::none_of(cells.offsets(), splits);
}

void repair(Texts& cells) {
  if (is_valid(cells)) return;
  Texts repaired;
  for (const std::string_view cell : cells.cells()) repaired.push_back(repair_utf8(cell).text);
  cells = std::move(repaired);
}

}  // namespace

TablePtr make_valid(Table table) {
  for (Column& column : table.columns) {
    if (Texts* cells = std::get_if<Texts>(&column.values)) repair(*cells);
  }
  for (std::string& note : table.notes) {
    if (!is_valid_utf8(note)) note = repair_utf8(note).text;
  }
  return std::make_shared<const Table>(std::move(table));
}

}  // namespace sahafa::capi
