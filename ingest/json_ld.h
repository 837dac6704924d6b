// schema.org data in a page: what its JSON-LD scripts say about the article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

struct JsonLdArticle {
  std::string type;  ///< NewsArticle, OpinionNewsArticle, ...
  std::string headline;
  std::string date;     ///< datePublished as written
  std::string authors;  ///< separated by "; "
  std::string publisher;
  std::string url;
  std::string section;
  std::string body;  ///< articleBody
};

/// The article that the scripts describe, the fields of all article nodes together, first come first served;
/// empty fields where they say nothing. Scripts that are no JSON are passed over.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

}  // namespace sahafa
