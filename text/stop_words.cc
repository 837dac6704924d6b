#include "text/stop_words.h"

#include <algorithm>
#include <array>

namespace sahafa {
namespace {

// Sorted by bytes.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",          "ai",       "ainsi",    "apres",   "as",      "au",        "aucun",   "aucune",  "aupres",
     "auquel",     "auquelle", "aussi",    "autre",   "autres",  "aux",       "avaient", "avais",   "avait",
     "avant",      "avec",     "avez",     "avoir",   "avons",   "c'",        "ca",      "car",     "ce",
     "ceci",       "cela",     "celle",    "celles",  "celui",   "cependant", "ces",     "cet",     "cette",
     "ceux",       "chaque",   "chez",     "combien", "comme",   "comment",   "contre",  "d'",      "dans",
     "de",         "depuis",   "des",      "deux",    "donc",    "dont",      "du",      "durant",  "elle",
     "elles",      "en",       "encore",   "entre",   "es",      "est",       "et",      "etaient", "etais",
     "etait",      "etant",    "ete",      "etes",    "etre",    "eu",        "eurent",  "eut",     "eux",
     "fait",       "font",     "fumes",    "furent",  "fut",     "hors",      "ici",     "il",      "ils",
     "j'",         "je",       "jusqu'",   "l'",      "la",      "laquelle",  "le",      "lequel",  "les",
     "lesquelles", "lesquels", "leur",     "leurs",   "lors",    "lorsqu'",   "lorsque", "lui",     "m'",
     "ma",         "mais",     "me",       "meme",    "memes",   "mes",       "mien",    "moi",     "mon",
     "n'",         "ne",       "ni",       "nos",     "notre",   "nous",      "on",      "ont",     "or",
     "ou",         "outre",    "par",      "parce",   "parmi",   "pas",       "pendant", "peu",     "peut",
     "plus",       "pour",     "pourquoi", "puis",    "puisque", "qu'",       "quand",   "que",     "quel",
     "quelle",     "quelles",  "quels",    "qui",     "quoi",    "s'",        "sa",      "sans",    "se",
     "selon",      "sera",     "serait",   "seront",  "ses",     "si",        "soit",    "son",     "sont",
     "sous",       "sur",      "t'",       "ta",      "te",      "tel",       "telle",   "telles",  "tels",
     "tes",        "toi",      "ton",      "tous",    "tout",    "toute",     "toutes",  "tres",    "tu",
     "un",         "une",      "vers",     "voici",   "voila",   "vos",       "votre",   "vous",    "y",
     "اذ",         "اذا",      "ال",       "الا",     "التي",    "الذي",      "الذين",   "اللتان",  "اللتين",
     "اللذان",     "اللذين",   "اللواتي",  "الي",     "اليه",    "اليها",     "ام",      "اما",     "امام",
     "ان",         "انا",      "انت",      "انتم",    "انه",     "انها",      "انهم",    "او",      "اول",
     "اولئك",      "اي",       "ايضا",     "اين",     "ايه",     "بان",       "باي",     "بعد",     "بعض",
     "بل",         "بما",      "بماذا",    "به",      "بها",     "بهذا",      "بهذه",    "بين",     "تحت",
     "تكون",       "تلك",      "تم",       "ثم",      "حتي",     "حول",       "حيث",     "حين",     "خلال",
     "دون",        "ذلك",      "سوف",      "سوي",     "ضد",      "ضمن",       "عبر",     "عدا",     "علي",
     "عليه",       "عليها",    "عليهم",    "عما",     "عمن",     "عن",        "عند",     "عندما",   "عنه",
     "عنها",       "غير",      "فان",      "فقد",     "فما",     "فمن",       "فهو",     "فهي",     "في",
     "فيم",        "فيما",     "فيه",      "فيها",    "قبل",     "قد",        "كان",     "كانت",    "كانوا",
     "كذلك",       "كل",       "كلا",      "كم",      "كما",     "كي",        "كيف",     "لا",      "لان",
     "لاي",        "لقد",      "لكن",      "لكي",     "لم",      "لما",       "لماذا",   "لمن",     "لن",
     "له",         "لها",      "لهذا",     "لهذه",    "لهم",     "لو",        "لولا",    "ليس",     "ليست",
     "ما",         "ماذا",     "متي",      "مثل",     "مع",      "مما",       "من",      "منذ",     "منه",
     "منها",       "منهم",     "مهما",     "نحن",     "نحو",     "هذا",       "هذه",     "هل",      "هم",
     "هما",        "هن",       "هنا",      "هناك",    "هو",      "هولاء",     "هي",      "وان",     "واي",
     "وفي",        "وقد",      "وكان",     "وكانت",   "وكذلك",   "وكيف",      "ولا",     "ولكن",    "ولم",
     "ولن",        "وما",      "ومن",      "وهذا",    "وهذه",    "وهل",       "وهم",     "وهو",     "وهي",
     "يكون"});

static_assert(std::ranges::is_sorted(kStopWords));

}  // namespace

bool is_stop_word(std::string_view form) { return std::ranges::binary_search(kStopWords, form); }

}  // namespace sahafa
