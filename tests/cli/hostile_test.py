"""Files that are broken, endless or meant to do harm, in every format: bounded time and memory, nothing passes in silence, the good file
beside them is taken. Bombs and names that lead out of archives are in containers_test.py.

`hostile_test.py PROGRAM SOURCE_DIR --megabytes 200` prints time and memory for single lines of that length; the suite takes 8."""
import csv
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

from harness import ARABIC, FRENCH, PROGRAM, CliTest, unittest
from press_folder import PressFolder

LEVELS = 100_000
SENTENCES = ("La Caisse affirme que les fichiers sont en partie faux, ", "تؤكد النقابة أن الصندوق لم يحم معطيات المنخرطين، ")


def long_lines(size):
    """Files of one line of `size` bytes, by name."""
    for sentence, script in zip(SENTENCES, ("fr", "ar")):
        line = sentence * (size // len(sentence.encode()))
        yield f"{script}.txt", line
        yield f"{script}.html", f"<html><body><article><p>{line}</p></article></body></html>"
        yield f"{script}.jsonl", f'{{"title": "a", "text": "{line}"}}\n'
        yield f"{script}.json", f'[{{"title": "a", "text": "{line}"}}]'
        yield f"{script}.csv", f'titre;texte\na;"{line}"\n'
        yield f"{script}-iramuteq.txt", f"**** *journal_leDesk\n{line}\n"
        yield f"{script}-lexico.txt", f"<journal=Le Desk>{line}\n"
        yield f"{script}-txm.xml", f"<corpus><text titre='a'><p>{line}</p></text></corpus>"
        yield f"{script}.rss", f"<rss><channel><item><title>a</title><description>{line}</description></item></channel></rss>"
        yield f"{script}.rtf", "{\\rtf1 " + "".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in sentence) * (size // len(sentence) // 7) + "}"
        yield f"{script}-blanks.txt", sentence + " " * size
        yield f"{script}-word.txt", sentence.split()[1] * (size // 12)


def ingest(corpus, report, *paths, seconds=60, megabytes=1024):
    """Ingests within limits of CPU and address space, and returns the process, its seconds of CPU and its peak of memory in MB."""
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds,) * 2)

    call = subprocess.Popen([PROGRAM, "ingest", str(corpus), *map(str, paths), "--no-derive", "--report", str(report)],
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=limit)
    message = call.stderr.read().decode()
    call.stderr.close()
    _, status, used = os.wait4(call.pid, 0)
    call.returncode = os.waitstatus_to_exitcode(status)
    return call.returncode, message, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


class Silence:
    """A check that tests share: each file gave an article, or a message that names it, and the good file was taken."""

    def check_folder(self, folder, **limits):
        good = self.write("good.txt", FRENCH)
        code, message, _, _ = ingest(self.corpus, self.folder / "report.csv", folder, good, **limits)
        self.assertIn(code, (0, 1), message[-3000:])
        with open(self.folder / "report.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["articles"] for row in rows if row["path"] == str(good)], ["1"])
        told = {row["path"] for row in rows if row["warnings"] != "0" or row["error"]}
        said = told | {row["path"] for row in rows if row["articles"] != "0"}
        silent = [path for path in folder.rglob("*") if path.is_file() and not any(name.split("!")[0] == str(path) for name in said)]
        for path in told:
            self.assertIn(path, message)
        return silent, rows, message


class Truncated(PressFolder, Silence):
    def test_every_file_cut_at_several_places(self):
        cut = self.folder / "cut"
        for path in sorted(self.press.rglob("*")):
            if not path.is_file():
                continue
            data = path.read_bytes()
            for number, part in enumerate((0.02, 0.2, 0.45, 0.7, 0.9, 0.97, 0.999)):
                self.write(f"cut/{number}/{path.name}", data[:int(len(data) * part)])
        silent, rows, _ = self.check_folder(cut)
        # A list without texts tells about other files; what is too short to be a list is a text.
        self.assertEqual([path for path in silent if path.name != "liste.csv"], [])
        self.assertGreater(len(rows), 350)


class Endless(CliTest, Silence):
    def test_nesting(self):
        deep = {
            "a.json": "[" * LEVELS, "b.json": '{"articles":' * LEVELS, "c.json": '[{"titre": "a", "texte": ' + "[" * LEVELS + "]" * LEVELS + "}]",
            "d.jsonl": '{"a":' * LEVELS + "1" + "}" * LEVELS + "\n",
            "e.html": "<html><body>" + "<div>" * LEVELS + FRENCH, "f.html": "<html><body><article>" + "<p><b><i>" * (LEVELS // 3) + ARABIC,
            "g.html": "<html><body><table><tr><td>" * (LEVELS // 5) + ARABIC,
            "h.html": '<html><head><script type="application/ld+json">' + '{"@graph":[' * LEVELS + f"</script></head><body><p>{FRENCH}</p></body></html>",
            "i.xml": "<corpus><text>" + "<p>" * LEVELS + ARABIC, "j.xml": "<text titre='a'>" * LEVELS + FRENCH,
            "k.xml": "<rss><channel><item>" + "<description>" * LEVELS + ARABIC, "l.xml": "<feed><entry><content>" + "<div>" * LEVELS + FRENCH,
            "m.rtf": "{\\rtf1 " + "{" * LEVELS + "a" + "}" * LEVELS + FRENCH + "}", "n.rtf": "{\\rtf1 " + "{\\*\\a" * LEVELS,
            "o.mht": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n" + "--a\nContent-Type: multipart/related; boundary=a\n\n" * (LEVELS // 10),
            "p.txt": "<journal=" * LEVELS, "q.txt": "**** *a_b\n" * LEVELS, "r.txt": "Titre : a\n\n" * LEVELS, "s.txt": "-----\n" * LEVELS,
            "t.csv": "titre;texte\n" + '"' * LEVELS, "u.csv": ";" * LEVELS + "texte\n", "v.txt": "\n" * LEVELS + ARABIC,
        }
        for name, text in deep.items():
            self.write(f"deep/{name}", text)
        silent, _, _ = self.check_folder(self.folder / "deep")
        self.assertEqual(silent, [])

    def test_one_line(self):
        for name, text in long_lines(8 << 20):
            with self.subTest(name):
                path = self.write(f"{name}.d/{name}", text)
                self.corpus = self.folder / f"{name}.corpus"
                silent, _, _ = self.check_folder(path.parent)
                self.assertEqual(silent, [])


class Links(CliTest, Silence):
    def test_links_in_circles_end(self):
        self.write("a/fr.txt", FRENCH.replace("serveurs", "ordinateurs"))
        self.write("b/ar.txt", ARABIC)
        (self.folder / "a" / "autre").symlink_to(self.folder / "b")
        (self.folder / "b" / "autre").symlink_to(self.folder / "a")
        (self.folder / "a" / "même").symlink_to(".")
        summary = self.ingest(self.folder / "a", self.folder / "b", "--no-derive")
        self.assertEqual((summary["articles"], summary["failed"]), (2, 0), summary["err"])

    def test_links_to_nothing_are_named(self):
        for name, target in (("boucle.txt", "boucle.txt"), ("perdu.txt", "absent.txt")):
            self.write("c/ar.txt", ARABIC)
            (self.folder / "c" / name).symlink_to(target)
        summary = self.ingest(self.folder / "c", self.folder / "c" / "boucle.txt", "--no-derive")
        self.assertEqual((summary["articles"], summary["code"]), (1, 1), summary["err"])
        self.assertIn("boucle.txt", summary["err"])


def measure(megabytes):
    """A line for each file of one line: seconds of CPU, peak of memory, what became of it."""
    with tempfile.TemporaryDirectory(prefix="sahafa-hostile-") as folder:
        folder = pathlib.Path(folder)
        for name, text in long_lines(megabytes << 20):
            path = folder / name
            path.write_text(text, encoding="utf-8")
            started = time.monotonic()
            code, message, seconds, peak = ingest(folder / "corpus", folder / "report.csv", path, seconds=600, megabytes=8192)
            print(f"{name}: {path.stat().st_size >> 20} MB, exit code {code}, {seconds:.1f} s of CPU, {time.monotonic() - started:.0f} s, peak {peak:.0f} MB "
                  f"{message.strip()[:200]}", flush=True)
            path.unlink()


if __name__ == "__main__":
    if "--megabytes" in sys.argv:
        measure(int(sys.argv[sys.argv.index("--megabytes") + 1]))
    else:
        unittest.main()
