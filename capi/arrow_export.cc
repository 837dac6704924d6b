#include "capi/arrow_export.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sahafa::capi {
namespace {

// What an exported schema owns: its name and its children.
struct SchemaOwner {
  std::string name;
  std::vector<std::unique_ptr<ArrowSchema>> children;
  std::vector<ArrowSchema*> pointers;
};

// What an exported array owns: the table that it points into, and what had to be made.
struct ArrayOwner {
  TablePtr table;
  std::vector<std::uint8_t> bits;
  std::array<const void*, 3> buffers{};
  std::vector<std::unique_ptr<ArrowArray>> children;
  std::vector<ArrowArray*> pointers;
};

// Consumers may move a child out: a child whose release is NULL is not ours any more.
template <class Exported, class Owner>
void release(Exported* exported) {
  const std::unique_ptr<Owner> owner(static_cast<Owner*>(exported->private_data));
  for (const auto& child : owner->children) {
    if (child->release != nullptr) child->release(child.get());
  }
  exported->release = nullptr;
  exported->private_data = nullptr;
}

void fill_schema(ArrowSchema& schema, const char* format, std::string name,
                 std::unique_ptr<SchemaOwner> owner) {
  owner->name = std::move(name);
  for (const auto& child : owner->children) owner->pointers.push_back(child.get());
  schema = {.format = format,
            .name = owner->name.c_str(),
            .metadata = nullptr,
            .flags = ARROW_FLAG_NULLABLE,
            .n_children = static_cast<std::int64_t>(owner->pointers.size()),
            .children = owner->pointers.data(),
            .dictionary = nullptr,
            .release = release<ArrowSchema, SchemaOwner>,
            .private_data = owner.get()};
  static_cast<void>(owner.release());  // the consumer releases it
}

const char* format_of(const Column& column) {
  constexpr const char* kFormats[] = {"U", "l", "g"};  // large UTF-8, int64, float64
  return kFormats[column.values.index()];
}

std::vector<std::uint8_t> to_bits(std::span<const std::uint8_t> valid) {
  std::vector<std::uint8_t> bits((valid.size() + 7) / 8);
  for (std::size_t row = 0; row < valid.size(); ++row) {
    if (valid[row] != 0) bits[row / 8] = static_cast<std::uint8_t>(bits[row / 8] | 1U << (row % 8));
  }
  return bits;
}

void fill_array(ArrowArray& array, std::size_t rows, std::int64_t nulls, std::int64_t buffers,
                std::unique_ptr<ArrayOwner> owner) {
  for (const auto& child : owner->children) owner->pointers.push_back(child.get());
  array = {.length = static_cast<std::int64_t>(rows),
           .null_count = nulls,
           .offset = 0,
           .n_buffers = buffers,
           .n_children = static_cast<std::int64_t>(owner->pointers.size()),
           .buffers = owner->buffers.data(),
           .children = owner->pointers.data(),
           .dictionary = nullptr,
           .release = release<ArrowArray, ArrayOwner>,
           .private_data = owner.get()};
  static_cast<void>(owner.release());  // the consumer releases it
}

// A part of a column begins further on in the same memory; offsets of texts stay those of the whole block.
void point_at(const Texts& cells, std::size_t first, std::array<const void*, 3>& buffers) {
  buffers[1] = cells.offsets().data() + first;
  buffers[2] = cells.bytes().data();
}

template <class Value>
void point_at(const std::vector<Value>& cells, std::size_t first, std::array<const void*, 3>& buffers) {
  buffers[1] = cells.data() + first;
}

void export_column(const Rows& rows, const Column& column, ArrowArray& array) {
  auto owner = std::make_unique<ArrayOwner>();
  owner->table = rows.table;
  const auto valid = column.valid.empty() ? std::span<const std::uint8_t>()
                                          : std::span(column.valid).subspan(rows.first, rows.count);
  owner->bits = to_bits(valid);
  if (!owner->bits.empty()) owner->buffers[0] = owner->bits.data();
  std::visit([&](const auto& cells) { point_at(cells, rows.first, owner->buffers); }, column.values);
  const bool is_text = std::holds_alternative<Texts>(column.values);
  fill_array(array, rows.count, std::ranges::count(valid, 0), is_text ? 3 : 2, std::move(owner));
}

}  // namespace

void export_schema(const Table& table, ArrowSchema& schema) {
  auto owner = std::make_unique<SchemaOwner>();
  for (const Column& column : table.columns) {
    owner->children.push_back(std::make_unique<ArrowSchema>());
    fill_schema(*owner->children.back(), format_of(column), column.name, std::make_unique<SchemaOwner>());
  }
  fill_schema(schema, "+s", "", std::move(owner));
  schema.flags = 0;
}

void export_rows(const Rows& rows, ArrowArray& array) {
  auto owner = std::make_unique<ArrayOwner>();
  owner->table = rows.table;
  for (const Column& column : rows.table->columns) {
    owner->children.push_back(std::make_unique<ArrowArray>());
    export_column(rows, column, *owner->children.back());
  }
  fill_array(array, rows.count, 0, 1, std::move(owner));
}

}  // namespace sahafa::capi
