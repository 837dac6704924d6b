#include "analysis/report/html.h"

#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/grouping.h"
#include "analysis/report/excerpt.h"
#include "analysis/report/page.h"
#include "analysis/report/typical_terms.h"
#include "analysis/selection.h"
#include "corpus/codebook.h"
#include "corpus/outlet.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

using nlohmann::json;
using Values = std::map<std::string, std::string, std::less<>>;

constexpr auto kOptions = with_selection<5>({{
    {"codebook", "FILE", "names of actors and frames; that of the corpus if not given", "", false},
    {"draws", "N", "bootstrap replicates", "2000", false},
    {"seed", "N", "of the random draws", "1", false},
    {"terms", "N", "typical terms of each outlet", "20", false},
    {"lines", "N", "sentences shown for each term", "20", false},
}});

const Analysis& get_analysis(std::string_view name) { return *find_analysis(name); }

const OptionSpec* find_spec(std::span<const OptionSpec> specs, std::string_view name) {
  for (const OptionSpec& spec : specs) {
    if (spec.name == name) return &spec;
  }
  return nullptr;
}

// Runs an analysis with the options of the report that it knows, and some of its own.
Table run_analysis(std::string_view name, const Context& context, const Options& report, Values own = {}) {
  const Analysis& analysis = get_analysis(name);
  for (const OptionSpec& spec : analysis.options) {
    if (find_spec(kOptions, spec.name) == nullptr || !report.has(spec.name)) continue;
    own.try_emplace(std::string(spec.name), report.get(spec.name));
  }
  return analysis.run(context, Options(analysis.options, std::move(own)));
}

// Six decimals are more than any figure shows and half the size.
json to_json(double value) { return std::round(value * 1e6) / 1e6; }
json to_json(std::int64_t value) { return value; }
json to_json(std::string_view value) { return value; }

json to_json(const Column& column) {
  json cells = json::array();
  std::visit(
      [&](const auto& values) {
        for (std::size_t row = 0; row < values.size(); ++row) {
          cells.push_back(column.is_valid(row) ? to_json(values[row]) : json());
        }
      },
      column.values);
  return cells;
}

json to_json(const Table& table) {
  json columns = json::object();
  for (const Column& column : table.columns) columns[column.name] = to_json(column);
  return {{"columns", std::move(columns)}, {"notes", table.notes}};
}

json to_json(const Excerpt& excerpt) { return {excerpt.left, excerpt.match, excerpt.right}; }

template <class Cells>
const Cells& cells(const Table& table, std::string_view column) {
  return std::get<Cells>(table.get(column).values);
}

// Builds the data block part by part; the notes of every table that went in are collected on the way.
class ReportData {
 public:
  ReportData(const Context& context, const Options& options)
      : context_(context), catalogue_(context.corpus.catalogue()), options_(options) {}

  std::string make() {
    add_names();
    add_lists();
    for (const std::string& lang : languages_) add_language(lang);
    add_meta();
    return data_.dump(-1, ' ', false, json::error_handler_t::replace);
  }

 private:
  Table run(std::string_view name, Values own = {}) {
    Table table = run_analysis(name, context_, options_, std::move(own));
    for (const std::string& note : table.notes) notes_.push_back(std::string(name) + ": " + note);
    return table;
  }

  void add_names() {
    data_["actors"] = json::object();
    for (const Actor& actor : codebook().actors()) data_["actors"][actor.id] = {{"label", actor.label}};
    data_["frames"] = json::array();
    for (const Frame& frame : codebook().frames()) {
      data_["frames"].push_back({{"id", frame.id}, {"label", frame.label}, {"definition", frame.definition}});
    }
  }

  const Codebook& codebook() {
    if (!options_.has("codebook")) return context_.corpus.codebook();
    if (!loaded_codebook_) loaded_codebook_ = Codebook::load(std::filesystem::path(options_.get("codebook")));
    return *loaded_codebook_;
  }

  void add_lists() {
    const Table articles = run("articles");
    const Table claims = run("claims");
    data_["articles"] = to_json(articles);
    data_["clusters"] = to_json(run("clusters"));
    data_["claims"] = to_json(claims);
    data_["claims"]["columns"].erase("evidence");  // the excerpts have it
    add_excerpts(claims);
    add_outlets(articles);
    for (const std::int64_t id : cells<std::vector<std::int64_t>>(articles, "id"))
      articles_.insert(ArticleId{id});
    for (const std::string_view lang : cells<Texts>(articles, "lang").cells()) languages_.emplace(lang);
  }

  // Claims come article by article, so each text is read and cut into sentences once.
  void add_excerpts(const Table& claims) {
    const auto& ids = cells<std::vector<std::int64_t>>(claims, "id");
    const auto& begins = cells<std::vector<std::int64_t>>(claims, "begin");
    const auto& ends = cells<std::vector<std::int64_t>>(claims, "end");
    json excerpts = json::array();
    std::optional<Article> article;
    std::vector<Span> sentences;
    for (std::size_t row = 0; row < ids.size(); ++row) {
      if (!article || article->id.value != ids[row]) {
        article = catalogue_.find_article(ArticleId{ids[row]});
        sentences = split_sentences(article->text, tokenize(article->text));
      }
      const Span evidence{static_cast<std::uint32_t>(begins[row]), static_cast<std::uint32_t>(ends[row])};
      excerpts.push_back(to_json(make_excerpt(article->text, sentences, evidence)));
    }
    data_["excerpts"] = std::move(excerpts);
  }

  void add_outlets(const Table& articles) {
    data_["outlets"] = json::object();
    for (const std::string_view id : cells<Texts>(articles, "outlet").cells()) {
      const Outlet* const outlet = context_.corpus.outlets().find(id);
      if (outlet != nullptr) data_["outlets"][id] = {{"name", outlet->name}, {"names", outlet->names}};
    }
  }

  void add_language(const std::string& lang) {
    add_views(lang);
    const std::vector<Selected> selection = select_language(lang);
    const std::vector<Group> groups = make_groups(selection, "outlet", CopyCounting::once);
    for (const Group& group : groups) {
      for (const Member& member : group.members)
        data_["counted"].push_back(selection[member.index].article.id.value);
    }
    const TermListOptions options = {.most_terms = static_cast<std::size_t>(options_.get_integer("terms")),
                                     .most_lines = static_cast<std::size_t>(options_.get_integer("lines"))};
    for (const TermList& list : find_typical_terms(context_, selection, groups, options))
      add_terms(lang, list);
  }

  std::vector<Selected> select_language(const std::string& lang) const {
    Values values = {{"lang", lang}};
    for (const OptionSpec& spec : kSelectionOptions)
      values.try_emplace(std::string(spec.name), options_.get(spec.name));
    return select_articles(context_, Options(kSelectionOptions, std::move(values)));
  }

  void add_terms(const std::string& lang, const TermList& list) {
    json lines = json::object();
    for (const auto& [term, found] : list.lines) {
      json shown = json::array();
      for (const auto& [id, excerpt] : found.lines) {
        shown.push_back({id.value, excerpt.left, excerpt.match, excerpt.right});
      }
      lines[term] = {found.occurrences, std::move(shown)};
    }
    data_["keyness"].push_back({{"lang", lang},
                                {"outlet", list.outlet},
                                {"table", to_json(list.table)},
                                {"lines", std::move(lines)}});
  }

  // Shares are shown for each frame whatever the target, and for each target. Differences are tested per frame and per
  // target only: testing every pair of both would bury what the corpus can carry under thousands of comparisons.
  void add_views(const std::string& lang) {
    for (const char* voice : {"author", "attributed"}) {
      const auto run_per = [&](std::string_view name, const char* per) {
        return to_json(run(name, {{"lang", lang}, {"voice", voice}, {"by", "outlet"}, {"per", per}}));
      };
      data_["views"].push_back({{"lang", lang},
                                {"voice", voice},
                                {"stance", {run_per("stance", "frame"), run_per("stance", "target-frame")}},
                                {"compare", {run_per("compare", "frame"), run_per("compare", "target")}}});
    }
  }

  void add_meta() {
    std::set<SourceId> sources;
    for (const Copy& copy : catalogue_.list_copies()) {
      if (articles_.contains(copy.article)) sources.insert(copy.source);
    }
    data_["meta"] = {{"version", SAHAFA_VERSION},    {"codebook", codebook().hash()},
                     {"seed", options_.get("seed")}, {"sources", sources.size()},
                     {"options", chosen_options()},  {"notes", notes_}};
  }

  json chosen_options() const {
    json chosen = json::object();
    for (const OptionSpec& spec : kSelectionOptions) {
      if (options_.has(spec.name)) chosen[std::string(spec.name)] = options_.get(spec.name);
    }
    return chosen;
  }

  const Context& context_;
  const Catalogue& catalogue_;
  const Options& options_;
  std::optional<Codebook> loaded_codebook_;
  std::set<ArticleId> articles_;
  std::set<std::string> languages_;
  std::vector<std::string> notes_;
  json data_ = {{"views", json::array()}, {"keyness", json::array()}, {"counted", json::array()}};
};

}  // namespace

std::span<const OptionSpec> html_report_options() { return kOptions; }

std::string make_html_report(const Context& context, const Options& options) {
  return make_report_page(ReportData(context, options).make());
}

}  // namespace sahafa
