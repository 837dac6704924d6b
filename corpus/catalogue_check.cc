#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

#include "corpus/catalogue.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

/// A query that gives one row, with one text, for each thing that is wrong.
constexpr std::array<std::string_view, 10> kRules = {
    "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",

    "SELECT 'table ' || \"table\" || ', row ' || rowid || ': names a row of ' || parent || ' that does not "
    "exist' "
    "FROM pragma_foreign_key_check WHERE rowid IS NOT NULL "
    "UNION ALL SELECT DISTINCT 'table ' || \"table\" || ': names a row of ' || parent || ' that does not "
    "exist' "
    "FROM pragma_foreign_key_check WHERE rowid IS NULL",

    "SELECT 'article ' || id || ': has no text' FROM articles WHERE id NOT IN (SELECT article FROM texts) "
    "ORDER BY id",

    "SELECT 'article ' || id || ': comes from no source' FROM articles WHERE id NOT IN (SELECT article FROM "
    "copies) "
    "ORDER BY id",

    "SELECT 'article ' || id || ': is in no cluster' FROM articles WHERE id NOT IN (SELECT article FROM "
    "clusters) "
    "ORDER BY id",

    "SELECT 'article ' || id || ': has no sketch' FROM articles WHERE id NOT IN (SELECT article FROM "
    "sketches) ORDER BY id",

    "SELECT 'article ' || article || ': its canonical article ' || canonical || ' is itself in another "
    "cluster' "
    "FROM clusters WHERE canonical NOT IN (SELECT article FROM clusters WHERE article = canonical) ORDER BY "
    "article",

    "SELECT DISTINCT 'article ' || article || ': has claims but no note of the rules that made them' FROM "
    "claims "
    "WHERE article NOT IN (SELECT article FROM claim_runs) ORDER BY article",

    "SELECT 'articles ' || a || ' and ' || b || ': joined as translations, but in two clusters' FROM "
    "alignments "
    "JOIN clusters AS of_a ON of_a.article = a JOIN clusters AS of_b ON of_b.article = b "
    "WHERE joined = 1 AND of_a.canonical <> of_b.canonical ORDER BY a, b",

    "SELECT 'meta: the revision is missing' WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'revision')",
};

bool is_character_boundary(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

/// What is wrong with `span` as a place in `text`; empty if nothing is.
std::string_view fault(Span span, std::string_view text) {
  if (span.begin > span.end) return "ends before it begins";
  if (span.end > text.size()) return "ends behind the text";
  const bool whole = is_character_boundary(text, span.begin) && is_character_boundary(text, span.end);
  return whole ? "" : "cuts a character in two";
}

// `article` with the text as it was read, which names it.
void check_article(const Article& article, std::string_view stored_identity,
                   std::vector<std::string>& wrong) {
  const std::int64_t id = article.id.value;
  if (!is_valid_utf8(article.text))
    wrong.push_back(fmt::format("article {}: its text is not valid UTF-8", id));
  if (identity(article) != stored_identity) {
    wrong.push_back(
        fmt::format("article {}: its text is not the one that was stored (the hash differs)", id));
  }
}

void check_claims(const Article& article, const std::vector<Claim>& claims, std::vector<std::string>& wrong) {
  for (const Claim& claim : claims) {
    const std::string_view what = fault(claim.evidence, article.text);
    if (what.empty()) continue;
    wrong.push_back(fmt::format("article {}: the evidence {}-{} of a claim of rule {} {}", article.id.value,
                                claim.evidence.begin, claim.evidence.end, claim.rule, what));
  }
}

// `a` and `b` are spans of the texts of two articles: of their alignment, or of a passage that they share.
void check_spans(const Article& a, Span a_span, const Article& b, Span b_span, std::string_view kind,
                 std::vector<std::string>& wrong) {
  for (const auto& [span, text] : {std::pair(a_span, &a.text), std::pair(b_span, &b.text)}) {
    const std::string_view what = fault(span, *text);
    if (what.empty()) continue;
    wrong.push_back(fmt::format("articles {} and {}: a passage {}, {}-{}, {}", a.id.value, b.id.value, kind,
                                span.begin, span.end, what));
  }
}

}  // namespace

std::vector<std::string> Catalogue::check() const {
  std::vector<std::string> wrong;
  for (const std::string_view rule : kRules) {
    Statement rows = database_.prepare(rule);
    while (rows.step()) wrong.emplace_back(rows.text(0));
  }
  std::map<ArticleId, TextCut> cuts;
  for (TextCut& cut : list_cuts()) cuts.emplace(cut.article, std::move(cut));
  Statement identities = database_.prepare("SELECT identity FROM articles WHERE id = ?");
  visit_articles({}, [&](const Article& article) {
    identities.bind(article.id.value).step();
    const auto cut = cuts.find(article.id);
    Article whole = article;
    if (cut != cuts.end()) whole.text = whole_text(article.text, cut->second);
    check_article(whole, identities.text(0), wrong);
    identities.reset();
    check_claims(article, find_claims(article.id), wrong);
  });
  for (const AlignedPair& pair : list_translations()) {
    const std::optional<Article> a = find_article(pair.a);
    const std::optional<Article> b = find_article(pair.b);
    for (const SentencePair& sentences : pair.sentences)
      if (a && b) check_spans(*a, sentences.a, *b, sentences.b, "of their alignment", wrong);
  }
  for (const Passage& passage : list_passages()) {
    const std::optional<Article> a = find_article(passage.a);
    const std::optional<Article> b = find_article(passage.b);
    if (a && b) check_spans(*a, passage.a_span, *b, passage.b_span, "that they share", wrong);
  }
  return wrong;
}

}  // namespace sahafa
