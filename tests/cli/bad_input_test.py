"""What goes wrong in real life: the message names the file and what to do, the rest is done, nothing is lost."""
import fcntl
import os
import sqlite3
import subprocess

from harness import ARABIC, FRENCH, PROGRAM, CliTest, sahafa, unittest


class BadInput(CliTest):
    def setUp(self):
        super().setUp()
        self.good = self.write("good.txt", FRENCH)

    def reported(self, path, *words, **more):
        """Ingests `path` beside a good file: the good one is taken, the bad one named with each of the words."""
        summary = self.ingest(path, self.good, **more)
        self.assertEqual((summary["articles"], summary["failed"], summary["code"]), (1, 1, 1), summary["err"])
        for word in (str(path), *words):
            self.assertIn(word, summary["err"])
        self.ok("check", self.corpus)

    def test_missing_file(self):
        self.reported(self.folder / "absent.txt", "no such file")

    def test_empty_file(self):
        self.reported(self.write("empty.txt", ""), "empty")

    def test_binary_file(self):
        self.reported(self.write("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20), "not a text file")

    def test_broken_json_lines_name_the_line_and_the_rest_is_taken(self):
        path = self.write("a.jsonl", '{"title": "Un", "text": "La Caisse se tait depuis trois jours."}\n{"title": broken\n'
                                     '{"title": "اثنان", "text": "الصندوق لم يقدم أي توضيح للمنخرطين."}\n')
        summary = self.ingest(path)
        self.assertEqual((summary["articles"], summary["code"]), (2, 1))
        self.assertIn("line 2", summary["err"])

    def test_unreadable_file_and_directory(self):
        if os.geteuid() != 0:
            self.skipTest("needs root to become another user")
        locked = self.folder / "locked"
        self.write("locked/a.txt", ARABIC)
        locked.chmod(0o000)
        self.addCleanup(locked.chmod, 0o700)
        os.chown(self.folder, 65534, 65534)
        os.chmod(self.folder, 0o755)
        self.reported(locked, "permission", user=65534)

    def test_windows_1256_and_1252_are_read(self):
        summary = self.ingest(self.write("a.txt", ARABIC, "cp1256"), self.write("b.txt", FRENCH.replace("’", "'"), "cp1252"))
        self.assertEqual((summary["articles"], summary["failed"]), (2, 0), summary["err"])
        titles = {row["title"] for row in self.ok("articles", self.corpus).rows()}
        self.assertEqual(titles, {"La Caisse répond", "النقابة تحمّل الصندوق المسؤولية"})

    def test_not_a_corpus(self):
        for path in (self.folder, self.folder / "absent"):
            result = sahafa("articles", path)
            self.assertEqual(result.code, 1)
            self.assertIn(str(path), result.err)
            self.assertIn("sahafa ingest", result.err)  # how to make one

    def test_corpus_made_by_a_newer_version(self):
        self.ingest(self.good)
        with sqlite3.connect(self.corpus / "corpus.db") as database:
            database.execute("PRAGMA user_version = 9999")
        for call in (["articles", self.corpus], ["ingest", self.corpus, self.good]):
            result = sahafa(*call)
            self.assertEqual(result.code, 1)
            self.assertIn("newer", result.err)
            self.assertIn("corpus.db", result.err)

    def test_corpus_db_that_is_no_database(self):
        self.corpus.mkdir()
        (self.corpus / "corpus.db").write_bytes(b"this is not SQLite" * 100)
        result = sahafa("articles", self.corpus)
        self.assertEqual(result.code, 1)
        self.assertIn("corpus.db", result.err)

    def test_second_writer_is_told_and_nothing_is_lost(self):
        self.ingest(self.good)
        with open(self.corpus / "lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # as another sahafa ingest does
            refused = sahafa("ingest", self.corpus, self.good)
            self.assertEqual((refused.code, refused.out), (1, ""))
            self.assertIn(str(self.corpus), refused.err)
            self.assertIn("another process", refused.err)
            self.assertEqual(len(self.ok("articles", self.corpus).rows()), 1)  # readers go on reading
        self.ok("ingest", self.corpus, self.write("b.txt", ARABIC))
        self.ok("check", self.corpus)

    def test_two_writers_at_once_both_get_an_answer(self):
        for i in range(60):
            self.write(f"many/{i}.txt", FRENCH.replace("serveurs", f"serveurs numéro {i}"))
        calls = [subprocess.Popen([PROGRAM, "ingest", str(self.corpus), str(self.folder / "many")],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        answers = [(call.communicate()[1].decode(), call.returncode) for call in calls]
        self.assertIn(0, [code for _, code in answers])
        for message, code in answers:
            self.assertTrue(code == 0 or "another process" in message, message)
        self.ok("check", self.corpus)

    def test_full_disk_loses_nothing(self):
        if os.geteuid() != 0:
            self.skipTest("needs root to mount a small file system")
        small = self.folder / "small"
        small.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], capture_output=True).returncode:
            self.skipTest("cannot mount a file system here")
        self.addCleanup(subprocess.run, ["umount", "-l", small], check=True)
        self.corpus = small / "corpus"
        words = "Le syndicat numéro {} accuse la Caisse de négligence dans l’affaire {}. " * 40
        for i in range(400):
            self.write(f"many/{i}.txt", f"Titre : Pièce {i}\n\n" + words.format(*range(i, i + 80)))
        result = sahafa("ingest", self.corpus, self.folder / "many")
        self.assertEqual(result.code, 1, result.out)
        self.assertRegex(result.err, "no room left on the disk")
        if (self.corpus / "corpus.db").exists():
            subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
            self.ok("ingest", self.corpus, self.folder / "many")
            self.ok("check", self.corpus)
            self.assertEqual(len(self.ok("articles", self.corpus).rows()), 400)

    def test_full_disk_on_standard_output(self):
        self.ingest(self.good)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "articles", str(self.corpus)], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn("No space left", done.stderr.decode())

    def test_closed_pipe_is_quiet(self):
        self.ingest(self.good)
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([PROGRAM, "freq", str(self.corpus)], stdout=write, stderr=subprocess.PIPE)
        os.close(write)
        self.assertEqual((done.returncode, done.stderr.decode().replace("note:", "").count("sahafa:")), (0, 0))

    def test_bad_query_points_at_the_place(self):
        self.ingest(self.good)
        for query in ('fuite AND', 'date:demain', 'AND', 'nom:fuite', 'تسريب /أو/', '=تسريب*'):
            with self.subTest(query):
                result = sahafa("search", self.corpus, query)
                self.assertEqual((result.code, result.out), (2, ""))
                self.assertRegex(result.err, r"sahafa: query, at character \d+ \(")

    def test_half_a_parenthesis_is_put_right_with_a_note_that_names_its_place(self):
        self.ingest(self.good)
        for query, place in (('(fuite', 1), ('fuite)', 6), ('(تسريب', 1), ('تسريب)', 6)):
            with self.subTest(query):
                result = sahafa("search", self.corpus, query)
                self.assertEqual(result.code, 0)
                self.assertIn(f"at character {place}: a parenthesis", result.err)

    def test_standard_input(self):
        summary = self.ingest("-", stdin=ARABIC.encode())
        self.assertEqual((summary["articles"], summary["failed"]), (1, 0), summary["err"])


if __name__ == "__main__":
    unittest.main()
