#include "corpus/codebook.h"

#include "corpus/codebook_lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "text/error.h"

namespace sahafa {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kFrame = "[[frame]]\nid = \"fault\"\n";

/// The complaint about a codebook, or "" when it is valid.
std::string complaint(std::string_view toml) {
  try {
    Codebook::read(toml, "mine.toml");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed);
    return error.what();
  }
  return {};
}

std::string with_frame(std::string_view actors) { return std::string(actors) + std::string(kFrame); }

TEST(Codebook, BundledNamesActorsAndFramesInBothLanguages) {
  const Codebook& book = Codebook::bundled();
  const Actor* fund = book.find_actor("cnss");
  ASSERT_NE(fund, nullptr);
  EXPECT_THAT(fund->names.at("fr"), testing::Contains("CNSS"));
  EXPECT_THAT(fund->names.at("ar"), testing::Contains("الصندوق"));
  for (const Frame& frame : book.frames()) {
    EXPECT_FALSE(frame.label.at("fr").empty()) << frame.id;
    EXPECT_FALSE(frame.label.at("ar").empty()) << frame.id;
    EXPECT_FALSE(frame.cues.at("fr").empty()) << frame.id;
    EXPECT_FALSE(frame.cues.at("ar").empty()) << frame.id;
    EXPECT_FALSE(frame.target.empty()) << frame.id;
  }
  EXPECT_EQ(book.hash().size(), 16U);
}

TEST(Codebook, BundledHasBothLanguagesInEveryWordClass) {
  for (std::size_t i = 0; i < kWordClasses; ++i) {
    const std::vector<std::string>& words = Codebook::bundled().words(static_cast<WordClass>(i));
    const auto is_arabic = [](const std::string& word) {
      return word.find_first_of("\xD8\xD9") != std::string::npos;
    };
    EXPECT_TRUE(std::ranges::any_of(words, is_arabic)) << i;
    EXPECT_FALSE(std::ranges::all_of(words, is_arabic)) << i;
  }
}

TEST(Codebook, AChildIsUnderItsParentAndNotTheOtherWayRound) {
  const Codebook& book = Codebook::bundled();
  EXPECT_TRUE(book.is_under("cnss_dg", "cnss"));
  EXPECT_TRUE(book.is_under("cnss", "cnss"));
  EXPECT_FALSE(book.is_under("cnss", "cnss_dg"));
  EXPECT_FALSE(book.is_under("nobody", "cnss"));
}

TEST(Codebook, CuesKeepTheirBindingAndTheirLine) {
  const Codebook book = Codebook::read(
      "[[actor]]\nid = \"mayor\"\nfr = [\"maire\"]\nar = [\"العمدة\"]\n[[frame]]\nid = \"fault\"\n"
      "[[frame.cue]]\nbind = \"subject\"\nwhen = \"negated\"\npolarity = \"defends\"\nfr = [\"réparer\"]\nar "
      "= [\"أصلح\"]\n",
      "mine.toml");
  ASSERT_EQ(book.find_frame("fault")->rules.size(), 1U);
  const Cue& cue = book.find_frame("fault")->rules.front();
  EXPECT_EQ(cue.bind, Bind::subject);
  EXPECT_EQ(cue.when, When::negated);
  EXPECT_EQ(cue.polarity, "defends");
  EXPECT_EQ(cue.modality, "asserted");
  EXPECT_EQ(cue.line, 7);
}

TEST(Codebook, ComplaintsNameFileLineAndRemedy) {
  EXPECT_THAT(complaint("[[actor]\n"), AllOf(HasSubstr("mine.toml, line 1"), HasSubstr("correct the TOML")));
  EXPECT_THAT(complaint(""), HasSubstr("add [[actor]] and [[frame]]"));
  EXPECT_THAT(complaint(with_frame("[[actor]]\nfr = [\"maire\"]\n")), HasSubstr("line 1: actor without id"));
  EXPECT_THAT(complaint(with_frame("[[actor]]\nid = \"a\"\nparent = \"b\"\n")),
              HasSubstr("unknown parent \"b\" of actor \"a\""));
  EXPECT_THAT(complaint(with_frame("[[actor]]\nid = \"a\"\n[[actor]]\nid = \"a\"\n")),
              HasSubstr("line 3: actor \"a\" is defined twice"));
  EXPECT_THAT(
      complaint(with_frame("[[actor]]\nid = \"a\"\nparent = \"b\"\n[[actor]]\nid = \"b\"\nparent = \"a\"\n")),
      HasSubstr("form a cycle"));
}

TEST(Codebook, ComplaintsAboutNames) {
  EXPECT_THAT(complaint(with_frame("[[actor]]\nid = \"a\"\nfr = [\" \"]\n")), HasSubstr("non-empty strings"));
  EXPECT_THAT(complaint(with_frame("[[actor]]\nid = \"a\"\nfr = \"maire\"\n")),
              HasSubstr("fr is not a list"));
  EXPECT_THAT(complaint(with_frame("[[actor]]\nid = \"a\"\nar = [\"العمدة\", \"العمدة\"]\n")),
              HasSubstr("stands twice"));
  EXPECT_THAT(complaint(with_frame(
                  "[[actor]]\nid = \"a\"\nfr = [\"maire\"]\n[[actor]]\nid = \"b\"\nfr = [\"maire\"]\n")),
              AllOf(HasSubstr("line 4"), HasSubstr("is a name of a and of b")));
  EXPECT_THAT(complaint(with_frame("[[actor]]\nid = \"a\"\n[[actor.guard]]\nalias = [\"maire\"]\n")),
              HasSubstr("no name of a"));
  EXPECT_THAT(complaint(with_frame(
                  "[[actor]]\nid = \"a\"\nfr = [\"maire\"]\n[[actor]]\nid = \"b\"\nfr = [\"maire\"]\n"
                  "[[actor.guard]]\nalias = [\"maire\"]\nrequires = [\"ville\"]\n")),
              "");
}

TEST(Codebook, ComplaintsAboutCues) {
  const auto cue = [](std::string_view lines) {
    return complaint("[[actor]]\nid = \"a\"\n[[frame]]\nid = \"f\"\n[[frame.cue]]\n" + std::string(lines));
  };
  EXPECT_THAT(cue(""), HasSubstr("line 5: cue without patterns"));
  EXPECT_THAT(cue("fr = [\"faute\"]\npolarity = \"bad\"\n"),
              HasSubstr("use one of blames, neutral, defends"));
  EXPECT_THAT(cue("fr = [\"faute\"]\nbind = \"somewhere\"\n"), HasSubstr("unknown bind \"somewhere\""));
  EXPECT_THAT(cue("fr = [\"faute\"]\nspeech = 1\n"), HasSubstr("neither true nor false"));
  EXPECT_THAT(complaint("[[actor]]\nid = \"a\"\n[[frame]]\nid = \"f\"\ntarget = \"b\"\n"),
              HasSubstr("unknown target \"b\""));
}

TEST(Codebook, AFamilyStandsForItsWordsInItsLanguage) {
  const Codebook book = Codebook::read(
      "[[family]]\nid = \"lack\"\nfr = [\"absence\", \"manque\"]\nar = [\"غياب\", \"انعدام\"]\n"
      "[[actor]]\nid = \"a\"\n[[frame]]\nid = \"f\"\n[[frame.cue]]\n"
      "fr = [\"@lack|défaut .. contrôle\"]\nar = [\"@lack الرقابة\"]\n",
      "mine.toml");
  const Cue& cue = book.frames().front().rules.front();
  EXPECT_THAT(cue.patterns.at("fr"), ElementsAre("absence|manque|défaut .. contrôle"));
  EXPECT_THAT(cue.patterns.at("ar"), ElementsAre("غياب|انعدام الرقابة"));
}

TEST(Codebook, AnAlternativeWithAnElisionIsAPatternOfItsOwn) {
  const Codebook book = Codebook::read(
      "[[actor]]\nid = \"a\"\n[[frame]]\nid = \"f\"\n[[frame.cue]]\n"
      "fr = [\"laisser filer|s'échapper|fuir\", \"de|d' contrôle\"]\nar = []\n",
      "mine.toml");
  EXPECT_THAT(book.frames().front().rules.front().patterns.at("fr"),
              ElementsAre("laisser s'échapper", "laisser filer|fuir", "de|d' contrôle"));
}

TEST(Codebook, ComplaintsAboutFamilies) {
  const std::string rest =
      "[[actor]]\nid = \"a\"\n[[frame]]\nid = \"f\"\n[[frame.cue]]\nfr = [\"@lack de\"]\n";
  EXPECT_THAT(complaint(rest), HasSubstr("unknown family \"@lack\" in fr"));
  EXPECT_THAT(complaint("[[family]]\nid = \"lack\"\nar = [\"غياب\"]\n" + rest),
              HasSubstr("unknown family \"@lack\" in fr"));
  EXPECT_THAT(complaint("[[family]]\nid = \"lack\"\nfr = [\"sans cesse\"]\n" + rest),
              HasSubstr("\"sans cesse\" of family \"lack\" is not one word"));
}

TEST(Codebook, AFileThatIsNotThereIsUnreadable) {
  try {
    Codebook::load("/nowhere/codebook.toml");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unreadable);
    EXPECT_THAT(error.what(), HasSubstr("/nowhere/codebook.toml"));
  }
}

TEST(CodebookLint, SaysWhatIsValidAndHardlyMeant) {
  const Codebook codebook = Codebook::read(R"(
[[actor]]
id = "plant"
label = { fr = "usine", ar = "معمل" }
fr = ["usine"]
[[frame]]
id = "pollution"
label = { fr = "pollution", ar = "تلوث" }
def_fr = "x"
def_ar = "س"
target = "plant"
  [[frame.cue]]
  fr = ["polluer", "ab", "sit-in|24/7 devant", "l'eau|filer", "d'échec*"]
  ar = ["لوث", "مياه|24/7"]
[[frame]]
id = "spill"
  [[frame.cue]]
  fr = ["polluer"]
  ar = ["صب"]
)",
                                           "test");
  std::vector<std::string> found;
  for (const LintFinding& finding : lint(codebook)) found.push_back(finding.entry + " " + finding.kind);
  for (const char* expected : {"codebook affair", "codebook accuse", "plant language", "pollution short",
                               "spill label", "spill target", "spill twice"}) {
    EXPECT_THAT(found, testing::Contains(expected));
  }
  EXPECT_EQ(std::ranges::count(found, "pollution alternative"), 3);  // l'eau is written out
}

}  // namespace
}  // namespace sahafa
