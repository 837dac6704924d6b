// schema.org data in a page: what its JSON-LD scripts say about the article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

struct JsonLdArticle {
  std::string type;  ///< NewsArticle, OpinionNewsArticle, ...
  std::string headline;
  std::string date;                  ///< datePublished as written
  std::vector<std::string> authors;  ///< names as written; those of a list apart
  bool by_person = false;            ///< one of the authors is said to be a person
  std::string publisher;
  std::string url;
  std::string section;
  std::string body;  ///< articleBody
};

struct JsonLd {
  std::vector<JsonLdArticle> articles;
  std::string site;       ///< name of the WebSite
  std::string page_date;  ///< datePublished of the WebPage
};

/// What the scripts say. The articles are in order; nodes with one headline, or without any, are joined to one.
/// Values have their HTML entities resolved, authors and publishers given as references (@id) their names. Scripts
/// that are no JSON are passed over. O(bytes).
JsonLd read_json_ld(const std::vector<std::string>& scripts);

}  // namespace sahafa
