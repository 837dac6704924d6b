// Readers: how the text of one file becomes articles. A reader is one pair of files and one line in
// readers.cc.
//
// The way of a file: bytes, decoded once (encoding.h); a reader takes the text apart and fills in what the
// file says, as it says it; completion (complete.h) makes that one form for all readers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "corpus/catalogue.h"
#include "corpus/outlet.h"
#include "ingest/columns.h"
#include "ingest/hints.h"
#include "ingest/text_pieces.h"

namespace sahafa {

/// One file, decoded.
struct SourceText {
  std::string path;
  std::string text;        ///< valid UTF-8
  ColumnMap columns = {};  ///< what the user says about tables and records
  const OutletRegistry* outlets = &OutletRegistry::bundled();
  std::string address = {};  ///< from which it was fetched, where that is known
  SplitRule split = SplitRule::automatic;
  std::string container = {};  ///< of a member of an archive: the part of the path in front of its name
};

class References;

/// What reading depends on besides the file.
struct ReadOptions {
  ColumnMap columns = {};
  const OutletRegistry* outlets = &OutletRegistry::bundled();
  const References* references = nullptr;  ///< lists that tell about articles in other files, or none
  SplitRule split = SplitRule::automatic;  ///< where articles begin in plain text
};

class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  /// Short and fixed, stored as the format of the source: "text".
  virtual std::string_view name() const = 0;

  /// True if this reader takes the file. `head` is the beginning of its text. Asked in the order of the list.
  virtual bool accepts(std::string_view path, std::string_view head) const = 0;

  /// Adds articles and issues of `source` to `out`. Spans of copies are bytes of source.text. Bad input is an
  /// issue, never an exception. May run in several threads at once.
  virtual void read(const SourceText& source, Intake& out) const = 0;
};

/// All readers, the most particular first; the last one takes every text.
std::span<const Reader* const> readers();

/// Reads one file that is already in memory: decodes it, lets the first reader that accepts it read it, and
/// completes the articles. Never throws on bad input. May be called from several threads.
Intake read_source(std::string_view path, std::string_view bytes, const ReadOptions& options = {},
                   const SourceHints& said = {});

/// Appends an issue about the source `out`; the whole source failed when `fatal`. After a thousand issues of one source only the number
/// of those is of use: the rest is left out, and the last one says so.
void add_issue(Intake& out, std::string_view place, std::string_view kind, std::string_view message,
               bool fatal = false);

/// Notes where the value of a field came from.
void set_origin(Article& article, std::string_view field, std::string_view origin);

}  // namespace sahafa
