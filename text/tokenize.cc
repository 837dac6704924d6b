#include "text/tokenize.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/abbreviations.h"
#include "text/char_reader.h"
#include "text/elision.h"
#include "text/enclitic.h"
#include "text/letter_run.h"
#include "text/shapes.h"

namespace sahafa {
namespace {

bool is_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }

/// Of those that abbreviation() knows; what is longer need not be looked up.
constexpr std::size_t kLongestAbbreviationBytes = 5;

bool is_local_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-' || c == '+';
}

/// What an ASCII byte means to the loop over plain text.
struct ByteRoles {
  std::array<bool, 256> ends_word{};    ///< behind letters: the word ends here, whatever follows
  std::array<bool, 256> single_mark{};  ///< a mark by itself, if no combining character follows
};

constexpr ByteRoles make_byte_roles() {
  ByteRoles roles;
  for (const char c : std::string_view(" \t\n\r,;!?)]}\"/%&=*<>[{|~^`$\\"))
    roles.ends_word[static_cast<unsigned char>(c)] = true;
  for (const char c : std::string_view(",;:!?()[]{}\"'/%&=*<>|~^`$\\"))
    roles.single_mark[static_cast<unsigned char>(c)] = true;
  return roles;
}
constexpr ByteRoles kByteRoles = make_byte_roles();

/// Reads a text from left to right. Nearly everything is a run of plain letters before a blank or a comma;
/// only where a run stops at a sign that may belong to the word (apostrophe, hyphen, full stop ...) do the
/// rules get a say.
class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Token>& out) : reader_(text), out_(out), first_(out.size()) {}

  void run() {
    while (at_ < reader_.size()) {
      at_ += reader_.byte(at_) == ' ' ? 1 : 0;
      const bool arabic = (static_cast<unsigned char>(reader_.byte(at_)) & 0xFE) == 0xD8;
      const std::size_t end = plain_run_end(arabic);
      if (end != at_) {
        const bool plain = kByteRoles.ends_word[static_cast<unsigned char>(reader_.byte(end))];
        plain ? emit(at_, end, TokenKind::word) : scan_word(at_, end, arabic);
      } else if (!scan_single_mark()) {
        scan_any();
      }
    }
  }

 private:
  /// End of the plain letters at the current place. Tatweel does not begin a word: alone it is used as a
  /// dash.
  std::size_t plain_run_end(bool arabic) const {
    if (!arabic) return skip_latin_letters(reader_.text(), at_);
    const bool tatweel = reader_.byte(at_) == '\xD9' && reader_.byte(at_ + 1) == '\x80';
    return tatweel ? at_ : skip_arabic_letters(reader_.text(), at_);
  }

  bool scan_single_mark() {
    if (!kByteRoles.single_mark[static_cast<unsigned char>(reader_.byte(at_))]) return false;
    if (static_cast<unsigned char>(reader_.byte(at_ + 1)) >= 0x80) return false;
    emit(at_, at_ + 1, TokenKind::mark);
    return true;
  }

  void scan_any() {
    std::size_t next = at_;
    switch (reader_.next_class(next)) {
      case CharClass::space:
      case CharClass::line_feed:
      case CharClass::ignorable:
        at_ = next;
        break;
      case CharClass::letter:
        return scan_word(at_, next, false);
      case CharClass::arabic:
        return scan_word(at_, next, true);
      case CharClass::extend:  // a misplaced haraka belongs to the Arabic word behind it
        return reader_.peek(next) == CharClass::arabic ? scan_word(at_, next, true) : scan_mark();
      case CharClass::digit:
        return scan_number(at_);
      default:
        return scan_mark();
    }
  }

  void emit(std::size_t begin, std::size_t end, TokenKind kind) {
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
    at_ = end;
  }

  // ---- words

  /// Scans on from `end` in a word that begins at `begin`; `compound` when there was a hyphen already.
  void scan_word(std::size_t begin, std::size_t end, bool arabic, bool compound = false) {
    while (true) {
      end = reader_.run_end(end, arabic);
      std::size_t after = end;
      switch (reader_.next_class(after)) {
        case CharClass::space:
          return emit_word(begin, end, compound);
        case CharClass::apostrophe:
          if (!compound && is_elision(reader_.slice(begin, end), reader_.text().substr(after))) {
            return emit(begin, after, TokenKind::word);
          }
          if (!reader_.is_word(after)) return emit_word(begin, end, compound);
          break;
        case CharClass::hyphen:
          if (!continues_compound(after, arabic)) return emit_word(begin, end, compound);
          compound = true;
          break;
        case CharClass::mark:
          after = joint_end(end);
          if (!reader_.is_word(after)) return emit_word(begin, with_mark(begin, end), compound);
          break;
        default:
          return emit_word(begin, end, compound);
      }
      end = after;
    }
  }

  /// End of the mark at `at` if it can stand between two parts of a word: snake_case, citoyen(ne)s. Else the
  /// end of the text, where no word follows.
  std::size_t joint_end(std::size_t at) const {
    if (reader_.byte(at) == '_') return at + 1;
    const std::size_t ending = reader_.byte(at) == '(' ? optional_ending_end(reader_, at) : at;
    return ending != at ? ending : reader_.size();
  }

  /// Arabic has no hyphenated words: there a hyphen is a dash.
  bool continues_compound(std::size_t after_hyphen, bool arabic) const {
    const CharClass next = reader_.peek(after_hyphen);
    return !arabic && (next == CharClass::letter || next == CharClass::digit);
  }

  /// Emits a word, its enclitics as tokens of their own.
  void emit_word(std::size_t begin, std::size_t end, bool compound) {
    const std::size_t cut = compound ? find_enclitic(reader_.slice(begin, end)) : std::string_view::npos;
    if (cut == std::string_view::npos) return emit(begin, end, TokenKind::word);
    emit_word(begin, begin + cut, true);
    emit(begin + cut, end, TokenKind::word);
  }

  /// End of the word [begin, end) with what the mark at `end` adds to it.
  std::size_t with_mark(std::size_t begin, std::size_t end) const {
    switch (reader_.byte(end)) {
      case '.':
        return with_full_stop(begin, end);
      case '(':
        return optional_ending_end(reader_, end);
      case ':':
        return reader_.slice(end, end + 3) == "://" ? url_end(reader_, begin) : end;
      default:
        return is_number_sign(begin, end) ? reader_.after(end) : end;
    }
  }

  /// n°, the one word that ends with a degree sign.
  bool is_number_sign(std::size_t begin, std::size_t end) const {
    const std::string_view word = reader_.slice(begin, end);
    return reader_.code_point(end) == 0xB0 && (word == "n" || word == "N");
  }

  std::size_t with_full_stop(std::size_t begin, std::size_t end) const {
    if (reader_.is_blank(end + 1) && end - begin > kLongestAbbreviationBytes) return end;
    if (const std::size_t acronym = acronym_end(reader_, begin); acronym > end) return acronym;
    if (const std::size_t labels = labels_end(reader_, end); labels > end) {
      return reader_.byte(labels) == '/' ? url_end(reader_, begin) : labels;
    }
    return keeps_full_stop(begin, end) ? end + 1 : end;
  }

  bool keeps_full_stop(std::size_t begin, std::size_t end) const {
    const std::string_view word = reader_.slice(begin, end);
    const std::size_t next = reader_.skip_spaces(end + 1);
    const bool capital = is_upper(reader_.code_point(begin));
    switch (abbreviation(word)) {
      case Abbreviation::before_name:
        if (capital || reader_.peek(begin) == CharClass::arabic) return reader_.is_letter(next);
        break;
      case Abbreviation::before_number:
        if (reader_.is_digit(next)) return true;
        break;
      case Abbreviation::anywhere:
        return next < reader_.size();
      case Abbreviation::none:
        break;
    }
    return capital && count_code_points(word) == 1 && is_initial(begin, next);
  }

  /// A single capital before another name (A. Dupont, not "la vitamine C. Le"), or before the number of an
  /// article of law (L. 642-3).
  bool is_initial(std::size_t begin, std::size_t next) const {
    if (reader_.is_digit(next))
      return std::string_view("ADLR").find(reader_.byte(begin)) != std::string_view::npos;
    return is_upper(reader_.code_point(next)) && !opens_sentence(next);
  }

  /// Whether a function word, perhaps elided, stands at `at`.
  bool opens_sentence(std::size_t at) const {
    const std::string_view word = reader_.word_at(at);
    const std::size_t end = at + word.size();
    return is_function_word(word) || (reader_.peek(end) == CharClass::apostrophe &&
                                      is_elision(word, reader_.text().substr(reader_.after(end))));
  }

  // ---- numbers

  void scan_number(std::size_t begin) {
    const std::size_t end = number_end(reader_, reader_.is_digit(begin) ? begin : reader_.after(begin));
    std::size_t after = end;
    switch (reader_.next_class(after)) {
      case CharClass::letter:
        return scan_glued_letters(begin, end);
      case CharClass::apostrophe:
      case CharClass::hyphen:  // 4-temps, 90's
        if (reader_.peek(after) == CharClass::letter) return scan_word(begin, end, false);
        return emit(begin, end, TokenKind::number);
      default:
        return emit(begin, reader_.run_end(end, false), TokenKind::number);
    }
  }

  /// 14h30 and 160km are cut; 1er, 20e and 5G are words.
  void scan_glued_letters(std::size_t begin, std::size_t end) {
    std::size_t letters_end = end;
    while (reader_.is_letter(letters_end)) letters_end = reader_.after(letters_end);
    if (!is_glued_unit(reader_.slice(end, letters_end))) return scan_word(begin, end, false);
    emit(begin, end, TokenKind::number);
    emit(end, letters_end, TokenKind::word);
  }

  // ---- marks

  void scan_mark() {
    const char mark = reader_.byte(at_);
    if (mark == '@' && scan_mail_address()) return;
    if ((mark == '@' || mark == '#') && reader_.is_word(at_ + 1))
      return emit(at_, handle_end(), TokenKind::word);
    if (is_sign()) return scan_number(at_);
    emit(at_, mark_end(reader_, at_), TokenKind::mark);
  }

  std::size_t handle_end() const {
    std::size_t end = at_ + 1;
    while (reader_.is_word(end) || reader_.peek(end) == CharClass::extend || reader_.byte(end) == '_')
      end = reader_.after(end);
    return end;
  }

  /// An @ inside an address: what was already cut before it becomes one token with what follows.
  bool scan_mail_address() {
    const std::size_t end = mail_domain_end(reader_, at_ + 1);
    std::size_t begin = at_;
    while (begin > 0 && is_local_part(reader_.byte(begin - 1))) --begin;
    if (end == at_ + 1 || begin == at_) return false;
    while (out_.size() > first_ && out_.back().end > begin) {
      begin = std::min<std::size_t>(begin, out_.back().begin);
      out_.pop_back();
    }
    emit(begin, end, TokenKind::word);
    return true;
  }

  /// The sign of a number: behind a blank or an opening bracket, and glued to a digit.
  bool is_sign() const {
    const char32_t c = reader_.code_point(at_);
    if ((c != '-' && c != '+' && c != 0x2212) || !reader_.is_digit(reader_.after(at_))) return false;
    return at_ == 0 || reader_.byte(at_ - 1) == '(' || reader_.is_blank(reader_.before(at_));
  }

  CharReader reader_;
  std::vector<Token>& out_;
  std::size_t first_;  ///< tokens before it are not ours
  std::size_t at_ = 0;
};

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& out) { Scanner(text, out).run(); }

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  return tokens;
}

}  // namespace sahafa
