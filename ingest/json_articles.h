// Articles from values of JSON: an object that is one, a list of such objects, or an object around a list, as the interfaces of
// news services answer.
#pragma once

#include <simdjson.h>

#include <string>

#include "ingest/reader.h"

namespace sahafa {

/// Adds articles from values in one source. Not thread-safe: one a source.
class JsonArticles {
 public:
  /// Both must live longer.
  JsonArticles(const SourceText& source, Intake& out) : source_(source), out_(out) {}

  /// Adds what the value at `value` holds: its own article if it is an object with a text, else those of the list in it (articles,
  /// items, results, ... at any of the first three levels). What is no object is an issue at `place`.
  void add(Span value, const std::string& place);

 private:
  void add_object(Span value, const std::string& place);

  const SourceText& source_;
  Intake& out_;
  simdjson::dom::parser parser_;
};

}  // namespace sahafa
