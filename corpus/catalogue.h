// corpus.db: the truth about a corpus. Everything else (index, tokens) can be made again from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "corpus/sqlite.h"
#include "corpus/text_cursor.h"

namespace sahafa {

/// What one input gave, ready to be stored.
struct Intake {
  struct Item {
    Article article;
    std::vector<Span> copies;           ///< where it stands in the source; at least one
    std::vector<std::uint64_t> sketch;  ///< sorted fingerprint of the text (ingest/fingerprint.h)
  };
  /// A row of a list that tells about an article whose text stands elsewhere; never stored itself.
  struct Reference {
    Article article;    ///< without text
    std::string file;   ///< path of the file that holds the text, or empty: then the URL says which it is
    std::string place;  ///< in the source: "row 12"
  };
  Source source;
  std::vector<Item> items;
  std::vector<Issue> issues;
  std::vector<Reference> references = {};
};

/// What a claim is to have in one of its columns: one of `values`.
struct ClaimField {
  std::string name;  ///< holder, voice, target, frame, polarity or modality; actor: holder or target
  std::vector<std::string> values;
};

/// What duplicates are found from. The views are valid while it is visited.
struct SketchedArticle {
  ArticleId id;
  std::string_view identity;
  std::string_view outlet;
  std::string_view date;
  std::span<const std::uint64_t> sketch;
};

/// An article that was taken out of the corpus.
struct RemovedArticle {
  Article article;  ///< id, key, outlet, lang, date and title, as they were
  std::string reason;
};

/// What storing an Intake changed.
struct StoreResult {
  bool source_known = false;  ///< the same bytes were stored from the same path before: nothing changed
  std::int64_t articles = 0;  ///< new articles
  std::int64_t copies = 0;    ///< new copies
  std::int64_t removed = 0;   ///< articles that stay out because they were removed before
};

/// One connection to corpus.db. Not thread-safe: one Catalogue a thread. Many may read while one writes.
class Catalogue {
 public:
  /// Opens the corpus.db at `path`, making it first when `access` is create. Old formats are migrated when
  /// opened for writing. Throws Error (newer_format when a newer sahafa made it).
  Catalogue(const std::filesystem::path& path, Database::Access access);

  // ---- writing

  /// Begins a write transaction; what is stored until commit() appears at once or not at all.
  Transaction transaction();
  bool has_source(std::string_view path, std::string_view hash) const;
  StoreResult store(const Intake& intake);
  void store_issue(const Issue& issue);
  /// Replaces all cluster memberships. Articles that are not named become clusters of one.
  void store_clusters(std::span<const ClusterMember> members);
  /// Replaces the sketch of one article.
  void store_sketch(ArticleId article, std::span<const std::uint64_t> sketch);
  /// Notes that all sketches were made by rules of this version.
  void store_sketch_version(std::int64_t version);
  /// Replaces all passages, where they differ. Each belongs to one of `compared`.
  void store_passages(std::span<const ComparedPair> compared, std::span<const Passage> passages);
  /// Replaces what is cut from the text of an article. `article` has the text that is left, its words and id; what was
  /// derived from the old text (claims, anchors, alignments, passages) goes. Index and tokens are for the caller.
  void store_cut(const TextCut& cut, const Article& article, std::span<const std::uint64_t> sketch);
  /// Notes what the cuts were made from.
  void store_cut_state(std::string_view state);
  /// Replaces the claims of one article and notes that `rules` (a hash of codebook and extractor) made them.
  void store_claims(ArticleId article, std::string_view rules, std::span<const Claim> claims);
  /// Keeps the anchors of an article's text, made by `rules` (ingest/anchors.h).
  void store_anchors(ArticleId article, std::string_view rules, std::span<const std::uint64_t> anchors);
  /// Keeps what aligning two articles by `rules` gave, in place of an older result.
  void store_alignment(std::string_view rules, const AlignedPair& pair);
  /// Marks these stored pairs as joined, all others as not.
  void store_joined(std::span<const std::pair<ArticleId, ArticleId>> pairs);
  /// Takes articles out, with all that is known of them; a note with `reason` stays, and from then on store() leaves the same
  /// articles out. Their ids are not given again. Clusters and passages of the others are as they were, without them, until
  /// they are looked for anew. Throws Error(not_found) for an id that is none; nothing is changed then.
  void remove_articles(std::span<const ArticleId> articles, std::string_view reason);
  /// Takes that back for articles to come: forgets that these were removed, and that the sources in which they stood are known.
  /// Returns the paths of these sources, to be read again. Throws Error(not_found) for an article that was not removed.
  std::vector<std::string> readmit_articles(std::span<const ArticleId> articles);
  /// Keeps how the index is to be made, in the words of index/index_choice.h.
  void store_index_choice(std::string_view choice);

  // ---- reading; all lists are ordered by article id

  /// A number that grows with every change of articles or clusters. Derived data keeps the one it was made
  /// from.
  std::int64_t revision() const;
  std::int64_t count_articles() const;
  /// The highest id that an article has or had.
  ArticleId last_id() const;
  /// Articles that were removed and not readmitted.
  std::vector<RemovedArticle> list_removed() const;
  /// All ids that no article has any more.
  std::vector<ArticleId> list_removed_ids() const;
  /// As kept last; empty if never.
  std::string index_choice() const;
  /// Every article without its text, origins included.
  std::vector<Article> list_articles() const;
  /// One article whole; nullopt if there is none with this id.
  std::optional<Article> find_article(ArticleId id) const;
  /// Calls `visit` with the articles whose id is above `after`, at most `limit` of them, text included, without
  /// holding more than one in memory.
  void visit_articles(ArticleId after, const std::function<void(const Article&)>& visit,
                      std::int64_t limit = std::numeric_limits<std::int64_t>::max()) const;
  /// The same articles, their texts alone.
  TextCursor read_texts(ArticleId after) const { return {database_, after}; }
  std::vector<Copy> list_copies() const;
  std::vector<Source> list_sources() const;
  std::vector<ClusterMember> list_clusters() const;
  /// Anchors that `rules` made.
  std::vector<std::pair<ArticleId, std::vector<std::uint64_t>>> list_anchors(std::string_view rules) const;
  /// The pairs that `rules` aligned, without sentences, by a and b.
  std::vector<AlignedPair> list_alignments(std::string_view rules) const;
  /// The joined pairs with their sentences, by a and b.
  std::vector<AlignedPair> list_translations() const;
  void visit_sketches(const std::function<void(const SketchedArticle&)>& visit) const;
  /// Version of the rules that made the sketches.
  std::int64_t sketch_version() const;
  /// The text of a stored article.
  std::string get_text(ArticleId article) const;
  /// Articles from whose text something is cut.
  std::vector<TextCut> list_cuts() const;
  /// As noted last; empty if never.
  std::string cut_state() const;
  /// Articles that stand on a saved page.
  std::vector<ArticleId> list_pages() const;
  /// By a and b.
  std::vector<ComparedPair> list_compared() const;
  /// By a, b and place in a.
  std::vector<Passage> list_passages() const;
  /// Those of which one side is in this article, in the same order. O(passages).
  std::vector<Passage> find_passages(ArticleId article) const;
  std::vector<Claim> list_claims() const;
  std::vector<Claim> find_claims(ArticleId article) const;
  /// Articles with a claim that has all these fields; "actor" is holder or target. Throws Error(usage) for another name. An
  /// index serves actor, frame, target and holder; for the others O(claims).
  std::vector<ArticleId> find_claiming(std::span<const ClaimField> fields) const;
  /// Every value that a field of claims has in an article, once, by article and value; "actor" is holder or target, except the
  /// paper's own voice. Throws Error(usage) for another name.
  void visit_claim_values(std::string_view field,
                          const std::function<void(ArticleId, std::string_view)>& visit) const;
  /// Articles whose claims were not made by `rules`.
  std::vector<ArticleId> list_unclaimed(std::string_view rules) const;
  std::vector<Issue> list_issues() const;

  /// Runs SQLite's integrity and foreign-key checks and ours; each string is one thing that is wrong.
  std::vector<std::string> check() const;

 private:
  mutable Database database_;
};

}  // namespace sahafa
