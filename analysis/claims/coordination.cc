#include "analysis/claims/coordination.h"

#include <algorithm>
#include <array>

#include "analysis/claims/one_of.h"
#include "text/fold.h"

namespace sahafa::claims {
namespace {

/// Words that may stand between two actors that share a role.
bool joins(std::string_view form) {
  static constexpr std::array<std::string_view, 36> kJoins = {
      ",",     "leur", "leurs", "et",   "ni",  "ou",   "comme", "ainsi", "que",
      "la",    "le",   "les",   "l'",   "du",  "de",   "des",   "d'",    "a",
      "au",    "son",  "sa",    "ses",  "aux", "mais", "و",     "شان",   "شانه",
      "شانها", "وكذا", "وكذلك", "كذلك", "كما", "ايضا", "aussi", "bien",  "egalement"};
  return is_one_of(form, kJoins);
}

bool is_conjunction(std::string_view form) {
  static constexpr std::array<std::string_view, 9> kLinks = {"et",  "ni",   "comme", ",",    "que",
                                                             "شان", "وكذا", "وكذلك", "aussi"};
  return is_one_of(form, kLinks);
}

/// The و of وكالة is no "and": a name of the actor begins so.
bool is_own_letter(const Scene& scene, const Mention& mention) {
  const Actor& actor = scene.lexicon->codebook().actors()[static_cast<std::size_t>(mention.actor)];
  return std::ranges::any_of(actor.names.at("ar"), [&](const std::string& name) {
    return fold(name).starts_with(scene.form(mention.tokens.begin));
  });
}

enum class Link : std::uint8_t { none, comma, conjunction };

Link find_link(const Scene& scene, const Mention& left, const Mention& right) {
  if (right.tokens.begin < left.tokens.end) {
    return Link::none;
  }
  Link link = Link::none;
  for (std::uint32_t i = left.tokens.end; i < right.tokens.begin; ++i) {
    const std::string_view form = scene.form(i);
    if (!joins(form)) {
      return Link::none;
    }
    if (form != "," && is_conjunction(form)) {
      link = Link::conjunction;
    } else if (form == "," && link == Link::none) {
      link = Link::comma;
    }
  }
  const std::string_view second = scene.form(right.tokens.begin);
  const bool has_prefix = left.tokens.end == right.tokens.begin && second.starts_with("و") &&
                          !is_own_letter(scene, right) && second.size() > 4 && !second.starts_with("وزار") &&
                          !second.starts_with("وزير");
  return has_prefix ? Link::conjunction : link;
}

}  // namespace

bool is_joined(const Scene& scene, const Sentence& sentence, const Mention& left, const Mention& right) {
  const Link link = find_link(scene, left, right);
  return link == Link::conjunction ||
         (link == Link::comma && std::ranges::any_of(sentence.mentions, [&](const Mention& other) {
            return find_link(scene, right, other) != Link::none ||
                   find_link(scene, other, left) != Link::none;
          }));
}

std::vector<const Mention*> with_coordinated(const Scene& scene, const Sentence& sentence,
                                             const Mention& first) {
  std::vector<const Mention*> group = {&first};
  for (const Mention& mention : sentence.mentions) {
    if (mention.tokens.begin >= group.back()->tokens.end &&
        is_joined(scene, sentence, *group.back(), mention)) {
      group.push_back(&mention);
    }
  }
  return group;
}

}  // namespace sahafa::claims
