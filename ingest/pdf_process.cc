#include "ingest/pdf_process.h"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>

#include "ingest/packed_pdf.h"
#include "ingest/pdf.h"
#include "text/error.h"

namespace sahafa {
namespace {

using Clock = std::chrono::steady_clock;

// Sanitizers reserve terabytes of addresses.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitsAddresses = false;
#elif defined(__has_feature)
constexpr bool kLimitsAddresses = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool kLimitsAddresses = true;
#endif

void limit(__rlimit_resource_t resource, std::size_t value) {
  rlimit now{};
  getrlimit(resource, &now);
  now.rlim_cur = std::min<rlim_t>(value, now.rlim_max);
  setrlimit(resource, &now);
}

std::size_t address_space_bytes() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = write(to, bytes.data(), bytes.size());
    if (size < 0 && errno != EINTR) return;
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  }
}

// The life of a child. It ends without destructors: what it shares with its parent (databases, buffers of output) is the parent's.
[[noreturn]] void live(const PdfFileToRead& file, int answer, const PdfLimits& limits, std::size_t bytes) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGXCPU, SIG_DFL);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, static_cast<std::size_t>(limits.cpu.count()));
  if (kLimitsAddresses && bytes > 0) limit(RLIMIT_AS, bytes + limits.bytes);
  try {
    write_all(answer, pack(read_pdf_here(file)));
  } catch (...) {
    _exit(1);  // out of memory: no answer says so
  }
  _exit(0);
}

class Children {
 public:
  Children(std::span<const PdfFileToRead> files, const PdfLimits& limits)
      : files_(files), limits_(limits), results_(files.size()) {}

  void start(std::size_t index) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
      results_[index] = read_pdf_here(files_[index]);
      return;
    }
    const std::size_t bytes = address_space_bytes();
    const pid_t pid = fork();
    if (pid == 0) {
      close(ends[0]);
      live(files_[index], ends[1], limits_, bytes);
    }
    close(ends[1]);
    if (pid < 0) {
      close(ends[0]);
      results_[index] = read_pdf_here(files_[index]);
      return;
    }
    running_.push_back({index, pid, ends[0], Clock::now() + limits_.wall, {}});
  }

  std::size_t count() const { return running_.size(); }

  // Takes what the children wrote, until one has ended.
  void wait() {
    for (const std::size_t before = running_.size(); running_.size() == before;) {
      std::vector<pollfd> ready;
      Clock::time_point deadline = running_.front().deadline;
      for (const Child& child : running_) {
        ready.push_back({child.answer, POLLIN, 0});
        deadline = std::min(deadline, child.deadline);
      }
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
      poll(ready.data(), ready.size(), static_cast<int>(std::max<long>(left, 0)));
      for (std::size_t i = ready.size(); i-- > 0;) {
        const bool ended = ready[i].revents != 0 && !take(running_[i]);
        if (ended || Clock::now() >= running_[i].deadline) finish(i, !ended);
      }
    }
  }

  std::vector<ReadPdf> take_results() { return std::move(results_); }

 private:
  struct Child {
    std::size_t index;
    pid_t pid;
    int answer;
    Clock::time_point deadline;
    std::string bytes;
  };

  // False at the end of what it writes.
  static bool take(Child& child) {
    std::array<char, 65536> part{};
    const ssize_t size = read(child.answer, part.data(), part.size());
    if (size > 0) child.bytes.append(part.data(), static_cast<std::size_t>(size));
    return size > 0 || (size < 0 && errno == EINTR);
  }

  void finish(std::size_t place, bool late) {
    Child child = std::move(running_[place]);
    running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(place));
    close(child.answer);
    if (late) kill(child.pid, SIGKILL);
    int status = 0;
    while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (std::optional<ReadPdf> pdf = unpack(child.bytes); pdf && !late) {
      results_[child.index] = std::move(*pdf);
    } else {
      results_[child.index].failure = reason(late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU));
    }
  }

  std::string reason(bool slow) const {
    constexpr std::string_view kRemedy =
        "print it to a new PDF, cut it into smaller ones, or save its text as .txt";
    if (slow)
      return fmt::format("reading the PDF took more than {} seconds and was ended; {}", limits_.cpu.count(),
                         kRemedy);
    return fmt::format(
        "reading the PDF failed inside the library for it, or took more than {} MiB of memory; {}",
        limits_.bytes >> 20, kRemedy);
  }

  std::span<const PdfFileToRead> files_;
  const PdfLimits& limits_;
  std::vector<ReadPdf> results_;
  std::vector<Child> running_;
};

}  // namespace

ReadPdf read_pdf_here(const PdfFileToRead& file) {
  ReadPdf pdf{{}, file.said, {}};
  try {
    pdf.decoded = decode_pdf(file.bytes, pdf.said);
  } catch (const Error& error) {
    pdf.failure = error.what();
  }
  return pdf;
}

std::vector<ReadPdf> read_pdfs(std::span<const PdfFileToRead> files, std::size_t jobs,
                               const PdfLimits& limits) {
  Children children(files, limits);
  for (std::size_t i = 0; i < files.size(); ++i) {
    children.start(i);
    if (children.count() >= std::max<std::size_t>(jobs, 1)) children.wait();
  }
  while (children.count() > 0) children.wait();
  return children.take_results();
}

}  // namespace sahafa
