// The program: parse, run one verb, and turn whatever went wrong into a message and an exit code. This is one
// of the two places that catch (the other is the C API).
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <new>

#include "text/error.h"
#include "tools/command_line.h"
#include "tools/messages.h"
#include "tools/output.h"
#include "tools/progress_bar.h"

namespace {

using namespace sahafa;
using namespace sahafa::tools;

int run(const Command& command) {
  Output output(command.output);
  ProgressBar bar(std::cerr);
  Invocation call{.corpus = command.corpus,
                  .arguments = command.arguments,
                  .options = command.options,
                  .format = command.format.value_or(output.is_terminal() ? Format::table : Format::csv),
                  .jobs = command.jobs,
                  .quiet = command.quiet,
                  .out = output.stream(),
                  .err = std::cerr,
                  .progress = {}};
  if (!command.quiet && ::isatty(STDERR_FILENO) == 1) {
    call.progress = [&bar](std::string_view stage, std::int64_t done, std::int64_t total) {
      bar.update(stage, done, total);
    };
  }
  const int exit_code = command.verb->run(*command.verb, call);
  output.finish();
  return exit_code;
}

int print(const Answer& answer) {
  (answer.exit_code == kOk ? std::cout : std::cerr) << answer.text;
  return answer.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(
      SIGPIPE,
      SIG_IGN);  // a closed pipe then shows as a failed write, which Output takes for the reader's choice
  std::ios::sync_with_stdio(false);
  try {
    const auto parsed = parse_command_line(argc, argv);
    if (const auto* answer = std::get_if<Answer>(&parsed)) return print(*answer);
    return run(std::get<Command>(parsed));
  } catch (const ClosedPipe&) {
    return kOk;
  } catch (const Error& error) {
    report_message(std::cerr, error.what());
    return error.code() == ErrorCode::usage ? kUsage : kFailed;
  } catch (const std::bad_alloc&) {
    report_message(std::cerr, "out of memory; fewer --jobs need less");
    return kFailed;
  } catch (const std::exception& error) {
    report_message(std::cerr,
                   fmt::format("internal error: {}; please report it with the command line", error.what()));
    return kFailed;
  }
}
