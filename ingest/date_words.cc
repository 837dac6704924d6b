#include "ingest/date_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "text/fold.h"

namespace sahafa {
namespace {

// Names of one month (or day), separated by commas, as written; folded when the table is made.
using Names = std::string_view;

// The Maghreb (غشت, جويلية), the Levant and Iraq (نيسان, كانون الثاني), Egypt and the Gulf (أغسطس), Mauritania (أغشت);
// and the languages next door: German, Spanish, Italian.
constexpr std::array<Names, 12> kGregorian{
    "janvier,janv,jan,january,januar,jänner,enero,gennaio,يناير,جانفي,كانون الثاني,كانون ثاني,كانون "
    "ثان,ينائر",
    "février,févr,fév,february,feb,febr,februar,febrero,febbraio,فبراير,فيفري,شباط",
    "mars,mar,march,märz,marzo,مارس,آذار",
    "avril,avr,april,apr,abril,aprile,أبريل,إبريل,أفريل,نيسان",
    "mai,may,mayo,maggio,ماي,مايو,أيار,مايس",
    "juin,june,jun,juni,junio,giugno,يونيو,يونيه,جوان,حزيران",
    "juillet,juil,juill,july,jul,juli,julio,luglio,يوليو,يوليوز,يوليه,جويلية,تموز",
    "août,aout,aoû,august,aug,agosto,غشت,أغسطس,أغشت,أوت,آب",
    "septembre,sept,sep,september,septiembre,settembre,شتنبر,سبتمبر,شتمبر,أيلول",
    "octobre,oct,october,oktober,okt,octubre,ottobre,أكتوبر,أوكتوبر,تشرين الأول,تشرين أول",
    "novembre,nov,november,noviembre,نونبر,نوفمبر,تشرين الثاني,تشرين ثاني,تشرين ثان",
    "décembre,déc,dec,december,dezember,dez,diciembre,dicembre,دجنبر,ديسمبر,دجمبر,كانون الأول,كانون أول",
};

constexpr std::array<Names, 12> kHijri{
    "محرم,محرم الحرام,المحرم,moharram,mouharram,muharram",
    "صفر,صفر الخير,safar",
    "ربيع الأول,ربيع أول,ربيع الأنور,ربيع النبوي,rabia al awal,rabii al awwal,rabi al awwal,rabia i,rabii i",
    "ربيع الثاني,ربيع الآخر,ربيع الثان,rabia at thani,rabii at thani,rabi al thani,rabia ii,rabii ii",
    "جمادى الأولى,جمادى الأول,جمادى أولى,joumada al oula,jumada al awwal,joumada i",
    "جمادى الثانية,جمادى الآخرة,جمادى الثاني,جمادى الآخر,joumada at thania,jumada al thani,joumada ii",
    "رجب,رجب الفرد,rajab,rejeb",
    "شعبان,شعبان المعظم,شعبان الأبرك,chaabane,chaâbane,shaaban",
    "رمضان,رمضان المبارك,رمضان المعظم,رمضان الأبرك,ramadan,ramadhan",
    "شوال,شوال الأبرك,chaoual,chawwal,shawwal",
    "ذو القعدة,ذي القعدة,ذو القعدة الحرام,ذي القعدة الحرام,dhou al qaada,doul qaada,dhul qadah",
    "ذو الحجة,ذي الحجة,ذو الحجة الحرام,ذي الحجة الحرام,dhou al hijja,doul hijja,dhul hijjah",
};

constexpr std::array<Names, 7> kWeekdays{
    "dimanche,dim,sunday,sun,الأحد,أحد",          "lundi,lun,monday,mon,الاثنين,الإثنين,اثنين",
    "mardi,tuesday,tue,tues,الثلاثاء,ثلاثاء",  // "mar." is March more often
    "mercredi,mer,wednesday,wed,الأربعاء,أربعاء", "jeudi,jeu,thursday,thu,thur,thurs,الخميس,خميس",
    "vendredi,ven,friday,fri,الجمعة,جمعة",        "samedi,sam,saturday,sat,السبت,سبت",
};

template <class Visit>
void for_each_name(Names names, const Visit& visit) {
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t end = std::min(names.find(',', at), names.size());
    visit(fold(names.substr(at, end - at)));
    at = end + 1;
  }
}

// Names and, for names of several words, their beginnings with month 0: most words are no beginning of a month, and
// one look-up says so.
using Months = std::unordered_map<std::string, MonthName>;

void add_months(Months& months, CalendarKind calendar, const std::array<Names, 12>& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    for_each_name(table[i], [&](const std::string& name) {
      std::size_t words = 1;
      for (std::size_t blank = name.find(' '); blank != std::string::npos; blank = name.find(' ', blank + 1))
        months.emplace(name.substr(0, blank), MonthName{calendar, 0, words++});
      months.insert_or_assign(name, MonthName{calendar, static_cast<int>(i) + 1, words});
    });
  }
}

const Months& months() {
  static const Months table = [] {
    Months result;
    add_months(result, CalendarKind::gregorian, kGregorian);
    add_months(result, CalendarKind::hijri, kHijri);
    return result;
  }();
  return table;
}

}  // namespace

std::optional<MonthName> find_month(std::span<const std::string_view> words) {
  std::optional<MonthName> longest;
  std::string name;
  for (const std::string_view word : words) {
    name += name.empty() ? "" : " ";
    name += word;
    const auto found = months().find(name);
    if (found == months().end()) break;
    if (found->second.month != 0) longest = found->second;
  }
  return longest;
}

std::optional<unsigned> find_weekday(std::string_view word) {
  static const std::unordered_map<std::string, unsigned> table = [] {
    std::unordered_map<std::string, unsigned> result;
    for (std::size_t i = 0; i < kWeekdays.size(); ++i)
      for_each_name(kWeekdays[i],
                    [&](const std::string& name) { result.emplace(name, static_cast<unsigned>(i)); });
    return result;
  }();
  const auto found = table.find(std::string(word));
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sahafa
