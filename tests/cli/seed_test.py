"""The text that the project began with: one file in which the article stands twice."""
from harness import CliTest, shared, unittest

SEED = "data/seed/lepoint-cnss-2025.txt"


class Seed(CliTest):
    def setUp(self):
        super().setUp()
        self.seed = shared(SEED)

    def test_one_source_one_article_two_copies(self):
        summary = self.ingest(self.seed)
        wanted = dict(sources=1, articles=1, copies=2, duplicates=0, skipped=0, failed=0)
        self.assertEqual({k: summary[k] for k in wanted}, wanted)

    def test_second_ingest_changes_nothing(self):
        self.ingest(self.seed)
        before = self.ok("articles", self.corpus).out + self.ok("claims", self.corpus).out
        summary = self.ingest(self.seed)
        wanted = dict(sources=0, articles=0, copies=0, duplicates=0, skipped=1, failed=0)
        self.assertEqual({k: summary[k] for k in wanted}, wanted)
        self.assertEqual(self.ok("articles", self.corpus).out + self.ok("claims", self.corpus).out, before)

    def test_fields_and_their_origin(self):
        self.ingest(self.seed)
        row = self.ok("articles", self.corpus).rows()[0]
        self.assertEqual((row["outlet"], row["lang"], row["copies"]), ("lepoint", "fr", "2"))
        shown = self.ok("show", self.corpus, row["id"]).out
        self.assertIn("2025-04-08  (from text)", shown)
        self.assertIn("Données de millions de citoyens", shown)  # the standfirst, which only the first copy has

    def test_spans_of_the_copies(self):
        self.ingest(self.seed)
        text = self.seed.read_text(encoding="utf-8")
        second = len(text[:12678].encode())
        shown = self.ok("show", self.corpus, "1").out
        self.assertIn(f"bytes 0-", shown)
        self.assertIn(f"bytes {second}-{len(text[:25200].encode())}", shown)


if __name__ == "__main__":
    unittest.main()
