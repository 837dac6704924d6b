#include "corpus/outlet.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <sstream>
#include <utility>

#include "corpus/outlet_table.h"
#include "text/error.h"
#include "text/fold.h"

namespace sahafa {

extern const std::string_view kOutletsToml;

namespace {

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

// Collects outlets, later ones in place of those with their id, and makes the indexes last: what a replaced outlet was called
// is free again.
class OutletRegistry::Builder {
 public:
  explicit Builder(const OutletRegistry& base) : outlets_(base.outlets_) {}

  void add(const OutletTable& table) {
    const std::string id = table.id();
    const auto known = std::ranges::find(outlets_, id, &Outlet::id);
    const bool is_known = known != outlets_.end();
    Outlet outlet = table.read(is_known ? &*known : nullptr);
    if (table_of(id) != nullptr)
      table.fail(fmt::format("'{0}' already means the outlet {0}; remove one of the two", id));
    added_.emplace_back(id, &table);
    if (is_known) {
      *known = std::move(outlet);
    } else {
      outlets_.push_back(std::move(outlet));
    }
  }

  OutletRegistry finish() {
    OutletRegistry registry;
    for (Outlet& outlet : outlets_) {
      claim(registry, registry.by_name_, name_key(outlet.id), outlet.id, outlet.id);
      claim(registry, registry.by_name_, name_key(outlet.name), outlet.name, outlet.id);
      for (const std::string& name : outlet.names)
        claim(registry, registry.by_name_, name_key(name), name, outlet.id);
      for (const std::string& domain : outlet.domains)
        claim(registry, registry.by_domain_, domain, domain, outlet.id);
      registry.outlets_.push_back(std::move(outlet));
    }
    return registry;
  }

 private:
  using Index = std::unordered_map<std::string, std::size_t>;
  using Added = std::pair<std::string, const OutletTable*>;

  // A name or domain may stand twice in one outlet, never in two: an article would belong to either.
  void claim(const OutletRegistry& registry, Index& index, const std::string& key, const std::string& shown,
             const std::string& id) const {
    const std::size_t outlet = registry.outlets_.size();
    const auto [entry, is_new] = index.try_emplace(key, outlet);
    if (is_new || entry->second == outlet) return;
    const std::string& other = registry.outlets_[entry->second].id;
    constexpr std::string_view kMessage = "'{}' already means the outlet {}; remove it from one of the two";
    if (const OutletTable* table = table_of(id)) table->fail(fmt::format(kMessage, shown, other));
    if (const OutletTable* table = table_of(other)) table->fail(fmt::format(kMessage, shown, id));
  }

  // Where an outlet is written; nullptr where it comes from the registry that is built on.
  const OutletTable* table_of(std::string_view id) const {
    const auto found = std::ranges::find(added_, id, &Added::first);
    return found == added_.end() ? nullptr : found->second;
  }

  std::vector<Outlet> outlets_;
  std::vector<Added> added_;
};

OutletRegistry OutletRegistry::with(std::string_view toml, std::string_view origin) const {
  const toml::table file = parse(toml, origin);
  std::deque<OutletTable> tables;
  Builder builder(*this);
  for (const auto& [key, node] : file) {
    if (key.str() != "outlet" || !node.is_array_of_tables()) {
      throw Error(ErrorCode::malformed,
                  fmt::format("{}:{}: unknown entry '{}'; the file is a list of [[outlet]]", origin,
                              node.source().begin.line, key.str()));
    }
    for (const toml::node& entry : *node.as_array())
      builder.add(tables.emplace_back(*entry.as_table(), origin));
  }
  return builder.finish();
}

OutletRegistry OutletRegistry::read(std::string_view toml, std::string_view origin) {
  return OutletRegistry().with(toml, origin);
}

OutletRegistry OutletRegistry::load(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  std::ostringstream bytes;
  if (!input || !(bytes << input.rdbuf())) {
    throw Error(ErrorCode::unreadable,
                fmt::format("{}: cannot be read as a list of outlets; check the path and its permissions",
                            file.string()));
  }
  return bundled().with(bytes.str(), file.string());
}

const Outlet* OutletRegistry::find(std::string_view name_or_id) const {
  // An article names its outlet by id, which is its own key: looked up a hundred thousand times, making the key would be all of the cost.
  auto found = by_name_.find(std::string(name_or_id));
  if (found == by_name_.end()) found = by_name_.find(name_key(name_or_id));
  return found == by_name_.end() ? nullptr : &outlets_[found->second];
}

std::string_view OutletRegistry::country_of(std::string_view name_or_id) const {
  const Outlet* const outlet = find(name_or_id);
  return outlet == nullptr ? std::string_view() : std::string_view(outlet->country);
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
