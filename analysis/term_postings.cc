#include "analysis/term_postings.h"

namespace sahafa {

TermPostings transpose(const TermCounts& counts, const Group& group) {
  TermPostings result;
  result.offsets.assign(counts.terms.size() + 1, 0);
  for (const Member& member : group.members) {
    for (const TermCount& cell : counts.row(member.index)) ++result.offsets[cell.term + 1];
  }
  for (std::size_t i = 1; i < result.offsets.size(); ++i) result.offsets[i] += result.offsets[i - 1];
  result.postings.resize(result.offsets.back());
  std::vector<std::size_t> next(result.offsets.begin(), result.offsets.end() - 1);
  for (std::size_t member = 0; member < group.members.size(); ++member) {
    for (const TermCount& cell : counts.row(group.members[member].index)) {
      result.postings[next[cell.term]++] = {static_cast<std::uint32_t>(member), cell.count};
    }
  }
  return result;
}

}  // namespace sahafa
