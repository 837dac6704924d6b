#include <fmt/format.h>

#include <array>
#include <charconv>
#include <ostream>

#include "text/error.h"
#include "tools/show_reuse.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr std::array<OptionSpec, 1> kOptions = {
    {{"reuse", "", "lists the passages that it shares with others, and marks them in the text", "", false}}};

ArticleId parse_id(const std::string& text) {
  ArticleId id;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw Error(ErrorCode::usage, fmt::format("{}: not an article id; `sahafa articles` lists them", text));
  }
  return id;
}

void show_field(std::ostream& out, const Article& article, std::string_view field, std::string_view value) {
  if (value.empty()) return;
  out << fmt::format("{:<9}{}", field, value);
  for (const FieldOrigin& origin : article.origins) {
    if (origin.field == field) out << fmt::format("  (from {})", origin.origin);
  }
  out << '\n';
}

void show_metadata(std::ostream& out, const Article& article) {
  show_field(out, article, "id", std::to_string(article.id.value));
  show_field(out, article, "key", article.key);
  show_field(out, article, "outlet", article.outlet);
  show_field(out, article, "date", article.date);
  show_field(out, article, "lang", article.lang);
  show_field(out, article, "genre", article.genre);
  show_field(out, article, "authors", article.authors);
  show_field(out, article, "url", article.url);
  show_field(out, article, "words", std::to_string(article.words));
}

void show_copies(std::ostream& out, const Catalogue& catalogue, ArticleId id) {
  const std::vector<Source> sources = catalogue.list_sources();
  out << "\ncopies\n";
  for (const Copy& copy : catalogue.list_copies()) {
    if (copy.article != id) continue;
    for (const Source& source : sources) {
      if (source.id != copy.source) continue;
      out << fmt::format("  {}  bytes {}-{}  {}\n", source.path, copy.span.begin, copy.span.end,
                         source.encoding);
    }
  }
}

void show_cluster(std::ostream& out, const Catalogue& catalogue, ArticleId id) {
  const std::vector<ClusterMember> members = catalogue.list_clusters();
  ArticleId canonical = id;
  for (const ClusterMember& member : members) {
    if (member.article == id) canonical = member.canonical;
  }
  out << "\ncluster\n";
  for (const ClusterMember& member : members) {
    if (member.canonical != canonical) continue;
    out << fmt::format("  {}  {}  {:.3f}\n", member.article.value, to_string(member.relation),
                       member.similarity);
  }
}

// What a text says in the other language or in other words, sentence by sentence.
void show_translations(std::ostream& out, const Catalogue& catalogue, const Article& article) {
  for (const AlignedPair& pair : catalogue.list_translations()) {
    if (pair.a != article.id && pair.b != article.id) continue;
    const bool is_a = pair.a == article.id;
    const Article other = catalogue.find_article(is_a ? pair.b : pair.a).value();
    out << fmt::format("\n{} {}  {:.3f}  ({} passages)\n",
                       other.lang == article.lang ? "rewrite" : "translation", other.id.value,
                       pair.similarity, pair.sentences.size());
    for (const SentencePair& sentences : pair.sentences) {
      const Span here = is_a ? sentences.a : sentences.b;
      const Span there = is_a ? sentences.b : sentences.a;
      out << fmt::format("  {}-{}  {}-{}  {:.3f}\n    {}\n    {}\n", here.begin, here.end, there.begin,
                         there.end, sentences.similarity, slice(article.text, here),
                         slice(other.text, there));
    }
  }
}

void show_claims(std::ostream& out, const Catalogue& catalogue, const Article& article) {
  const std::vector<Claim> claims = catalogue.find_claims(article.id);
  out << fmt::format("\nclaims ({})\n", claims.size());
  for (const Claim& claim : claims) {
    const std::string holder =
        claim.holder_name.empty() ? claim.holder : fmt::format("{} ({})", claim.holder, claim.holder_name);
    out << fmt::format("  {} {} {}: {}, {}  [{}]\n    {}\n", holder, claim.polarity, claim.target,
                       claim.frame, claim.modality, claim.rule, slice(article.text, claim.evidence));
  }
}

int run(const Verb& /*verb*/, Invocation& call) {
  const Corpus corpus = Corpus::open(call.corpus);
  const ArticleId id = parse_id(call.arguments.front());
  const std::optional<Article> article = corpus.catalogue().find_article(id);
  if (!article) {
    throw Error(ErrorCode::not_found, fmt::format("{}: there is no article {}; `sahafa articles` lists them",
                                                  call.corpus.string(), id.value));
  }
  call.out << article->title << "\n\n";
  show_metadata(call.out, *article);
  show_copies(call.out, corpus.catalogue(), id);
  show_cluster(call.out, corpus.catalogue(), id);
  show_translations(call.out, corpus.catalogue(), *article);
  show_claims(call.out, corpus.catalogue(), *article);
  const bool reuse = call.options.is_on("reuse");
  const std::string text = reuse ? show_reuse(call.out, corpus.catalogue(), *article) : article->text;
  call.out << '\n' << text << '\n';
  return kOk;
}

}  // namespace

Verb show_verb() {
  return {.name = "show",
          .summary = "One article: fields with their origin, copies, cluster, translations, claims, text",
          .example = "sahafa show cnss-corpus 1",
          .corpus = true,
          .arguments = "ID",
          .options = kOptions,
          .run = run};
}

}  // namespace sahafa::tools
