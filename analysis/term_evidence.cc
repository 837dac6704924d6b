#include "analysis/term_evidence.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "analysis/concept_dictionary.h"
#include "analysis/copies_both.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr std::uint32_t kNotWanted = static_cast<std::uint32_t>(-1);

std::unordered_map<std::string_view, std::uint32_t> index_names(std::span<const std::string> names) {
  std::unordered_map<std::string_view, std::uint32_t> index;
  for (std::uint32_t i = 0; i < names.size(); ++i) index.emplace(names[i], i);
  return index;
}

PlaceFinder find_words(const TermSource& source, std::span<const std::string> terms) {
  const auto wanted = index_names(terms);
  const std::vector<std::string> names = source.names();
  std::vector<std::uint32_t> term_of(names.size(), kNotWanted);
  for (std::size_t id = 0; id < names.size(); ++id) {
    if (const auto found = wanted.find(names[id]); found != wanted.end()) term_of[id] = found->second;
  }
  return [term_of = std::move(term_of)](std::size_t /*article*/, std::span<const std::uint32_t> words,
                                        std::vector<TermPlace>& places) {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (term_of[words[i]] != kNotWanted) places.push_back({term_of[words[i]], i, i});
    }
  };
}

// Sequences are compared as they are written, because two stems may be shown by the same form.
class SequenceFinder {
 public:
  SequenceFinder(const TermSource& source, std::span<const std::string> terms, std::size_t length)
      : names_(source.names()), terms_(terms.begin(), terms.end()), length_(length) {
    wanted_ = index_names(terms_);
    std::unordered_map<std::string_view, bool> firsts;
    for (const std::string& term : terms_)
      firsts.emplace(std::string_view(term).substr(0, term.find(' ')), true);
    begins_.reserve(names_.size());
    for (const std::string& name : names_) begins_.push_back(firsts.contains(name) ? 1 : 0);
  }

  void find(std::span<const std::uint32_t> words, std::vector<TermPlace>& places) const {
    std::string joined;
    for (std::size_t i = 0; i + length_ <= words.size(); ++i) {
      if (begins_[words[i]] == 0) continue;
      joined = names_[words[i]];
      for (std::size_t j = 1; j < length_; ++j) joined.append(1, ' ').append(names_[words[i + j]]);
      const auto found = wanted_.find(joined);
      if (found == wanted_.end()) continue;
      places.push_back(
          {found->second, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + length_ - 1)});
    }
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::string> terms_;
  std::unordered_map<std::string_view, std::uint32_t> wanted_;
  std::vector<std::uint8_t> begins_;
  std::size_t length_;
};

PlaceFinder find_concepts(const TermSource& source, const ConceptDictionary& dictionary,
                          std::span<const std::string> terms) {
  const auto wanted = index_names(terms);
  std::vector<std::uint32_t> term_of(dictionary.concepts.size(), kNotWanted);
  for (std::size_t i = 0; i < dictionary.concepts.size(); ++i) {
    if (const auto found = wanted.find(dictionary.concepts[i]); found != wanted.end())
      term_of[i] = found->second;
  }
  const auto matcher = std::make_shared<const ConceptMatcher>(dictionary, source);
  return [matcher, term_of = std::move(term_of)](
             std::size_t /*article*/, std::span<const std::uint32_t> words, std::vector<TermPlace>& places) {
    std::vector<ConceptPlace> hits;
    matcher->match_places(words, hits);
    for (const ConceptPlace& hit : hits) {
      if (term_of[hit.concept_id] == kNotWanted) continue;
      places.push_back({term_of[hit.concept_id], static_cast<std::uint32_t>(hit.first),
                        static_cast<std::uint32_t>(hit.first + hit.words - 1)});
    }
  };
}

// Row numbers by group and term.
using RowIndex = std::multimap<std::pair<std::size_t, std::uint32_t>, std::size_t>;

RowIndex index_rows(const TermRows& rows) {
  RowIndex index;
  for (const TermRows::Cell& cell : rows.cells) index.emplace(std::pair(cell.group, cell.term), cell.row);
  return index;
}

// The groups of each selected article, with the weight it has in them.
std::vector<std::vector<std::pair<std::size_t, double>>> invert(std::span<const Group> groups,
                                                                std::size_t articles) {
  std::vector<std::vector<std::pair<std::size_t, double>>> of_article(articles);
  for (std::size_t group = 0; group < groups.size(); ++group) {
    for (const Member& member : groups[group].members)
      of_article[member.index].emplace_back(group, member.weight);
  }
  return of_article;
}

}  // namespace

std::optional<CutText> cut_text(const Context& context, const TermSource& source, ArticleId id) {
  std::optional<Article> article = context.corpus.catalogue().find_article(id);
  if (!article) return std::nullopt;
  std::vector<Span> words = source.word_spans(article->text);
  std::vector<Span> sentences = split_sentences(article->text, tokenize(article->text));
  return CutText{*std::move(article), std::move(words), std::move(sentences)};
}

PlaceFinder find_terms(const Context& context, const TermSource& source, const Options& options,
                       std::span<const std::string> terms) {
  if (options.has("concepts")) {
    return find_concepts(source, find_dictionary(options.get("concepts"), context.corpus.codebook()), terms);
  }
  const auto length = static_cast<std::size_t>(options.get_integer("ngrams"));
  if (length == 1) return find_words(source, terms);
  const auto finder = std::make_shared<const SequenceFinder>(source, terms, length);
  return [finder](std::size_t /*article*/, std::span<const std::uint32_t> words,
                  std::vector<TermPlace>& places) { finder->find(words, places); };
}

void TermRows::add(std::size_t row, std::size_t group, std::string_view term) {
  auto number = numbers_.find(term);
  if (number == numbers_.end()) {
    number = numbers_.emplace(term, static_cast<std::uint32_t>(terms.size())).first;
    terms.emplace_back(term);
  }
  cells.push_back({row, group, number->second});
}

TermRows read_rows(const Table& table, std::span<const Group> groups, std::string_view term_column) {
  const auto texts_of = [&](std::string_view name) -> const Texts* {
    const auto column = std::ranges::find(table.columns, name, &Column::name);
    return column == table.columns.end() ? nullptr : std::get_if<Texts>(&column->values);
  };
  const Texts* const kinds = texts_of("kind");
  const Texts* const names = texts_of("group");
  const Texts& terms = std::get<Texts>(table.get(term_column).values);
  TermRows rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (kinds != nullptr && (*kinds)[row] != "term") continue;
    std::size_t group = TermRows::kAllGroups;
    if (names != nullptr) {
      const auto found = std::ranges::find(groups, (*names)[row], &Group::name);
      if (found != groups.end()) group = static_cast<std::size_t>(found - groups.begin());
    }
    rows.add(row, group, terms[row]);
  }
  return rows;
}

Table list_places(const Context& context, const Options& options, std::span<const Selected> selection,
                  std::span<const Group> groups, const TermSource& source, const TermRows& rows,
                  const PlaceFinder& find) {
  const RowIndex index = index_rows(rows);
  const auto groups_of = invert(groups, selection.size());
  EvidenceList list(options);
  std::vector<std::uint32_t> buffer;
  std::vector<TermPlace> places;
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (groups_of[i].empty()) continue;
    places.clear();
    find(i, source.row(i, buffer), places);
    std::optional<CutText> text;  // read when its first place is wanted
    for (const TermPlace& place : places) {
      for (const auto& [group, weight] : groups_of[i]) {
        for (const std::size_t asked : {group, TermRows::kAllGroups}) {
          const auto [begin, end] = index.equal_range({asked, place.term});
          for (auto at = begin; at != end; ++at) {
            if (!list.takes(at->second)) continue;
            if (!text) text = cut_text(context, source, selection[i].article.id);
            if (!text || place.last >= text->words.size()) continue;
            list.add(at->second, groups[group].name, rows.terms[place.term], text->article, text->sentences,
                     {text->words[place.first].begin, text->words[place.last].end}, weight);
          }
        }
      }
    }
  }
  Table table = list.finish();
  table.notes.emplace_back("weight: what the place adds to a count of its group");
  return table;
}

Table list_term_evidence(const Context& context, const Options& options, const Table& table,
                         std::string_view by, std::string_view term_column) {
  const std::vector<Selected> selection = select_articles(context, options);
  const CopyCounting copies = copy_counting_from_string(options_of_evidence(options).get("copies"));
  const std::vector<Group> groups = make_groups(selection, by, copies);
  const TermSource source = TermSource::open(context, selection, options);
  const TermRows rows = read_rows(table, groups, term_column);
  return list_places(context, options, selection, groups, source, rows,
                     find_terms(context, source, options, rows.terms));
}

}  // namespace sahafa
