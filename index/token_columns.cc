#include "index/token_columns.h"

#include <algorithm>
#include <utility>

#include "index/analysis_version.h"
#include "index/paragraph_ends.h"
#include "index/token_store_reader.h"

namespace sahafa {
namespace {

template <class T>
NpyAppender open_column(const std::filesystem::path& directory, std::string_view file, std::uint64_t count) {
  return {directory / file, npy_type<T>(), sizeof(T), count};
}

}  // namespace

VocabularyColumns::VocabularyColumns(const std::filesystem::path& text_file, std::uint64_t bytes,
                                     const std::filesystem::path& offset_file, std::uint64_t types)
    : text_(text_file, npy_type<std::uint8_t>(), sizeof(std::uint8_t), bytes),
      offsets_(offset_file, npy_type<std::uint64_t>(), sizeof(std::uint64_t), types == 0 ? 0 : types + 1) {
  if (types == 0) {
    offsets_.append(std::uint64_t{0});
    return;
  }
  const Vocabulary known({text_file, bytes}, {offset_file, types + 1});
  for (std::uint32_t id = 0; id < types; ++id) ids_.intern(known.get(id));
}

std::uint32_t VocabularyColumns::intern(std::string_view string, std::uint32_t hash) {
  const std::size_t before = ids_.size();
  const std::uint32_t id = ids_.intern(string, hash);
  if (ids_.size() > before) {
    text_.append(std::span(reinterpret_cast<const std::uint8_t*>(string.data()), string.size()));
    offsets_.append(std::uint64_t{text_.count()});
  }
  return id;
}

TokenColumns::TokenColumns(std::filesystem::path directory, const std::optional<TokenStoreRecord>& known,
                           std::size_t analyzers)
    : directory_(std::move(directory)),
      is_new_(!known),
      record_(known.value_or(TokenStoreRecord{.analysis = analysis_version()})),
      surface_ids_(open_column<std::uint32_t>(directory_, token_file::kSurfaces, record_.tokens)),
      form_ids_(open_column<std::uint32_t>(directory_, token_file::kForms, record_.tokens)),
      stem_ids_(open_column<std::uint32_t>(directory_, token_file::kStems, record_.tokens)),
      begins_(open_column<std::uint32_t>(directory_, token_file::kBegins, record_.tokens)),
      kinds_(open_column<std::uint8_t>(directory_, token_file::kKinds, record_.tokens)),
      document_offsets_(open_offsets(token_file::kDocumentOffsets, record_.documents)),
      sentence_offsets_(open_offsets(token_file::kSentenceOffsets, record_.sentences)),
      paragraph_offsets_(open_offsets(token_file::kParagraphOffsets, record_.paragraphs)),
      article_ids_(open_column<std::int64_t>(directory_, token_file::kDocumentArticles, record_.documents)),
      words_(open_column<std::uint32_t>(directory_, token_file::kDocumentWords, record_.documents)),
      matrix_offsets_(open_offsets(token_file::kMatrixOffsets, record_.documents)),
      matrix_cells_(open_column<std::uint32_t>(directory_, token_file::kMatrixCells, 2 * record_.cells)),
      surfaces_(open_vocabulary(token_file::kSurfaceText, record_.surface_bytes, token_file::kSurfaceOffsets,
                                record_.surface_types)),
      forms_(open_vocabulary(token_file::kFormText, record_.form_bytes, token_file::kFormOffsets,
                             record_.form_types)),
      stems_(open_vocabulary(token_file::kStemText, record_.stem_bytes, token_file::kStemOffsets,
                             record_.stem_types)),
      type_ids_(analyzers) {}

NpyAppender TokenColumns::open_offsets(std::string_view file, std::uint64_t items) {
  if (!is_new_) return open_column<std::uint64_t>(directory_, file, items + 1);
  NpyAppender column = open_column<std::uint64_t>(directory_, file, 0);
  column.append(std::uint64_t{0});
  return column;
}

VocabularyColumns TokenColumns::open_vocabulary(std::string_view text_file, std::uint64_t bytes,
                                                std::string_view offset_file, std::uint64_t types) const {
  return {directory_ / text_file, bytes, directory_ / offset_file, types};
}

void TokenColumns::Document::resize(std::size_t tokens) {
  for (auto* column : {&surfaces, &forms, &stems, &begins}) column->resize(tokens);
  kinds.resize(tokens);
}

void TokenColumns::append(ArticleId article, std::string_view stored, const AnalyzedText& text,
                          std::size_t analyzer) {
  const std::uint64_t first = form_ids_.count();
  number_types(stored, text, analyzer);
  number_tokens(text, analyzer);
  const std::uint32_t words = count_words();
  append_tokens();
  append_sentences(text, first);
  append_paragraphs(stored, text, first);
  append_matrix_row(words);
  document_offsets_.append(std::uint64_t{form_ids_.count()});
  article_ids_.append(article.value);
}

// Waiting for memory is most of what a rare word costs here, so its place is asked for some tokens before it is needed.
constexpr std::size_t kAhead = 8;

// A word is looked up in the vocabularies once for each Analyzer; afterwards its number leads to its ids. Numbers are given by first appearance: a
// type is new when its number comes next.
void TokenColumns::number_types(std::string_view stored, const AnalyzedText& text, std::size_t analyzer) {
  Large<TypeIds>& known = type_ids_[analyzer];
  new_types_.clear();
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (text.types[i] != known.size() + new_types_.size()) continue;
    const std::string_view surface = slice(stored, text.tokens[i].span());
    const NewType& type =
        new_types_.emplace_back(NewType{surface, text.forms[i], text.stems[i], StringIds::hash(surface),
                                        StringIds::hash(text.forms[i]), StringIds::hash(text.stems[i])});
    surfaces_.fetch(type.surface_hash);
    forms_.fetch(type.form_hash);
    stems_.fetch(type.stem_hash);
  }
  for (const NewType& type : new_types_) {
    known.push_back({surfaces_.intern(type.surface, type.surface_hash),
                     forms_.intern(type.form, type.form_hash), stems_.intern(type.stem, type.stem_hash)});
  }
}

void TokenColumns::number_tokens(const AnalyzedText& text, std::size_t analyzer) {
  const Large<TypeIds>& known = type_ids_[analyzer];
  const std::size_t size = text.tokens.size();
  document_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    if (i + kAhead < size) __builtin_prefetch(&known[text.types[i + kAhead]]);
    const TypeIds& ids = known[text.types[i]];
    document_.surfaces[i] = ids.surface;
    document_.forms[i] = ids.form;
    document_.stems[i] = ids.stem;
    document_.begins[i] = text.tokens[i].begin;
    document_.kinds[i] = static_cast<std::uint8_t>(text.tokens[i].kind);
  }
}

std::uint32_t TokenColumns::count_words() {
  const std::size_t size = document_.forms.size();
  std::uint32_t words = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (i + kAhead < size && document_.forms[i + kAhead] < cell_of_.size())
      __builtin_prefetch(&cell_of_[document_.forms[i + kAhead]], 1);
    if (document_.kinds[i] != static_cast<std::uint8_t>(TokenKind::word)) continue;
    count_word(document_.forms[i]);
    ++words;
  }
  return words;
}

void TokenColumns::append_tokens() {
  surface_ids_.append(std::span<const std::uint32_t>(document_.surfaces));
  form_ids_.append(std::span<const std::uint32_t>(document_.forms));
  stem_ids_.append(std::span<const std::uint32_t>(document_.stems));
  begins_.append(std::span<const std::uint32_t>(document_.begins));
  kinds_.append(std::span<const std::uint8_t>(document_.kinds));
  record_.hash = chain_hash(record_.hash, document_.forms, document_.kinds);
}

void TokenColumns::append_sentences(const AnalyzedText& text, std::uint64_t first) {
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    for (; sentence <= text.sentence_of[i]; ++sentence) {
      if (sentence > 0) sentence_offsets_.append(first + i);
    }
  }
  for (; sentence <= text.sentences.size(); ++sentence) {
    if (sentence > 0) sentence_offsets_.append(std::uint64_t{form_ids_.count()});
  }
}

void TokenColumns::append_paragraphs(std::string_view stored, const AnalyzedText& text, std::uint64_t first) {
  for (const std::size_t end : find_paragraph_ends(stored, text)) paragraph_offsets_.append(first + end);
}

void TokenColumns::count_word(std::uint32_t form) {
  if (form >= cell_of_.size()) cell_of_.resize(std::max<std::size_t>(form + 1, cell_of_.size() * 2), 0);
  std::uint32_t& cell = cell_of_[form];
  if (cell == 0) {
    row_.push_back(form);
    row_.push_back(0);
    cell = static_cast<std::uint32_t>(row_.size() / 2);
  }
  ++row_[2 * cell - 1];
}

void TokenColumns::append_matrix_row(std::uint32_t words) {
  for (std::size_t i = 0; i < row_.size(); i += 2) cell_of_[row_[i]] = 0;
  matrix_cells_.append(std::span<const std::uint32_t>(row_));
  row_.clear();
  matrix_offsets_.append(std::uint64_t{matrix_cells_.count() / 2});
  words_.append(words);
}

void TokenColumns::commit(std::int64_t revision) {
  for (NpyAppender* column : columns()) column->sync();
  record_.revision = revision;
  record_.tokens = form_ids_.count();
  record_.documents = article_ids_.count();
  record_.sentences = sentence_offsets_.count() - 1;
  record_.paragraphs = paragraph_offsets_.count() - 1;
  record_.cells = matrix_cells_.count() / 2;
  record_.surface_types = surfaces_.types();
  record_.surface_bytes = surfaces_.bytes();
  record_.form_types = forms_.types();
  record_.form_bytes = forms_.bytes();
  record_.stem_types = stems_.types();
  record_.stem_bytes = stems_.bytes();
  save_token_store_record(directory_, record_);
  for (NpyAppender* column : columns()) column->write_header();
}

std::vector<NpyAppender*> TokenColumns::columns() {
  return {&surface_ids_,
          &form_ids_,
          &stem_ids_,
          &begins_,
          &kinds_,
          &document_offsets_,
          &sentence_offsets_,
          &paragraph_offsets_,
          &article_ids_,
          &words_,
          &matrix_offsets_,
          &matrix_cells_,
          &surfaces_.text(),
          &surfaces_.offsets(),
          &forms_.text(),
          &forms_.offsets(),
          &stems_.text(),
          &stems_.offsets()};
}

}  // namespace sahafa
