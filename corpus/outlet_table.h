// One [[outlet]] of a registry file, read field by field; every complaint names origin and line. For outlet.cc only.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/outlet.h"

namespace sahafa {

/// A view of `table`, which must outlive it.
class OutletTable {
 public:
  /// Throws Error(malformed) for a field that no outlet has; so does everything below for what is wrong.
  OutletTable(const toml::table& table, std::string_view origin);

  std::string id() const { return required_text("id"); }
  /// The outlet; what the table does not say is as in `known`, where that is given.
  Outlet read(const Outlet* known) const;

  [[noreturn]] void fail(const toml::node& where, std::string_view what) const;
  [[noreturn]] void fail(std::string_view what) const { fail(table_, what); }

 private:
  void check(const Outlet& outlet) const;
  std::string text(std::string_view field) const;
  std::string required_text(std::string_view field) const;
  std::vector<std::string> list(std::string_view field) const;
  PageProfile profile(const toml::node& node) const;
  std::vector<Selector> selectors(const toml::node& node, std::string_view field) const;

  const toml::table& table_;
  std::string_view origin_;
};

}  // namespace sahafa
