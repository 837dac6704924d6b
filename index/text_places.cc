#include "index/text_places.h"

#include <algorithm>

namespace sahafa {

std::uint32_t end_of(const PlacedWord& word) {
  return word.position + static_cast<std::uint32_t>(word.keys->parts.size());
}

TextPlaces::TextPlaces(const QueryPlan& plan, Analyzer& analyzer, SearchKeys& keys, TitleWords title_words)
    : plan_(&plan), analyzer_(&analyzer), keys_(&keys), title_words_(title_words), matcher_(plan) {
  for (std::size_t i = 0; i < plan.words.size(); ++i) {
    if (!plan.words[i].exact.empty()) exact_words_.push_back(i);
  }
}

ReadZone TextPlaces::read_zone(const std::string& text, std::uint32_t& position) {
  ReadZone zone{analyzer_->analyze(text), {}};
  zone.words = place_words(text, zone.analyzed, *keys_, position);
  return zone;
}

void TextPlaces::place(const ReadZone& zone, bool title, Places& places) {
  for (const PlacedWord& word : zone.words) {
    if (word.begins_sentence) places.sentences.push_back(word.position);
    for (const WordMatch& match : matcher_.match(*word.keys)) {
      if (plan_->words[match.word].title && !title && title_words_ == TitleWords::in_titles) continue;
      const std::uint32_t begin = word.position + match.first_part;
      places.words[match.word].push_back({begin, word.position + match.last_part + 1});
    }
  }
  if (!exact_words_.empty()) place_exact(zone, places);
}

void TextPlaces::place_exact(const ReadZone& zone, Places& places) const {
  for (const std::size_t number : exact_words_) {
    const std::vector<std::string>& forms = plan_->words[number].exact;
    for (std::size_t i = 0; i + forms.size() <= zone.words.size(); ++i) {
      bool same = true;
      for (std::size_t j = 0; j < forms.size() && same; ++j) {
        const PlacedWord& word = zone.words[i + j];
        same = zone.analyzed.forms[word.token] == forms[j] &&
               (j == 0 || word.position == end_of(zone.words[i + j - 1]));
      }
      if (same)
        places.words[number].push_back({zone.words[i].position, end_of(zone.words[i + forms.size() - 1])});
    }
  }
}

ReadArticle TextPlaces::read(const Article& article) {
  ReadArticle read;
  std::uint32_t position = kFirstPosition;
  read.title = read_zone(article.title, position);
  read.text = read_zone(article.text, position);
  read.places.words.resize(plan_->words.size());
  place(read.title, true, read.places);
  place(read.text, false, read.places);
  for (Extents& extents : read.places.words) sort_unique(extents);
  return read;
}

}  // namespace sahafa
