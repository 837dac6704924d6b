// Arrow's C data interface (https://arrow.apache.org/docs/format/CDataInterface.html): a table as a struct array whose
// children are its columns. Values and texts are the table's own memory; only the bits that mark missing values are
// made anew.
#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string>
#include <vector>

#include "capi/guard.h"
#include "capi/handles.h"

namespace {

using namespace sahafa;
using namespace sahafa::capi;

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

void export_schema(const Table& table, ArrowSchema& schema) {
  auto owner = std::make_unique<SchemaOwner>();
  for (const Column& column : table.columns) {
    owner->children.push_back(std::make_unique<ArrowSchema>());
    fill_schema(*owner->children.back(), format_of(column), column.name, std::make_unique<SchemaOwner>());
  }
  fill_schema(schema, "+s", "", std::move(owner));
  schema.flags = 0;
}

std::vector<std::uint8_t> to_bits(const std::vector<std::uint8_t>& valid) {
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

void point_at(const Texts& cells, std::array<const void*, 3>& buffers) {
  buffers[1] = cells.offsets().data();
  buffers[2] = cells.bytes().data();
}

template <class Value>
void point_at(const std::vector<Value>& cells, std::array<const void*, 3>& buffers) {
  buffers[1] = cells.data();
}

void export_column(const TablePtr& table, const Column& column, ArrowArray& array) {
  auto owner = std::make_unique<ArrayOwner>();
  owner->table = table;
  owner->bits = to_bits(column.valid);
  if (!owner->bits.empty()) owner->buffers[0] = owner->bits.data();
  std::visit([&](const auto& cells) { point_at(cells, owner->buffers); }, column.values);
  const bool is_text = std::holds_alternative<Texts>(column.values);
  fill_array(array, column.size(), std::ranges::count(column.valid, 0), is_text ? 3 : 2, std::move(owner));
}

void export_array(const TablePtr& table, ArrowArray& array) {
  auto owner = std::make_unique<ArrayOwner>();
  owner->table = table;
  for (const Column& column : table->columns) {
    owner->children.push_back(std::make_unique<ArrowArray>());
    export_column(table, column, *owner->children.back());
  }
  fill_array(array, table->rows(), 0, 1, std::move(owner));
}

struct StreamOwner {
  TablePtr table;
  bool done = false;
};

StreamOwner& owner_of(ArrowArrayStream* stream) { return *static_cast<StreamOwner*>(stream->private_data); }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return guard([&] { export_schema(*owner_of(stream).table, *out); }) == SAHAFA_OK ? 0 : ENOMEM;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  StreamOwner& owner = owner_of(stream);
  *out = {};  // a released array: the end of the stream
  if (owner.done) return 0;
  owner.done = true;
  return guard([&] { export_array(owner.table, *out); }) == SAHAFA_OK ? 0 : ENOMEM;
}

const char* get_last_error(ArrowArrayStream* /*stream*/) { return last_error(); }

void release_stream(ArrowArrayStream* stream) {
  const std::unique_ptr<StreamOwner> owner(&owner_of(stream));
  stream->release = nullptr;
  stream->private_data = nullptr;
}

}  // namespace

sahafa_status sahafa_table_export_arrow(const sahafa_table* table, ArrowSchema* schema, ArrowArray* array) {
  return guard([&] {
    check_output(schema);
    check_output(array);
    *schema = {};
    *array = {};
    const TablePtr exported = get_handle(table);
    export_schema(*exported, *schema);
    export_array(exported, *array);
  });
}

sahafa_status sahafa_table_export_arrow_stream(const sahafa_table* table, ArrowArrayStream* out) {
  return guard([&] {
    check_output(out);
    *out = {};
    auto owner = std::make_unique<StreamOwner>(StreamOwner{.table = get_handle(table)});
    *out = {.get_schema = get_schema,
            .get_next = get_next,
            .get_last_error = get_last_error,
            .release = release_stream,
            .private_data = owner.release()};
  });
}
