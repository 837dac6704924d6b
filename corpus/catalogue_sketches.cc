#include <cstring>

#include "corpus/catalogue.h"

namespace sahafa {
namespace {

std::string_view bytes_of(std::span<const std::uint64_t> sketch) {
  return {reinterpret_cast<const char*>(sketch.data()), sketch.size_bytes()};
}

}  // namespace

void Catalogue::store_sketch(ArticleId article, std::span<const std::uint64_t> sketch) {
  database_.prepare("INSERT OR REPLACE INTO sketches VALUES (?, ?)")
      .bind(article.value)
      .bind_blob(bytes_of(sketch))
      .run();
}

void Catalogue::store_sketch_version(std::int64_t version) {
  database_.prepare("INSERT OR REPLACE INTO meta VALUES ('sketch_version', ?)").bind(version).run();
}

std::int64_t Catalogue::sketch_version() const {
  Statement rows = database_.prepare("SELECT value FROM meta WHERE key = 'sketch_version'");
  return rows.step() ? rows.integer(0) : 0;
}

void Catalogue::visit_sketches(const std::function<void(const SketchedArticle&)>& visit) const {
  Statement rows = database_.prepare(
      "SELECT id, identity, outlet, date, sketch FROM articles JOIN sketches ON sketches.article = "
      "articles.id ORDER BY id");
  std::vector<std::uint64_t> sketch;
  while (rows.step()) {
    const std::string_view bytes = rows.blob(4);
    sketch.resize(bytes.size() / sizeof(std::uint64_t));
    if (!sketch.empty()) std::memcpy(sketch.data(), bytes.data(), sketch.size() * sizeof(std::uint64_t));
    visit({{rows.integer(0)}, rows.text(1), rows.text(2), rows.text(3), sketch});
  }
}

std::string Catalogue::get_text(ArticleId article) const {
  Statement rows = database_.prepare("SELECT text FROM texts WHERE article = ?");
  rows.bind(article.value).step();
  return std::string(rows.text(0));
}

}  // namespace sahafa
