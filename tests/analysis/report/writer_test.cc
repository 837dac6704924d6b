#include "analysis/report/writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "text/display.h"
#include "text/error.h"

namespace sahafa {
namespace {

using enum TableBuilder::Type;

Table example() {
  TableBuilder builder({{"terme", text}, {"n", integer}, {"part", number}});
  builder.add("l’audit, \"public\"").add(std::int64_t{12}).add(0.1);
  builder.add("الصُّندوق\nالوطني").add_missing().add(1e6 / 3.0);
  return builder.finish();
}

std::string written(const Table& table, Format format) {
  std::ostringstream out;
  write_table(table, format, out);
  return out.str();
}

TEST(Writer, CsvQuotesWhatRfc4180Asks) {
  EXPECT_EQ(written(example(), Format::csv),
            "terme,n,part\n\"l’audit, \"\"public\"\"\",12,0.1\n\"الصُّندوق\nالوطني\",,333333.3333333333\n");
}

TEST(Writer, TsvKeepsARowOnALine) {
  EXPECT_EQ(written(example(), Format::tsv),
            "terme\tn\tpart\nl’audit, \"public\"\t12\t0.1\nالصُّندوق\\nالوطني\t\t333333.3333333333\n");
}

TEST(Writer, JsonLinesParseBackToTheValues) {
  std::istringstream lines(written(example(), Format::jsonl));
  std::string line;
  std::getline(lines, line);
  const auto first = nlohmann::json::parse(line);
  EXPECT_EQ(first["terme"], "l’audit, \"public\"");
  EXPECT_EQ(first["n"], 12);
  EXPECT_EQ(first["part"], 0.1);
  std::getline(lines, line);
  const auto second = nlohmann::json::parse(line);
  EXPECT_EQ(second["terme"], "الصُّندوق\nالوطني");
  EXPECT_TRUE(second["n"].is_null());
  EXPECT_EQ(second["part"], 1e6 / 3.0);
  EXPECT_FALSE(std::getline(lines, line));
}

TEST(Writer, JsonHasNoInfinity) {
  TableBuilder builder({{"x", number}});
  builder.add(std::numeric_limits<double>::infinity());
  EXPECT_EQ(written(builder.finish(), Format::jsonl), "{\"x\":null}\n");
}

TEST(Writer, JsonReplacesBytesThatAreNoText) {
  TableBuilder builder({{"path", text}});
  builder.add("\xFF.txt");
  EXPECT_EQ(written(builder.finish(), Format::jsonl), "{\"path\":\"\uFFFD.txt\"}\n");
}

TEST(Writer, TerminalColumnsAlignByWidth) {
  TableBuilder builder({{"terme", text}, {"n", integer}, {"part", number}});
  builder.add("été").add(std::int64_t{7}).add(0.123456789);
  builder.add("مُحَمَّد").add(std::int64_t{12345}).add(2.0);
  // Harakat take no room; Arabic stands between isolates, which take none either.
  EXPECT_EQ(written(builder.finish(), Format::table),
            "terme      n      part\n"
            "été        7  0.123457\n"
            "\u2068مُحَمَّد\u2069   12345         2\n");
}

TEST(Writer, TerminalCutsLongCellsButNotTheLastColumn) {
  const std::string longer(100, 'x');
  TableBuilder builder({{"a", text}, {"b", text}});
  builder.add(longer).add(longer);
  const std::string out = written(builder.finish(), Format::table);
  EXPECT_NE(out.find(std::string(59, 'x') + "…  " + longer), std::string::npos);
}

TEST(Writer, EmptyTableHasItsHeader) {
  const Table table = TableBuilder({{"a", text}, {"b", integer}}).finish();
  EXPECT_EQ(written(table, Format::csv), "a,b\n");
  EXPECT_EQ(written(table, Format::jsonl), "");
  EXPECT_EQ(written(table, Format::table), "a  b\n");
}

TEST(Writer, FormatsHaveNames) {
  EXPECT_EQ(format_from_string("jsonl"), Format::jsonl);
  EXPECT_EQ(format_from_string("table"), Format::table);
  EXPECT_THROW(format_from_string("xml"), Error);
}

}  // namespace
}  // namespace sahafa
