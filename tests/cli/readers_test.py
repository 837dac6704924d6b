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


if __name__ == "__main__":
    unittest.main()
