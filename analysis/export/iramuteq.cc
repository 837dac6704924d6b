#include "analysis/export/article_writer.h"
#include "corpus/outlet.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

bool is_blank(char32_t c) {
  return c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

void append_percent(std::string_view bytes, std::string& out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
}

// A value without blanks, stars and percent signs. `underscores`: blanks become _, and _ itself is written %5F.
std::string value_of(std::string_view text, bool underscores) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    const std::string_view bytes = text.substr(begin, at - begin);
    if (underscores && c == ' ') {
      out += '_';
    } else if (is_blank(c) || c == '*' || c == '%' || (underscores && c == '_')) {
      append_percent(bytes, out);
    } else {
      out += bytes;
    }
  }
  return out;
}

// Ids and addresses keep their underscores; so do the outlets of the registry, whose ids a reader knows.
bool keeps_underscores(std::string_view field, const std::string& value) {
  return field == "key" || field == "url" ||
         (field == "outlet" && OutletRegistry::bundled().find(value) != nullptr);
}

std::string text_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '*') {
      out += "\u2217";
    } else {
      out += c;
    }
  }
  return out;
}

class IramuteqWriter : public ArticleWriter {
 public:
  explicit IramuteqWriter(std::ostream& out) : out_(out) {}

  void write(const Article& article) override {
    out_ << "****";
    for (const auto& [name, member] : kExportFields) {
      const std::string& value = article.*member;
      if (!value.empty()) out_ << " *" << name << '_' << value_of(value, !keeps_underscores(name, value));
    }
    out_ << '\n' << text_of(article.text) << "\n\n";
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ArticleWriter> make_iramuteq_writer(std::ostream& out) {
  return std::make_unique<IramuteqWriter>(out);
}

}  // namespace sahafa
