#include "index/article_source.h"

#include <algorithm>
#include <utility>

namespace sahafa {

ArticleSource::ArticleSource(std::vector<std::uint32_t> ids, std::vector<double> weights)
    : ids_(std::move(ids)), weights_(std::move(weights)) {}

Xapian::doccount ArticleSource::get_termfreq_min() const { return get_termfreq_max(); }
Xapian::doccount ArticleSource::get_termfreq_est() const { return get_termfreq_max(); }
Xapian::doccount ArticleSource::get_termfreq_max() const {
  return static_cast<Xapian::doccount>(ids_.size());
}

void ArticleSource::next(double /*min_weight*/) {
  if (begun_) ++at_;
  begun_ = true;
}

void ArticleSource::skip_to(Xapian::docid id, double /*min_weight*/) {
  begun_ = true;
  // What is wanted is nearly always near: in steps that double, then within the last one.
  std::size_t step = 1;
  while (at_ + step < ids_.size() && ids_[at_ + step] < id) step *= 2;
  const auto from = ids_.begin() + static_cast<std::ptrdiff_t>(at_ + step / 2);
  const auto to = ids_.begin() + static_cast<std::ptrdiff_t>(std::min(at_ + step + 1, ids_.size()));
  if (at_ < ids_.size()) at_ = static_cast<std::size_t>(std::lower_bound(from, to, id) - ids_.begin());
}

bool ArticleSource::at_end() const { return at_ >= ids_.size(); }
Xapian::docid ArticleSource::get_docid() const { return ids_[at_]; }
double ArticleSource::get_weight() const { return weights_.empty() ? 0 : weights_[at_]; }
std::string ArticleSource::name() const { return "sahafa::ArticleSource"; }
Xapian::PostingSource* ArticleSource::clone() const { return new ArticleSource(ids_, weights_); }

void ArticleSource::init(const Xapian::Database& /*database*/) {
  at_ = 0;
  begun_ = false;
  set_maxweight(weights_.empty() ? 0 : std::ranges::max(weights_));
}

Xapian::Query make_article_query(std::vector<std::uint32_t> ids, std::vector<double> weights) {
  return Xapian::Query((new ArticleSource(std::move(ids), std::move(weights)))->release());
}

}  // namespace sahafa
