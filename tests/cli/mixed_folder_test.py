"""A folder of every format, with bad files in it: everything is taken, counted right, and the same in a second run, a trial run, with more
processors and after an interruption."""
import collections
import csv
import signal
import sqlite3
import subprocess
import time

import containers_test as packed
from harness import PROGRAM, sahafa, unittest
from press_folder import PressFolder, prose


class MixedFolder(PressFolder):
    maxDiff = None

    def put_bad_files(self):
        self.write("presse/bad/ancien.doc", b"\xd0\xcf\x11\xe0" + bytes(2000))
        self.write("presse/bad/coupé.pdf", b"%PDF-1.4\n%%EOF")
        self.write("presse/bad/image.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 9)
        self.write("presse/bad/vide.txt", b"")
        self.write("presse/bad/zip.zip", packed.zipped({"a.txt": prose(99, True)})[:60])
        return 5

    def report(self, *more):
        """Rows of --report by path below the folder, and the result."""
        path = self.folder / "report.csv"
        done = sahafa("ingest", self.corpus, self.press, "--report", path, "--format", "csv", "--no-derive", *more)
        with open(path, encoding="utf-8", newline="") as file:
            return {row["path"].removeprefix(f"{self.press}/"): row for row in csv.DictReader(file)}, done

    def state(self):
        """What a corpus holds, without the moment at which it was stored."""
        tables = {"sources": "path, format, encoding, hash", "articles": "id, identity, outlet, date, lang, title, authors, url, genre, words",
                  "copies": "article, source, span_begin, span_end", "origins": "article, field, origin"}
        with sqlite3.connect(self.corpus / "corpus.db") as database:
            rows = {table: database.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2, 3").fetchall() for table, columns in tables.items()}
        return rows | {"clusters": self.ok("clusters", self.corpus, "--format", "csv").out}

    def test_every_file_gives_its_articles_to_its_reader(self):
        rows, done = self.report()
        self.assertEqual({path: (row["reader"], int(row["articles"])) for path, row in rows.items() if row["articles"] != "0"}, self.expected)
        self.assertEqual({path for path, row in rows.items() if row["articles"] == "0"}, {"bases/csv/mediacloud/liste.csv"})
        self.assertEqual([row["error"] for row in rows.values() if row["error"]], [])
        self.assertEqual(rows["textes/collés.txt"]["split"], "3 by blank lines")
        self.assertEqual(rows["textes/saisie.txt"]["split"], "2 by field lines")
        for name, word in (("bom", "mark"), ("excel", "mark"), ("brut", "utf-16le"), ("windows", "windows-1256"), ("iso", "iso-8859-6"),
                           ("latin", "iso-8859-15"), ("western", "windows-1252"), ("double", "repaired")):
            self.assertIn(word, rows[f"textes/{name}.txt"]["encoding"].lower(), name)
        self.ok("check", self.corpus)
        languages = collections.Counter(row["lang"] for row in self.ok("articles", self.corpus).rows())
        self.assertGreater(min(languages["fr"], languages["ar"]), 25)

    def test_trial_run_counts_the_same_and_makes_nothing(self):
        wanted = collections.Counter()
        for reader, articles in self.expected.values():
            wanted[reader] += articles
        done = sahafa("ingest", self.corpus, self.press, "--dry-run", "--format", "csv")
        self.assertEqual({row["reader"]: int(row["articles"]) for row in done.rows() if row["articles"] != "0"}, wanted)
        self.assertFalse(self.corpus.exists())

    def test_second_run_changes_nothing(self):
        first = self.ingest(self.press, "--no-derive")
        self.assertEqual((first["sources"], first["failed"]), (len(self.expected), 0), first["err"])
        before = self.state()
        again = self.ingest(self.press, "--no-derive")
        self.assertEqual([again[name] for name in ("sources", "articles", "copies", "skipped", "failed")], [0, 0, 0, len(self.expected), 0])
        self.assertEqual(self.state(), before)

    def test_bad_files_are_named_and_stop_nothing(self):
        bad = self.put_bad_files()
        rows, done = self.report()
        self.assertEqual(done.code, 1)
        self.assertEqual({path: (row["reader"], int(row["articles"])) for path, row in rows.items() if row["articles"] != "0"}, self.expected)
        errors = {path: row["error"] for path, row in rows.items() if row["error"]}
        self.assertEqual(len({path.split("!")[0] for path in errors}), bad, errors)
        for path in errors:
            self.assertIn(path.split("!")[0], done.err)

    def test_jobs_do_not_matter_and_an_interrupted_run_goes_on(self):
        many = {f"{n}.txt": prose(1000 + n, n % 2 == 1) for n in range(600)}
        self.write("presse/zzz.zip", packed.zipped(many))
        self.ingest(self.press, "--no-derive", "--jobs", "1")
        wanted = self.state()
        self.corpus = self.folder / "two"
        self.ingest(self.press, "--no-derive", "--jobs", "2")
        self.assertEqual(self.state(), wanted)
        self.corpus = self.folder / "killed"
        call = subprocess.Popen([PROGRAM, "ingest", str(self.corpus), str(self.press), "--no-derive"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.time() + 60
        while call.poll() is None and time.time() < deadline and packed.Archives.stored(self) == 0:
            time.sleep(0.002)
        call.send_signal(signal.SIGKILL)
        call.wait()
        self.assertGreater(packed.Archives.stored(self), 0)
        self.ingest(self.press, "--no-derive")
        self.assertEqual(self.state(), wanted)


if __name__ == "__main__":
    unittest.main()
