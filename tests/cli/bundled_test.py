"""The main job on the bundled corpus, as the quick start runs it."""
import re

from harness import ARABIC, BUNDLED, FRENCH, CliTest, sahafa, unittest

CALLS = (["articles"], ["clusters"], ["claims"], ["freq", "--by", "outlet"], ["freq", "--by", "lang", "--unit", "stem"],
         ["keyness", "--target", "outlet:le360", "--lang", "fr"], ["stance", "--by", "outlet"],
         ["stance", "--by", "lang", "--voice", "attributed"], ["compare", "--by", "genre", "--lang", "fr"], ["stats"],
         ["search", "fuite données CNSS"], ["search", "تسريب بيانات الصندوق"])


class Bundled(CliTest):
    def corpus_with(self, jobs):
        corpus = self.folder / f"jobs{jobs}"
        result = sahafa("ingest", corpus, BUNDLED, "--jobs", jobs)
        self.assertIn(result.code, (0, 1), result.err)  # the truncated file is reported
        return corpus, result

    def test_counts_and_both_languages(self):
        corpus, result = self.corpus_with(2)
        summary = {k: int(v) for k, v in result.rows()[0].items()}
        self.assertGreaterEqual(summary["articles"], 110)
        self.assertGreater(summary["copies"], summary["articles"])  # the text that was pasted twice
        self.assertGreater(summary["duplicates"], 0)                # the communiqué on several sites
        rows = self.ok("articles", corpus).rows()
        self.assertGreaterEqual(sum(r["lang"] == "ar" for r in rows), 45)
        self.assertGreaterEqual(sum(r["lang"] == "fr" for r in rows), 60)
        self.assertEqual([r["title"] for r in rows if not r["outlet"]], [])
        self.assertEqual([r["title"] for r in rows if "\ufffd" in r["title"]], [])

    def test_jobs_do_not_change_a_byte(self):
        one, first = self.corpus_with(1)
        two, second = self.corpus_with(2)
        self.assertEqual(first.out, second.out)
        for call in CALLS:
            with self.subTest(call):
                a = self.ok(call[0], one, *call[1:], "--jobs", 1).out
                self.assertEqual(a, self.ok(call[0], two, *call[1:], "--jobs", 2).out)
                self.assertGreater(len(a.splitlines()), 1)

    def test_search_without_accents_and_hamza(self):
        corpus, _ = self.corpus_with(2)
        def ids(query):
            return {row["id"] for row in self.ok("search", corpus, query, "--limit", 1000).rows()}
        self.assertTrue(ids("sécurité"))
        self.assertEqual(ids("sécurité"), ids("securite"))
        self.assertTrue(ids("الأجراء"))
        self.assertEqual(ids("الأجراء"), ids("الاجراء"))
        self.assertTrue(ids("CNSS outlet:telquel"))
        self.assertLess(len(ids("CNSS date:2025-04-08..2025-04-10")), len(ids("CNSS")))
        self.assertTrue(ids("lang:ar تسريب") and not ids("lang:fr تسريب"))

    def test_report_is_one_file_without_addresses_to_load(self):
        corpus, _ = self.corpus_with(2)
        report = self.folder / "report.html"
        self.ok("report", corpus, "-o", report)
        page = report.read_text(encoding="utf-8")
        self.assertIsNone(re.search(r"<(?:script|img|iframe|link)\b[^>]*(?:src|href)\s*=", page))
        self.assertIn("الصندوق", page)

    def test_adding_articles_later_gives_the_same_as_all_at_once(self):
        a, b = self.write("a.txt", FRENCH), self.write("b.txt", ARABIC)
        self.corpus = self.folder / "steps"
        self.ingest(BUNDLED)
        self.ingest(a)
        self.ingest(b)
        once = self.folder / "once"
        sahafa("ingest", once, BUNDLED, a, b)
        for call in CALLS:
            if call == ["stats"]:
                continue  # sizes on disk tell how a corpus grew
            with self.subTest(call):
                self.assertEqual(self.ok(call[0], self.corpus, *call[1:]).out, self.ok(call[0], once, *call[1:]).out)


if __name__ == "__main__":
    unittest.main()
