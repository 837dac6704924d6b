// Calls on a corpus handle: one at a time, with the caller's progress function.
#pragma once

#include <mutex>

#include "analysis/table.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/valid_table.h"
#include "corpus/progress.h"

namespace sahafa::capi {

/// Waits for other calls on the corpus. Throws Error(usage) inside a progress callback of this very corpus, which would wait for ever.
std::unique_lock<std::mutex> lock_calls(OpenCorpus& open);

/// The progress function that calls back; empty where the corpus has none. Throws Cancelled when the callback says so.
Progress progress_of(const OpenCorpus& open);

/// Throws Error(usage) for a corpus that was opened for reading.
void require_writing(const OpenCorpus& open);

/// Runs `make` on the corpus while no other call does, and gives its table a handle.
template <class Make>
sahafa_status make_table(sahafa_corpus* corpus, sahafa_table** out, Make&& make) noexcept {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    const CorpusPtr open = get_handle(corpus);
    const auto lock = lock_calls(*open);
    *out = add_handle(make_valid(make(*open)));
  });
}

}  // namespace sahafa::capi
