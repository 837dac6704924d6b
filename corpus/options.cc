#include "corpus/options.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "text/error.h"
#include "text/trim.h"

namespace sahafa {
namespace {

template <class Number>
Number parse(std::string_view name, std::string_view value, std::string_view expected) {
  Number number{};
  const char* const begin = value.data();
  const char* const end = begin + value.size();
  const auto [stop, error] = std::from_chars(begin, end, number);
  if (error != std::errc() || stop != end) {
    throw Error(ErrorCode::usage, fmt::format("--{} needs {}, not \"{}\"", name, expected, value));
  }
  return number;
}

}  // namespace

Options::Options(std::span<const OptionSpec> specs, std::map<std::string, std::string, std::less<>> values) {
  for (const OptionSpec& spec : specs) values_.emplace(spec.name, spec.default_value);
  for (auto& [name, value] : values) {
    const auto slot = values_.find(name);
    if (slot == values_.end()) throw Error(ErrorCode::usage, fmt::format("there is no option --{}", name));
    if (!value.empty()) slot->second = std::move(value);
  }
}

std::string_view Options::get(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) throw Error(ErrorCode::usage, fmt::format("there is no option --{}", name));
  return found->second;
}

bool Options::is_on(std::string_view name) const {
  static constexpr std::array<std::string_view, 5> kOff = {"", "0", "false", "no", "off"};
  return std::ranges::find(kOff, get(name)) == kOff.end();
}

std::vector<std::string_view> Options::get_list(std::string_view name) const {
  std::vector<std::string_view> parts;
  std::string_view rest = get(name);
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    if (const std::string_view part = trim(rest.substr(0, comma)); !part.empty()) parts.push_back(part);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return parts;
}

std::int64_t Options::get_integer(std::string_view name) const {
  return parse<std::int64_t>(name, get(name), "a whole number");
}

std::size_t Options::get_count(std::string_view name) const {
  const std::int64_t value = get_integer(name);
  if (value < 0) throw Error(ErrorCode::usage, fmt::format("--{} {}: must not be negative", name, value));
  return static_cast<std::size_t>(value);
}

double Options::get_number(std::string_view name) const { return parse<double>(name, get(name), "a number"); }

Options Options::with(std::string_view name, std::string_view value) const {
  get(name);
  Options changed = *this;
  changed.values_.insert_or_assign(std::string(name), std::string(value));
  return changed;
}

}  // namespace sahafa
