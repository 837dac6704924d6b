#include "index/word_collector.h"

#include <algorithm>
#include <compare>
#include <string_view>
#include <utility>

namespace sahafa {
namespace {

/// A string and the type that has it.
struct Ref {
  std::string_view string;
  std::uint32_t type = 0;
  std::uint8_t tag = 0;
  friend auto operator<=>(const Ref&, const Ref&) = default;
};

WordTableDraft make_table(std::vector<Ref>& refs) {
  std::ranges::sort(refs);
  WordTableDraft table;
  for (std::size_t i = 0; i < refs.size(); ++i) {
    if (i == 0 || refs[i].string != refs[i - 1].string) table.add_string(refs[i].string);
    if (i == 0 || refs[i] != refs[i - 1]) table.add_ref(refs[i].type, refs[i].tag);
  }
  return table;
}

void add_forms(const WordKeys& keys, std::uint32_t type, std::vector<Ref>& refs) {
  bool sought = false;
  for (const std::string& form : keys.forms) {
    sought = sought || form == keys.form;
    if (form != keys.form) refs.push_back({form, type, kOtherForm});
  }
  refs.push_back({keys.form, type, sought ? kOwnForm : kWordOnly});
}

void add_keys(const WordKeys& keys, std::uint32_t type, std::vector<Ref>& refs) {
  for (std::size_t part = 0; part < keys.parts.size() && part < kClosedKey; ++part) {
    for (const std::string& key : keys.parts[part])
      refs.push_back({key, type, static_cast<std::uint8_t>(part)});
  }
  if (!keys.closed.empty()) refs.push_back({keys.closed, type, kClosedKey});
}

std::string content_of(const WordKeys& keys) {
  std::string content = keys.form;
  for (const auto& part : keys.parts) {
    content += '\1';
    for (const std::string& key : part) content.append(key).push_back('\0');
  }
  return content.append("\2").append(keys.closed);
}

}  // namespace

std::uint32_t WordCollector::type_of(const WordKeys& keys) {
  if (keys.number >= by_number_.size()) by_number_.resize(keys.number * std::size_t{2} + 1);
  std::uint32_t& number = by_number_[keys.number];
  if (number == 0) {
    const auto [found, is_new] =
        by_content_.try_emplace(content_of(keys), static_cast<std::uint32_t>(types_.size() + 1));
    if (is_new) types_.push_back({.keys = &keys, .list = {}});
    number = found->second;
  }
  return number - 1;
}

void WordCollector::add_places(Type& type, std::span<const std::uint64_t> places, std::uint32_t article) {
  scratch_.clear();
  for (const std::uint64_t place : places) scratch_.push_back(static_cast<std::uint32_t>(place));
  append_article(type.list, type.last, article, scratch_, positions_);
  type.last = article;
  ++type.articles;
}

void WordCollector::add(const ArticleRead& article) {
  const auto id = static_cast<std::uint32_t>(article.id.value);
  if (articles_.words.empty()) articles_.first = id;
  articles_.words.resize(id - articles_.first + 1);
  articles_.titles.resize(articles_.words.size());
  articles_.words.back() = static_cast<std::uint32_t>(article.words.size());
  articles_.titles.back() = article.title_end;
  places_.clear();
  for (const PlacedWord& word : article.words)
    places_.push_back(std::uint64_t{type_of(*word.keys)} << 32U | word.position);
  std::ranges::sort(places_);
  const std::span<const std::uint64_t> places = places_;
  for (std::size_t begin = 0; begin < places.size();) {
    const std::uint64_t type = places[begin] >> 32U;
    std::size_t end = begin;
    while (end < places.size() && places[end] >> 32U == type) ++end;
    add_places(types_[type], places.subspan(begin, end - begin), id);
    begin = end;
  }
  if (!positions_ || article.sentences.empty()) return;
  append_article(articles_.sentences, last_with_sentences_, id, article.sentences, true);
  last_with_sentences_ = id;
}

std::uint64_t WordCollector::write(const std::filesystem::path& path) {
  // By form, then by keys: the same for every order in which types were met.
  std::ranges::sort(types_, [](const Type& one, const Type& other) {
    return std::tie(one.keys->form, one.keys->parts, one.keys->closed) <
           std::tie(other.keys->form, other.keys->parts, other.keys->closed);
  });
  WordFileWriter writer(path, positions_);
  std::vector<Ref> forms;
  std::vector<Ref> keys;
  for (std::uint32_t number = 0; number < types_.size(); ++number) {
    const Type& type = types_[number];
    writer.add_type(type.list, type.articles,
                    static_cast<std::uint8_t>(std::min<std::size_t>(type.keys->parts.size(), 255)));
    add_forms(*type.keys, number, forms);
    add_keys(*type.keys, number, keys);
  }
  const WordTableDraft form_table = make_table(forms);
  const WordTableDraft key_table = make_table(keys);
  return writer.finish(form_table, key_table, articles_);
}

}  // namespace sahafa
