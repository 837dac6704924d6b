#include "corpus/outlet.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>

#include "text/error.h"
#include "text/fold.h"

namespace sahafa {

extern const std::string_view kOutletsToml;

namespace {

constexpr std::array<std::string_view, 8> kKinds = {"daily",       "weekly",   "online",      "agency",
                                                    "broadcaster", "magazine", "institution", "aggregator"};
constexpr std::array<std::string_view, 7> kFields = {"id",      "name", "names", "domains",
                                                     "country", "kind", "langs"};

/// One [[outlet]] of the file, read field by field; every complaint names origin and line.
class OutletTable {
 public:
  OutletTable(const toml::table& table, std::string_view origin) : table_(table), origin_(origin) {
    for (const auto& [key, value] : table_) {
      if (std::ranges::find(kFields, key.str()) == kFields.end()) {
        fail(value, fmt::format("unknown field '{}'; an outlet has {}", key.str(), fmt::join(kFields, ", ")));
      }
    }
  }

  Outlet read() const {
    Outlet outlet;
    outlet.id = required_text("id");
    outlet.name = required_text("name");
    outlet.names = list("names");
    outlet.domains = list("domains");
    outlet.country = text("country");
    outlet.kind = required_text("kind");
    outlet.langs = list("langs");
    check(outlet);
    return outlet;
  }

  [[noreturn]] void fail(const toml::node& where, std::string_view what) const {
    throw Error(ErrorCode::malformed, fmt::format("{}:{}: {}", origin_, where.source().begin.line, what));
  }
  [[noreturn]] void fail(std::string_view what) const { fail(table_, what); }

 private:
  static bool is_id(std::string_view id) {
    return !id.empty() && std::ranges::all_of(id, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
  }

  static bool is_country(std::string_view country) {
    return country.empty() ||
           (country.size() == 2 && std::ranges::all_of(country, [](char c) { return c >= 'A' && c <= 'Z'; }));
  }

  static bool is_domain(std::string_view domain) {
    return domain.find('.') != std::string_view::npos &&
           domain.find_first_of(":/ ") == std::string_view::npos &&
           std::ranges::none_of(domain, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  void check(const Outlet& outlet) const {
    if (!is_id(outlet.id))
      fail(fmt::format("id '{}': use lower-case ASCII letters, digits and _", outlet.id));
    if (!is_country(outlet.country)) {
      fail(fmt::format("country '{}': use two capital letters (ISO 3166-1), such as MA, or leave it out",
                       outlet.country));
    }
    if (std::ranges::find(kKinds, outlet.kind) == kKinds.end()) {
      fail(fmt::format("kind '{}': use one of {}", outlet.kind, fmt::join(kKinds, ", ")));
    }
    for (const std::string& domain : outlet.domains) {
      if (!is_domain(domain))
        fail(fmt::format("domain '{}': write the host name alone, such as ledesk.ma", domain));
    }
  }

  std::string text(std::string_view field) const {
    const toml::node* node = table_.get(field);
    if (node == nullptr) return {};
    if (!node->is_string()) fail(*node, fmt::format("'{}' must be a text in quotes", field));
    return node->ref<std::string>();
  }

  std::string required_text(std::string_view field) const {
    std::string value = text(field);
    if (value.empty()) fail(fmt::format("an outlet needs {0}; add {0} = \"...\"", field));
    return value;
  }

  std::vector<std::string> list(std::string_view field) const {
    std::vector<std::string> values;
    const toml::node* node = table_.get(field);
    if (node == nullptr) return values;
    if (!node->is_array()) fail(*node, fmt::format("'{}' must be a list: [\"...\", \"...\"]", field));
    for (const toml::node& value : *node->as_array()) {
      if (!value.is_string() || value.ref<std::string>().empty()) {
        fail(value, fmt::format("every entry of '{}' must be a text in quotes that is not empty", field));
      }
      values.push_back(value.ref<std::string>());
    }
    return values;
  }

  const toml::table& table_;
  std::string_view origin_;
};

toml::table parse(std::string_view text, std::string_view origin) {
  try {
    return toml::parse(text, origin);
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::malformed, fmt::format("{}:{}: not valid TOML: {}; correct the line", origin,
                                                  error.source().begin.line, error.description()));
  }
}

/// The form under which names are compared: folded, white space collapsed.
std::string name_key(std::string_view name) {
  std::string key;
  for (const char c : fold(name)) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space) {
      key += c;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

/// The host of an address, with or without scheme, user, port and path, in lower case.
std::string host_of(std::string_view url) {
  if (const std::size_t scheme = url.find("//"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  while (url.ends_with('.')) url.remove_suffix(1);
  std::string host(url);
  std::ranges::transform(host, host.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return host;
}

}  // namespace

const OutletRegistry& OutletRegistry::bundled() {
  static const OutletRegistry registry = read(kOutletsToml, "corpus/outlets.toml");
  return registry;
}

OutletRegistry OutletRegistry::read(std::string_view toml, std::string_view origin) {
  OutletRegistry registry;
  const toml::table file = parse(toml, origin);
  // A name or domain may stand twice in one outlet, never in two: an article would belong to either.
  const auto claim = [&](auto& index, const std::string& key, const std::string& shown,
                         const OutletTable& table) {
    const std::size_t outlet = registry.outlets_.size();
    const auto [entry, is_new] = index.try_emplace(key, outlet);
    if (is_new || entry->second == outlet) return;
    table.fail(fmt::format("'{}' already means the outlet {}; remove it from one of the two", shown,
                           registry.outlets_[entry->second].id));
  };
  for (const auto& [key, node] : file) {
    if (key.str() != "outlet" || !node.is_array_of_tables()) {
      throw Error(ErrorCode::malformed,
                  fmt::format("{}:{}: unknown entry '{}'; the file is a list of [[outlet]]", origin,
                              node.source().begin.line, key.str()));
    }
    for (const toml::node& entry : *node.as_array()) {
      const OutletTable table(*entry.as_table(), origin);
      Outlet outlet = table.read();
      claim(registry.by_name_, name_key(outlet.id), outlet.id, table);
      claim(registry.by_name_, name_key(outlet.name), outlet.name, table);
      for (const std::string& name : outlet.names) claim(registry.by_name_, name_key(name), name, table);
      for (const std::string& domain : outlet.domains) claim(registry.by_domain_, domain, domain, table);
      registry.outlets_.push_back(std::move(outlet));
    }
  }
  return registry;
}

const Outlet* OutletRegistry::find(std::string_view name_or_id) const {
  const auto found = by_name_.find(name_key(name_or_id));
  return found == by_name_.end() ? nullptr : &outlets_[found->second];
}

const Outlet* OutletRegistry::find_by_url(std::string_view url) const {
  const std::string host = host_of(url);
  for (std::string_view domain = host; !domain.empty();) {
    const auto found = by_domain_.find(std::string(domain));
    if (found != by_domain_.end()) return &outlets_[found->second];
    const std::size_t dot = domain.find('.');
    domain.remove_prefix(dot == std::string_view::npos ? domain.size() : dot + 1);
  }
  return nullptr;
}

}  // namespace sahafa
