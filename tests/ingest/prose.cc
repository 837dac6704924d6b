#include "tests/ingest/prose.h"

#include <array>
#include <random>
#include <string_view>

namespace sahafa::test {
namespace {

constexpr std::size_t kChoices = 14;
using Words = std::array<std::string_view, kChoices>;

// A sentence is subject, verb, object, circumstance.
struct Language {
  Words subjects;
  Words verbs;
  Words objects;
  Words circumstances;
};

constexpr Language kFrench{
    {"Le guichet de la ville", "La directrice du port", "Un ancien comptable", "Le comité des usagers",
     "La mairie de Larache", "Le fournisseur du logiciel", "Une élue du nord", "Le syndicat des agents",
     "La cour régionale", "Un chercheur de Fès", "Le service des archives", "La coopérative agricole",
     "Le juge du canton", "Une infirmière de nuit"},
    {"a fermé", "réclame depuis longtemps", "promet de réparer", "découvre trop tard", "met en vente",
     "refuse de signer", "prépare en silence", "a publié sans prévenir", "veut remplacer", "examine encore",
     "a perdu de vue", "défend avec ardeur", "compte transférer", "regrette d'avoir choisi"},
    {"les registres de la cantine", "le vieux serveur du sous-sol", "un contrat de trois pages",
     "la liste des abonnés", "les clés du dépôt central", "une carte des inondations",
     "le budget des bibliothèques", "les plans de la gare routière", "un rapport sur les loyers",
     "la caisse de solidarité", "les comptes de la piscine", "un accord avec les pêcheurs",
     "le calendrier des travaux", "une enquête de voisinage"},
    {"malgré les pluies de novembre", "devant une salle presque vide", "à la demande des riverains",
     "sans attendre le vote", "avec deux ans de retard", "sous les yeux des voisins",
     "pour une somme inconnue", "au terme d'une longue nuit", "en dépit des promesses", "loin des caméras",
     "dans un bureau sans fenêtre", "après un premier refus", "contre l'avis du notaire",
     "le jour de la foire"}};

constexpr Language kArabic{
    {"مكتب الاستقبال بالمدينة", "مديرة الميناء القديم", "محاسب سابق", "لجنة المرتفقين", "جماعة العرائش",
     "مورد البرنامج", "منتخبة من الشمال", "نقابة الأعوان", "المحكمة الجهوية", "باحث من فاس", "مصلحة الأرشيف",
     "التعاونية الفلاحية", "قاضي الدائرة", "ممرضة الليل"},
    {"أغلق في صمت", "يطلب منذ زمن", "وعد بإصلاح", "اكتشف متأخرا", "عرض للبيع", "رفض توقيع", "يهيئ بهدوء",
     "نشر دون إنذار", "يريد استبدال", "ما زال يدرس", "فقد أثر", "دافع بقوة عن", "ينوي نقل", "ندم على اختيار"},
    {"سجلات المطعم المدرسي", "الخادم القديم في القبو", "عقدا من ثلاث صفحات", "لائحة المشتركين",
     "مفاتيح المخزن المركزي", "خريطة الفيضانات", "ميزانية الخزانات", "تصاميم المحطة الطرقية",
     "تقريرا حول الأكرية", "صندوق التضامن", "حسابات المسبح", "اتفاقا مع الصيادين", "جدول الأشغال",
     "بحثا في الجوار"},
    {"رغم أمطار الخريف", "أمام قاعة شبه فارغة", "بطلب من السكان", "دون انتظار التصويت", "بتأخير سنتين",
     "أمام أعين الجيران", "مقابل مبلغ مجهول", "بعد ليلة طويلة", "على الرغم من الوعود", "بعيدا عن العدسات",
     "في مكتب بلا نوافذ", "بعد رفض أول", "ضد رأي الموثق", "يوم المعرض"}};

std::string article(const Language& language, std::uint32_t number) {
  constexpr int kSentences = 12;
  constexpr int kSentencesOfParagraph = 4;
  std::mt19937 random(number);
  const auto pick = [&](const Words& words) { return std::string(words[random() % kChoices]); };
  std::string text;
  for (int i = 0; i < kSentences; ++i) {
    if (i > 0) text += i % kSentencesOfParagraph == 0 ? "\n" : " ";
    text += pick(language.subjects) + " " + pick(language.verbs) + " " + pick(language.objects) + " " +
            pick(language.circumstances) + ".";
  }
  return text;
}

}  // namespace

std::string french_article(std::uint32_t number) { return article(kFrench, number); }
std::string arabic_article(std::uint32_t number) { return article(kArabic, number); }

}  // namespace sahafa::test
