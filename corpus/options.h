// Options: declared once as data, given as text, read by name. Command line, C API, manual pages and web forms follow from the
// declarations. No option has a value of its own type: what takes it says what it must be.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// One option, declared once: command line, manual and C API use the same names.
struct OptionSpec {
  std::string_view name;           ///< "by"; on the command line --by
  std::string_view value;          ///< placeholder of the value ("FIELD"), empty for a switch
  std::string_view help;           ///< one line
  std::string_view default_value;  ///< empty: none
  bool positional = false;         ///< a bare argument after the corpus; required
};

/// Several lists of options as one.
template <std::size_t... N>
constexpr std::array<OptionSpec, (N + ...)> join_options(const std::array<OptionSpec, N>&... parts) {
  std::array<OptionSpec, (N + ...)> all{};
  auto at = all.begin();
  ((at = std::ranges::copy(parts, at).out), ...);
  return all;
}

/// Option values by name, as strings. Missing ones take the default of their spec.
class Options {
 public:
  Options() = default;
  /// Throws Error(usage) for a value whose name no spec declares.
  Options(std::span<const OptionSpec> specs, std::map<std::string, std::string, std::less<>> values);

  /// The value, or the default. Throws Error(usage) for a name that no spec declares.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const { return !get(name).empty(); }
  /// True for a switch that was given: any value but empty, "0", "false", "no" and "off".
  bool is_on(std::string_view name) const;
  /// The parts of a value that is a list with commas, blanks around them removed.
  std::vector<std::string_view> get_list(std::string_view name) const;
  /// Throws Error(usage), naming the option, when the value is not a number.
  std::int64_t get_integer(std::string_view name) const;
  double get_number(std::string_view name) const;
  /// The same for what is counted: throws for a negative number as well.
  std::size_t get_count(std::string_view name) const;
  /// The same options with another value for `name`. Throws Error(usage) for a name that no spec declares.
  Options with(std::string_view name, std::string_view value) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace sahafa
