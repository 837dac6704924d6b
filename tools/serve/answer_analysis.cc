#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "analysis/report/writer.h"
#include "corpus/corpus.h"
#include "text/error.h"
#include "tools/serve/endpoints.h"
#include "tools/serve/routes.h"
#include "tools/version.h"

namespace sahafa::tools {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostRows = 100'000;  // of one JSON answer; more come in parts
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

constexpr std::array<OptionSpec, 5> kResult = {{
    {"format", "FORMAT", "json, csv, tsv, jsonl, or svg where the result can be drawn", "json", false},
    {"first", "N", "json: rows of the table to leave out", "0", false},
    {"rows", "N", "json: rows at most, up to 100000", "1000", false},
    {"bom", "", "csv: a byte-order mark in front, without which Excel misreads accents and Arabic", "",
     false},
    {"open", "ROW", "instead of the table the sentences behind this row of it, from 1, where rows have some",
     "", false},
}};

const Analysis& get_analysis(std::string_view name) {
  if (const Analysis* const analysis = find_analysis(name)) return *analysis;
  throw Error(ErrorCode::not_found, fmt::format("there is no analysis {}; /api/analyses lists them", name));
}

bool is_result_parameter(std::string_view name) {
  return std::ranges::find(kResult, name, &OptionSpec::name) != kResult.end();
}

void check_name(const Analysis& analysis, std::string_view name) {
  const auto found = std::ranges::find(analysis.options, name, &OptionSpec::name);
  if (found != analysis.options.end() && is_served(*found)) return;
  std::string known;
  for (const OptionSpec& spec : analysis.options) {
    if (is_served(spec)) known += fmt::format("{}{}", known.empty() ? "" : ", ", spec.name);
  }
  throw Error(ErrorCode::usage,
              fmt::format("there is no parameter {}; {} takes {}", name, analysis.name, known));
}

Options read_options(const Analysis& analysis, const Request& request) {
  std::map<std::string, std::string, std::less<>> values;
  for (const auto& [name, value] : request.parameters) {
    if (is_result_parameter(name)) continue;
    check_name(analysis, name);
    values.emplace(name, value);
  }
  for (const OptionSpec& spec : analysis.options) {
    if (spec.positional && request.get(spec.name).empty())
      throw Error(ErrorCode::usage,
                  fmt::format("{} needs the parameter {}: {}", analysis.name, spec.name, spec.help));
  }
  return {analysis.options, std::move(values)};
}

std::size_t get_count(const Options& result, std::string_view name) {
  const std::int64_t value = result.get_integer(name);
  if (value < 0) throw Error(ErrorCode::usage, fmt::format("{} {}: must not be negative", name, value));
  return static_cast<std::size_t>(value);
}

Options read_result_parameters(const Request& request) {
  std::map<std::string, std::string, std::less<>> values;
  for (const auto& [name, value] : request.parameters) {
    if (is_result_parameter(name)) values.emplace(name, value);
  }
  return {kResult, std::move(values)};
}

std::string_view type_name(const Column& column) {
  constexpr std::array<std::string_view, 3> kNames = {"text", "integer", "number"};
  return kNames[column.values.index()];
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// What was asked, defaults included: a result that is cited says how it was made.
Json effective_options(const Analysis& analysis, const Options& options) {
  Json values = Json::object();
  for (const OptionSpec& spec : analysis.options) {
    if (is_served(spec)) values[std::string(spec.name)] = options.get(spec.name);
  }
  return values;
}

void write_json(const Analysis& analysis, const Options& options, const Table& table, const Options& result,
                std::ostream& out) {
  const std::size_t first = std::min(get_count(result, "first"), table.rows());
  const std::size_t rows = std::min(get_count(result, "rows"), kMostRows);
  Json columns = Json::array();
  for (const Column& column : table.columns)
    columns.push_back({{"name", column.name}, {"type", type_name(column)}});
  out << fmt::format(
      R"({{"schema_version":1,"analysis":{},"options":{},"columns":{},"total_rows":{},"first":{},"rows":[)",
      dump(analysis.name), dump(effective_options(analysis, options)), dump(columns), table.rows(), first);
  for (std::size_t row = first; row < std::min(first + rows, table.rows()); ++row) {
    if (row > first) out << ",\n";
    write_json_row(table, row, out);
  }
  out << fmt::format("],\"notes\":{}}}\n", dump(table.notes));
}

std::string media_type(std::string_view format) {
  if (format == "csv") return "text/csv; charset=utf-8";
  if (format == "tsv") return "text/tab-separated-values; charset=utf-8";
  if (format == "svg") return "image/svg+xml";
  return format == "jsonl" ? "application/jsonl" : "application/json";
}

void write_result(const Analysis& analysis, const Options& options, const Table& table, const Options& result,
                  std::ostream& out) {
  const std::string_view format = result.get("format");
  if (format == "json") return write_json(analysis, options, table, result, out);
  if (format == "svg") {
    out << analysis.plot(table, options);
    return;
  }
  if (format == "csv" && result.is_on("bom")) out << "\xEF\xBB\xBF";
  write_table(table, format_from_string(format), out);
}

void check_format(const Analysis& analysis, std::string_view format, bool open) {
  constexpr std::array<std::string_view, 5> kFormats = {"json", "csv", "tsv", "jsonl", "svg"};
  if (std::ranges::find(kFormats, format) == kFormats.end())
    throw Error(ErrorCode::usage, fmt::format("format {}: there are json, csv, tsv, jsonl and svg", format));
  if (format == "svg" && (analysis.plot == nullptr || open))
    throw Error(ErrorCode::usage, fmt::format("format svg: {} cannot be drawn", analysis.name));
}

// What one row of the table counts.
Table open_row(const Analysis& analysis, const Context& context, const Options& options, const Table& table,
               std::size_t row) {
  if (analysis.evidence == nullptr)
    throw Error(ErrorCode::usage,
                fmt::format("open: the rows of {} have no sentences behind them", analysis.name));
  if (row == 0 || row > table.rows())
    throw Error(ErrorCode::usage,
                fmt::format("open: there is no row {}; the table has {}", row, table.rows()));
  Table evidence = analysis.evidence(context, options, take_row(table, row - 1));
  for (Column& column : evidence.columns) {
    if (column.name == "row")
      std::ranges::fill(std::get<std::vector<std::int64_t>>(column.values), static_cast<std::int64_t>(row));
  }
  return evidence;
}

Answer check_size(Answer answer) {
  if (answer.body.size() <= kMostBytes) return answer;
  return make_failure(
      413, fmt::format("the result has {} MB, more than the {} that are served; narrow it with lang, outlet, "
                       "from, to or where, or use the command line",
                       answer.body.size() >> 20, kMostBytes >> 20));
}

}  // namespace

std::span<const OptionSpec> result_parameters() { return kResult; }

bool is_served(const OptionSpec& option) {
  constexpr std::array<std::string_view, 3> kLocal = {"FILE", "FOLDER", "PATH"};
  return std::ranges::none_of(
      kLocal, [&](std::string_view word) { return option.value.find(word) != std::string_view::npos; });
}

Answer answer_analysis(const std::filesystem::path& directory, const Request& request,
                       std::string_view name) {
  const Analysis& analysis = get_analysis(name);
  const Options options = read_options(analysis, request);
  const Options result = read_result_parameters(request);
  const std::string_view format = result.get("format");
  check_format(analysis, format, result.has("open"));
  const Corpus corpus = Corpus::open(directory);
  const Context context{.corpus = corpus, .jobs = 1, .progress = {}};
  std::ostringstream out;
  if (const Rendering* const rendering = find_rendering(analysis, options)) {
    rendering->write(context, options, out);
    return check_size({.status = 200,
                       .type = "application/octet-stream",
                       .body = std::move(out).str(),
                       .file = fmt::format("{}.{}", name, rendering->name)});
  }
  Table table = analysis.run(context, options);
  if (result.has("open")) table = open_row(analysis, context, options, table, get_count(result, "open"));
  write_result(analysis, options, table, result, out);
  Answer answer{.status = 200, .type = media_type(format), .body = std::move(out).str(), .file = {}};
  if (format != "json" && format != "svg") answer.file = fmt::format("{}.{}", name, format);
  return check_size(std::move(answer));
}

}  // namespace sahafa::tools
