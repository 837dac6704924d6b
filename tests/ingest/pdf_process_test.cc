#include "ingest/pdf_process.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/packed_pdf.h"
#include "ingest/pdf.h"
#include "ingest/pdf_file.h"
#include "tests/ingest/pdf_writer.h"

namespace sahafa {
namespace {

using testing::HasSubstr;

class PdfProcessTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!PdfFile::is_supported()) GTEST_SKIP() << "built without poppler";
  }
};

std::string pdf_of(const std::string& line) {
  return test::write_pdf(
      {{{test::PdfText{50, 700, 10, line}}, {}}, "/Title (Un titre composé) /Author (Sara Alami)"});
}

// One page that draws a form ten times, which draws another ten times, and so on: 10^`levels` drawings of a word.
std::string endless_pdf(int levels) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject "
      "<< /X 6 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  const auto stream = [](const std::string& head, const std::string& content) {
    return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", head, content.size(), content);
  };
  std::string draws;
  for (int i = 0; i < 10; ++i) draws += "/X Do\n";
  objects.push_back(stream("", draws));
  for (int level = 0; level < levels; ++level)
    objects.push_back(stream(
        fmt::format(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {} 0 R >> >>",
            objects.size() + 2),
        draws));
  objects.push_back(
      stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >>",
             "BT /F 10 Tf 50 700 Td (quai) Tj ET"));
  std::string out = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return out +
         fmt::format(
             "xref\n0 {}\n0000000000 65535 f \n{}trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
             objects.size() + 1, table, objects.size() + 1, out.size());
}

std::string all_of(const ReadPdf& pdf) { return pack(pdf); }

TEST_F(PdfProcessTest, GivesWhatReadingHereGivesInOrderForAnyNumberOfJobs) {
  std::vector<std::string> bytes;
  for (int i = 0; i < 7; ++i) {
    bytes.push_back(pdf_of(fmt::format("Le quai numéro {} a rouvert mardi matin.", i)));
    bytes.push_back(pdf_of(fmt::format("عاد العمال إلى الرصيف {} صباح الثلاثاء.", i)));
  }
  bytes.push_back("%PDF-1.4\n%%EOF");
  std::vector<PdfFileToRead> files;
  for (const std::string& file : bytes) files.push_back({file, {}});
  for (const std::size_t jobs : {1, 2, 5}) {
    const std::vector<ReadPdf> read = read_pdfs(files, jobs);
    ASSERT_EQ(read.size(), files.size());
    for (std::size_t i = 0; i < files.size(); ++i)
      EXPECT_EQ(all_of(read[i]), all_of(read_pdf_here(files[i]))) << i;
  }
}

TEST_F(PdfProcessTest, APageWithoutEndIsEndedAndTheNextFileIsRead) {
  const std::string slow = endless_pdf(12);
  const std::string good = pdf_of("Les quais ont rouvert mardi matin.");
  const std::vector<PdfFileToRead> files{{slow, {}}, {good, {}}};
  const std::vector<ReadPdf> read = read_pdfs(files, 2, {.cpu = std::chrono::seconds(1)});
  EXPECT_THAT(read[0].failure, HasSubstr("took more than 1 seconds"));
  EXPECT_THAT(read[0].failure, HasSubstr("print it to a new PDF"));
  EXPECT_THAT(read[1].decoded.text, HasSubstr("Les quais ont rouvert"));
  const Intake intake = read_pdf_source("a.pdf", slow, read[0], {});
  ASSERT_EQ(intake.issues.size(), 1U);
  EXPECT_TRUE(intake.issues[0].fatal);
  EXPECT_EQ(intake.issues[0].path, "a.pdf");
}

TEST_F(PdfProcessTest, AMachineThatIsBusyEndsItByTheClock) {
  const std::string slow = endless_pdf(12);
  const std::vector<PdfFileToRead> files{{slow, {}}};
  EXPECT_THAT(read_pdfs(files, 1, {.wall = std::chrono::seconds(0)}).at(0).failure, HasSubstr("was ended"));
}

TEST(PackedPdf, IsUnpackedOnlyWhole) {
  ReadPdf pdf{{"نص", "utf-8 (pdf)", 3}, {}, {}};
  pdf.said.title = "Titre";
  pdf.said.made = "2025-04-08";
  pdf.said.page_begins = {0, 17};
  pdf.said.issues.push_back({"", "page 2", "no text", "vide", true});
  const std::string bytes = pack(pdf);
  const auto whole = unpack(bytes);
  ASSERT_TRUE(whole);
  EXPECT_EQ(pack(*whole), bytes);
  EXPECT_EQ(whole->decoded.text, "نص");
  EXPECT_EQ(whole->said.page_begins, (std::vector<std::size_t>{0, 17}));
  EXPECT_TRUE(whole->said.issues.at(0).fatal);
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(unpack(bytes.substr(0, size))) << size;
  EXPECT_FALSE(unpack(bytes + "x"));
}

}  // namespace
}  // namespace sahafa
