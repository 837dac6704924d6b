#include <cerrno>
#include <memory>
#include <string>
#include <utility>

#include "capi/arrow_export.h"
#include "capi/guard.h"

namespace sahafa::capi {
namespace {

struct StreamOwner {
  TablePtr schema;
  std::function<Rows()> next;
  std::string message;
};

StreamOwner& owner_of(ArrowArrayStream* stream) { return *static_cast<StreamOwner*>(stream->private_data); }

// A status as the errno that Arrow's interface asks for. The message stays with the stream: its consumer may be another thread.
int finish(StreamOwner& owner, sahafa_status status) {
  if (status == SAHAFA_OK) return 0;
  guard([&] { owner.message = last_error(); });
  if (status == SAHAFA_ERROR_MEMORY) return ENOMEM;
  return status == SAHAFA_ERROR_ARGUMENT ? EINVAL : EIO;
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  StreamOwner& owner = owner_of(stream);
  return finish(owner, guard([&] { export_schema(*owner.schema, *out); }));
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  StreamOwner& owner = owner_of(stream);
  *out = {};  // a released array: the end of the stream
  return finish(owner, guard([&] {
                  const Rows rows = owner.next();
                  if (rows.count > 0) export_rows(rows, *out);
                }));
}

const char* get_last_error(ArrowArrayStream* stream) { return owner_of(stream).message.c_str(); }

void release_stream(ArrowArrayStream* stream) {
  const std::unique_ptr<StreamOwner> owner(&owner_of(stream));
  stream->release = nullptr;
  stream->private_data = nullptr;
}

}  // namespace

void export_stream(TablePtr schema, std::function<Rows()> next, ArrowArrayStream& stream) {
  auto owner = std::make_unique<StreamOwner>(
      StreamOwner{.schema = std::move(schema), .next = std::move(next), .message = {}});
  stream = {.get_schema = get_schema,
            .get_next = get_next,
            .get_last_error = get_last_error,
            .release = release_stream,
            .private_data = owner.release()};
}

}  // namespace sahafa::capi
