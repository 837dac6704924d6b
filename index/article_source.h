// A list of articles as a part of a Xapian query.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sahafa {

/// Matches the documents with these ids, each with its weight.
class ArticleSource : public Xapian::PostingSource {
 public:
  /// `ids` ascending; `weights` of each, or none.
  explicit ArticleSource(std::vector<std::uint32_t> ids, std::vector<double> weights = {});

  Xapian::doccount get_termfreq_min() const override;
  Xapian::doccount get_termfreq_est() const override;
  Xapian::doccount get_termfreq_max() const override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override;
  double get_weight() const override;
  std::string name() const override;
  PostingSource* clone() const override;
  void init(const Xapian::Database& database) override;

 private:
  std::vector<std::uint32_t> ids_;
  std::vector<double> weights_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

/// These articles, ascending, as a query; with the weight of each where there are some.
Xapian::Query make_article_query(std::vector<std::uint32_t> ids, std::vector<double> weights = {});

}  // namespace sahafa
