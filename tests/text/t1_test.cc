#include "text/t1.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sahafa {
namespace {

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> forms;
  for (const T1Token& token : tokenize_t1(text)) forms.push_back(token.form);
  return forms;
}

using testing::ElementsAre;

TEST(T1, EverythingButLettersMarksAndNumbersSeparates) {
  EXPECT_THAT(forms("L’ENQUÊTE, vice-président n° 12,5"),
              ElementsAre("l", "enquête", "vice", "président", "n", "12", "5"));
  EXPECT_THAT(forms("والصندوق أعلنَ، ٥٠٠ وثيقة؛"), ElementsAre("والصندوق", "أعلنَ", "٥٠٠", "وثيقة"));
  EXPECT_THAT(forms(" .. «» "), ElementsAre());
  EXPECT_THAT(forms(""), ElementsAre());
}

TEST(T1, SpansPointAtTheTextAsWritten) {
  const std::string_view text = "À Ça";
  const auto tokens = tokenize_t1(text);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(slice(text, tokens[0].span), "À");
  EXPECT_EQ(tokens[1].form, "ça");
}

}  // namespace
}  // namespace sahafa
