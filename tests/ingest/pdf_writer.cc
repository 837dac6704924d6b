#include "tests/ingest/pdf_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace sahafa::test {
namespace {

constexpr char32_t kLamAlef = 0xFEFB;

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += decode_utf8(text, at);
  return out;
}

double width(char32_t c) {
  constexpr std::u32string_view kNarrow = U" ,.";
  if (kNarrow.find(c) != std::u32string_view::npos) return 0.25;
  return c == U'ا' ? 0.24 : c == U'ل' ? 0.26 : 0.5;
}

std::string hex(std::string_view text) {
  std::string out;
  for (const char32_t c : decoded(text)) out += fmt::format("{:04X}", static_cast<unsigned>(c));
  return out;
}

std::string stream(const std::string& content) {
  return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content);
}

std::string letters_of_signs() {
  return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
         "1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfrange <0000> <FEFA> <0000> <FEFC> "
         "<FFFF> <FEFC> endbfrange\n"
         "1 beginbfchar <FEFB> <06440627> endbfchar\nendcmap end end";
}

std::string page_content(const std::vector<PdfText>& texts) {
  std::string out = "BT\n";
  for (const PdfText& text : texts)
    out += fmt::format("/F {} Tf 1 0 0 1 {} {} Tm <{}> Tj\n", text.size, text.x, text.y, hex(text.text));
  return out + "ET";
}

std::string file_of(const std::vector<std::string>& objects, const std::string& trailer) {
  std::string out = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return out + fmt::format(
                   "xref\n0 {}\n0000000000 65535 f \n{}trailer << /Size {} /Root 1 0 R {} "
                   ">>\nstartxref\n{}\n%%EOF\n",
                   objects.size() + 1, table, objects.size() + 1, trailer, out.size());
}

}  // namespace

std::string write_pdf(const PdfContent& content) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>",
      {},
      "<< /Type /Font /Subtype /Type0 /BaseFont /Composed /Encoding /Identity-H /DescendantFonts [4 0 R] "
      "/ToUnicode 6 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Composed /CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (Identity) /Supplement 0 >> "
      "/FontDescriptor 5 0 R /DW 500 /W [32 [250] 44 [250] 46 [250] 1575 [240] 1604 [260]] >>",
      "<< /Type /FontDescriptor /FontName /Composed /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
      "/Ascent 800 /Descent -200 "
      "/CapHeight 700 /StemV 80 >>",
      stream(letters_of_signs())};
  std::string kids;
  for (const std::vector<PdfText>& page : content.pages) {
    objects.push_back(stream(page_content(page)));
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                    "/Resources << /Font << /F 3 0 R >> >> >>",
                    objects.size()));
    kids += fmt::format("{} 0 R ", objects.size());
  }
  objects[1] = fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", content.pages.size(), kids);
  objects.push_back("<< " + content.info + " >>");
  return file_of(objects, fmt::format("/Info {} 0 R {}", objects.size(), content.trailer));
}

double pdf_width(std::string_view text, double size) {
  double sum = 0;
  for (const char32_t c : decoded(text)) sum += width(c);
  return sum * size;
}

PdfText drawn_to(double right, double y, double size, std::string_view text) {
  std::u32string signs = decoded(text);
  for (std::size_t at = signs.find(U"لا"); at != std::u32string::npos; at = signs.find(U"لا", at))
    signs.replace(at, 2, 1, kLamAlef);
  std::ranges::reverse(signs);
  std::string seen;
  for (const char32_t c : signs) append_utf8(seen, c);
  return {right - pdf_width(seen, size), y, size, seen};
}

std::vector<PdfText> drawn_letter_by_letter(double right, double y, double size, std::string_view text) {
  std::vector<PdfText> out;
  for (const char32_t c : decoded(text)) {
    std::string letter;
    append_utf8(letter, c);
    right -= pdf_width(letter, size);
    if (c != U' ') out.push_back({right, y, size, letter});
  }
  return out;
}

}  // namespace sahafa::test
