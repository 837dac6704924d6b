// The handles that were given out. A handle is a number that is never used again, not an address: one that was freed,
// is of another kind or was made up is found out and never followed. All functions may be called from several threads.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "analysis/table.h"
#include "capi/sahafa.h"
#include "corpus/corpus.h"

namespace sahafa::capi {

/// What a corpus handle stands for. Its calls hold `mutex`.
struct OpenCorpus {
  std::mutex mutex;
  std::string path;
  sahafa_access access = SAHAFA_READ;
  std::optional<Corpus> corpus;
  sahafa_progress progress = nullptr;
  void* user = nullptr;
};

using OptionValues = std::map<std::string, std::string, std::less<>>;

using CorpusPtr = std::shared_ptr<OpenCorpus>;
using OptionsPtr = std::shared_ptr<OptionValues>;
using TablePtr = std::shared_ptr<const Table>;

sahafa_corpus* add_handle(CorpusPtr corpus);
sahafa_options* add_handle(OptionsPtr options);
sahafa_table* add_handle(TablePtr table);

/// What a handle stands for; it stays while the caller holds it, even if another thread frees the handle. Throws
/// Error(usage) for NULL, for a handle that was freed and for one of another kind.
CorpusPtr get_handle(const sahafa_corpus* handle);
OptionsPtr get_handle(const sahafa_options* handle);
TablePtr get_handle(const sahafa_table* handle);

/// Forgets a handle; one that is none, or of another kind, is left alone.
void drop_handle(const sahafa_corpus* handle);
void drop_handle(const sahafa_options* handle);
void drop_handle(const sahafa_table* handle);

}  // namespace sahafa::capi
