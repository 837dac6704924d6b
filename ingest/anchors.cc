#include "ingest/anchors.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/hash.h"
#include "ingest/anchor_id.h"
#include "ingest/anchor_lexicon.h"
#include "ingest/figures.h"
#include "text/analyze.h"
#include "text/char_class.h"
#include "text/clitics.h"
#include "text/skeleton.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::string_view kVersion = "1";
constexpr float kUnknownWeight = 4.0F;
constexpr std::size_t kLeastSkeleton = 3;
constexpr float kLeastSketched = 1.5F;  // below, an anchor stands in every fifth article
constexpr std::size_t kLetterBytes = 2;

/// What is known of a word form.
struct FormAnchors {
  std::vector<std::uint64_t> anchors;
  float weight = 0.0F;  ///< 0: says nothing
  std::string phrase_key;
  std::size_t longest_phrase = 0;
};

bool is_arabic(std::string_view form) {
  std::size_t at = 0;
  return !form.empty() && char_class(decode_utf8(form, at)) == CharClass::arabic;
}

// What figures say grows with their digits; a year says as much as two digits.
float figure_weight(std::string_view number) {
  const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  const std::size_t digits = year ? 2 : number.size();
  return std::min(1.0F + 1.2F * static_cast<float>(digits), 6.0F);
}

void add_name(FormAnchors& form, std::string_view name) {
  form.anchors.push_back(anchor_id(AnchorKind::name, name));
}

// Skeletons are written in capitals, folded words in small letters: they never meet.
void add_skeletons(FormAnchors& form, std::string_view word) {
  for (const std::string& skeleton : consonant_skeletons(word))
    if (skeleton.size() >= kLeastSkeleton) add_name(form, skeleton);
}

void add_unknown(FormAnchors& form, std::string_view word, std::string_view stem) {
  form.weight = kUnknownWeight;
  if (!is_arabic(word)) {
    add_name(form, word);
    add_skeletons(form, word);
    form.anchors.push_back(anchor_id(AnchorKind::word, stem));
    return;
  }
  form.anchors.push_back(anchor_id(AnchorKind::word, stem));
  for (const CliticReading& reading : read_clitics(word))
    if (reading.pronoun.empty()) add_skeletons(form, reading.host);
}

void add_part(const AnchorLexicon& lexicon, FormAnchors& form, std::string_view part) {
  if (const AnchorLexicon::Rows* rows = lexicon.find(part, part, false)) {
    for (const LexiconRow& row : *rows)
      if (row.weight > 0.0F) form.anchors.push_back(row.anchor);
  } else {
    add_skeletons(form, part);
  }
}

// Arabic writes the parts of Jean-Claude and Franco-Algérien as words of their own.
void add_parts(const AnchorLexicon& lexicon, FormAnchors& form, std::string_view word) {
  while (word.find('-') != std::string_view::npos) {
    add_part(lexicon, form, word.substr(0, word.find('-')));
    word.remove_prefix(word.find('-') + 1);
  }
  add_part(lexicon, form, word);
}

FormAnchors read_word(const AnchorLexicon& lexicon, std::string_view word, std::string_view stem) {
  FormAnchors form;
  const bool arabic = is_arabic(word);
  form.phrase_key = AnchorLexicon::phrase_key(word, stem, arabic);
  form.longest_phrase = lexicon.longest_phrase(form.phrase_key);
  const AnchorLexicon::Rows* const rows = lexicon.find(word, stem, arabic);
  if (rows != nullptr) {
    form.weight = rows->front().weight;
    for (const LexiconRow& row : *rows) {
      form.weight = std::min(form.weight, row.weight);
      form.anchors.push_back(row.anchor);
    }
  } else if (word.size() >= (arabic ? 2 * kLetterBytes : 2)) {
    add_unknown(form, word, stem);
    if (word.find('-') != std::string_view::npos) add_parts(lexicon, form, word);
  }
  return form;
}

FormAnchors read_figure(const AnchorLexicon& lexicon, std::string_view token) {
  FormAnchors form;
  for (const std::string& number : plain_numbers(token)) {
    form.weight = std::max(form.weight, figure_weight(number));
    if (const AnchorLexicon::Rows* rows = lexicon.find(number, number, false)) {
      for (const LexiconRow& row : *rows) form.anchors.push_back(row.anchor);
    } else {
      form.anchors.push_back(anchor_id(AnchorKind::figure, number));
    }
  }
  return form;
}

void sort_unique(std::vector<std::uint64_t>& anchors) {
  std::ranges::sort(anchors);
  anchors.erase(std::ranges::unique(anchors).begin(), anchors.end());
}

}  // namespace

struct AnchorReader::Impl {
  const AnchorLexicon& lexicon = AnchorLexicon::bundled();
  Analyzer analyzer;
  std::unordered_map<std::string_view, FormAnchors> forms;  ///< keys live in the analyzer

  const FormAnchors& find(std::string_view form, std::string_view stem, TokenKind kind) {
    const auto [known, is_new] = forms.try_emplace(form);
    if (is_new) {
      if (kind == TokenKind::word) known->second = read_word(lexicon, form, stem);
      if (kind == TokenKind::number) known->second = read_figure(lexicon, form);
      sort_unique(known->second.anchors);
    }
    return known->second;
  }
};

AnchorReader::AnchorReader() : impl_(std::make_unique<Impl>()) {}
AnchorReader::~AnchorReader() = default;
AnchorReader::AnchorReader(AnchorReader&&) noexcept = default;
AnchorReader& AnchorReader::operator=(AnchorReader&&) noexcept = default;

AnchoredText AnchorReader::read(std::string_view text) {
  AnalyzedText analysis = impl_->analyzer.analyze(text);
  AnchoredText result;
  result.sentences = std::move(analysis.sentences);
  std::vector<const FormAnchors*> forms;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const FormAnchors& form = impl_->find(analysis.forms[i], analysis.stems[i], analysis.tokens[i].kind);
    if (form.weight == 0.0F) continue;
    result.words.push_back(
        {analysis.sentence_of[i], static_cast<std::uint32_t>(result.anchors.size()), form.weight});
    result.anchors.insert(result.anchors.end(), form.anchors.begin(), form.anchors.end());
    forms.push_back(&form);
    // Phrases that end here: their anchors go to their last word.
    for (std::size_t length = 2; length <= std::min<std::size_t>(forms.size(), 6); ++length) {
      const std::size_t first = forms.size() - length;
      if (result.words[first].sentence != analysis.sentence_of[i]) break;
      if (forms[first]->longest_phrase < length) continue;
      std::vector<std::string_view> keys;
      for (std::size_t j = first; j < forms.size(); ++j) keys.push_back(forms[j]->phrase_key);
      if (const AnchorLexicon::Rows* rows = impl_->lexicon.find_phrase(keys))
        for (const LexiconRow& row : *rows) result.anchors.push_back(row.anchor);
    }
  }
  result.words.push_back({static_cast<std::uint32_t>(result.sentences.size()),
                          static_cast<std::uint32_t>(result.anchors.size()), 0.0F});
  return result;
}

std::vector<std::uint64_t> make_anchor_sketch(const AnchoredText& text) {
  std::vector<std::uint64_t> sketch;
  for (std::size_t word = 0; word + 1 < text.words.size(); ++word) {
    if (text.words[word].weight < kLeastSketched) continue;
    for (std::size_t i = text.words[word].first_anchor; i < text.words[word + 1].first_anchor; ++i)
      if (kind_of(text.anchors[i]) != AnchorKind::word) sketch.push_back(text.anchors[i]);
  }
  sort_unique(sketch);
  return sketch;
}

std::string anchor_rules() {
  return content_hash(std::string(kVersion) + BilingualList::bundled().hash() + Codebook::bundled().hash());
}

}  // namespace sahafa
