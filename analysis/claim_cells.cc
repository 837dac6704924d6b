#include "analysis/claim_cells.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "analysis/voice.h"
#include "text/error.h"

namespace sahafa {
namespace {

void check_polarity(std::string_view polarity) {
  static constexpr std::array<std::string_view, 4> kKnown = {"all", "blames", "neutral", "defends"};
  if (std::ranges::find(kKnown, polarity) != kKnown.end()) return;
  throw Error(ErrorCode::usage,
              fmt::format("--polarity takes {}, not \"{}\"", fmt::join(kKnown, ", "), polarity));
}

// The cells of one article: counts its claims, and its votes once each.
std::map<CellKey, CellMember> count_article(const Member& member, std::span<const Claim> claims,
                                            std::string_view per) {
  std::map<CellKey, CellMember> cells;
  std::set<std::array<std::string_view, 4>> votes;
  for (const Claim& claim : claims) {
    CellMember& cell = cells.try_emplace(cell_of(claim, per), CellMember{.member = member}).first->second;
    ++cell.claims;
    if (!votes.insert({claim.holder, claim.target, claim.frame, claim.polarity}).second) continue;
    if (claim.polarity == "blames") cell.blames += 1.0;
    if (claim.polarity == "neutral") cell.neutral += 1.0;
    if (claim.polarity == "defends") cell.defends += 1.0;
  }
  return cells;
}

}  // namespace

std::vector<std::vector<Claim>> load_claims(const Context& context, std::span<const Selected> selection,
                                            const Options& options) {
  const VoiceFilter takes_voice(options.get("voice"));
  const std::string_view polarity = options.get("polarity");
  check_polarity(polarity);
  std::map<ArticleId, std::size_t> positions;
  for (std::size_t i = 0; i < selection.size(); ++i) positions.emplace(selection[i].article.id, i);

  std::vector<std::vector<Claim>> claims(selection.size());
  for (Claim& claim : context.corpus.catalogue().list_claims()) {
    const auto position = positions.find(claim.article);
    if (position == positions.end() || !takes_voice(claim)) continue;
    if (polarity != "all" && claim.polarity != polarity) continue;
    claims[position->second].push_back(std::move(claim));
  }
  return claims;
}

CellKey cell_of(const Claim& claim, std::string_view per) {
  if (per == "target-frame") return {claim.target, claim.frame};
  if (per == "frame") return {"*", claim.frame};
  if (per == "target") return {claim.target, "*"};
  throw Error(ErrorCode::usage, fmt::format("--per takes target-frame, frame or target, not \"{}\"", per));
}

Cells make_cells(const Group& group, std::span<const std::vector<Claim>> claims, std::string_view per) {
  Cells cells;
  for (const Member& member : group.members) {
    for (auto& [key, cell] : count_article(member, claims[member.index], per)) cells[key].push_back(cell);
  }
  return cells;
}

std::map<ArticleId, std::size_t> number_clusters(std::span<const Group* const> groups,
                                                 std::span<const Selected> selection) {
  std::map<ArticleId, std::size_t> units;
  for (const Group* group : groups) {
    for (const Member& member : group->members) units.emplace(selection[member.index].cluster, 0);
  }
  std::size_t number = 0;
  for (auto& [cluster, unit] : units) unit = number++;
  return units;
}

RatioSample make_sample(const Group& group, const Cells& cells, std::span<const CellKey> keys,
                        std::span<const Selected> selection, const std::map<ArticleId, std::size_t>& units) {
  RatioSample sample;
  sample.denominators.assign(units.size(), 0.0);
  const auto unit_of = [&](const Member& member) { return units.at(selection[member.index].cluster); };
  for (const Member& member : group.members) sample.denominators[unit_of(member)] += member.weight;
  for (const CellKey& key : keys) {
    auto& parts = sample.ratios.emplace_back();
    const auto members = cells.find(key);
    if (members == cells.end()) continue;
    for (const CellMember& cell : members->second) {
      parts.push_back({unit_of(cell.member), cell.member.weight});
    }
  }
  return sample;
}

double count_articles(std::span<const CellMember> members) {
  double articles = 0.0;
  for (const CellMember& cell : members) articles += cell.member.weight;
  return articles;
}

BootstrapOptions bootstrap_options(const Options& options) {
  const std::int64_t draws = options.get_integer("draws");
  if (draws < 1) throw Error(ErrorCode::usage, fmt::format("--draws needs at least 1, not {}", draws));
  return {.replicates = static_cast<std::size_t>(draws),
          .seed = static_cast<std::uint64_t>(options.get_integer("seed"))};
}

}  // namespace sahafa
