#include "corpus/outlet_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::array<std::string_view, 8> kKinds = {"daily",       "weekly",   "online",      "agency",
                                                    "broadcaster", "magazine", "institution", "aggregator"};
constexpr std::array<std::string_view, 8> kFields = {"id",      "name", "names", "domains",
                                                     "country", "kind", "langs", "page"};
constexpr std::array<std::pair<std::string_view, std::vector<Selector> PageProfile::*>, 5> kParts{
    {{"body", &PageProfile::body},
     {"title", &PageProfile::title},
     {"author", &PageProfile::author},
     {"date", &PageProfile::date},
     {"drop", &PageProfile::drop}}};

bool is_id(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool is_country(std::string_view country) {
  return country.empty() ||
         (country.size() == 2 && std::ranges::all_of(country, [](char c) { return c >= 'A' && c <= 'Z'; }));
}

bool is_domain(std::string_view domain) {
  return domain.find('.') != std::string_view::npos &&
         domain.find_first_of(":/ ") == std::string_view::npos &&
         std::ranges::none_of(domain, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

OutletTable::OutletTable(const toml::table& table, std::string_view origin) : table_(table), origin_(origin) {
  for (const auto& [key, value] : table_) {
    if (std::ranges::find(kFields, key.str()) == kFields.end()) {
      fail(value, fmt::format("unknown field '{}'; an outlet has {}", key.str(), fmt::join(kFields, ", ")));
    }
  }
}

Outlet OutletTable::read(const Outlet* known) const {
  Outlet outlet = known == nullptr ? Outlet{} : *known;
  const auto has = [&](std::string_view field) { return known == nullptr || table_.contains(field); };
  outlet.id = id();
  if (has("name")) outlet.name = required_text("name");
  if (has("names")) outlet.names = list("names");
  if (has("domains")) outlet.domains = list("domains");
  if (has("country")) outlet.country = text("country");
  if (has("kind")) outlet.kind = required_text("kind");
  if (has("langs")) outlet.langs = list("langs");
  if (const toml::node* page = table_.get("page")) outlet.page = profile(*page);
  check(outlet);
  return outlet;
}

void OutletTable::fail(const toml::node& where, std::string_view what) const {
  throw Error(ErrorCode::malformed, fmt::format("{}:{}: {}", origin_, where.source().begin.line, what));
}

void OutletTable::check(const Outlet& outlet) const {
  if (!is_id(outlet.id)) fail(fmt::format("id '{}': use lower-case ASCII letters, digits and _", outlet.id));
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

std::string OutletTable::text(std::string_view field) const {
  const toml::node* node = table_.get(field);
  if (node == nullptr) return {};
  if (!node->is_string()) fail(*node, fmt::format("'{}' must be a text in quotes", field));
  return node->ref<std::string>();
}

std::string OutletTable::required_text(std::string_view field) const {
  std::string value = text(field);
  if (value.empty()) fail(fmt::format("an outlet needs {0}; add {0} = \"...\"", field));
  return value;
}

std::vector<std::string> OutletTable::list(std::string_view field) const {
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

PageProfile OutletTable::profile(const toml::node& node) const {
  const toml::table* table = node.as_table();
  if (table == nullptr) fail(node, "'page' must be a table: [outlet.page] below its [[outlet]]");
  PageProfile profile;
  profile.place = fmt::format("{}:{}", origin_, table->source().begin.line);
  for (const auto& [key, value] : *table) {
    const auto part = std::ranges::find(kParts, key.str(), &decltype(kParts)::value_type::first);
    if (part == kParts.end())
      fail(value, fmt::format("unknown field '{}'; a page has body, title, author, date, drop", key.str()));
    profile.*part->second = selectors(value, key.str());
  }
  return profile;
}

std::vector<Selector> OutletTable::selectors(const toml::node& node, std::string_view field) const {
  std::vector<Selector> result;
  const auto add = [&](const toml::node& value) {
    if (!value.is_string())
      fail(value, fmt::format("'{}' must be a list of selectors in quotes: [\"div.article-text\"]", field));
    try {
      result.push_back(parse_selector(value.ref<std::string>()));
    } catch (const Error& error) {
      fail(value, error.what());
    }
    const bool takes_value = field == "title" || field == "author" || field == "date";
    if (!takes_value && !result.back().attribute.empty())
      fail(value, fmt::format("'{}' means whole elements; remove the @{}", field, result.back().attribute));
  };
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& value : *list) add(value);
  } else {
    add(node);
  }
  return result;
}

}  // namespace sahafa
