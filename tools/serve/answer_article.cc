#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "corpus/corpus.h"
#include "ingest/passages.h"
#include "text/error.h"
#include "tools/serve/endpoints.h"

namespace sahafa::tools {
namespace {

using Json = nlohmann::ordered_json;

// Members of a cluster that are compared with the article: a dispatch may stand in hundreds of papers.
constexpr std::size_t kMostMembers = 50;

ArticleId parse_id(std::string_view text) {
  ArticleId id;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (error != std::errc() || end != text.data() + text.size())
    throw Error(ErrorCode::usage,
                fmt::format("{}: not an article id; /api/analyses/articles lists them", text));
  return id;
}

Json fields_of(const Article& article) {
  return {{"id", article.id.value}, {"key", article.key},   {"outlet", article.outlet},
          {"lang", article.lang},   {"date", article.date}, {"title", article.title},
          {"url", article.url}};
}

Json claim_json(const Claim& claim) {
  return {{"begin", claim.evidence.begin},
          {"end", claim.evidence.end},
          {"sentence", claim.sentence},
          {"holder", claim.holder},
          {"holder_name", claim.holder_name},
          {"voice", claim.voice},
          {"target", claim.target},
          {"frame", claim.frame},
          {"polarity", claim.polarity},
          {"modality", claim.modality},
          {"cue", claim.cue},
          {"rule", claim.rule}};
}

// The file's name alone: where the machine keeps it is nobody's business on the web.
std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

Json copies_of(const Catalogue& catalogue, ArticleId id) {
  Json copies = Json::array();
  const std::vector<Source> sources = catalogue.list_sources();
  for (const Copy& copy : catalogue.list_copies()) {
    if (copy.article != id) continue;
    const auto source = std::ranges::find(sources, copy.source, &Source::id);
    if (source == sources.end()) continue;
    copies.push_back({{"file", file_name(source->path)},
                      {"format", source->format},
                      {"encoding", source->encoding},
                      {"begin", copy.span.begin},
                      {"end", copy.span.end}});
  }
  return copies;
}

std::vector<ClusterMember> cluster_of(const Catalogue& catalogue, ArticleId id) {
  std::vector<ClusterMember> members = catalogue.list_clusters();
  const auto own = std::ranges::find(members, id, &ClusterMember::article);
  const ArticleId canonical = own == members.end() ? id : own->canonical;
  std::erase_if(members, [&](const ClusterMember& member) { return member.canonical != canonical; });
  return members;
}

Json passage_json(Span here, Span there) {
  return {{"begin", here.begin}, {"end", here.end}, {"other_begin", there.begin}, {"other_end", there.end}};
}

Json passages_of(const Article& article, const Article& other) {
  Json passages = Json::array();
  for (const PassageSpans& shared : find_passages(article.text, other.text))
    passages.push_back(passage_json(shared.a, shared.b));
  return passages;
}

// Articles of other clusters that share passages with this one.
Json reuse_json(const Catalogue& catalogue, ArticleId article) {
  std::map<ArticleId, Json> passages;
  for (const Passage& passage : catalogue.find_passages(article)) {
    if (passage.contained) continue;
    const bool is_a = passage.a == article;
    passages[is_a ? passage.b : passage.a].push_back(is_a ? passage_json(passage.a_span, passage.b_span)
                                                          : passage_json(passage.b_span, passage.a_span));
  }
  Json reuse = Json::array();
  for (auto& [id, shared] : passages) {
    const std::optional<Article> other = catalogue.find_article(id);
    if (!other) continue;  // removed meanwhile
    Json entry = fields_of(*other);
    entry["passages"] = std::move(shared);
    reuse.push_back(std::move(entry));
  }
  return reuse;
}

Json cluster_json(const Catalogue& catalogue, const Article& article) {
  Json cluster = Json::array();
  for (const ClusterMember& member : cluster_of(catalogue, article.id)) {
    if (member.article == article.id) continue;
    const std::optional<Article> other = catalogue.find_article(member.article);
    if (!other) continue;  // removed meanwhile
    Json entry = fields_of(*other);
    entry["relation"] = to_string(member.relation);
    entry["similarity"] = member.similarity;
    entry["passages"] = cluster.size() < kMostMembers ? passages_of(article, *other) : Json::array();
    cluster.push_back(std::move(entry));
  }
  return cluster;
}

}  // namespace

Answer answer_article(const std::filesystem::path& directory, const Request& /*request*/,
                      std::string_view id) {
  const Corpus corpus = Corpus::open(directory);
  const Catalogue& catalogue = corpus.catalogue();
  const std::optional<Article> article = catalogue.find_article(parse_id(id));
  if (!article)
    throw Error(ErrorCode::not_found,
                fmt::format("there is no article {}; /api/analyses/articles lists them", id));
  Json json = fields_of(*article);
  json["authors"] = article->authors;
  json["genre"] = article->genre;
  json["words"] = article->words;
  json["text"] = article->text;
  json["origins"] = Json::object();
  for (const FieldOrigin& origin : article->origins) json["origins"][origin.field] = origin.origin;
  json["copies"] = copies_of(catalogue, article->id);
  json["cluster"] = cluster_json(catalogue, *article);
  json["reuse"] = reuse_json(catalogue, article->id);
  json["claims"] = Json::array();
  for (const Claim& claim : catalogue.find_claims(article->id)) json["claims"].push_back(claim_json(claim));
  Answer answer;
  answer.body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return answer;
}

}  // namespace sahafa::tools
