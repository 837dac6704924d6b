#include "tools/serve/host_check.h"

#include <algorithm>
#include <array>

namespace sahafa::tools {
namespace {

// The name without port; an IPv6 address without its brackets.
std::string_view name_of(std::string_view host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

bool is_this_machine(std::string_view name) {
  constexpr std::array<std::string_view, 2> kNames = {"localhost", "::1"};
  const bool is_loopback =
      name.starts_with("127.") && name.find_first_not_of("0123456789.") == std::string_view::npos;
  return is_loopback || std::ranges::find(kNames, name) != kNames.end();
}

}  // namespace

bool is_host_allowed(std::string_view host, std::string_view address) {
  return host.empty() || !is_this_machine(address) || is_this_machine(name_of(host));
}

}  // namespace sahafa::tools
