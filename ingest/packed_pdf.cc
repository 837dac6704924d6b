#include "ingest/packed_pdf.h"

#include <cstdint>
#include <cstring>
#include <vector>

namespace sahafa {
namespace {

class Packer {
 public:
  void put(std::uint64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out_.append(bytes, sizeof number);
  }
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    out_ += text;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// Gives nothing but zeros and empty texts behind the end.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  void get(std::uint64_t& number) {
    number = 0;
    if (rest_.size() < sizeof number) {
      fail();
      return;
    }
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
  }
  void get(std::string& text) {
    std::uint64_t size = 0;
    get(size);
    if (size > rest_.size()) {
      fail();
      return;
    }
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  /// True if all was there, and no more.
  bool is_complete() const { return !failed_ && rest_.empty(); }
  bool failed() const { return failed_; }

 private:
  void fail() {
    failed_ = true;
    rest_ = {};
  }

  std::string_view rest_;
  bool failed_ = false;
};

// The fields in one order for both ways.
template <class Pdf, class Visit>
void visit_texts(Pdf& pdf, const Visit& visit) {
  visit(pdf.failure);
  visit(pdf.decoded.text);
  visit(pdf.decoded.encoding);
  for (auto* text : {&pdf.said.origin, &pdf.said.charset, &pdf.said.url, &pdf.said.captured, &pdf.said.title,
                     &pdf.said.authors, &pdf.said.date, &pdf.said.lang, &pdf.said.made, &pdf.said.headline})
    visit(*text);
}

template <class AnyIssue, class Visit>
void visit_texts_of_issue(AnyIssue& issue, const Visit& visit) {
  for (auto* text : {&issue.path, &issue.place, &issue.kind, &issue.message}) visit(*text);
}

}  // namespace

std::string pack(const ReadPdf& pdf) {
  Packer out;
  const auto put = [&out](const std::string& text) { out.put(text); };
  visit_texts(pdf, put);
  out.put(std::uint64_t{pdf.decoded.replaced});
  out.put(std::uint64_t{pdf.said.page_begins.size()});
  for (const std::size_t begin : pdf.said.page_begins) out.put(std::uint64_t{begin});
  out.put(std::uint64_t{pdf.said.issues.size()});
  for (const Issue& issue : pdf.said.issues) {
    visit_texts_of_issue(issue, put);
    out.put(std::uint64_t{issue.fatal});
  }
  return out.take();
}

std::optional<ReadPdf> unpack(std::string_view bytes) {
  ReadPdf pdf;
  Unpacker in(bytes);
  const auto get = [&in](std::string& text) { in.get(text); };
  visit_texts(pdf, get);
  std::uint64_t number = 0;
  in.get(number);
  pdf.decoded.replaced = number;
  std::uint64_t count = 0;
  in.get(count);
  for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
    in.get(number);
    pdf.said.page_begins.push_back(number);
  }
  in.get(count);
  for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
    Issue& issue = pdf.said.issues.emplace_back();
    visit_texts_of_issue(issue, get);
    in.get(number);
    issue.fatal = number != 0;
  }
  if (!in.is_complete()) return std::nullopt;
  return pdf;
}

}  // namespace sahafa
