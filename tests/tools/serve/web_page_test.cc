#include "tools/serve/web_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "analysis/analysis.h"
#include "tools/serve/routes.h"

namespace sahafa::tools {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The policy that the server sends refuses inline scripts and styles and everything from elsewhere.
TEST(WebPage, NothingIsInlineOrFromElsewhere) {
  const WebFile* const page = find_web_file("/");
  ASSERT_NE(page, nullptr);
  const std::string html(page->content);
  EXPECT_FALSE(std::regex_search(
      html, std::regex("<script(?![^>]*src=\"/)|<style|\\sstyle=|\\son[a-z]+=", std::regex::icase)));
  EXPECT_FALSE(std::regex_search(html, std::regex("(src|href)=\"(?!/|#)")));
}

TEST(WebPage, EveryFileThatThePageNamesIsThere) {
  const std::string html(find_web_file("/")->content);
  const std::regex reference("(?:src|href)=\"(/[^\"]*)\"");
  std::size_t found = 0;
  for (auto match = std::sregex_iterator(html.begin(), html.end(), reference);
       match != std::sregex_iterator(); ++match) {
    const std::string path = (*match)[1];
    if (path == "/openapi.json") continue;
    EXPECT_NE(find_web_file(path), nullptr) << path;
    ++found;
  }
  EXPECT_GE(found, 3U);
  EXPECT_THAT(std::string(find_web_file("/style.css")->content), HasSubstr("url(/naskh.woff2)"));
  EXPECT_EQ(find_web_file("/naskh.woff2")->content.substr(0, 4), "wOF2");
}

TEST(WebPage, TheScriptMakesNoMarkupOutOfText) {
  const std::string script(find_web_file("/app.js")->content);
  for (const char* danger :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"})
    EXPECT_THAT(script, Not(HasSubstr(danger)));
}

TEST(WebPage, EveryOptionIsExplainedInFrenchAndArabic) {
  const std::string script(find_web_file("/app.js")->content);
  for (const Analysis& analysis : analyses()) {
    for (const OptionSpec& spec : analysis.options) {
      if (!is_served(spec)) continue;
      const std::string key = nlohmann::json(std::string(spec.help)).dump();
      const std::size_t at = script.find("[" + key + ", ['");
      ASSERT_NE(at, std::string::npos) << analysis.name << " --" << spec.name << ": " << spec.help;
      EXPECT_THAT(script.substr(at, script.find('\n', at) - at), HasSubstr("', '")) << spec.help;
    }
  }
}

TEST(WebPage, OtherAddressesAreNoFiles) {
  for (const char* path : {"", "/page.html", "/../etc/passwd", "//", "/app.js/"})
    EXPECT_EQ(find_web_file(path), nullptr) << path;
}

}  // namespace
}  // namespace sahafa::tools
