#include "ingest/dates.h"

#include <gtest/gtest.h>

namespace sahafa {
namespace {

struct Case {
  std::string_view text;
  std::string_view iso;
};

TEST(Dates, ReadsWhatThePressWrites) {
  const Case cases[] = {
      // French
      {"8 avril 2025", "2025-04-08"},
      {"mardi 8 avril 2025", "2025-04-08"},
      {"Mardi 8 Avril 2025 à 16h28", "2025-04-08"},
      {"1er août 2025", "2025-08-01"},
      {"1ER AOUT 2025", "2025-08-01"},
      {"le 8 aout 2025", "2025-08-08"},
      {"8 févr. 2025", "2025-02-08"},
      {"15 déc. 2024", "2024-12-15"},
      {"Publié le 08/04/2025 à 10:00", "2025-04-08"},
      {"08-04-2025", "2025-04-08"},
      {"8.4.2025", "2025-04-08"},
      {"02/11/23", "2023-11-02"},
      {"29 février 2024", "2024-02-29"},
      {"avril 2025", "2025-04"},
      {"8 avril 2025", "2025-04-08"},
      // Arabic: the Maghreb, the Levant, Egypt; missing hamza; Arabic-Indic digits
      {"الثلاثاء 8 أبريل 2025", "2025-04-08"},
      {"الثلاثاء، 8 أبريل 2025", "2025-04-08"},
      {"8 ابريل 2025", "2025-04-08"},
      {"٨ أبريل ٢٠٢٥", "2025-04-08"},
      {"12 غشت 2025", "2025-08-12"},
      {"3 شتنبر 2024", "2024-09-03"},
      {"30 نونبر 2024", "2024-11-30"},
      {"1 دجنبر 2024", "2024-12-01"},
      {"14 يوليوز 2025", "2025-07-14"},
      {"9 ماي 2025", "2025-05-09"},
      {"8 أفريل 2025", "2025-04-08"},
      {"5 جويلية 2025", "2025-07-05"},
      {"20 أوت 2025", "2025-08-20"},
      {"11 جانفي 2025", "2025-01-11"},
      {"8 نيسان 2025", "2025-04-08"},
      {"8 نيسان / أبريل 2025", "2025-04-08"},
      {"11 مارس/ آذار 2025", "2025-03-11"},
      {"04 آب/اغسطس 2023", "2023-08-04"},
      {"2 كانون الثاني 2025", "2025-01-02"},
      {"17 تشرين الأول 2024", "2024-10-17"},
      {"25 أغسطس 2025", "2025-08-25"},
      {"7 من شهر مارس من سنة 2025", "2025-03-07"},
      {"أبريل 2025", "2025-04"},
      {"٢٠٢٥/٠٤/٠٨", "2025-04-08"},
      // English, ISO 8601, RFC 822
      {"April 8, 2025", "2025-04-08"},
      {"8th April 2025", "2025-04-08"},
      {"2025-04-08", "2025-04-08"},
      {"2025-04-08T23:30:00+01:00", "2025-04-08"},
      {"2025/4/8", "2025-04-08"},
      {"20250408", "2025-04-08"},
      {"Tue, 08 Apr 2025 16:28:00 +0100", "2025-04-08"},
      {"08-Apr-2025", "2025-04-08"},
      {"2025-04", "2025-04"},
      {"2025", "2025"},
      // Month first only where day first is impossible
      {"04/25/2025", "2025-04-25"},
  };
  for (const Case& test : cases) EXPECT_EQ(parse_date(test.text), test.iso) << test.text;
}

TEST(Dates, RefusesWhatIsNone) {
  const std::string_view cases[] = {
      "",
      "inconnue",
      "غير معروف",
      "30 février 2025",
      "31/04/2025",
      "2025-13-08",
      "0 avril 2025",
      "8 avril",
      "12 345 dossiers",
      "le 8 de la rue",
      "20251399",
      "1.2.3",
      "8 أبريل",
      "99 غشت 2025",
      "hier à 10 h",
      "أمس",
      "tel. 05 22 33 44 55",
      "29 février 2025",
  };
  for (const std::string_view text : cases) EXPECT_EQ(parse_date(text), "") << text;
}

TEST(Dates, FindsTheFirstDateInRunningTextWithItsPlace) {
  const std::string french = "Rabat, le mardi 8 avril 2025. Depuis le 3 mars 2024, rien.";
  const auto found = find_date(french);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->iso, "2025-04-08");
  EXPECT_EQ(slice(french, found->span), "8 avril 2025");
  const std::string arabic = "الرباط في ٨ أبريل ٢٠٢٥، قال المصدر";
  const auto found_ar = find_date(arabic);
  ASSERT_TRUE(found_ar);
  EXPECT_EQ(slice(arabic, found_ar->span), "٨ أبريل ٢٠٢٥");
  EXPECT_FALSE(find_date("Le 8 avril, la CNSS a confirmé."));
}

TEST(Dates, ReadsTheDateInAnAddress) {
  EXPECT_EQ(date_from_url("https://exemple.ma/2025/04/08/titre"), "2025-04-08");
  EXPECT_EQ(date_from_url("https://exemple.ma/actu/2025-04-08-titre.html"), "2025-04-08");
  EXPECT_EQ(date_from_url("https://exemple.ma/20250408/titre"), "2025-04-08");
  EXPECT_EQ(date_from_url("https://exemple.ma/2025/04/titre"), "2025-04");
  EXPECT_EQ(date_from_url("https://exemple.ma/article-12345.html"), "");
  EXPECT_EQ(date_from_url("https://2025.exemple.ma/titre"), "");
  EXPECT_EQ(date_from_url(""), "");
}

}  // namespace
}  // namespace sahafa
