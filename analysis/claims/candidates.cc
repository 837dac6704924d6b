#include "analysis/claims/candidates.h"

#include <algorithm>

namespace sahafa::claims {
namespace {

bool is_same_charge(const Claim& a, const Claim& b) { return a.holder == b.holder && a.target == b.target; }

/// Equal claims count once; a child frame stands for its parent; a generic reproach gives way to a named fault.
bool repeats(const Codebook& codebook, const Candidate& candidate, const Candidate& other) {
  if (!is_same_charge(candidate.claim, other.claim)) {
    return false;
  }
  const Frame* frame = codebook.find_frame(other.claim.frame);
  const bool is_twin = candidate.claim.frame == other.claim.frame && candidate.is_generic == other.is_generic;
  const bool is_weaker = candidate.claim.polarity == "neutral" && other.claim.polarity != "neutral";
  const bool is_later = candidate.claim.polarity == other.claim.polarity && &other < &candidate;
  return frame->parent == candidate.claim.frame ||
         (candidate.is_generic && !other.is_generic &&
          (candidate.claim.polarity == other.claim.polarity || other.claim.voice == "author" ||
           candidate.claim.frame == other.claim.frame)) ||
         (is_twin && (is_weaker || is_later));
}

/// What the text says in its own voice beside a report of the same charge is part of the report: "Elle veut une enquête
/// judiciaire".
bool is_echo(const Candidate& candidate, const Candidate& other) {
  return candidate.claim.frame == other.claim.frame && candidate.claim.voice == "author" &&
         other.claim.voice == "attributed" &&
         (candidate.claim.target == other.claim.target || candidate.is_unnamed);
}

/// The same holder's charge against somebody whom the sentence names, or names more precisely.
bool is_vaguer(const Codebook& codebook, const Candidate& candidate, const Candidate& other) {
  const bool is_asked =
      candidate.claim.frame == other.claim.frame && other.is_spoken && !candidate.is_spoken &&
      (candidate.claim.holder == other.claim.target || candidate.claim.holder == other.claim.holder);
  if (is_asked && candidate.claim.target != other.claim.target) {
    return true;  // "adresse au ministre une question sur la Caisse"
  }
  const bool is_same = candidate.claim.holder == other.claim.holder &&
                       candidate.claim.frame == other.claim.frame &&
                       candidate.claim.polarity == other.claim.polarity;
  return is_same && candidate.claim.target != other.claim.target &&
         ((candidate.is_unnamed && !other.is_unnamed) ||
          codebook.is_under(other.claim.target, candidate.claim.target));
}

}  // namespace

std::vector<Claim> choose(const Codebook& codebook, std::vector<Candidate> candidates) {
  for (const Candidate& vague : candidates) {
    for (Candidate& precise : candidates) {
      const bool doubts = vague.claim.modality == "conditional" && precise.claim.modality == "asserted";
      if (doubts && vague.claim.target != precise.claim.target && is_vaguer(codebook, vague, precise)) {
        precise.claim.modality = vague.claim.modality;  // "Jabaroot, qui se dit algérien"
      }
    }
  }
  std::vector<Claim> claims;
  for (const Candidate& candidate : candidates) {
    const bool gives_way = std::ranges::any_of(candidates, [&](const Candidate& other) {
      return &other != &candidate && (repeats(codebook, candidate, other) || is_echo(candidate, other) ||
                                      is_vaguer(codebook, candidate, other));
    });
    if (!gives_way) {
      claims.push_back(candidate.claim);
    }
  }
  return claims;
}

}  // namespace sahafa::claims
