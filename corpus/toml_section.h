// A TOML table that knows the file it came from: every complaint names origin, line and remedy.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sahafa {

/// Reads a whole document. Throws Error(malformed), naming origin and line, when it is not TOML.
toml::table parse_toml(std::string_view text, std::string_view origin);

/// A view: table and origin must outlive it. Every reader throws Error(malformed) when the value has another type.
class TomlSection {
 public:
  TomlSection(const toml::table& table, std::string_view origin) : table_(table), origin_(origin) {}

  std::int64_t line() const { return static_cast<std::int64_t>(table_.source().begin.line); }
  bool has(std::string_view key) const { return table_.contains(key); }

  /// Throws Error(malformed): origin, line, problem, remedy.
  [[noreturn]] void fail(std::string_view problem, std::string_view remedy) const;

  /// The value, or empty when the key is absent; so the others.
  std::string text(std::string_view key) const;
  bool flag(std::string_view key) const;
  std::vector<std::string> list(std::string_view key) const;
  std::unordered_map<std::string, std::string> texts(std::string_view key) const;
  /// The tables of an array of tables.
  std::vector<TomlSection> sections(std::string_view key) const;

  /// Index of the value of `key` among `allowed`, or `fallback` when the key is absent.
  template <std::size_t N>
  std::size_t choice(std::string_view key, const std::array<std::string_view, N>& allowed,
                     std::size_t fallback) const {
    if (!has(key)) {
      return fallback;
    }
    const std::string value = text(key);
    const auto found = std::ranges::find(allowed, value);
    if (found == allowed.end()) {
      fail(fmt::format("unknown {} \"{}\"", key, value),
           fmt::format("use one of {}", fmt::join(allowed, ", ")));
    }
    return static_cast<std::size_t>(found - allowed.begin());
  }

 private:
  const toml::table& table_;
  std::string_view origin_;
};

}  // namespace sahafa
