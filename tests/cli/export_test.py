"""What `sahafa export` writes, `sahafa ingest` reads back as the same articles."""
import csv
import json
import random

from harness import BUNDLED, CliTest, sahafa, unittest

FIELDS = ("key", "outlet", "lang", "date", "title", "authors", "url", "genre", "text")
SUFFIX = {"csv": "csv", "jsonl": "jsonl", "iramuteq": "txt", "txm": "xml", "vrt": "vrt"}

FRENCH = "le port rouvre mardi ; « l'essai » d'août coûte 3 % & l'État_major attend * l'œil * <b> \"oui\"".split(" ")
ARABIC = "عاد العمال إلى أرصفة الميناء، بعد توقف؛ وقالت «النقابة»: متى؟ (٣ أيام) & <ب> * \"نعم\" _".split(" ")


def line(words, numbers):
    """Words with single, double and no-break blanks between them."""
    return "".join(numbers.choice(words) + numbers.choice([" ", " ", " ", "  ", "\u00a0"]) for _ in range(numbers.randint(4, 14))).strip()


def articles(numbers):
    """Awkward articles: markup, quotes, stars and blank lines in texts, separators and underscores in titles and names."""
    for number in range(60):
        words = (FRENCH, ARABIC)[number % 2]
        yield {
            "key": f"doc_{number} {numbers.choice('a_%*é')}",
            "outlet": numbers.choice(["ledesk", "hespress_ar", "Gazette du_port", "جريدة الميناء", "L'Écho, \"vrai\""]),
            "lang": ("fr", "ar")[number % 2],
            "date": numbers.choice(["2025-04-08", "2025-04", "2025"]),
            "title": line(words, numbers),
            "authors": numbers.choice(["", "S. Amrani", "S. Amrani; م. العلوي", "L'Équipe_d'essai"]),
            "url": numbers.choice(["", f"https://exemple.ma/2025/a_{number}?x=1&y=%D9%85"]),
            "genre": numbers.choice(["", "news", "editorial"]),
            "text": numbers.choice(["\n", "\n\n"]).join(line(words, numbers) for _ in range(numbers.randint(1, 5))),
        }


def read(*paths):
    result = sahafa("extract", *paths, "--format", "jsonl")
    assert result.code == 0, result.err
    return sorted(([row[name] for name in FIELDS] for row in result.objects()), key=str)


class Export(CliTest):
    def check(self, source):
        self.assertIn(sahafa("ingest", self.corpus, source, "--no-derive").code, (0, 1))
        wanted = sorted(([row.get(name, "") for name in FIELDS]
                         for row in self.ok("export", self.corpus, "--as", "jsonl").objects()), key=str)
        self.assertGreater(len(wanted), 10)
        for format, suffix in SUFFIX.items():
            with self.subTest(format):
                path = self.folder / f"export.{suffix}"
                self.ok("export", self.corpus, "--as", format, "-o", path)
                self.assertEqual(read(path), wanted)
        with self.subTest("a folder of TXM"):
            self.ok("export", self.corpus, "--as", "txm", "--folder", self.folder / "xtz")
            self.assertEqual(read(self.folder / "xtz"), wanted)
        with self.subTest("a list and a folder of texts"):
            self.ok("export", self.corpus, "--as", "csv", "--folder", self.folder / "dossier")
            self.assertEqual(read(self.folder / "dossier"), wanted)
        return wanted

    def test_awkward_articles_come_back(self):
        given = list(articles(random.Random(3)))
        path = self.write("in.jsonl", "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in given))
        wanted = self.check(path)
        self.assertEqual(len(wanted), len(given))
        self.assertEqual(sorted(a["text"] for a in given), sorted(a[FIELDS.index("text")] for a in wanted))

    def test_bundled_corpus_comes_back(self):
        self.check(BUNDLED)

    def test_folder_of_texts_has_a_list_that_names_them(self):
        self.ok("ingest", self.corpus, self.write("in.jsonl", json.dumps(
            {"key": "a", "outlet": "ledesk", "date": "2025-04-08", "title": "Le port", "text": "Les quais du port ont rouvert."})))
        self.ok("export", self.corpus, "--as", "csv", "--folder", self.folder / "dossier")
        with open(self.folder / "dossier" / "articles.csv", newline="", encoding="utf-8") as file:
            row, = csv.DictReader(file)
        text = (self.folder / "dossier" / row["file"]).read_text(encoding="utf-8")
        self.assertEqual((row["key"], row["outlet"], text), ("a", "ledesk", "Les quais du port ont rouvert.\n"))
        self.assertEqual(read(self.folder / "dossier"),
                         [["a", "ledesk", "fr", "2025-04-08", "Le port", "", "", "", "Les quais du port ont rouvert."]])

    def test_vertical_text_has_tokens_with_form_and_stem(self):
        self.ok("ingest", self.corpus, self.write("in.jsonl", json.dumps(
            {"key": "a", "outlet": "R&D", "text": "L'État attend.\nالوزارة تنتظر."})))
        lines = self.ok("export", self.corpus, "--as", "vrt").out.splitlines()
        self.assertTrue(lines[0].startswith("<text key=\"a\" outlet=\"R&amp;D\""), lines[0])
        tokens = [l.split("\t") for l in lines if "\t" in l]
        self.assertTrue(all(len(token) == 3 for token in tokens))
        self.assertIn("الوزارة", [token[0] for token in tokens])
        self.assertIn("etat", [token[1] for token in tokens])
        for name, times in (("<p>", 2), ("</p>", 2), ("<s>", 2), ("</s>", 2), ("</text>", 1)):
            self.assertEqual(lines.count(name), times, name)
        self.assertIn("<g/>", lines)  # between the word and its full stop

    def test_selection_and_refusals(self):
        self.ok("ingest", self.corpus, self.write("in.jsonl", '{"text": "Le port rouvre."}\n{"text": "عاد العمال إلى الميناء."}\n'))
        self.assertEqual(len(self.ok("export", self.corpus, "--as", "jsonl", "--lang", "ar").objects()), 1)
        for arguments, word in ((["--as", "docx"], "iramuteq"), (["--as", "vrt", "--folder", self.folder / "x"], "one file"),
                                (["--as", "txm", "--folder", self.folder], "not empty")):
            result = sahafa("export", self.corpus, *arguments)
            self.assertEqual(result.code, 2, arguments)
            self.assertIn(word, result.err)


if __name__ == "__main__":
    unittest.main()
