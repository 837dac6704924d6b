#include "capi/corpus.h"

#include <fmt/format.h>

#include <utility>

#include "analysis/derive.h"
#include "capi/sahafa.h"
#include "text/error.h"

namespace sahafa::capi {

namespace {

// The callbacks that this thread is in, innermost first: a corpus whose callback runs is locked by the call that reports.
struct CallingBack {
  explicit CallingBack(const OpenCorpus& of) : corpus(of) { innermost = this; }
  ~CallingBack() { innermost = outer; }
  CallingBack(const CallingBack&) = delete;
  CallingBack& operator=(const CallingBack&) = delete;

  static thread_local const CallingBack* innermost;
  const OpenCorpus& corpus;
  const CallingBack* outer = innermost;
};

thread_local const CallingBack* CallingBack::innermost = nullptr;

}  // namespace

Progress progress_of(const OpenCorpus& open) {
  if (open.progress == nullptr) return {};
  return [&open](std::string_view stage, std::int64_t done, std::int64_t total) {
    const CallingBack call(open);
    if (open.progress(std::string(stage).c_str(), done, total, open.user) != 0) throw Cancelled();
  };
}

std::unique_lock<std::mutex> lock_calls(OpenCorpus& open) {
  for (const CallingBack* call = CallingBack::innermost; call != nullptr; call = call->outer) {
    if (&call->corpus == &open)
      throw Error(
          ErrorCode::usage,
          fmt::format("{}: a progress callback cannot use the corpus whose call it reports; open it again",
                      open.path));
  }
  return std::unique_lock(open.mutex);
}

void require_writing(const OpenCorpus& open) {
  if (open.access != SAHAFA_WRITE)
    throw Error(ErrorCode::usage,
                fmt::format("{} was opened for reading; open it with SAHAFA_WRITE", open.path));
}

namespace {

Corpus open_corpus(const std::string& path, sahafa_access access) {
  switch (access) {
    case SAHAFA_READ:
      return Corpus::open(path);
    case SAHAFA_WRITE:
      return Corpus::create(path);
  }
  throw Error(ErrorCode::usage, "the access is neither SAHAFA_READ nor SAHAFA_WRITE");
}

Table list_issues(const Catalogue& catalogue) {
  using enum TableBuilder::Type;
  TableBuilder table{{"path", text}, {"place", text}, {"kind", text}, {"message", text}, {"fatal", integer}};
  for (const Issue& issue : catalogue.list_issues())
    table.add(issue.path).add(issue.place).add(issue.kind).add(issue.message).add(std::int64_t{issue.fatal});
  return table.finish();
}

Table list_problems(const Corpus& corpus) {
  TableBuilder table{{"problem", TableBuilder::Type::text}};
  for (const std::string& problem : check_corpus(corpus)) table.add(problem);
  return table.finish();
}

}  // namespace
}  // namespace sahafa::capi

using namespace sahafa;
using namespace sahafa::capi;

sahafa_status sahafa_open(const char* path, sahafa_access access, sahafa_corpus** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    auto open = std::make_shared<OpenCorpus>();
    open->path = text_argument(path, "the path of the corpus");
    open->access = access;
    open->corpus = open_corpus(open->path, access);
    *out = add_handle(std::move(open));
  });
}

void sahafa_close(sahafa_corpus** corpus) {
  if (corpus == nullptr) return;
  drop_handle(*corpus);
  *corpus = nullptr;
}

sahafa_status sahafa_set_progress(sahafa_corpus* corpus, sahafa_progress progress, void* user) {
  return guard([&] {
    const CorpusPtr open = get_handle(corpus);
    const auto lock = lock_calls(*open);
    open->progress = progress;
    open->user = user;
  });
}

sahafa_status sahafa_issues(sahafa_corpus* corpus, sahafa_table** out) {
  return make_table(corpus, out, [](OpenCorpus& open) { return list_issues(open.corpus->catalogue()); });
}

sahafa_status sahafa_check(sahafa_corpus* corpus, sahafa_table** out) {
  return make_table(corpus, out, [](OpenCorpus& open) { return list_problems(*open.corpus); });
}
