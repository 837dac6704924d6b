// What a page calls its site, and which of these names is that of the outlet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/outlet.h"
#include "ingest/html_blocks.h"
#include "ingest/html_statements.h"
#include "ingest/json_ld.h"

namespace sahafa {

/// A value and the place it came from.
struct FoundValue {
  std::string text;
  std::string_view origin = {};
};

/// What a page may call its site.
struct SiteNames {
  std::vector<FoundValue> names;  ///< the better first
  std::string url;                ///< the address of the page
  std::string label;              ///< of its domain, folded: "akhbar" of www.akhbar.example
  std::string host;               ///< squeezed: "akhbarexample"
};

/// Letters and digits of a name, folded: "Le Matin.ma" and "lematin.ma" are one.
std::string squeezed(std::string_view name);

/// Collects the names from meta elements, data, title, logos and the line of copyright. O(statements + blocks).
SiteNames site_names(const PageStatements& found, const JsonLd& data, const JsonLdArticle& article,
                     const std::vector<HtmlBlock>& blocks, std::string_view url);

/// True if `name` is a name of the site or its domain.
bool names_site(std::string_view name, const SiteNames& site);

/// The outlet: a publisher of the registry by name, else by the domain, else the best of the names as written. A publisher goes before an aggregator
/// that shows its article, a name before an address.
FoundValue find_outlet(const SiteNames& site, const PageStatements& found, const OutletRegistry& registry);

}  // namespace sahafa
