#include "analysis/report/concordance.h"

namespace sahafa {

std::map<std::string, Concordance, std::less<>> find_lines(const Catalogue& catalogue,
                                                           std::span<const ArticleId> articles,
                                                           std::span<const std::string> terms,
                                                           std::size_t most_lines, Analyzer& analyzer) {
  std::map<std::string, Concordance, std::less<>> found;
  for (const std::string& term : terms) found.try_emplace(term);
  for (const ArticleId id : articles) {
    const auto article = catalogue.find_article(id);
    const AnalyzedText text = analyzer.analyze(article->text);
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      const auto entry = found.find(text.forms[i]);
      if (entry == found.end()) continue;
      Concordance& concordance = entry->second;
      ++concordance.occurrences;
      if (concordance.lines.size() == most_lines) continue;
      concordance.lines.push_back({id, make_excerpt(article->text, text.sentences, text.tokens[i].span())});
    }
  }
  return found;
}

}  // namespace sahafa
