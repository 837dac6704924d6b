#include "capi/guard.h"

#include <fmt/format.h>

#include <new>

#include "text/error.h"
#include "text/utf8.h"

namespace sahafa::capi {
namespace {

thread_local std::string last_message;

sahafa_status status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return SAHAFA_ERROR_ARGUMENT;
    case ErrorCode::not_found:
      return SAHAFA_ERROR_NOT_FOUND;
    case ErrorCode::unreadable:
      return SAHAFA_ERROR_UNREADABLE;
    case ErrorCode::malformed:
      return SAHAFA_ERROR_MALFORMED;
    case ErrorCode::disk_full:
      return SAHAFA_ERROR_DISK_FULL;
    case ErrorCode::newer_format:
      return SAHAFA_ERROR_NEWER_FORMAT;
    case ErrorCode::locked:
      return SAHAFA_ERROR_BUSY;
  }
  return SAHAFA_ERROR_INTERNAL;
}

// A message may name a file whose name is no UTF-8. To keep it can itself run out of memory.
void keep(const char* message) noexcept {
  try {
    last_message = repair_utf8(message).text;
  } catch (...) {
    last_message.clear();
  }
}

}  // namespace

sahafa_status note_error() noexcept {
  try {
    throw;
  } catch (const Cancelled&) {
    keep("cancelled by the progress callback");
    return SAHAFA_ERROR_CANCELLED;
  } catch (const Error& error) {
    keep(error.what());
    return status_of(error.code());
  } catch (const std::bad_alloc&) {
    keep("out of memory; fewer jobs need less");
    return SAHAFA_ERROR_MEMORY;
  } catch (const std::exception& error) {
    keep(error.what());
    return SAHAFA_ERROR_INTERNAL;
  } catch (...) {
    keep("an exception of no known type");
    return SAHAFA_ERROR_INTERNAL;
  }
}

const char* last_error() noexcept { return last_message.c_str(); }

std::string_view text_argument(const char* text, std::string_view name) {
  if (text == nullptr) throw Error(ErrorCode::usage, fmt::format("{} is NULL", name));
  if (!is_valid_utf8(text)) throw Error(ErrorCode::malformed, fmt::format("{} is not valid UTF-8", name));
  return text;
}

std::vector<std::string> read_texts(const char* const* texts, std::size_t count, std::string_view name) {
  if (texts == nullptr && count > 0)
    throw Error(ErrorCode::usage, fmt::format("the array of {}s is NULL", name));
  std::vector<std::string> list;
  for (std::size_t i = 0; i < count; ++i)
    list.emplace_back(text_argument(texts[i], fmt::format("{} {}", name, i)));
  return list;
}

void check_output(const void* output) {
  if (output == nullptr) throw Error(ErrorCode::usage, "the place for the result is NULL");
}

}  // namespace sahafa::capi
