#include "capi/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <thread>

#include "capi/guard.h"
#include "capi/handles.h"
#include "text/error.h"

namespace sahafa::capi {
namespace {

constexpr std::size_t kMostJobs = 1024;

std::size_t parse_jobs(std::string_view value) {
  std::size_t jobs = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), jobs);
  if (error != std::errc() || end != value.data() + value.size() || jobs < 1 || jobs > kMostJobs)
    throw Error(ErrorCode::usage,
                fmt::format("jobs needs a number from 1 to {}, not \"{}\"", kMostJobs, value));
  return jobs;
}

}  // namespace

CallOptions read_options(const sahafa_options* handle, std::span<const OptionSpec> specs) {
  CallOptions call{.options = {}, .jobs = std::max(1U, std::thread::hardware_concurrency())};
  OptionValues values = handle == nullptr ? OptionValues() : *get_handle(handle);
  if (const auto jobs = values.extract("jobs")) call.jobs = parse_jobs(jobs.mapped());
  for (const OptionSpec& spec : specs) {
    if (spec.positional && !values.contains(spec.name))
      throw Error(ErrorCode::usage, fmt::format("the option \"{}\" ({}) is needed", spec.name, spec.help));
  }
  call.options = Options(specs, std::move(values));
  return call;
}

}  // namespace sahafa::capi

using namespace sahafa;
using namespace sahafa::capi;

sahafa_status sahafa_options_new(sahafa_options** out) {
  return guard([&] {
    check_output(out);
    *out = nullptr;
    *out = add_handle(std::make_shared<OptionValues>());
  });
}

sahafa_status sahafa_options_set(sahafa_options* options, const char* name, const char* value) {
  return guard([&] {
    OptionValues& values = *get_handle(options);
    const std::string key(text_argument(name, "the name of the option"));
    const std::string_view text = text_argument(value, "the value of the option");
    values.erase(key);
    if (!text.empty()) values.emplace(key, text);
  });
}

void sahafa_options_free(sahafa_options** options) {
  if (options == nullptr) return;
  drop_handle(*options);
  *options = nullptr;
}
