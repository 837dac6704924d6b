// Extracts claims for score_claims.py: `claims_driver items FILE.jsonl` reads {id, lang, outlet, text or digest} line by line,
// `claims_driver text FILE.txt ID` takes a whole file as one article. Writes one claim a line with the columns of
// `sahafa claims`.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "analysis/claims/extractor.h"
#include "text/normalize.h"

namespace {

using nlohmann::json;

void print_claims(const sahafa::ClaimExtractor& extractor, const std::string& id,
                  const sahafa::Article& article) {
  for (const sahafa::Claim& claim : extractor.extract(article)) {
    const json row = {{"id", id},
                      {"sentence", claim.sentence},
                      {"holder", claim.holder},
                      {"holder_name", claim.holder_name},
                      {"voice", claim.voice},
                      {"target", claim.target},
                      {"frame", claim.frame},
                      {"polarity", claim.polarity},
                      {"modality", claim.modality},
                      {"cue", claim.cue},
                      {"rule", claim.rule},
                      {"evidence", sahafa::slice(article.text, claim.evidence)}};
    fmt::print("{}\n", row.dump());
  }
}

void extract_items(const sahafa::ClaimExtractor& extractor, const std::string& path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const json item = json::parse(line);
    sahafa::Article article;
    article.lang = item.at("lang");
    article.outlet = item.value("outlet", "");
    article.text =
        sahafa::normalize_stored(item.at(item.contains("text") ? "text" : "digest").get<std::string>());
    print_claims(extractor, item.at("id"), article);
  }
}

void extract_text(const sahafa::ClaimExtractor& extractor, const std::string& path, const std::string& id) {
  std::ifstream file(path);
  sahafa::Article article;
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  article.text = sahafa::normalize_stored(text);
  print_claims(extractor, id, article);
}

}  // namespace

int main(int argc, char** argv) {
  const sahafa::ClaimExtractor extractor(sahafa::Codebook::bundled());
  if (argc == 3 && std::string(argv[1]) == "items") {
    extract_items(extractor, argv[2]);
  } else if (argc == 4 && std::string(argv[1]) == "text") {
    extract_text(extractor, argv[2], argv[3]);
  } else {
    fmt::print(stderr, "usage: claims_driver items FILE.jsonl | text FILE.txt ID\n");
    return 2;
  }
  return 0;
}
