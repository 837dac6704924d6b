"""Outlets of a researcher's own: kept in the corpus, known to every verb after that."""
from harness import CliTest, sahafa, unittest

OUTLETS = """[[outlet]]
id = "fleuve"
name = "La Voix du Fleuve"
names = ["La Voix du Fleuve", "صوت النهر"]
domains = ["voix-du-fleuve.example"]
country = "SN"
kind = "daily"
"""
FRENCH = "Le barrage a cédé dans la nuit. La direction des eaux promet une enquête sur la vanne restée ouverte."
ARABIC = "انهار السد ليلا. وعدت مديرية المياه بفتح تحقيق في الصمام الذي ظل مفتوحا طوال الليل."


class Outlets(CliTest):
    def setUp(self):
        super().setUp()
        self.list = self.write("outlets.toml", OUTLETS)
        articles = [("https://voix-du-fleuve.example/1", FRENCH, "La Voix du Fleuve", "Barrage"),
                    ("https://voix-du-fleuve.example/2", ARABIC, "صوت النهر", "السد"),
                    ("https://ledesk.ma/3", "Le barrage du nord tient bon, assure le ministre de l'eau.", "Le Desk", "Nord")]
        self.press = self.write("press.csv", "url,texte,journal,titre\n" + "".join(",".join(a) + "\n" for a in
                                ((u, f'"{t}"', j, h) for u, t, j, h in articles)))
        self.ok("ingest", self.corpus, self.press, "--outlets", self.list)

    def ids(self, *arguments):
        return [row["id"] for row in self.ok("articles", self.corpus, *arguments).rows()]

    def test_selections_know_names_of_both_scripts_and_the_country(self):
        for choice in ("La Voix du Fleuve", "صوت النهر", "fleuve"):
            self.assertEqual(self.ids("--outlet", choice), ["1", "2"], choice)
        self.assertEqual(self.ids("--country", "sn"), ["1", "2"])

    def test_groups_know_the_country(self):
        groups = {row["group"] for row in self.ok("freq", self.corpus, "--by", "country").rows()}
        self.assertIn("SN [fr]", groups)
        self.assertIn("SN [ar]", groups)

    def test_queries_know_the_names(self):
        for name in ("La Voix du Fleuve", "صوت النهر"):
            found = self.ok("search", self.corpus, f'barrage outlet:"{name}"', "--format", "csv").rows()
            self.assertEqual([row["id"] for row in found], ["1"], name)

    def test_a_later_ingest_reads_by_the_kept_list(self):
        later = self.write("later.csv", f'url,texte\nhttps://voix-du-fleuve.example/9,"{FRENCH} Le pont est fermé."\n')
        self.ok("ingest", self.corpus, later)
        self.assertEqual([row["outlet"] for row in self.ok("articles", self.corpus).rows()][-1], "fleuve")

    def test_a_list_that_comes_later_reaches_what_was_counted_before(self):
        """The column of countries beside the token store: same articles, other outlets."""
        moved = self.write("moved.toml", OUTLETS.replace("SN", "MR"))
        self.ok("ingest", self.corpus, self.press, "--outlets", moved)
        column = (self.corpus / "tokens" / "documents.country.npy").read_bytes()[128:]
        self.assertEqual(column, b"MRMRMA")
        self.ok("check", self.corpus)
        self.assertEqual(self.ids("--country", "mr"), ["1", "2"])

    def test_a_broken_list_changes_nothing(self):
        broken = self.write("broken.toml", "[[outlet]]\nname = 3\n")
        result = sahafa("ingest", self.corpus, self.press, "--outlets", broken)
        self.assertNotEqual(result.code, 0)
        self.assertIn("broken.toml", result.err)
        self.assertEqual(self.ids("--country", "sn"), ["1", "2"])


if __name__ == "__main__":
    unittest.main()
