// The border: no exception leaves a function of sahafa.h. With tools/main.cc the only place that catches.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "capi/sahafa.h"

namespace sahafa::capi {

/// Thrown out of a progress function whose callback asked to stop.
struct Cancelled {};

/// Notes the error in flight for sahafa_last_error and returns its status. Only inside a catch block.
sahafa_status note_error() noexcept;

const char* last_error() noexcept;

/// Runs `call`, which returns nothing, and turns what it throws into a status.
template <class Call>
sahafa_status guard(Call&& call) noexcept {
  try {
    call();
    return SAHAFA_OK;
  } catch (...) {
    return note_error();
  }
}

/// The text of an argument called `name`. Throws Error: usage for NULL, malformed for what is not UTF-8.
std::string_view text_argument(const char* text, std::string_view name);

/// `count` texts; `name` says what one is. Throws as text_argument does, and Error(usage) where the array is NULL.
std::vector<std::string> read_texts(const char* const* texts, std::size_t count, std::string_view name);

/// Throws Error(usage) when the place for a result is NULL.
void check_output(const void* output);

}  // namespace sahafa::capi
