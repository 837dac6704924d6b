#include "index/pattern_forms.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/error.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostForms = 10'000;

/// The forms that begin with `beginning` and fit; a few more than may be are enough.
template <class Fits>
std::vector<std::string> find_beginning(const WordStore& words, std::string_view beginning,
                                        const Fits& fits) {
  std::vector<std::string> forms;
  words.visit_forms(beginning, [&](std::string_view form) {
    if (fits(form)) forms.emplace_back(form);
    return forms.size() <= kMostForms;
  });
  return forms;
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

std::vector<std::string> find_fitting_forms(std::string_view pattern, const WordStore& words) {
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
    forms = find_beginning(words, folded, [&](std::string_view form) { return form == folded; });
  } else if (!open_begin) {
    forms = find_beginning(words, pieces.front(), fits);
  } else if (pieces.size() == 1) {
    forms = open_end ? words.forms_containing(pieces.front()) : words.forms_ending(pieces.front());
  } else {
    forms = words.forms_containing(*std::ranges::max_element(pieces, {}, &std::string_view::size));
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
