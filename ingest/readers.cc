#include <algorithm>
#include <array>
#include <utility>

#include "corpus/hash.h"
#include "ingest/complete.h"
#include "ingest/day_order.h"
#include "ingest/encoding.h"
#include "ingest/pdf.h"
#include "ingest/pdf_process.h"
#include "ingest/read_alceste.h"
#include "ingest/read_csv.h"
#include "ingest/read_europresse.h"
#include "ingest/read_factiva.h"
#include "ingest/read_feed.h"
#include "ingest/read_html.h"
#include "ingest/read_json.h"
#include "ingest/read_jsonl.h"
#include "ingest/read_lexico.h"
#include "ingest/read_nexis.h"
#include "ingest/read_text.h"
#include "ingest/read_txm.h"
#include "ingest/read_vrt.h"
#include "ingest/reader.h"
#include "ingest/references.h"
#include "ingest/rtf.h"
#include "ingest/saved_page.h"
#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kHeadBytes = 1 << 16;  // exports begin with long style sheets
constexpr std::size_t kMostIssues = 1000;

struct Signature {
  std::string_view bytes;
  std::string_view remedy;
};

// Files that researchers have and that no reader takes yet.
constexpr std::array<Signature, 1> kSignatures{{
    {"\xD0\xCF\x11\xE0", "an old Office document; save its text as .txt"},
}};

std::string_view remedy_for(std::string_view bytes) {
  for (const auto& [signature, remedy] : kSignatures)
    if (bytes.starts_with(signature)) return remedy;
  return {};
}

std::string first_replacement(std::string_view text) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find("\xEF\xBF\xBD"));
  return "line " + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

// The beginning of `text`, cut at a character.
std::string_view head_of(std::string_view text) {
  std::size_t size = std::min(text.size(), kHeadBytes);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

void complete_items(Intake& out, const OutletRegistry& outlets) {
  const DayOrder order = find_day_order(out);
  for (Intake::Item& item : out.items) complete_article(item.article, out.source.path, order, outlets);
  const std::size_t empty =
      std::erase_if(out.items, [](const Intake::Item& item) { return item.article.text.empty(); });
  if (out.items.empty() && out.issues.empty() && out.references.empty()) {
    add_issue(out, "", "empty", "no article text was found in the file", true);
  } else if (empty > 0) {
    add_issue(out, "", "empty", std::to_string(empty) + " articles have no text and were left out");
  }
}

// Text out of bytes, whatever they are, but for a PDF.
DecodedText decode(std::string_view bytes, std::string_view charset) {
  return is_rtf(bytes) ? decode_rtf(bytes) : decode_text(bytes, charset);
}

Intake begin_intake(std::string_view path, std::string_view bytes) {
  Intake out;
  out.source.path = std::string(path);
  out.source.size_bytes = static_cast<std::int64_t>(bytes.size());
  out.source.hash = content_hash(bytes);
  return out;
}

// The one reader of its class; readers have no state.
template <class ReaderClass>
const Reader* only() {
  static const ReaderClass reader;
  return &reader;
}

}  // namespace

std::span<const Reader* const> readers() {
  // clang-format off: one reader a line
  static const std::array list{
      only<JsonReader>(),
      only<JsonlReader>(),
      only<AlcesteReader>(),
      only<LexicoReader>(),
      only<VrtReader>(),
      only<TxmReader>(),
      only<CsvReader>(),
      only<EuropresseReader>(),
      only<FactivaReader>(),
      only<FeedReader>(),
      only<NexisReader>(),
      only<HtmlReader>(),
      only<TextReader>(),
  };
  // clang-format on
  return list;
}

namespace {

void read_text(DecodedText decoded, const ReadOptions& options, SourceHints said, Intake& out) {
  out.source.encoding = decoded.encoding;
  SourceText source{out.source.path, std::move(decoded.text), options.columns, options.outlets};
  if (source.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    add_issue(out, "", "empty", "the file is empty; check the download or remove it", true);
    return;
  }
  if (looks_binary(source.text)) {
    add_issue(out, "", "binary", "not a text file; expected text, HTML or JSON Lines", true);
    return;
  }
  if (decoded.replaced > 0)
    add_issue(out, first_replacement(source.text), "encoding",
              std::to_string(decoded.replaced) + " byte sequences are not valid " + decoded.encoding +
                  " and became U+FFFD; the file may be truncated or mix two encodings");
  const std::string_view head = head_of(source.text);
  const auto takes = [&](const Reader* reader) { return reader->accepts(source.path, head); };
  const Reader& reader = **std::ranges::find_if(readers(), takes);
  out.source.format = std::string(reader.name());
  // An export that was saved from the page of a database has that page's address, and not those of its articles.
  if (&reader == only<HtmlReader>()) add_save_marks(source.text, said);
  source.address = said.url;
  source.split = options.split;
  source.container = said.container;
  reader.read(source, out);
  apply_hints(said, out);
  if (options.references != nullptr)
    for (Intake::Item& item : out.items) options.references->fill(item.article, source);
  complete_items(out, *options.outlets);
  apply_day_made(said, out);
  check_capture(said, out);
}

}  // namespace

Intake read_source(std::string_view path, std::string_view bytes, const ReadOptions& options,
                   const SourceHints& said) {
  if (is_pdf(bytes)) return read_pdf_source(path, bytes, read_pdf_here({bytes, said}), options);
  Intake out = begin_intake(path, bytes);
  if (const std::string_view remedy = remedy_for(bytes); !remedy.empty()) {
    add_issue(out, "", "binary", std::string("not a text file: ").append(remedy), true);
    return out;
  }
  try {
    read_text(decode(bytes, said.charset), options, said, out);
  } catch (const Error& error) {
    add_issue(out, "", "unreadable", error.what(), true);
  }
  return out;
}

Intake read_pdf_source(std::string_view path, std::string_view bytes, ReadPdf pdf,
                       const ReadOptions& options) {
  Intake out = begin_intake(path, bytes);
  try {
    if (!pdf.failure.empty()) throw Error(ErrorCode::malformed, std::move(pdf.failure));
    read_text(std::move(pdf.decoded), options, std::move(pdf.said), out);
  } catch (const Error& error) {
    add_issue(out, "", "unreadable", error.what(), true);
  }
  return out;
}

void add_issue(Intake& out, std::string_view place, std::string_view kind, std::string_view message,
               bool fatal) {
  if (out.issues.size() > kMostIssues) return;
  if (out.issues.size() == kMostIssues) message = "there are more issues, which are left out";
  out.issues.push_back({out.source.path, std::string(place), std::string(kind), std::string(message), fatal});
}

void set_origin(Article& article, std::string_view field, std::string_view origin) {
  for (FieldOrigin& known : article.origins) {
    if (known.field != field) continue;
    known.origin = std::string(origin);
    return;
  }
  article.origins.push_back({std::string(field), std::string(origin)});
}

}  // namespace sahafa
