#include "index/pattern_forms.h"

#include <fmt/format.h>

#include <algorithm>

#include "index/index_schema.h"
#include "index/word_endings.h"
#include "text/error.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostForms = 10'000;

/// The forms that begin with `beginning` and fit.
template <class Fits>
std::vector<std::string> walk_forms(const Xapian::Database& database, std::string_view beginning,
                                    const Fits& fits) {
  std::vector<std::string> forms;
  const std::string term = make_term(prefix::kForm, beginning);
  for (auto at = database.allterms_begin(term); at != database.allterms_end(term); ++at) {
    std::string form = (*at).substr(prefix::kForm.size());
    if (fits(form)) forms.push_back(std::move(form));
    if (forms.size() > kMostForms) break;
  }
  return forms;
}

/// *core, and *core* with `open_end`.
std::vector<std::string> find_open(std::string_view core, bool open_end, const Xapian::Database& database,
                                   const std::filesystem::path& folder) {
  if (const auto endings = WordEndings::find(database, folder))
    return open_end ? endings->containing(core) : endings->ending_with(core);
  return walk_forms(database, {}, [&](const std::string& form) {
    return open_end ? form.find(core) != std::string::npos : form.ends_with(core);
  });
}

}  // namespace

std::vector<std::string> find_fitting_forms(std::string_view pattern, const Xapian::Database& database,
                                            const std::filesystem::path& folder) {
  std::string core = fold(pattern);
  const bool open_begin = core.starts_with('*');
  const bool open_end = core.ends_with('*');
  // Compounds are in the index as one word, too.
  std::erase_if(core, [](char c) { return c == '*' || c == '-'; });
  std::vector<std::string> forms =
      open_begin
          ? find_open(core, open_end, database, folder)
          : walk_forms(database, core, [&](const std::string& form) { return open_end || form == core; });
  if (forms.size() > kMostForms)
    throw Error(ErrorCode::usage,
                fmt::format("query, {}: more than {} words of the corpus fit; write more letters", pattern,
                            kMostForms));
  std::ranges::sort(forms);
  return forms;
}

}  // namespace sahafa
