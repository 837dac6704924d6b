"""Articles that are taken out are in no count, list or comparison, and come back only when asked for."""
import signal
import sqlite3
import subprocess
import time

from harness import ARABIC, FRENCH, PROGRAM, CliTest, sahafa, unittest

COUNTS = (["articles"], ["clusters"], ["passages"], ["claims"], ["stance"], ["freq"], ["keyness", "--target", "lang:fr"],
          ["count", "date:2025"], ["kwic", "Caisse"], ["kwic", "الصندوق"], ["trend", "CNSS"], ["search", "Caisse"], ["search", "الصندوق"])


class Remove(CliTest):
    def setUp(self):
        super().setUp()
        self.write("press/a.txt", FRENCH + "\nDossier de la digue.\n")
        self.write("press/b.txt", FRENCH + "\nDossier de la digue, suite et fin.\n")
        self.write("press/c.txt", ARABIC + "\nملف السد.\n")
        self.write("press/d.txt", "Titre : Le pont\nMédia : Le Desk\nDate : 2025-04-10\n\nLa Caisse a vendu le pont de Tamesna au printemps.\n")
        self.ingest(self.folder / "press")

    def answers(self, corpus):
        return [sahafa(verb[0], corpus, *verb[1:]).out for verb in COUNTS]

    def id_of(self, words):
        return self.ok("search", self.corpus, words, "--copies", "all").rows()[0]["id"]

    def test_what_is_left_is_as_if_it_had_never_been_there(self):
        last = self.ok("articles", self.corpus).rows()[-1]["id"]
        removed = self.ok("remove", self.corpus, last, "--reason", "hors sujet")
        self.assertEqual([(row["id"], row["reason"]) for row in removed.rows()], [(last, "hors sujet")])
        self.assertIn("3 are left", removed.err)
        self.ok("check", self.corpus)
        other = self.folder / "other"
        self.ok("ingest", other, *(self.folder / "press" / f"{name}.txt" for name in "abc"))
        self.assertEqual(self.answers(self.corpus), self.answers(other))

    def test_the_rest_of_a_cluster_stays_together_without_its_canonical_article(self):
        clusters = self.ok("clusters", self.corpus).rows()
        canonical = next(row["cluster"] for row in clusters if row["relation"] != "canonical")
        self.ok("remove", self.corpus, canonical)
        self.assertNotIn(canonical, [row["cluster"] for row in self.ok("clusters", self.corpus).rows()])
        self.ok("check", self.corpus)

    def test_a_query_chooses_and_a_dry_run_only_looks(self):
        looked = self.ok("remove", self.corpus, "--where", "السد", "--dry-run")
        self.assertEqual(len(looked.rows()), 1)
        self.assertEqual(len(self.ok("articles", self.corpus).rows()), 4)
        self.ok("remove", self.corpus, "--where", "السد", "--reason", "خارج الموضوع")
        self.assertEqual(len(self.ok("articles", self.corpus).rows()), 3)
        self.assertEqual([row["reason"] for row in self.ok("remove", self.corpus, "--list").rows()], ["خارج الموضوع"])

    def test_it_stays_out_until_it_is_readmitted(self):
        gone = self.id_of("السد")
        self.ok("remove", self.corpus, gone)
        self.write("later/copy.txt", (self.folder / "press/c.txt").read_text())
        summary = self.ingest(self.folder / "press", self.folder / "later")
        self.assertEqual((summary["articles"], summary["skipped"]), (0, 4))
        self.assertIn("1 articles stay out", summary["err"])
        back = self.ok("remove", self.corpus, gone, "--readmit")
        self.assertIn("c.txt", back.err)
        self.assertEqual(self.ingest(self.folder / "press")["articles"], 1)
        self.assertNotEqual(self.id_of("السد"), gone)
        self.ok("check", self.corpus)

    def test_killed_at_any_moment_the_same_call_goes_on(self):
        gone = self.id_of("السد")
        started = time.monotonic()
        whole = self.folder / "whole"
        self.ok("ingest", whole, self.folder / "press")
        self.ok("remove", whole, gone)
        needed = time.monotonic() - started
        for moment in (0.1, 0.3, 0.5, 0.7):
            with self.subTest(moment):
                corpus = self.folder / f"killed-{moment}"
                self.ok("ingest", corpus, self.folder / "press")
                process = subprocess.Popen([PROGRAM, "remove", str(corpus), gone], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(needed * moment / 2)
                process.send_signal(signal.SIGKILL)
                process.wait()
                self.ok("search", corpus, "الصندوق")
                self.ok("remove", corpus, gone)
                self.ok("check", corpus)
                self.assertEqual(self.answers(corpus), self.answers(whole))

    def test_removed_in_the_catalogue_only_it_is_in_no_answer_and_the_next_ingest_catches_up(self):
        gone = int(self.id_of("السد"))
        with sqlite3.connect(self.corpus / "corpus.db") as database:  # as a process killed right after the commit leaves it
            database.execute("INSERT INTO removed SELECT id, identity, key, outlet, lang, date, title, '', 0 FROM articles WHERE id = ?", (gone,))
            for table in ("claims", "claim_runs", "anchors", "sketches", "copies", "origins", "texts", "clusters"):
                database.execute(f"DELETE FROM {table} WHERE article = ?", (gone,))
            for table in ("aligned_sentences", "alignments", "passages", "compared"):
                database.execute(f"DELETE FROM {table} WHERE a = ?1 OR b = ?1", (gone,))
            database.execute("DELETE FROM articles WHERE id = ?", (gone,))
            database.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")
        for verb in COUNTS:
            self.assertNotIn("السد", sahafa(verb[0], self.corpus, *verb[1:]).out)
        self.ok("search", self.corpus, "الصندوق")
        self.ok("check", self.corpus)
        self.ingest(self.folder / "press")
        self.ok("check", self.corpus)
        self.assertEqual(self.ok("stats", self.corpus).code, 0)

    def test_what_makes_no_sense_is_refused_and_changes_nothing(self):
        for arguments in ([], ["x"], ["99"], ["1", "--where", "digue"], ["1", "--readmit"]):
            with self.subTest(arguments):
                result = sahafa("remove", self.corpus, *arguments)
                self.assertNotEqual(result.code, 0)
                self.assertTrue(result.err)
        self.assertEqual(len(self.ok("articles", self.corpus).rows()), 4)

    def test_index_says_how_it_is_made_and_later_ingests_keep_it(self):
        row = self.ok("index", self.corpus, "--no-positions", "--arabic-stemmer", "snowball").rows()[0]
        self.assertEqual((row["articles"], row["positions"], row["arabic_stemmer"]), ("4", "no", "snowball"))
        small = int(row["bytes"])
        self.write("later/e.txt", "Titre : La digue\nDate : 2025-04-12\n\nUn second pont de Tamesna est à vendre.\n")
        self.ingest(self.folder / "later")
        self.assertEqual(len(self.ok("search", self.corpus, '"pont de Tamesna"').rows()), 2)
        self.assertIn("pont", self.ok("kwic", self.corpus, '"pont de Tamesna"').rows()[0]["match"])
        self.ok("check", self.corpus)
        self.assertGreaterEqual(int(self.ok("index", self.corpus).rows()[0]["bytes"]), small)
        self.assertEqual(sahafa("index", self.corpus, "--arabic-stemmer", "heavy").code, 2)


if __name__ == "__main__":
    unittest.main()
