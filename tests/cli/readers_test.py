"""Formats as a user brings them in: options of the readers that the program passes on."""
from harness import SOURCE, CliTest, sahafa, unittest

DATA = SOURCE / "tests" / "data" / "ingest"


class Readers(CliTest):
    def test_columns_and_keys_can_be_named(self):
        table = self.write("t.csv", "Organe;Propos\nلكم;عاد العمال إلى أرصفة الميناء.\n")
        refused = sahafa("extract", table, "--format", "csv")
        self.assertEqual(refused.code, 1)
        self.assertIn("Organe, Propos", refused.err)
        row, = self.ok("extract", table, "--map", "text=Propos,outlet=Organe", "--format", "csv").rows()
        self.assertEqual((row["outlet"], row["text"]), ("lakome", "عاد العمال إلى أرصفة الميناء."))
        wrong = sahafa("extract", table, "--map", "couleur=Propos")
        self.assertEqual(wrong.code, 2)
        self.assertIn("couleur=Propos", wrong.err)

    def test_list_without_texts_is_joined_with_saved_pages(self):
        summary = self.ingest(DATA / "csv" / "mediacloud")
        self.assertEqual((summary["articles"], summary["failed"], summary["code"]), (2, 0, 1))
        self.assertIn("ledesk.ma/absente", summary["err"])
        keys = sorted(row["key"] for row in self.ok("articles", self.corpus, "--format", "csv").rows())
        self.assertEqual(keys, ["aa01", "aa02"])

    def test_list_comes_again_without_harm(self):
        self.ingest(DATA / "csv" / "mediacloud")
        again = self.ingest(DATA / "csv" / "mediacloud")
        self.assertEqual((again["articles"], again["skipped"]), (0, 2))
        self.assertEqual(again["err"].count("no article came from"), 1)

    def test_list_and_pages_in_one_archive(self):
        import io
        import zipfile
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("liste.csv", "file,title,journal,date\na.txt,Le port,Le Desk,2025-04-08\nsous/b.txt,الميناء,لكم,2025-04-09\nc.txt,Absent,,\n")
            archive.writestr("a.txt", "Les quais du port ont rouvert mardi matin après une semaine de travaux.")
            archive.writestr("sous/b.txt", "أعيد فتح أرصفة الميناء صباح الثلاثاء بعد أسبوع من الأشغال.")
        for name in ("revue.zip", "sous/revue.zip"):
            with self.subTest(name):
                self.corpus = self.folder / f"corpus-{name.replace('/', '-')}"
                summary = self.ingest(self.write(name, out.getvalue()))
                self.assertEqual((summary["articles"], summary["failed"], summary["code"]), (2, 0, 1), summary["err"])
                self.assertIn("c.txt", summary["err"])
                self.assertEqual(summary["err"].count("no article came from"), 1)
                rows = self.ok("articles", self.corpus, "--format", "csv").rows()
                self.assertEqual([(row["outlet"], row["date"], row["title"]) for row in rows],
                                 [("ledesk", "2025-04-08", "Le port"), ("lakome", "2025-04-09", "الميناء")])

    def test_report_names_what_could_not_be_opened(self):
        import csv
        self.write("presse/a.txt", "Titre : Un\n\nLes quais ont rouvert mardi.\n\nالعنوان: اثنان\n\nأعيد فتح الأرصفة صباح الثلاثاء.\n")
        (self.folder / "presse" / "nulle-part.txt").symlink_to("absent.txt")
        (self.folder / "presse" / "tourne").symlink_to(self.folder / "presse")
        (self.folder / "presse" / "boucle.txt").symlink_to("boucle.txt")
        absent = self.folder / "absente"
        for more in ((), ("--dry-run",)):
            sahafa("ingest", self.corpus, self.folder / "presse", absent, "--report", self.folder / "r.csv", *more)
            with open(self.folder / "r.csv", newline="", encoding="utf-8") as file:
                rows = {row["path"].removeprefix(str(self.folder) + "/"): row for row in csv.DictReader(file)}
            self.assertEqual(sorted(rows), ["absente", "presse/a.txt", "presse/boucle.txt", "presse/nulle-part.txt"])
            self.assertIn("leads nowhere", rows["presse/nulle-part.txt"]["error"])
            self.assertIn("no such file", rows["absente"]["error"])
        self.assertEqual(rows["presse/a.txt"]["articles"], "2")


if __name__ == "__main__":
    unittest.main()
