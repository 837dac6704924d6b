// Calls on a corpus handle: one at a time, with the caller's progress function.
#pragma once

#include "analysis/table.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "corpus/progress.h"

namespace sahafa::capi {

/// The progress function that calls back; empty where the corpus has none. Throws Cancelled when the callback says so.
Progress progress_of(const OpenCorpus& open);

/// Runs `make` on the corpus while no other call does, and gives its table a handle.
template <class Make>
sahafa_status make_table(sahafa_corpus* corpus, sahafa_table** out, Make&& make) noexcept {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    const CorpusPtr open = get_handle(corpus);
    const std::lock_guard lock(open->mutex);
    *out = add_handle(std::make_shared<const Table>(make(*open)));
  });
}

}  // namespace sahafa::capi
