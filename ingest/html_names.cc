#include "ingest/html_names.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <unordered_map>

namespace sahafa {
namespace {

struct Words {
  std::uint16_t meaning;
  std::string_view words;  // separated by blanks
};

// clang-format off
constexpr std::array<Words, 10> kWords{{
    {kNamesFurniture,
     "abonnement ad ads addtoany advert advertisement advertising also associes aussi banner bio biography breadcrumb "
     "breadcrumbs byline caption captions comentarios comment commentaire commentaires commentlist comments connexes "
     "contentinfo cookie cookies copyright credit credits disclaimer disqus dropdown encart fineprint follow footer "
     "forum hidden inscription kommentar kommentare legend legende lies login masthead menu metadata modal mostread nav "
     "navbar navigation newsletter newsletters outbrain jp pager pagination partage partager paywall popup popular postmeta "
     "promo promoted pub publicite publicites rating reactions recommandations recommendations recommended related "
     "relatedposts relacionadas replies reply reseaux respond search share sharedaddy sharer sharing sidebar signup "
     "similaires similar skip social socials sponsor sponsored subscribe subscription suggestions taboola tag tags "
     "teaser teasers toc toolbar tooltip trending tweet"},
    {kNamesCertain, "commentlist cookie cookies disqus jp outbrain sharedaddy taboola"},
    {kNamesContent,
     "article articlebody body chapo content entry main post story texte text standfirst lead chapeau intro page wrapper "
     "container"},
    {kNamesComments,
     "comment commentaire commentaires commentlist comments disqus kommentar kommentare replies reply respond "
     "comentarios forum"},
    {kNamesByline, "author authors auteur auteurs autor autore byline signature writer journaliste journalist"},
    {kNamesDate, "date dateline datum fecha time timestamp posted published publie pubdate posttime"},
    {kNamesPublished, "published pubdate publie publication"},
    {kNamesModified, "updated modified update modifie maj"},
    {kNamesLogo, "logo brand"},
    {kNamesStandfirst,
     "abstract chapeau chapo deck dek desc description excerpt headnote intro introduction lead lede sapo standfirst "
     "subtitle summary teaser accroche soustitre"},
}};
// clang-format on

using Meanings = std::unordered_map<std::string_view, std::uint16_t>;

const Meanings& meanings() {
  static const Meanings table = [] {
    Meanings result;
    for (const auto& [meaning, words] : kWords) {
      for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        result[words.substr(at, end - at)] |= meaning;
        at = end + 1;
      }
    }
    return result;
  }();
  return table;
}

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// What begins so says how a page is laid out and not what an element is: "has-sidebar", "no-comments".
constexpr std::array<std::string_view, 8> kStates{"has", "no",  "with", "without",
                                                  "is",  "not", "avec", "sans"};

// The bits of all words of a list of names: cut at what is no letter, and at capitals inside (relatedPosts).
std::uint16_t meaning_of(std::string_view names) {
  constexpr std::size_t kLongestWord = 16;  // bytes; no longer word means anything
  std::array<char, kLongestWord> word{};
  std::size_t size = 0;
  std::uint16_t meaning = 0;
  bool first = true;   // of a name
  bool state = false;  // the name says how, not what
  char previous = ' ';
  const auto flush = [&] {
    if (size == 0) return;
    if (size > 1 && size <= kLongestWord && !state) {
      const std::string_view found_word(word.data(), size);
      state = first && std::ranges::find(kStates, found_word) != kStates.end();
      if (const auto found = meanings().find(found_word); found != meanings().end()) meaning |= found->second;
    }
    first = false;
    size = 0;
  };
  for (const char c : names) {
    const bool letter = is_lower(c) || is_upper(c);
    if (!letter || (is_upper(c) && is_lower(previous))) flush();
    if (c == ' ') {
      first = true;
      state = false;
    }
    if (letter) {
      if (size < kLongestWord) word[size] = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
      ++size;
    }
    previous = c;
  }
  flush();
  return meaning;
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// The classes that weblog systems give to a whole post, together with its tags and categories.
bool is_entry(std::string_view names) {
  return names.find("hentry") != std::string_view::npos || names.find("type-post") != std::string_view::npos;
}

bool hides(std::string_view style) {
  const std::size_t display = style.find("display");
  return display != std::string_view::npos &&
         style.substr(display, 14).find("none") != std::string_view::npos;
}

std::uint16_t meaning_of(const xmlNode& element) {
  std::uint16_t meaning = 0;
  for (const xmlAttr* attribute = element.properties; attribute != nullptr; attribute = attribute->next) {
    if (attribute->children == nullptr) continue;
    const std::string_view name = view(attribute->name);
    const std::string_view value = view(attribute->children->content);
    if (name == "class" || name == "id" || name == "role" || name == "itemprop" || name == "data-component" ||
        name == "data-testid") {
      meaning |= meaning_of(value);
      if (is_entry(value)) meaning |= kNamesEntry;
    } else if ((name == "style" && hides(value)) || (name == "aria-hidden" && value == "true")) {
      meaning |= kNamesHidden;
    }
  }
  return meaning;
}

}  // namespace

std::vector<std::uint16_t> names_of_nodes(const HtmlPage& page) {
  std::vector<std::uint16_t> names(page.nodes().size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const HtmlNode& node = page.nodes()[i];
    if (node.tag != HtmlTag::text && node.element->type == XML_ELEMENT_NODE)
      names[i] = meaning_of(*node.element);
  }
  return names;
}

}  // namespace sahafa
