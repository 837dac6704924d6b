#include "ingest/visual_order.h"

#include <algorithm>
#include <ranges>
#include <utility>
#include <vector>

#include "text/char_class.h"
#include "text/presentation_forms.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr char32_t kTaMarbuta = 0x629;
constexpr char32_t kTatweel = 0x640;
constexpr std::size_t kShortestWord = 4;  // letters; in shorter ones article and negation look alike

enum class Direction { left, right, number, neutral };

// What is moved as a whole: a letter with its marks, or the letters of one sign.
struct Atom {
  std::u32string characters;
  Direction direction = Direction::neutral;
};

Direction direction_of(char32_t c) {
  if (c == kTatweel) return Direction::right;
  switch (char_class(c)) {
    case CharClass::arabic:
      return Direction::right;
    case CharClass::letter:
      return Direction::left;
    case CharClass::digit:
      return Direction::number;
    default:
      return Direction::neutral;
  }
}

bool is_mark(char32_t c) { return c != kTatweel && char_class(c) == CharClass::extend; }

std::vector<Atom> atoms_of(std::u32string_view seen) {
  std::vector<Atom> atoms;
  std::u32string marks;  // of the Arabic letter that follows
  for (std::size_t at = 0; at < seen.size(); ++at) {
    const std::u32string_view rest = seen.substr(at);
    if (const std::size_t length = sign_length(rest[0]); length > 0) {
      atoms.push_back({std::u32string(rest.substr(1, length)), Direction::right});
      at += length;
    } else if (is_mark(rest[0]) && rest.size() > 1 &&
               (is_mark(rest[1]) || direction_of(rest[1]) == Direction::right)) {
      marks.insert(0, 1, rest[0]);
      continue;
    } else if (is_mark(rest[0]) && !atoms.empty()) {
      atoms.back().characters += rest[0];
    } else {
      atoms.push_back({std::u32string(1, rest[0]), direction_of(rest[0])});
    }
    atoms.back().characters += std::exchange(marks, {});
  }
  return atoms;
}

bool runs_left_to_right(const Atom& atom) {
  return atom.direction == Direction::left || atom.direction == Direction::number;
}

bool holds_any(const Atom& atom, std::u32string_view marks) {
  return marks.find(atom.characters[0]) != std::u32string_view::npos;
}

// Neutral signs between two words or numbers that run from left to right: do both belong together? Between numbers in Arabic only those
// signs do that Unicode calls separators: of 8.5 and 08/04, but 09-08 is seen as 08-09 (UAX 9, rules W2 and W4).
bool bridges(std::span<const Atom> between, const Atom& before, const Atom& after) {
  if (before.direction == Direction::left) return true;
  const bool numbers = before.direction == Direction::number && after.direction == Direction::number;
  return between.size() == 1 && holds_any(between[0], numbers ? U".,:/\u00A0\u202F٫٬" : U".,:/-'’@_&+");
}

// The end of the run from left to right that begins at `begin`, in a line that runs from right to left.
std::size_t end_of_run(std::span<const Atom> atoms, std::size_t begin) {
  std::size_t end = begin + 1;
  for (std::size_t at = end; at < atoms.size() && atoms[at].direction != Direction::right; ++at) {
    if (!runs_left_to_right(atoms[at])) continue;
    if (at > end && !bridges(atoms.subspan(end, at - end), atoms[end - 1], atoms[at])) break;
    end = at + 1;
  }
  return end;
}

char32_t mirrored(char32_t c) {
  constexpr std::u32string_view kBrackets = U"()[]{}<>«»";
  const std::size_t at = kBrackets.find(c);
  return at == std::u32string_view::npos ? c : kBrackets[at ^ 1];
}

std::u32string turned(std::span<const Atom> atoms, const OrderChoice& choice) {
  std::vector<std::u32string> parts;
  for (std::size_t at = 0; at < atoms.size();) {
    const std::size_t end = runs_left_to_right(atoms[at]) ? end_of_run(atoms, at) : at + 1;
    std::u32string part;
    for (const Atom& atom : atoms.subspan(at, end - at)) part += atom.characters;
    if (choice.mirror_brackets && end == at + 1) part[0] = mirrored(part[0]);
    parts.push_back(std::move(part));
    at = end;
  }
  std::u32string out;
  for (const std::u32string& part : std::views::reverse(parts)) out += part;
  return out;
}

// A line that runs from left to right, with Arabic words in it.
std::u32string with_words_turned(std::span<const Atom> atoms, const OrderChoice& choice) {
  std::u32string out;
  for (std::size_t at = 0; at < atoms.size();) {
    std::size_t end = at + 1;
    if (atoms[at].direction != Direction::right) {
      out += atoms[at].characters;
    } else {
      for (std::size_t next = end; next < atoms.size() && atoms[next].direction != Direction::left; ++next)
        if (atoms[next].direction == Direction::right) end = next + 1;
      out += turned(atoms.subspan(at, end - at), choice);
    }
    at = end;
  }
  return out;
}

template <class Visit>
void for_each_word(std::u32string_view line, const Visit& visit) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(U' ', at), line.size());
    if (end > at) visit(line.substr(at, end - at));
    at = end + 1;
  }
}

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += decode_utf8(text, at);
  return out;
}

void count_brackets(std::u32string_view turned_line, OrderVotes& votes) {
  const std::size_t open = turned_line.find(U'(');
  const std::size_t shut = turned_line.find(U')');
  if (open == std::u32string_view::npos || shut == std::u32string_view::npos) return;
  ++(open < shut ? votes.brackets_open : votes.brackets_shut);
}

}  // namespace

bool is_right_to_left(std::u32string_view seen, bool if_none) {
  std::size_t right = 0;
  std::size_t left = 0;
  for (const char32_t c : seen) {
    right += direction_of(c) == Direction::right ? 1 : 0;
    left += direction_of(c) == Direction::left ? 1 : 0;
  }
  return right == left ? if_none : right > left;
}

void count_votes(std::u32string_view seen, bool right_to_left, OrderVotes& votes) {
  if (!right_to_left) return;
  count_brackets(turned(atoms_of(seen), {}), votes);
}

OrderChoice choose_order(const OrderVotes& votes) {
  return {.mirror_brackets = votes.brackets_shut > votes.brackets_open};
}

std::string in_reading_order(std::u32string_view seen, bool right_to_left, const OrderChoice& choice) {
  const std::vector<Atom> atoms = atoms_of(seen);
  std::u32string line;
  if (choice.as_seen) {
    for (const Atom& atom : atoms) line += atom.characters;
  } else {
    line = right_to_left ? turned(atoms, choice) : with_words_turned(atoms, choice);
  }
  std::string out;
  for (const char32_t c : line) append_presentation_form(c, out);
  return out;
}

void count_word_order(std::string_view text, WordOrder& order) {
  const std::u32string line = decoded(text);
  for_each_word(line, [&order](std::u32string_view word) {
    while (!word.empty() && direction_of(word.front()) != Direction::right) word.remove_prefix(1);
    while (!word.empty() && direction_of(word.back()) != Direction::right) word.remove_suffix(1);
    if (word.size() < kShortestWord) return;
    constexpr std::u32string_view kArticle = U"ال";
    constexpr std::u32string_view kBackwards = U"لا";
    order.forwards += word.starts_with(kArticle) || word.ends_with(kTaMarbuta) ? 1 : 0;
    order.backwards += word.ends_with(kBackwards) || word.starts_with(kTaMarbuta) ? 1 : 0;
  });
}

}  // namespace sahafa
