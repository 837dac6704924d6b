#include <nlohmann/json.hpp>

#include "analysis/export/article_writer.h"

namespace sahafa {
namespace {

class JsonlWriter : public ArticleWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : out_(out) {}

  void write(const Article& article) override {
    nlohmann::ordered_json object;
    for (const auto& [name, value] : kExportFields)
      if (!(article.*value).empty()) object[std::string(name)] = article.*value;
    object["text"] = article.text;
    // Stored text is valid UTF-8; a key from elsewhere need not be.
    out_ << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ArticleWriter> make_jsonl_writer(std::ostream& out) {
  return std::make_unique<JsonlWriter>(out);
}

}  // namespace sahafa
