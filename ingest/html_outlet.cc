#include "ingest/html_outlet.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>

#include "ingest/bylines.h"
#include "ingest/fields.h"
#include "ingest/html_title.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::size_t kLongestName = 80;  // bytes

// "www.akhbar.example" and "https://akhbar.example/x" give "akhbar.example".
std::string host_of(std::string_view address) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
    address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/:?#"));
  if (address.starts_with("www.")) address.remove_prefix(4);
  return fold(address);
}

std::string domain_label(std::string_view host) {
  const std::size_t top = host.rfind('.');
  if (top == std::string_view::npos) return {};
  host = host.substr(0, top);
  const std::size_t begin = host.rfind('.');
  return std::string(begin == std::string_view::npos ? host : host.substr(begin + 1));
}

// "Copyright Le Quotidien 2025": the year stands on either side. Names have figures, too: "France 24".
std::string_view without_year(std::string_view name) {
  constexpr std::size_t kYear = 5;  // with the blank before it
  if (name.size() <= kYear) return name;
  const std::string_view year = name.substr(name.size() - kYear);
  const bool digits = year.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
  return digits && (year.starts_with(" 20") || year.starts_with(" 19"))
             ? trim(name.substr(0, name.size() - kYear))
             : name;
}

// The owner in a line of copyright: "© 2025 Le Quotidien. Tous droits réservés", "جميع الحقوق محفوظة لموقع ...".
std::string owner_of(std::string_view line) {
  constexpr std::array<std::string_view, 4> kMarks{"©", "Copyright", "copyright", "(c)"};
  const auto mark = std::ranges::find_if(
      kMarks, [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
  if (mark == kMarks.end()) return {};
  std::string_view rest = line.substr(line.find(*mark) + mark->size());
  for (bool more = true; more;) {
    rest = trim(rest);
    more = false;
    for (const std::string_view filler : {"©", "Copyright", "copyright", "–", "-", ",", "by ", "par "}) {
      if (!rest.starts_with(filler)) continue;
      rest.remove_prefix(filler.size());
      more = true;
    }
    while (!rest.empty() && std::isdigit(static_cast<unsigned char>(rest.front())) != 0) {
      rest.remove_prefix(1);
      more = true;
    }
  }
  for (const std::string_view end :
       {". ", " - ", " – ", " | ", ",", " Tous", " All ", " Alle ", " جميع", " كل الحقوق", "\n"})
    rest = rest.substr(0, rest.find(end));
  while (rest.ends_with('.')) rest.remove_suffix(1);
  return std::string(without_year(trim(rest)));
}

// "Logo Le Quotidien", "شعار اليومية": what is behind the word.
std::string_view without_logo_word(std::string_view name) {
  for (const std::string_view word : {"Logo de ", "Logo du ", "Logo ", "logo ", "LOGO ", "شعار "})
    if (name.starts_with(word)) return trim(name.substr(word.size()));
  for (const std::string_view word : {" Logo", " logo", " - Accueil", " Homepage"})
    if (name.ends_with(word)) return trim(name.substr(0, name.size() - word.size()));
  return name;
}

std::string copyright_owner(const std::vector<HtmlBlock>& blocks) {
  constexpr std::uint32_t kLongestLine = 200;
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    if (block->letters > kLongestLine) continue;
    if (std::string owner = owner_of(block->text); !owner.empty()) return owner;
  }
  return {};
}

std::vector<std::string> texts(const std::vector<FoundValue>& values) {
  std::vector<std::string> result;
  for (const FoundValue& value : values) result.push_back(value.text);
  return result;
}

// A name for machines: an address, an account, or the domain in small letters.
bool is_machine_name(std::string_view name, const SiteNames& site) {
  const std::size_t point = name.find('.');
  const bool address =
      point != std::string_view::npos && point + 1 < name.size() && name.find(' ') == std::string_view::npos;
  const bool capital =
      std::ranges::any_of(name, [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; });
  const bool small_domain = squeezed(name) == squeezed(site.label) && !capital;
  return name.starts_with('@') || address || name.find("://") != std::string_view::npos || small_domain;
}

bool is_arabic(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD8 && byte <= 0xDB;  // first bytes of the Arabic block in UTF-8
  });
}

bool agrees_with_domain(std::string_view name, const SiteNames& site) {
  const std::string key = squeezed(name);
  const std::string label = squeezed(site.label);
  return !key.empty() && !label.empty() &&
         (site.host.find(key) != std::string::npos || key.find(label) != std::string::npos);
}

// The words that say "newspaper" before an Arabic name that is complete without them.
std::string_view without_designation(std::string_view name) {
  for (const std::string_view word : {"صحيفة ال", "جريدة ال", "موقع ال"})
    if (name.starts_with(word)) return name.substr(word.size() - std::string_view("ال").size());
  return name;
}

// Another spelling of the same letters, with its hamzas, where the page has one.
std::string best_spelling(std::string_view name, const SiteNames& site) {
  const std::string key = fold(name);
  const auto hamzas = [](std::string_view text) {
    std::size_t count = 0;
    for (const std::string_view letter : {"أ", "إ", "آ", "ئ", "ؤ", "ة"})
      for (std::size_t at = text.find(letter); at != std::string_view::npos; at = text.find(letter, at + 1))
        ++count;
    return count;
  };
  std::string best(name);
  for (const FoundValue& other : site.names) {
    if (!fold(other.text).starts_with(key)) continue;
    const std::string_view spelled = std::string_view(other.text).substr(0, name.size());
    if (fold(spelled) == key && hamzas(spelled) > hamzas(best)) best = std::string(spelled);
  }
  return best;
}

}  // namespace

std::string squeezed(std::string_view name) {
  std::string out = fold(name);
  std::erase_if(out, [](char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0 || c == ' '; });
  return out;
}

SiteNames site_names(const PageStatements& found, const JsonLd& data, const JsonLdArticle& article,
                     const std::vector<HtmlBlock>& blocks, std::string_view url) {
  const std::string host = host_of(url);
  SiteNames site{
      {{found.first_meta({"og:site_name"}), "meta"},
       {article.publisher, "json-ld"},
       {found.microdata_publisher, "microdata"},
       {data.site, "json-ld"},
       {found.first_meta({"publisher", "dc.publisher", "dcterms.publisher", "article:publisher"}), "meta"},
       {found.first_meta({"application-name", "apple-mobile-web-app-title", "copyright"}), "meta"}},
      std::string(url),
      domain_label(host),
      squeezed(host)};
  const std::string owner = copyright_owner(blocks);
  std::vector<std::string> known = texts(site.names);
  known.push_back(owner);
  site.names.push_back({site_of_title(found.title, found.headings, known), "title"});
  for (const std::string& logo : found.logos)
    site.names.push_back({std::string(without_logo_word(logo)), "logo"});
  site.names.push_back({owner, "copyright"});
  std::erase_if(site.names, [&](const FoundValue& name) {
    const std::string_view text = trim(name.text);
    const bool headline = text == article.headline || text == trim(found.first_meta({"og:title"}));
    return text.empty() || text.size() > kLongestName || begins_like_byline(text) ||
           (headline && !agrees_with_domain(text, site));
  });
  return site;
}

bool names_site(std::string_view name, const SiteNames& site) {
  const std::string key = squeezed(name);
  return key == squeezed(site.label) || key == site.host ||
         std::ranges::any_of(site.names,
                             [&](const FoundValue& known) { return key == squeezed(known.text); });
}

FoundValue find_outlet(const SiteNames& site, const PageStatements& found, const OutletRegistry& registry) {
  const bool arabic = is_arabic(found.title);
  const auto rank = [&](const FoundValue& value) {
    const Outlet* outlet = registry.find(value.text);
    if (outlet != nullptr) return outlet->kind == "aggregator" ? 4 : 0;
    const bool guessed = value.origin == "logo" || value.origin == "copyright";
    const bool weak = guessed || value.origin == "title";
    if (fold(value.text) == fold(found.title) || (weak && !agrees_with_domain(value.text, site))) return 3;
    const bool is_domain = squeezed(value.text) == squeezed(site.label);
    return guessed || (weak && !is_domain) || is_machine_name(value.text, site) ? 2 : 1;
  };
  // A site that has a name in each script shows that of its readers.
  const auto order = [&](const FoundValue& value) {
    return std::pair(rank(value), is_arabic(value.text) != arabic);
  };
  const auto best = std::ranges::min_element(site.names, {}, order);
  const int best_rank = best == site.names.end() ? 5 : rank(*best);
  if (best_rank > 0) {
    const Outlet* addressed = registry.find_by_url(site.url);
    if (addressed != nullptr && addressed->kind != "aggregator") return {addressed->id, "url"};
  }
  if (best_rank > 4 || (best_rank == 3 && best->origin != "title")) return {};
  const std::string_view name = without_designation(trim(best->text));
  return {best_rank == 0 ? std::string(trim(best->text)) : best_spelling(name, site), best->origin};
}

}  // namespace sahafa
