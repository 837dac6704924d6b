#include "ingest/html_scripts.h"

#include <gtest/gtest.h>

#include <string>

namespace sahafa {
namespace {

TEST(HtmlScripts, ScriptsStylesAndCommentsAreCutOut) {
  EXPECT_EQ(without_scripts("<p>un</p><script src=\"a\">if (a < b) { '<p>' }</script><p>deux</p>"),
            "<p>un</p><script src=\"a\"></script><p>deux</p>");
  EXPECT_EQ(without_scripts("<STYLE>p { }</Style ><p>نص</p><!-- <p>سر</p> -->"), "<STYLE></Style ><p>نص</p>");
  EXPECT_EQ(without_scripts("<scripted>a</scripted><p>a < b</p>"), "<scripted>a</scripted><p>a < b</p>");
}

TEST(HtmlScripts, DrawingsAndSubstitutesAreCutOut) {
  EXPECT_EQ(
      without_scripts("<svg class=\"x\"><path d=\"M0\"/></svg><p>نص</p><noscript><img src=\"a\"></noscript>"),
      "<svg class=\"x\"></svg><p>نص</p><noscript></noscript>");
}

TEST(HtmlScripts, DataStay) {
  const std::string data = "<script type=\"application/ld+json\">{\"a\": \"<!-- b -->\"}</script>";
  EXPECT_EQ(without_scripts(data), data);
}

TEST(HtmlScripts, WhatIsNotClosedStays) {
  for (const char* html : {"<p>un</p><!-- deux", "<script>un", "<style", "<script>a</scripts>", "<"})
    EXPECT_EQ(without_scripts(html), html);
}

TEST(HtmlScripts, ManyUnclosedPartsCostNoMoreThanOne) {
  std::string html;
  for (int i = 0; i < 200000; ++i) html += "<!--<script>";
  EXPECT_EQ(without_scripts(html).size(), html.size());
}

TEST(HtmlScripts, PicturesInsideOfAttributesAreCutOut) {
  const std::string picture(100000, 'A');
  EXPECT_EQ(
      without_scripts("<img src=\"" + picture + "\" alt='صورة > \"'><p title = '" + picture + "'>نص</p>"),
      "<img src=\"\" alt='صورة > \"'><p title = ''>نص</p>");
  EXPECT_EQ(without_scripts("<p a='" + picture.substr(0, 60000) + "'>un</p>").size(), 60000 + 14U);
}

TEST(HtmlScripts, OnlyTheFirstHundredsOfAttributesOfATagStay) {
  std::string many = "<div";
  for (int i = 0; i < 1000; ++i) many += (i % 2 == 0 ? "\n      a" : " b") + std::to_string(i) + "=\"<\"";
  const std::string cut = without_scripts(many + ">نص</div>");
  EXPECT_TRUE(cut.ends_with(">نص</div>"));
  EXPECT_NE(cut.find("b99="), std::string::npos);
  EXPECT_EQ(cut.find("b401="), std::string::npos);
  const std::string few = "<div" + std::string(5000, ' ') + "a=1 b='2'\n/>";
  EXPECT_EQ(without_scripts(few), few);
}

}  // namespace
}  // namespace sahafa
