#include "index/similar_articles.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "index/index_schema.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr Xapian::termcount kTypicalWords = 40;

/// Words alone: everything else in the index has a prefix in capitals.
class WordsOnly : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z') && !(term[0] >= '0' && term[0] <= '9');
  }
};

}  // namespace

Xapian::MSet match_similar(const Xapian::Database& database, Xapian::docid article, Xapian::doccount limit) {
  std::string cluster;
  try {
    cluster = database.get_document(article).get_value(static_cast<Xapian::valueno>(Slot::cluster));
  } catch (const Xapian::DocNotFoundError&) {
    throw Error(ErrorCode::not_found, fmt::format("article {}: there is none in the index", article));
  }
  Xapian::Enquire enquire(database);
  Xapian::RSet like;
  like.add_document(article);
  const WordsOnly words;
  std::vector<std::string> typical;
  const Xapian::ESet expanded = enquire.get_eset(kTypicalWords, like, &words);
  for (auto term = expanded.begin(); term != expanded.end(); ++term) typical.push_back(*term);
  enquire.set_query({Xapian::Query::OP_AND_NOT,
                     {Xapian::Query::OP_OR, typical.begin(), typical.end()},
                     Xapian::Query(make_term(prefix::kCluster, cluster))});
  enquire.set_collapse_key(static_cast<Xapian::valueno>(Slot::cluster));
  return enquire.get_mset(0, limit);
}

}  // namespace sahafa
