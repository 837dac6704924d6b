#include "ingest/html_body.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::uint32_t kLongestCue =
    220;  // characters; a longer line that begins with a cue is the article's
constexpr std::uint32_t kShortestStandfirst = 50;  // characters
constexpr std::uint32_t kLongHeading = 100;        // characters; a standfirst that is marked as a heading

struct Mass {
  double prose = 0;
  double clutter = 0;
};

// Prose and clutter below any node, by prefix sums over the blocks.
class Masses {
 public:
  explicit Masses(const std::vector<HtmlBlock>& blocks) : blocks_(&blocks), sums_(blocks.size() + 1) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const HtmlBlock& block = blocks[i];
      sums_[i + 1] = sums_[i];
      if (block.is_prose() && !block.furniture) {
        sums_[i + 1].prose += block.letters;
      } else if (!block.heading && !block.furniture) {
        sums_[i + 1].clutter += block.letters;
      }
    }
  }

  Mass below(std::uint32_t begin, std::uint32_t end) const {
    const Mass& first = sums_[index(begin)];
    const Mass& last = sums_[index(end)];
    return {last.prose - first.prose, last.clutter - first.clutter};
  }

  // The first block whose text begins at `node` or behind it.
  std::size_t index(std::uint32_t node) const {
    const auto found = std::ranges::lower_bound(*blocks_, node, {}, &HtmlBlock::position);
    return static_cast<std::size_t>(found - blocks_->begin());
  }

 private:
  const std::vector<HtmlBlock>* blocks_;
  std::vector<Mass> sums_;
};

// The element whose own paragraphs, and to a smaller part those one level deeper, hold most prose.
std::uint32_t find_seed(const HtmlPage& page, const std::vector<HtmlBlock>& blocks) {
  std::unordered_map<std::uint32_t, double> scores;
  std::uint32_t best = 0;
  double best_score = 0;
  for (const HtmlBlock& block : blocks) {
    if (!block.is_prose() || block.furniture) continue;
    std::uint32_t node = block.node;
    double weight = 1;
    for (int level = 0; level < 3 && node != 0; ++level) {
      const HtmlTag tag = page.nodes()[node].tag;
      if (level > 0 || tag != HtmlTag::paragraph) {
        double& score = scores[node];
        score += weight * block.letters;
        if (score > best_score) {
          best_score = score;
          best = node;
        }
        weight *= 0.6;
      }
      node = page.nodes()[node].parent;
    }
  }
  return best;
}

// From the seed upwards: a parent is taken when what it adds is mostly prose and not a small remainder of
// other things.
std::uint32_t grow(const HtmlPage& page, const Masses& masses, std::uint32_t seed) {
  std::uint32_t container = seed;
  Mass mass = masses.below(seed, page.nodes()[seed].end);
  for (std::uint32_t node = seed; node != 0;) {
    node = page.nodes()[node].parent;
    if (page.nodes()[node].tag == HtmlTag::body) break;
    const Mass here = masses.below(node, page.nodes()[node].end);
    const double prose = here.prose - mass.prose;
    const double clutter = here.clutter - mass.clutter;
    const bool article =
        page.nodes()[node].tag == HtmlTag::article || page.attribute(node, "itemprop") == "articleBody";
    const double least = article ? 0.02 : 0.15;
    if (prose >= least * mass.prose && clutter <= 0.5 * prose) {
      container = node;
      mass = here;
    }
  }
  return container;
}

bool begins_with_any(std::string_view folded, std::span<const std::string_view> cues) {
  return std::ranges::any_of(cues, [&](std::string_view cue) { return folded.starts_with(cue); });
}

// Folded beginnings of lines that lead away from the article, or belong to the page around it.
// clang-format off
constexpr std::array<std::string_view, 77> kCues{
    "a lire aussi", "lire aussi", "lire egalement", "a lire egalement", "lisez aussi", "voir aussi", "a voir aussi",
    "sur le meme sujet", "a lire :", "a lire sur", "lire :", "lire la suite", "dans la meme rubrique", "a ecouter",
    "ecouter aussi", "partager", "partagez", "abonnez-vous", "inscrivez-vous", "suivez-nous", "suivez ", "telecharger",
    "temps de lecture", "publie le", "publie par", "mis a jour le", "modifie le", "credit photo", "photo :",
    "photo d'illustration", "(photo", "©", "copyright", "tags :", "mots-cles", "mots cles", "commentaires",
    "laisser un commentaire",
    "اقرا ايضا", "اقرا المزيد", "اقرا كذلك", "مواضيع ذات", "اخبار ذات", "مقالات ذات", "شاهد ايضا", "طالع ايضا", "للمزيد",
    "تابعونا", "تابعوا", "شارك", "نشر في", "اخر تحديث", "الكلمات المفتاحيه", "كلمات مفتاحيه", "التعليقات", "اضف تعليق",
    "اشترك", "حمل تطبيق",
    "read more", "read also", "also read", "see also", "related:", "share this", "follow us", "sign up", "subscribe",
    "advertisement", "continue reading", "you may also like",
    "lesen sie auch", "auch interessant", "mehr zum thema", "lea tambien", "lee tambien", "te puede interesar",
    "leggi anche"};

// Folded words of an invitation to subscribe, register or press a link.
constexpr std::array<std::string_view, 20> kInvitations{
    "s'abonner", "abonnez-vous", "abonne-toi", "inscrivez-vous", "votre abonnement", "newsletter", "cliquez ici",
    "connectez-vous", "decouvrez nos offres", "creez un compte",
    "اشترك", "اشتراك", "اضغط هنا", "انقر هنا", "النشره البريديه", "تسجيل الدخول",
    "subscribe", "sign up", "click here", "log in"};
// clang-format on

bool is_cue_line(const HtmlBlock& block, std::string_view folded) {
  if (block.letters > kLongestCue) return false;
  if (begins_with_any(folded, kCues) && !(block.marks > 3 && block.linked == 0)) return true;
  return block.linked > 0 && std::ranges::any_of(kInvitations, [&](std::string_view word) {
           return folded.find(word) != std::string_view::npos;
         });
}

// A line that says when the page was published, or by whom, and nothing else.
bool is_dateline(const HtmlBlock& block) {
  constexpr std::uint32_t kLongestDateline = 80;  // characters
  if (block.letters > kLongestDateline || block.heading) return false;
  const std::optional<FoundDate> date = find_date(block.text);
  return is_byline(block.text) || (date && !block.ends_sentence && date->span.size() * 3 > block.text.size());
}

// Copies blocks into text, leaving out what is around the article.
class BodyWriter {
 public:
  BodyWriter(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const BodyHints& hints)
      : page_(&page),
        blocks_(&blocks),
        title_(fold(hints.title)),
        description_(beginning(fold(trim(hints.description)))) {}

  // Blocks [begin, end); `first` of them, before the container, must read like a standfirst.
  std::string write(std::size_t first, std::size_t begin, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      const HtmlBlock& block = (*blocks_)[i];
      const bool kept = i < begin ? is_standfirst(block) : keeps(block);
      if (kept) kept_.push_back(&block);
    }
    drop_tail();
    std::string text;
    for (const HtmlBlock* block : kept_) {
      if (!text.empty()) text += '\n';
      text += block->text;
    }
    return text;
  }

 private:
  // Enough of a description to know it again: pages cut it off.
  static std::string beginning(std::string description) {
    constexpr std::size_t kEnough = 60;  // bytes
    if (description.size() < kEnough) return {};
    description.resize(description.find_last_of(' ', kEnough));
    return description;
  }

  bool is_standfirst(const HtmlBlock& block) const {
    if (block.main_heading || block.letters < kShortestStandfirst || block.linked * 4 > block.letters)
      return false;
    const std::string folded = fold(block.text);
    if (!description_.empty() && folded.starts_with(description_)) return folded != title_;
    const bool reads_so =
        block.heading ? block.letters >= kLongHeading : block.marks > 0 || block.ends_sentence;
    return !block.furniture && reads_so && !is_cue_line(block, folded) && !repeats_title(block);
  }

  bool keeps(const HtmlBlock& block) const {
    if (block.furniture) return false;
    const std::string folded = fold(block.text);
    if (block.main_heading || is_cue_line(block, folded) || repeats_title(block) || is_dateline(block))
      return false;
    if (block.is_prose()) return true;
    const HtmlTag tag = page_->nodes()[block.node].tag;
    if (block.linked * 2 > block.letters) return false;
    if (block.heading || tag == HtmlTag::quote || tag == HtmlTag::paragraph) return true;
    if (tag == HtmlTag::list_item || tag == HtmlTag::table_part) return block.linked * 4 <= block.letters;
    return block.ends_sentence && block.letters > 20;
  }

  bool repeats_title(const HtmlBlock& block) const {
    return !title_.empty() && block.letters < 300 && fold(block.text) == title_;
  }

  // Headings after the last paragraph lead to other pages, and so do short lines that are no paragraphs.
  void drop_tail() {
    while (!kept_.empty() && !kept_.back()->is_prose() &&
           (kept_.back()->heading || (!kept_.back()->ends_sentence && !in_paragraph(*kept_.back()))))
      kept_.pop_back();
  }

  bool in_paragraph(const HtmlBlock& block) const {
    const HtmlTag tag = page_->nodes()[block.node].tag;
    return tag == HtmlTag::paragraph || tag == HtmlTag::list_item || tag == HtmlTag::quote;
  }

  const HtmlPage* page_;
  const std::vector<HtmlBlock>* blocks_;
  std::string title_;
  std::string description_;  // how the standfirst begins, or empty
  std::vector<const HtmlBlock*> kept_;
};

// The block behind the last main heading before the container, or the container's own first block.
std::size_t begin_of_standfirst(const std::vector<HtmlBlock>& blocks, std::size_t begin,
                                std::string_view title) {
  constexpr std::size_t kFarthest = 12;  // blocks between a headline and its text
  const std::string folded = fold(title);
  for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
    const HtmlBlock& block = blocks[i - 1];
    if (block.main_heading || (!folded.empty() && fold(block.text) == folded)) return i;
  }
  return begin;
}

}  // namespace

std::string extract_body(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const BodyHints& hints) {
  const Masses masses(blocks);
  const std::uint32_t seed = find_seed(page, blocks);
  const bool any_prose = std::ranges::any_of(blocks, &HtmlBlock::is_prose);
  if (page.nodes().empty() || (seed == 0 && !any_prose)) return {};
  const std::uint32_t container = grow(page, masses, seed);
  const std::size_t begin = masses.index(container);
  const std::size_t end = masses.index(page.nodes()[container].end);
  return BodyWriter(page, blocks, hints).write(begin_of_standfirst(blocks, begin, hints.title), begin, end);
}

}  // namespace sahafa
