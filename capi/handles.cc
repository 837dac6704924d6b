#include "capi/handles.h"

#include <fmt/format.h>

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <variant>

#include "text/error.h"

namespace sahafa::capi {
namespace {

using Object = std::variant<CorpusPtr, OptionsPtr, TablePtr>;

constexpr const char* kKinds[] = {"corpus", "options", "table"};

// The one state that the library keeps: without it a freed handle could not be told from a live one.
class Registry {
 public:
  void* add(Object object) {
    const std::lock_guard lock(mutex_);
    last_ += 1;
    objects_.emplace(last_, std::move(object));
    return reinterpret_cast<void*>(
        last_);  // NOLINT(performance-no-int-to-ptr): a number in the coat of a pointer
  }

  std::optional<Object> find(const void* handle) const {
    const std::lock_guard lock(mutex_);
    const auto found = objects_.find(reinterpret_cast<std::uintptr_t>(handle));
    return found == objects_.end() ? std::nullopt : std::optional(found->second);
  }

  // The object goes after the lock: to close a corpus takes time, and its calls may wait for handles.
  template <class Pointer>
  void drop(const void* handle) {
    const auto taken = [&] {
      const std::lock_guard lock(mutex_);
      const auto found = objects_.find(reinterpret_cast<std::uintptr_t>(handle));
      const bool is_ours = found != objects_.end() && std::holds_alternative<Pointer>(found->second);
      return is_ours ? objects_.extract(found) : decltype(objects_)::node_type();
    }();
  }

 private:
  mutable std::mutex mutex_;
  std::uintptr_t last_ = 0;
  std::unordered_map<std::uintptr_t, Object> objects_;
};

Registry& registry() {
  // Never destroyed: languages with a collector free their handles after the end of main.
  static Registry& all = *std::make_unique<Registry>().release();
  return all;
}

template <class Pointer>
Pointer get(const void* handle) {
  const char* const wanted = kKinds[Object(Pointer()).index()];
  if (handle == nullptr) throw Error(ErrorCode::usage, fmt::format("the {} handle is NULL", wanted));
  const std::optional<Object> object = registry().find(handle);
  if (!object)
    throw Error(ErrorCode::usage, fmt::format("the {} handle was freed, or never was one", wanted));
  if (const Pointer* pointer = std::get_if<Pointer>(&*object)) return *pointer;
  throw Error(ErrorCode::usage,
              fmt::format("a {} handle is needed, this is one of a {}", wanted, kKinds[object->index()]));
}

}  // namespace

sahafa_corpus* add_handle(CorpusPtr corpus) {
  return static_cast<sahafa_corpus*>(registry().add(std::move(corpus)));
}
sahafa_options* add_handle(OptionsPtr options) {
  return static_cast<sahafa_options*>(registry().add(std::move(options)));
}
sahafa_table* add_handle(TablePtr table) {
  return static_cast<sahafa_table*>(registry().add(std::move(table)));
}

CorpusPtr get_handle(const sahafa_corpus* handle) { return get<CorpusPtr>(handle); }
OptionsPtr get_handle(const sahafa_options* handle) { return get<OptionsPtr>(handle); }
TablePtr get_handle(const sahafa_table* handle) { return get<TablePtr>(handle); }

void drop_handle(const sahafa_corpus* handle) { registry().drop<CorpusPtr>(handle); }
void drop_handle(const sahafa_options* handle) { registry().drop<OptionsPtr>(handle); }
void drop_handle(const sahafa_table* handle) { registry().drop<TablePtr>(handle); }

}  // namespace sahafa::capi
