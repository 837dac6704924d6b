#include "ingest/pdf_file.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>

#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string out = repair_utf8({bytes.data(), bytes.size()}).text;
  std::erase(out, '\0');
  return out;
}

// Poppler writes its complaints to standard error, where they name no file. Once is enough for all threads.
void silence_poppler() {
  static const bool done = [] {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return true;
  }();
  static_cast<void>(done);
}

PlacedWord placed(const poppler::text_box& box) {
  const poppler::rectf place = box.bbox();
  PlacedWord word{{}, place.left(), place.right(), place.top(), place.bottom(), 0, box.has_space_after()};
  word.size = box.has_font_info() ? box.get_font_size() : place.height();
  const std::string text = utf8(box.text());
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const char32_t c = decode_utf8(text, at);
    const poppler::rectf inside = box.char_bbox(number);
    word.chars.push_back({c, inside.left(), inside.right()});
  }
  return word;
}

// D:20250408091500+01'00' as 2025-04-08.
std::string day_of(const std::string& date) {
  constexpr std::size_t kDigits = 8;
  const std::size_t begin = date.starts_with("D:") ? 2 : 0;
  const std::string digits = date.substr(begin, kDigits);
  const bool complete =
      digits.size() == kDigits && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  return complete ? digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6) : std::string();
}

}  // namespace

struct PdfFile::Document {
  std::unique_ptr<poppler::document> poppler;
};

bool PdfFile::is_supported() { return true; }

PdfFile::PdfFile(std::string_view bytes) : document_(std::make_unique<Document>()) {
  silence_poppler();
  document_->poppler.reset(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document_->poppler)
    throw Error(ErrorCode::malformed, "the PDF is damaged or truncated; download it again");
  if (document_->poppler->is_locked())
    throw Error(ErrorCode::malformed, "the PDF asks for a password; save a copy without one");
}

PdfFile::~PdfFile() = default;

int PdfFile::page_count() const { return document_->poppler->pages(); }

PdfInfo PdfFile::info() const {
  const poppler::document& document = *document_->poppler;
  return {utf8(document.get_title()), utf8(document.get_author()),
          utf8(document.get_creator()) + " " + utf8(document.get_producer()),
          day_of(utf8(document.info_key("CreationDate")))};
}

PdfPage PdfFile::page(int index) const {
  PdfPage out;
  const std::unique_ptr<poppler::page> page(document_->poppler->create_page(index));
  if (!page) return out;
  out.height = page->page_rect().height();
  for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font))
    if (box.rotation() == 0) out.words.push_back(placed(box));
  return out;
}

}  // namespace sahafa
