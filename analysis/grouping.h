// Articles in groups (outlets, languages, months, ...) and how much each counts.
//
// Copies: "once" counts a text once in each group that carries it, by its canonical article where that is in
// the group, else by the first; "fraction" gives each of the k selected articles of a text the weight 1/k, so
// that the text counts once over all groups; "all" counts every copy in the sources. French and Arabic rates
// are not comparable (clitics glue, lexicons differ), so no group mixes languages: one that would is split
// and named "le360 [ar]", "le360 [fr]".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/numbered_selection.h"
#include "analysis/selection.h"
#include "index/article_fields.h"

namespace sahafa {

enum class CopyCounting { once, fraction, all };

/// Throws Error(usage).
CopyCounting copy_counting_from_string(std::string_view name);

/// An article in a group.
struct Member {
  std::size_t index = 0;  ///< position in the selection
  double weight = 1.0;
};

struct Group {
  std::string name;
  std::string lang;
  std::vector<Member> members;  ///< by index, each index once
  bool known = true;            ///< false: the articles of which the value is not known
};

/// The value by which an article is grouped, empty when it is not known; `country` is that of its outlet. Throws Error(usage) for another field.
std::string group_value(const ArticleFields& fields, std::string_view country, std::string_view by);

/// Groups by outlet, lang, country, genre, month or none, ordered by name. An article without the value is in
/// "(none)". Throws Error(usage) for another field. O(n).
std::vector<Group> make_groups(std::span<const Selected> selection, std::string_view by, CopyCounting copies);
/// The same of a selection whose values are numbered.
std::vector<Group> make_groups(const NumberedSelection& selection, CopyCounting copies);

/// One group out of chosen articles (`chosen[i]` not 0) of one language.
Group make_group(std::string name, std::string_view lang, std::span<const Selected> selection,
                 std::span<const std::uint8_t> chosen, CopyCounting copies);

/// What a table over groups of several languages has to say; empty for one language.
std::string language_note(std::span<const Group> groups);

/// Number of duplicate clusters in the group: the size of the sample.
std::size_t count_clusters(const Group& group, std::span<const Selected> selection);

}  // namespace sahafa
