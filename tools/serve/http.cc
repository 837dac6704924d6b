#include "tools/serve/http.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

namespace sahafa::tools {
namespace {

// Strings one after the other, each behind its length: no byte needs an escape.
void append_field(std::string_view field, std::string& out) {
  out += fmt::format("{}:{}", field.size(), field);
}

std::string take_field(std::string_view& bytes) {
  std::size_t size = 0;
  const auto [colon, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
  bytes.remove_prefix(static_cast<std::size_t>(colon - bytes.data()) + 1);
  std::string field(bytes.substr(0, size));
  bytes.remove_prefix(size);
  return field;
}

}  // namespace

Answer make_failure(int status, std::string_view message) {
  const nlohmann::json body = {{"error", {{"status", status}, {"message", message}}}};
  return {.status = status,
          .type = "application/json",
          .body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n",
          .file = {}};
}

std::string pack(const Request& request) {
  std::string out;
  append_field(request.path, out);
  for (const auto& [name, value] : request.parameters) {
    append_field(name, out);
    append_field(value, out);
  }
  return out;
}

Request unpack_request(std::string_view bytes) {
  Request request;
  request.path = take_field(bytes);
  while (!bytes.empty()) {
    std::string name = take_field(bytes);
    request.parameters[std::move(name)] = take_field(bytes);
  }
  return request;
}

std::string pack(const Answer& answer) {
  std::string out;
  append_field(std::to_string(answer.status), out);
  append_field(answer.type, out);
  append_field(answer.file, out);
  out += answer.body;
  return out;
}

Answer unpack_answer(std::string_view bytes) {
  Answer answer;
  answer.status = std::stoi(take_field(bytes));
  answer.type = take_field(bytes);
  answer.file = take_field(bytes);
  answer.body = bytes;
  return answer;
}

}  // namespace sahafa::tools
