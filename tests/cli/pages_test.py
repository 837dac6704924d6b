"""Saved pages as a user brings them in: with layouts of outlets written by hand."""
from harness import SOURCE, CliTest, sahafa, unittest

OUTLETS = """
[[outlet]]
id = "lavigie"
name = "La Vigie"
names = ["La Vigie", "اليقظة"]
domains = ["lavigie.example"]
kind = "daily"

[outlet.page]
body = ["div.papier"]
date = "b.jour"
"""
PAGE = ("<html><head><title>{title}</title><link rel=canonical href='https://lavigie.example/{title}'></head><body><h1>{title}</h1>"
        "<b class=jour>8 avril 2025</b><div class=papier><p>{text}</p></div></body></html>")


class Pages(CliTest):
    def setUp(self):
        super().setUp()
        self.outlets = self.write("outlets.toml", OUTLETS)
        self.write("pages/fr.html", PAGE.format(title="Les quais", text="Deux mots"))
        self.write("pages/ar.html", PAGE.format(title="الميناء", text="كلمتان اثنتان"))

    def test_layout_of_an_outlet_is_followed(self):
        rows = self.ok("extract", "--outlets", self.outlets, self.folder / "pages", "--format", "csv").rows()
        self.assertEqual([(row["outlet"], row["date"], row["text"]) for row in rows],
                         [("lavigie", "2025-04-08", "كلمتان اثنتان"), ("lavigie", "2025-04-08", "Deux mots")])
        summary = self.ingest(self.folder / "pages", "--outlets", self.outlets)
        self.assertEqual((summary["articles"], summary["code"]), (2, 0))

    def test_layout_of_the_manual_is_read(self):
        manual = (SOURCE / "docs" / "manual" / "html.md").read_text(encoding="utf-8")
        self.outlets.write_text(manual.split("```toml\n")[1].split("```")[0], encoding="utf-8")
        page = self.write("page.html", "<html><head><link rel=canonical href='https://phare-azrou.example/1'></head><body><h1 class=titre>"
                          "الميناء</h1><p class=signature>بقلم <a>سعاد العلوي</a></p><p class=date>8 أبريل 2025</p><div id='المقال'><p>كلمتان "
                          "اثنتان</p><p class=mention>لا</p></div></body></html>")
        row, = self.ok("extract", "--outlets", self.outlets, page, "--format", "csv").rows()
        self.assertEqual((row["outlet"], row["title"], row["authors"], row["date"], row["text"]),
                         ("phare", "الميناء", "سعاد العلوي", "2025-04-08", "كلمتان اثنتان"))

    def test_page_that_was_made_anew_is_a_warning(self):
        text = "Les quais du port ont rouvert mardi, après dix jours de grève. Les dockers avaient demandé une hausse des salaires."
        page = self.write("page.html", PAGE.format(title="Les quais", text=text).replace("papier", "carton"))
        done = sahafa("extract", "--outlets", self.outlets, page, "--format", "csv")
        self.assertEqual(done.code, 1)
        self.assertEqual(done.rows()[0]["text"], text)
        self.assertIn("outlets.toml:9) finds no 'body'", done.err)

    def test_mistake_in_the_file_stops_before_anything_is_read(self):
        self.outlets.write_text(OUTLETS.replace("div.papier", "div, p"))
        done = sahafa("ingest", self.corpus, self.folder / "pages", "--outlets", self.outlets)
        self.assertNotEqual(done.code, 0)
        self.assertIn("outlets.toml:10: selector \"div, p\": write alternatives as a list", done.err)
        self.assertFalse(self.corpus.exists())

    def test_lines_that_repeat_on_the_pages_of_an_outlet_are_taken_out_and_listed(self):
        line = "اليقظة جريدة يومية مستقلة تصدر عن تعاونية الصحافة منذ سنة ٢٠٠١."
        own = [f"خبر {letter} وحده في هذا اليوم، كتبه مراسل الجريدة من {letter * 3} ولم ينشره غيرها." for letter in "بجدرسف"]
        for i in range(6):
            self.write(f"more/{i}.html", PAGE.format(title=f"صفحة{i}", text=f"{own[i]}</p><p>{line}"))
        self.ingest(self.folder / "pages", self.folder / "more", "--outlets", self.outlets)
        row, = self.ok("repeated", self.corpus, "--format", "csv").rows()
        self.assertEqual(row, {"outlet": "lavigie", "edge": "end", "articles": "6", "line": line})
        self.assertEqual(self.ok("check", self.corpus).code, 0)
        self.assertEqual(self.ok("count", self.corpus, "تعاونية", "--format", "csv").rows()[-1]["articles"], "0")
        kept = self.ingest(self.folder / "pages", "--keep-repeated")
        self.assertNotIn("repeat", kept["err"])
        self.assertEqual(self.ok("repeated", self.corpus, "--format", "csv").rows(), [])
        self.assertNotEqual(self.ok("count", self.corpus, "تعاونية", "--format", "csv").rows()[-1]["articles"], "0")


if __name__ == "__main__":
    unittest.main()
