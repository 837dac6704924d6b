// A walk through the stored texts, one at a time: for who needs nothing else of an article.
#pragma once

#include <string>

#include "corpus/article.h"
#include "corpus/sqlite.h"

namespace sahafa {

struct StoredText {
  ArticleId article;
  std::string text;
};

/// What corpus.db held when the first text was read. May be used from several threads, one at a time, while no other uses the connection.
class TextCursor {
 public:
  /// The texts of articles whose id is above `after`, in order of id.
  TextCursor(const Database& database, ArticleId after);

  /// Puts the next text into `place`, whose memory is used again; false when there is none.
  bool next(StoredText& place);

 private:
  Statement rows_;
  bool more_ = true;
};

}  // namespace sahafa
