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

std::vector<std::string_view> cut_at_stars(std::string_view pattern) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0; begin < pattern.size();) {
    const std::size_t end = std::min(pattern.find('*', begin), pattern.size());
    if (end > begin) pieces.push_back(pattern.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

/// Whether the pieces follow one another in the form, the last at its end unless `open_end`.
bool has_in_order(std::string_view form, const std::vector<std::string_view>& pieces, bool open_end) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool at_end = i + 1 == pieces.size() && !open_end;
    if (at_end) return form.size() >= from + pieces[i].size() && form.ends_with(pieces[i]);
    const std::size_t found = form.find(pieces[i], from);
    if (found == std::string_view::npos) return false;
    from = found + pieces[i].size();
  }
  return true;
}

}  // namespace

std::vector<std::string> find_fitting_forms(std::string_view pattern, const Xapian::Database& database,
                                            const std::filesystem::path& folder) {
  std::string folded = fold(pattern);
  // Compounds are in the index as one word, too.
  std::erase(folded, '-');
  const std::vector<std::string_view> pieces = cut_at_stars(folded);
  const bool open_begin = folded.starts_with('*');
  const bool open_end = folded.ends_with('*');
  const auto fits = [&](std::string_view form) { return has_in_order(form, pieces, open_end); };
  if (pieces.empty()) return {};
  std::vector<std::string> forms;
  if (folded == pieces.front()) {
    forms = walk_forms(database, folded, [&](const std::string& form) { return form == folded; });
  } else if (!open_begin) {
    forms = walk_forms(database, pieces.front(), fits);
  } else if (pieces.size() == 1) {
    forms = find_open(pieces.front(), open_end, database, folder);
  } else {
    const auto longest = std::ranges::max_element(pieces, {}, &std::string_view::size);
    forms = find_open(*longest, true, database, folder);
    std::erase_if(forms, [&](const std::string& form) { return !fits(form); });
  }
  if (forms.size() > kMostForms)
    throw Error(ErrorCode::usage,
                fmt::format("query, {}: more than {} words of the corpus fit; write more letters", pattern,
                            kMostForms));
  std::ranges::sort(forms);
  return forms;
}

}  // namespace sahafa
