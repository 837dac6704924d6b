#include "analysis/numbered_selection.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <unordered_map>
#include <utility>

#include "analysis/grouping.h"
#include "corpus/outlet.h"
#include "index/numbered_texts.h"
#include "index/stored_fields.h"

namespace sahafa {
namespace {

/// Each value of a field as what is grouped by; values that become the same get one number.
NumberedTexts values_of(NumberedTexts field, std::string_view by) {
  std::unordered_map<std::string, std::uint32_t> known;
  std::vector<std::uint32_t> renumbered;
  std::vector<std::string> values;
  for (const std::string& text : field.values) {
    std::string value =
        group_value({.cluster = {}, .outlet = text, .lang = text, .date = text, .genre = text}, text, by);
    const auto [entry, fresh] = known.try_emplace(value, static_cast<std::uint32_t>(values.size()));
    if (fresh) values.push_back(std::move(value));
    renumbered.push_back(entry->second);
  }
  for (std::uint32_t& number : field.numbers) number = renumbered[number];
  return {std::move(field.numbers), std::move(values)};
}

/// Notes which articles may share their cluster with others: most stand alone, and of those nothing has to be compared. By the last bits of ids, so
/// that one in some hundred is noted without need.
void mark_shared(std::vector<NumberedArticle>& articles) {
  std::vector<std::uint8_t> shared(std::bit_ceil(std::max<std::size_t>(articles.size(), 1) * 2));
  const auto place = [&](ArticleId id) { return static_cast<std::uint64_t>(id.value) & (shared.size() - 1); };
  for (NumberedArticle& one : articles) {
    one.shared = one.cluster != one.article;
    if (one.shared) shared[place(one.cluster)] = 1;
  }
  for (NumberedArticle& one : articles) one.shared = one.shared || shared[place(one.article)] != 0;
}

/// Takes the marks off of articles whose value of a field the options do not choose.
template <class Takes>
void keep_chosen(std::vector<std::uint8_t>& chosen, const NumberedTexts& field, const Takes& takes) {
  std::vector<std::uint8_t> taken;
  for (const std::string& value : field.values) taken.push_back(takes(value) ? 1 : 0);
  for (std::size_t row = 0; row < chosen.size(); ++row) chosen[row] &= taken[field.numbers[row]];
}

/// Takes the marks off that a query does not match.
void keep_matching(std::vector<std::uint8_t>& chosen, const StoredFields& stored,
                   std::span<const ArticleId> matches) {
  auto match = matches.begin();
  for (std::size_t row = 0; row < chosen.size(); ++row) {
    const ArticleId article{stored.articles()[row]};
    while (match != matches.end() && *match < article) ++match;
    if (match == matches.end() || *match != article) chosen[row] = 0;
  }
}

/// The field that the values of `by` follow from.
NumberedTexts field_of(std::string_view by, const StoredFields& stored, const NumberedTexts& langs,
                       const NumberedTexts& dates, const OutletRegistry& registry) {
  if (by == "lang") return langs;
  if (by == "month") return dates;
  if (by == "genre") return stored.genres().number();
  if (by == "outlet") return stored.outlets().number();
  if (by == "country") {
    NumberedTexts countries = stored.outlets().number();
    for (std::string& value : countries.values) value = registry.country_of(value);
    return countries;
  }
  return {std::vector<std::uint32_t>(stored.articles().size()), {{}}};  // none, or none that there is
}

NumberedSelection put_together(std::vector<NumberedArticle> articles, NumberedTexts langs,
                               NumberedTexts dates, NumberedTexts values) {
  mark_shared(articles);
  return {.articles = std::move(articles),
          .langs = std::move(langs.values),
          .dates = std::move(dates.values),
          .values = std::move(values.values)};
}

NumberedSelection select_stored(const Context& context, const Options& options, const IndexReader& index,
                                std::string_view by, const StoredFields& stored) {
  const OutletRegistry& registry = context.corpus.outlets();
  const SelectionFilter filter(registry, options);
  NumberedTexts langs = stored.langs().number();
  NumberedTexts dates = stored.dates().number();
  std::vector<std::uint8_t> chosen(stored.articles().size(), 1);
  keep_chosen(chosen, langs, [&](std::string_view value) { return filter.takes_lang(value); });
  keep_chosen(chosen, dates, [&](std::string_view value) { return filter.takes_date(value); });
  if (options.has("outlet") || options.has("country"))
    keep_chosen(chosen, stored.outlets().number(),
                [&](std::string_view value) { return filter.takes_outlet(value); });
  if (const auto query = selection_query(options, context.corpus.codebook()))
    keep_matching(chosen, stored, index.matching_articles(*query));
  NumberedTexts values = values_of(field_of(by, stored, langs, dates, registry), by);
  std::vector<NumberedArticle> articles;
  articles.reserve(chosen.size());
  for (std::size_t row = 0; row < chosen.size(); ++row) {
    if (chosen[row] == 0) continue;
    articles.push_back({.article = {stored.articles()[row]},
                        .cluster = {stored.clusters()[row]},
                        .words = stored.words()[row],
                        .copies = stored.copies()[row],
                        .lang = langs.numbers[row],
                        .date = dates.numbers[row],
                        .value = values.numbers[row]});
  }
  return put_together(std::move(articles), std::move(langs), std::move(dates), std::move(values));
}

std::string_view field_of(const Selected& selected, std::string_view by) {
  const Article& article = selected.article;
  if (by == "outlet") return article.outlet;
  if (by == "lang") return article.lang;
  if (by == "country") return selected.country;
  if (by == "genre") return article.genre;
  return by == "month" ? std::string_view(article.date) : std::string_view();
}

}  // namespace

NumberedSelection number_selection(std::span<const Selected> selection, std::string_view by) {
  const std::size_t count = selection.size();
  NumberedTexts langs =
      number_texts(count, [&](std::size_t i) { return std::string_view(selection[i].article.lang); });
  NumberedTexts dates =
      number_texts(count, [&](std::size_t i) { return std::string_view(selection[i].article.date); });
  NumberedTexts values =
      values_of(number_texts(count, [&](std::size_t i) { return field_of(selection[i], by); }), by);
  std::vector<NumberedArticle> articles;
  articles.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back({.article = selection[i].article.id,
                        .cluster = selection[i].cluster,
                        .words = static_cast<std::uint32_t>(selection[i].article.words),
                        .copies = static_cast<std::uint32_t>(selection[i].copies),
                        .lang = langs.numbers[i],
                        .date = dates.numbers[i],
                        .value = values.numbers[i]});
  }
  return put_together(std::move(articles), std::move(langs), std::move(dates), std::move(values));
}

NumberedSelection select_numbered(const Context& context, const Options& options, const IndexReader& index,
                                  std::string_view by) {
  const auto stored = StoredFields::find(context.corpus, context.corpus.catalogue().revision());
  return stored ? select_stored(context, options, index, by, *stored)
                : number_selection(select_articles(context, options), by);
}

}  // namespace sahafa
