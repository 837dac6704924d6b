#include "analysis/selection.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "corpus/outlet.h"
#include "index/index_reader.h"
#include "index/query.h"
#include "text/error.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// The id in the registry, or the name itself where the registry lacks it, as articles keep it.
std::string outlet_id(const OutletRegistry& outlets, std::string_view name) {
  const Outlet* const outlet = outlets.find(name);
  return outlet == nullptr ? std::string(name) : outlet->id;
}

// YYYY, YYYY-MM or YYYY-MM-DD.
std::string_view date_option(const Options& options, std::string_view name) {
  constexpr std::string_view kPattern = "0000-00-00";
  const std::string_view date = options.get(name);
  bool is_date = date.empty() || date.size() == 4 || date.size() == 7 || date.size() == kPattern.size();
  for (std::size_t i = 0; i < date.size() && is_date; ++i) {
    is_date = kPattern[i] == '-' ? date[i] == '-' : (date[i] >= '0' && date[i] <= '9');
  }
  if (!is_date) {
    throw Error(ErrorCode::usage,
                fmt::format("--{} needs a date such as 2025-04-08 or 2025-04, not \"{}\"", name, date));
  }
  return date;
}

// Compares as far as both dates go, so that 2025-04 touches every day of April.
int compare_dates(std::string_view a, std::string_view b) {
  const std::size_t length = std::min(a.size(), b.size());
  return a.substr(0, length).compare(b.substr(0, length));
}

std::vector<std::uint8_t> match_query(const Context& context, std::span<const Selected> selection,
                                      const Query& query) {
  const IndexReader reader(context.corpus);
  const std::vector<ArticleId> matches = reader.matching_articles(query);  // ascending
  std::vector<std::uint8_t> matched;
  matched.reserve(selection.size());
  for (const Selected& selected : selection) {
    matched.push_back(std::ranges::binary_search(matches, selected.article.id) ? 1 : 0);
  }
  return matched;
}

}  // namespace

SelectionFilter::SelectionFilter(const OutletRegistry& outlets, const Options& options)
    : from_(date_option(options, "from")), to_(date_option(options, "to")) {
  for (const std::string_view lang : options.get_list("lang")) langs_.emplace(lang);
  for (const std::string_view name : options.get_list("outlet")) outlets_.insert(outlet_id(outlets, name));
  for (std::string& outlet : outlets_of_countries(outlets, options)) in_countries_.insert(std::move(outlet));
}

bool SelectionFilter::takes_lang(std::string_view lang) const {
  return langs_.empty() || langs_.contains(lang);
}

bool SelectionFilter::takes_outlet(std::string_view outlet) const {
  return (outlets_.empty() || outlets_.contains(outlet)) &&
         (in_countries_.empty() || in_countries_.contains(outlet));
}

bool SelectionFilter::takes_date(std::string_view date) const {
  if (from_.empty() && to_.empty()) return true;
  return !date.empty() && compare_dates(date, from_) >= 0 && compare_dates(date, to_) <= 0;
}

std::span<const OptionSpec> selection_options() { return kSelectionOptions; }

std::vector<std::string> outlets_of_countries(const OutletRegistry& outlets, const Options& options) {
  std::vector<std::string> ids;
  for (const std::string_view country : options.get_list("country")) {
    const std::size_t before = ids.size();
    std::set<std::string> known;
    for (const Outlet& outlet : outlets.outlets()) {
      if (outlet.country.empty()) continue;
      known.insert(outlet.country);
      if (fold(outlet.country) == fold(country)) ids.push_back(outlet.id);
    }
    if (ids.size() == before) {
      throw Error(ErrorCode::usage, fmt::format("--country {}: no outlet is known there; there are {}",
                                                country, fmt::join(known, ", ")));
    }
  }
  return ids;
}

std::vector<std::uint8_t> match_selected(const Context& context, std::span<const Selected> selection,
                                         std::string_view query) {
  return match_query(context, selection, Query::parse(query, context.corpus.codebook()));
}

std::vector<Selected> select_articles(const Context& context, const Options& options) {
  const OutletRegistry& outlets = context.corpus.outlets();
  const SelectionFilter filter(outlets, options);
  const Catalogue& catalogue = context.corpus.catalogue();
  std::map<ArticleId, ArticleId> clusters;
  for (const ClusterMember& member : catalogue.list_clusters()) clusters[member.article] = member.canonical;
  std::map<ArticleId, std::int64_t> copies;
  for (const Copy& copy : catalogue.list_copies()) ++copies[copy.article];

  std::vector<Selected> selection;
  for (Article& article : catalogue.list_articles()) {
    if (!filter.takes(article.lang, article.outlet, article.date)) continue;
    const auto cluster = clusters.find(article.id);
    const ArticleId id = article.id;
    std::string country(outlets.country_of(article.outlet));
    selection.push_back({std::move(article), cluster == clusters.end() ? id : cluster->second,
                         std::max<std::int64_t>(copies[id], 1), std::move(country)});
  }
  if (const auto query = selection_query(options, context.corpus.codebook())) {
    const auto matches = match_query(context, selection, *query);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < selection.size(); ++i) {
      if (matches[i] != 0) std::swap(selection[kept++], selection[i]);
    }
    selection.resize(kept);
  }
  return selection;
}

std::set<ArticleId> select_ids(const Context& context, const Options& options) {
  std::set<ArticleId> ids;
  for (const Selected& selected : select_articles(context, options)) ids.insert(selected.article.id);
  return ids;
}

}  // namespace sahafa
