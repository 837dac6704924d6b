#include "ingest/html_cues.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::uint32_t kLongestCue =
    220;  // characters; a longer line that begins with a cue is the article's

bool begins_with_any(std::string_view folded, std::span<const std::string_view> cues) {
  return std::ranges::any_of(cues, [&](std::string_view cue) { return folded.starts_with(cue); });
}

// Folded beginnings of lines that lead away from the article, or belong to the page around it.
// clang-format off
constexpr std::array<std::string_view, 87> kCues{
    "a lire aussi", "lire aussi", "lire egalement", "a lire egalement", "lisez aussi", "voir aussi", "a voir aussi",
    "sur le meme sujet", "a lire :", "a lire sur", "lire :", "lire la suite", "dans la meme rubrique", "a ecouter",
    "ecouter aussi", "partager", "partagez", "abonnez-vous", "inscrivez-vous", "suivez-nous", "suivez ", "telecharger",
    "temps de lecture", "publie le", "publie par", "mis a jour le", "modifie le", "credit photo", "photo :",
    "photo d'illustration", "(photo", "©", "copyright", "tags :", "mots-cles", "mots cles", "commentaires",
    "laisser un commentaire", "a propos de l'auteur", "ecouter l'article", "ecouter cet article", "listen to this", "ph. ", "ph :",
    "استمع الي المقال", "استمع للمقال", "عن الكاتب", "نبذه عن الكاتب",
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

// Folded beginnings of the lines behind which other articles or the readers' comments stand.
constexpr std::array<std::string_view, 50> kAway{"articles lies",
                                                 "articles similaires",
                                                 "articles recents",
                                                 "articles connexes",
                                                 "autres articles",
                                                 "plus d'articles",
                                                 "a lire aussi",
                                                 "a lire egalement",
                                                 "lire aussi",
                                                 "lire egalement",
                                                 "sur le meme sujet",
                                                 "sur le meme theme",
                                                 "sur le meme thematique",
                                                 "dans la meme rubrique",
                                                 "dans la meme categorie",
                                                 "vous aimerez aussi",
                                                 "vous pourriez aussi aimer",
                                                 "ca peut vous interesser",
                                                 "les plus lus",
                                                 "commentaires",
                                                 "laisser un commentaire",
                                                 "laissez un commentaire",
                                                 "reagir a cet article",
                                                 "a propos de l'auteur",
                                                 "مقالات ذات",
                                                 "مقالات مشابهه",
                                                 "مقالات اخري",
                                                 "اخبار ذات",
                                                 "مواضيع ذات",
                                                 "مواضيع مشابهه",
                                                 "مواضيع اخري",
                                                 "قد يعجبك ايضا",
                                                 "قد يهمك",
                                                 "اقرا ايضا",
                                                 "التعليقات",
                                                 "تعليقات الزوار",
                                                 "اضف تعليق",
                                                 "اترك تعليق",
                                                 "الاكثر قراءه",
                                                 "الاكثر مشاهده",
                                                 "ahnliche beitrage",
                                                 "ahnliche artikel",
                                                 "mehr zum thema",
                                                 "kommentare",
                                                 "related articles",
                                                 "related posts",
                                                 "related stories",
                                                 "you may also like",
                                                 "comments",
                                                 "leave a comment"};

// Folded parts of the lines with which a page ends for who has not paid.
constexpr std::array<std::string_view, 24> kPaywall{"reserve aux abonnes",
                                                    "reservee aux abonnes",
                                                    "reserves aux abonnes",
                                                    "pour lire la suite",
                                                    "pour continuer la lecture",
                                                    "continuez votre lecture",
                                                    "abonnez-vous pour lire",
                                                    "la suite est reservee",
                                                    "deja abonne",
                                                    "de cet article a lire",
                                                    "للمشتركين فقط",
                                                    "مخصص للمشتركين",
                                                    "اشترك لقراءه",
                                                    "لقراءه المقال كاملا",
                                                    "لمتابعه القراءه",
                                                    "مشترك بالفعل",
                                                    "to view the full story",
                                                    "to read the full",
                                                    "to continue reading",
                                                    "subscribe to read",
                                                    "already a subscriber",
                                                    "for subscribers only",
                                                    "nur fur abonnenten",
                                                    "solo para suscriptores"};

// "Recevez chaque matin l'essentiel dans votre boîte mail": a form for a newsletter. Texts about addresses do not begin so.
bool asks_for_address(std::string_view folded) {
  constexpr std::array<std::string_view, 12> kRequests{"recevez",  "inscrivez", "entrez",  "saisissez",
                                                       "indiquez", "get ",      "receive", "enter ",
                                                       "توصل",     "احصل",      "ادخل",    "اكتب"};
  constexpr std::array<std::string_view, 10> kAddresses{
      "boite mail",    "boite e-mail", "votre e-mail", "votre email", "adresse e-mail",
      "adresse email", "adresse mail", "your inbox",   "your email",  "بريدك"};
  return begins_with_any(folded, kRequests) && std::ranges::any_of(kAddresses, [&](std::string_view word) {
           return folded.find(word) != std::string_view::npos;
         });
}

// "00:00 / 03:12": how far a player is.
bool is_counter(std::string_view text) {
  return text.find(':') != std::string_view::npos &&
         text.find_first_not_of("0123456789:/ -") == std::string_view::npos;
}

}  // namespace

bool is_cue_line(const HtmlBlock& block) {
  if (block.letters > kLongestCue) return false;
  if (is_counter(block.text)) return true;
  if (asks_for_address(block.folded)) return true;
  if (begins_with_any(block.folded, kCues) && !(block.marks > 3 && block.linked == 0)) return true;
  return block.linked > 0 && std::ranges::any_of(kInvitations, [&](std::string_view word) {
           return block.folded.find(word) != std::string_view::npos;
         });
}

bool leads_away(const HtmlBlock& block) {
  constexpr std::uint32_t kLongest = 60;  // characters
  return block.letters <= kLongest && !block.ends_sentence && begins_with_any(block.folded, kAway);
}

bool asks_to_subscribe(const HtmlBlock& block) {
  if (block.letters > kLongestCue) return false;
  return std::ranges::any_of(
      kPaywall, [&](std::string_view words) { return block.folded.find(words) != std::string::npos; });
}

bool is_reading_time(const HtmlBlock& block) {
  constexpr std::uint32_t kLongest = 45;  // characters
  constexpr std::array<std::string_view, 3> kUnits{"min", "دقيق", "دقايق"};
  constexpr std::array<std::string_view, 7> kWords{"lecture", "read",  "lese",   "leitura",
                                                   "lectura", "قراءه", "للقراءه"};
  const auto has_any = [&](std::span<const std::string_view> words) {
    return std::ranges::any_of(
        words, [&](std::string_view word) { return block.folded.find(word) != std::string_view::npos; });
  };
  return block.letters <= kLongest && has_any(kUnits) && has_any(kWords) &&
         block.folded.find_first_of("0123456789") != std::string_view::npos;
}

bool is_dateline(const HtmlBlock& block) {
  constexpr std::uint32_t kLongestDateline = 110;  // characters
  constexpr std::uint32_t kShortDateline = 80;
  if (block.letters > kLongestDateline || block.heading) return false;
  const std::optional<FoundDate> date = find_date(block.text);
  const std::string_view before = std::string_view(block.text).substr(0, date ? date->span.begin : 0);
  if (is_byline(block.text) || (date && begins_like_byline(before))) return true;
  return block.letters <= kShortDateline && date && !block.ends_sentence &&
         date->span.size() * 3 > block.text.size();
}

}  // namespace sahafa
