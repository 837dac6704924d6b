#!/usr/bin/env python3
"""The Python package over the built library: DataFrames, views without a copy, Arrow, errors, progress, the wheel."""
import contextlib
import importlib.util
import io
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
import unittest
from unittest import mock

LIBRARY, SOURCE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
os.environ["SAHAFA_LIBRARY"] = LIBRARY = os.path.abspath(LIBRARY)
sys.path.insert(0, str(SOURCE / "notebooks"))

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402

import sahafa  # noqa: E402

TEXTS = {
    "a.txt": "Titre : La Caisse répond\nMédia : Le Desk\nDate : 2025-04-10\n\nSelon le syndicat, la CNSS a laissé ses serveurs sans "
             "protection. <b>Elle</b> affirme que les fichiers diffusés sont faux.\n",
    "b.txt": "العنوان: النقابة تحمّل الصندوق المسؤولية\nالمصدر: لكم\nالتاريخ: 2025-04-11\n\nحمّلت النقابة الصندوق الوطني للضمان الاجتماعي مسؤولية "
             "تسريب بيانات المنخرطين. وقالت إن الإدارة لم تحم المعطيات.\n",
}


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keep = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.keep.name)
        for name, text in TEXTS.items():
            (cls.folder / name).write_text(text, encoding="utf-8")
        cls.corpus = sahafa.open(cls.folder / "corpus", write=True)
        cls.summary = cls.corpus.ingest(*(cls.folder / name for name in TEXTS))

    @classmethod
    def tearDownClass(cls):
        cls.corpus.close()
        cls.keep.cleanup()

    def test_ingest_counts_and_is_idempotent(self):
        self.assertEqual(self.summary["articles"].tolist(), [2])
        self.assertEqual(self.corpus.ingest(self.folder / "a.txt")["skipped"].tolist(), [1])

    def test_index_and_remove_change_the_corpus(self):
        with tempfile.TemporaryDirectory() as folder, sahafa.open(pathlib.Path(folder, "corpus"), write=True) as corpus:
            corpus.ingest(*(self.folder / name for name in TEXTS))
            self.assertEqual(corpus.index(no_positions=True, arabic_stemmer="snowball")["positions"].tolist(), ["no"])
            self.assertEqual(corpus.search('"تسريب بيانات"')["id"].tolist(), [2])
            self.assertEqual(corpus.remove(where="CNSS", dry_run=True)["id"].tolist(), [1, 2])
            self.assertEqual(corpus.remove(2, reason="hors sujet")["id"].tolist(), [2])
            self.assertTrue(corpus.search("تسريب").empty)
            self.assertEqual(corpus.remove(list=True)["reason"].tolist(), ["hors sujet"])
            self.assertTrue(corpus.check().empty)

    def test_every_analysis_is_a_method_with_its_options(self):
        names = sahafa.analyses()["name"].tolist()
        self.assertIn("stance", names)
        self.assertLessEqual({name.replace("-", "_") for name in names}, set(dir(self.corpus)))
        self.assertIn("facets:", self.corpus.search.__doc__)

    def test_results_are_data_frames_with_notes(self):
        stance = self.corpus.stance(by="outlet", voice="all")
        self.assertTrue(len(stance))
        self.assertIsInstance(stance, pd.DataFrame)
        self.assertEqual(list(stance.columns)[:4], ["group", "target", "frame", "claims"])
        self.assertTrue(stance.attrs["notes"])
        self.assertTrue(stance["ci_low"].isna().all())

    def test_texts_are_whole_in_both_scripts(self):
        titles = self.corpus.articles()["title"].tolist()
        self.assertEqual(titles, ["La Caisse répond", "النقابة تحمّل الصندوق المسؤولية"])

    def test_bare_arguments_and_lists(self):
        self.assertEqual(len(self.corpus.search("CNSS", lang=["fr", "ar"])), len(self.corpus.search(query="CNSS")))
        with self.assertRaises(TypeError):
            self.corpus.search("CNSS", "Caisse")

    def test_number_columns_are_views(self):
        table = self.corpus.table("articles")
        first, second = table["id"], table["id"]
        self.assertEqual(first.__array_interface__["data"][0], second.__array_interface__["data"][0])
        self.assertFalse(first.flags.writeable)
        del table, second
        self.assertEqual(first.tolist(), [1, 2], "a view keeps the memory of its table")

    def test_arrow_capsule(self):
        capsule = self.corpus.table("articles").__arrow_c_stream__()
        self.assertIn("arrow_array_stream", repr(capsule))
        del capsule

    def test_arrow_reads_the_stream(self):
        try:
            import pyarrow
        except ImportError:
            self.skipTest("needs pyarrow, which is not here")
        frame = pyarrow.table(self.corpus.table("articles")).to_pandas()
        self.assertEqual(frame["title"].tolist(), self.corpus.articles()["title"].tolist())

    def test_a_dry_run_reads_and_stores_nothing(self):
        (self.folder / "new.txt").write_text("Titre : Neuf\nMédia : Le360\n\nUn texte neuf.\n", encoding="utf-8")
        readers = self.corpus.ingest(self.folder / "new.txt", dry_run=True, report=self.folder / "sources.csv")
        self.assertEqual(readers[["reader", "articles"]].values.tolist(), [["text", 1]])
        self.assertEqual(len(self.corpus.articles()), 2)
        self.assertEqual(pd.read_csv(self.folder / "sources.csv")["articles"].tolist(), [1])

    def test_evidence_beside_the_table_or_in_its_place(self):
        stance = self.corpus.stance(voice="all", evidence=self.folder / "evidence.csv")
        self.assertIn("share", stance.columns)
        opened = self.corpus.stance(voice="all", evidence="-")
        self.assertEqual(opened["sentence"].tolist(), pd.read_csv(self.folder / "evidence.csv")["sentence"].tolist())
        self.assertGreater(len(opened), 0)

    def test_copies_and_origins(self):
        self.assertEqual([pathlib.Path(path).name for path in self.corpus.copies()["path"]], ["a.txt", "b.txt"])
        self.assertEqual(list(self.corpus.origins().columns), ["article", "field", "origin"])

    def test_names_of_files_that_are_no_utf8(self):
        folder = os.fsencode(self.folder / "ancien")
        os.mkdir(folder)
        with open(folder + b"/caf\xe9.txt", "wb"):
            pass
        self.assertIn("caf\ufffd.txt", sahafa.extract(folder).attrs["notes"][0])
        with self.assertRaises(sahafa.MalformedError):
            sahafa.extract(folder + b"/caf\xe9.txt")

    def test_articles_stream(self):
        batches = list(self.corpus.read_articles(batch=1))
        self.assertEqual([batch["outlet"].iloc[0] for batch in batches], ["ledesk", "lakome"])

    def test_article_shows_itself_with_claims_and_escapes(self):
        shown = self.corpus.article(1)._repr_html_()
        self.assertIn("&lt;b&gt;Elle", shown)
        for id in (1, 2):
            self.assertIn("<mark", self.corpus.article(id)._repr_html_())
        self.assertIn('dir="auto"', self.corpus.article(2)._repr_html_())
        with self.assertRaises(FileNotFoundError):
            self.corpus.article(99)

    def test_table_shows_cells_in_their_direction(self):
        articles = self.corpus.articles()
        self.assertIn('<td dir="auto">النقابة', articles._repr_html_())
        articles["title"] = pd.Categorical(["<b>gras</b>", "عنوان"])
        for shown in (articles, articles.set_index("title")):
            self.assertIn("&lt;b&gt;gras", shown._repr_html_())

    def test_errors_carry_the_message(self):
        for call, kind, said in [
                (lambda: sahafa.open(self.folder / "nowhere"), sahafa.NotFoundError, "nowhere"),
                (lambda: self.corpus.run("keynes"), sahafa.ArgumentError, "keynes"),
                (lambda: self.corpus.search("CNSS", langue="fr"), ValueError, "langue"),
                (lambda: self.corpus.keynes, AttributeError, "keynes")]:
            with self.assertRaisesRegex(kind, said):
                call()

    def test_closed_corpus_is_an_error(self):
        corpus = sahafa.open(self.folder / "corpus")
        corpus.close()
        with self.assertRaises(sahafa.ArgumentError):
            corpus.articles()

    def test_progress_reports_and_what_it_raises_cancels(self):
        (self.folder / "c.txt").write_text("Titre : Autre\nMédia : TelQuel\n\nUn autre texte.\n", encoding="utf-8")

        def interrupt(stage, done, total):
            raise KeyboardInterrupt

        with sahafa.open(self.folder / "other", write=True) as other:
            with self.assertRaises(KeyboardInterrupt):
                other.ingest(self.folder / "c.txt", progress=interrupt)
            stages = []
            other.ingest(self.folder / "c.txt", progress=lambda stage, done, total: stages.append(stage))
            self.assertIn("reading", stages)
            self.assertEqual(len(other.articles()), 1)

    def test_a_bar_is_drawn_with_tqdm_and_without(self):
        (self.folder / "bar.txt").write_text("العنوان: شريط\nالمصدر: لكم\n\nنص آخر عن الصندوق.\n", encoding="utf-8")
        drawn = io.StringIO()
        with mock.patch.dict(sys.modules, {"tqdm": None, "tqdm.auto": None}), contextlib.redirect_stderr(drawn), \
                sahafa.open(self.folder / "bar", write=True) as corpus:
            corpus.ingest(self.folder / "bar.txt", progress=True)
        self.assertIn("\rreading: ", drawn.getvalue())
        self.assertTrue(drawn.getvalue().endswith("\n"))
        bars = mock.Mock()
        bars.tqdm.return_value.n = 0
        with mock.patch.dict(sys.modules, {"tqdm": bars, "tqdm.auto": bars}), sahafa.open(self.folder / "tqdm", write=True) as corpus:
            corpus.ingest(self.folder / "bar.txt", progress=True)
        self.assertIn("reading", [call.kwargs["desc"] for call in bars.tqdm.call_args_list])
        self.assertEqual(bars.tqdm.return_value.close.call_count, bars.tqdm.call_count)

    def test_ctrl_c_ends_an_ingest_and_the_next_one_goes_on(self):
        (self.folder / "many.jsonl").write_text("".join(f'{{"title": "خبر {n}", "outlet": "لكم", "text": "نص قصير عن الصندوق رقم {n} في المدينة."}}\n'
                                                        for n in range(20_000)), encoding="utf-8")
        waiting = """
import sys; sys.path.insert(0, sys.argv[1])
import sahafa
corpus = sahafa.open(sys.argv[2], write=True)
print("begins", flush=True)
try:
    corpus.ingest(sys.argv[3])
except KeyboardInterrupt:
    print("interrupted")
"""
        command = [sys.executable, "-c", waiting, SOURCE / "notebooks", self.folder / "interrupted", self.folder / "many.jsonl"]
        with subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            self.assertEqual(process.stdout.readline(), "begins\n")
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            said, error = process.communicate(timeout=60)
        self.assertEqual((said, error, process.returncode), ("interrupted\n", "", 0))

    def test_other_threads_run_during_a_call(self):
        """The interpreter is free while the library works: a thread that does little gets its turn again and again."""
        span = []

        def ingest():
            with sahafa.open(self.folder / "long", write=True) as corpus:
                began = time.monotonic()
                corpus.ingest(SOURCE / "corpus" / "cnss", jobs=1)
                span.extend((began, time.monotonic()))

        thread, turns = threading.Thread(target=ingest), []
        thread.start()
        while thread.is_alive():
            turns.append(time.monotonic())
            time.sleep(0.001)
        thread.join()
        self.assertGreater(sum(span[0] < turn < span[1] for turn in turns), 20)

    def test_threads_share_a_corpus(self):
        rows = []
        threads = [threading.Thread(target=lambda: rows.append(len(self.corpus.stance()))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(rows, [len(self.corpus.stance())] * 4)

    def test_one_process_writes_and_another_reads(self):
        """The writer stops inside its ingest and waits for a word: meanwhile others read, and no other may write."""
        for name, text in TEXTS.items():
            (self.folder / f"first-{name}").write_text(text, encoding="utf-8")
        with sahafa.open(self.folder / "shared", write=True) as corpus:
            corpus.ingest(self.folder / "first-a.txt")
        writer = """
import sys; sys.path.insert(0, sys.argv[1])
import sahafa
def wait(stage, done, total):
    global told
    if not told:
        print("inside", flush=True); told = sys.stdin.readline()
told = ""
with sahafa.open(sys.argv[2], write=True) as corpus:
    corpus.ingest(sys.argv[3], progress=wait)
print("done", flush=True)
"""
        command = [sys.executable, "-c", writer, SOURCE / "notebooks", self.folder / "shared", self.folder / "first-b.txt"]
        with subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process, \
                sahafa.open(self.folder / "shared", write=True) as corpus:
            self.assertEqual(process.stdout.readline(), "inside\n")
            self.assertEqual(corpus.articles()["lang"].tolist(), ["fr"])
            self.assertEqual(len(corpus.search("serveurs")), 1)
            with self.assertRaises(sahafa.BusyError):
                corpus.ingest(self.folder / "a.txt")
            process.communicate("go on\n")
            self.assertEqual(process.returncode, 0)
            self.assertEqual(corpus.articles()["lang"].tolist(), ["fr", "ar"])
        with sahafa.open(self.folder / "shared") as corpus:
            self.assertEqual(len(corpus.search("المنخرطين")), 1)
            self.assertTrue(corpus.check().empty)

    def test_tokens_are_mapped(self):
        tokens = self.corpus.tokens()
        self.assertIsInstance(tokens.form.base, np.memmap)
        words = [tokens.forms[i] for i in tokens.form[tokens.documents[1]:tokens.documents[2]]]
        self.assertIn("النقابه", words)
        with self.assertRaises(IndexError):
            tokens.forms[len(tokens.forms)]
        self.assertIn("النقابة", [tokens.surfaces[i] for i in tokens.surface[tokens.documents[1]:tokens.documents[2]]])
        self.assertEqual([bytes(lang) for lang in tokens.lang], [b"fr", b"ar"])
        self.assertEqual(tokens.paragraphs[-1], len(tokens))

    def test_the_mapped_matrix_holds_what_counting_the_words_gives(self):
        tokens = self.corpus.tokens()
        for document in range(len(tokens.articles)):
            span = slice(tokens.documents[document], tokens.documents[document + 1])
            counted = np.bincount(tokens.form[span][tokens.kind[span] == 0], minlength=len(tokens.forms))
            cells = tokens.matrix_cell[tokens.matrix_offset[document]:tokens.matrix_offset[document + 1]]
            self.assertEqual({int(form): int(count) for form, count in cells}, {int(i): int(counted[i]) for i in np.flatnonzero(counted)})
            self.assertEqual(tokens.words[document], counted.sum())

    def test_tokens_as_a_frame(self):
        tokens = self.corpus.tokens()
        frame = tokens.to_pandas()
        self.assertEqual(len(frame), len(tokens))
        self.assertEqual(frame["form"].tolist(), [tokens.forms[i] for i in tokens.form])
        self.assertEqual(frame["stem"].tolist(), [tokens.stems[i] for i in tokens.stem])
        texts = {row.id: row.text for row in next(self.corpus.read_articles()).itertuples()}
        for row in frame[frame["kind"] == "number"].itertuples():
            self.assertTrue(texts[row.article].encode()[row.begin:].decode()[0].isdigit())
        self.assertEqual(frame["article"].unique().tolist(), [1, 2])

    def test_equal_cells_are_one_string(self):
        outlets = self.corpus.claims()["outlet"].tolist()
        for outlet in outlets:
            self.assertIs(outlet, next(other for other in outlets if other == outlet))

    def test_columns_of_many_different_cells_are_whole(self):
        from sahafa._texts import decode
        cells = [f"{'cellule é' if i % 3 else 'خلية'} {i if i % 2 else 0}" for i in range(50_000)] + ["", "fin"]
        encoded = [cell.encode() for cell in cells]
        offsets = np.cumsum([0, *map(len, encoded)])
        self.assertEqual(decode(np.frombuffer(b"".join(encoded), np.uint8), offsets).tolist(), cells)
        self.assertEqual(decode(np.empty(0, np.uint8), np.zeros(1, np.int64)).tolist(), [])

    def test_report_and_file(self):
        self.corpus.report(self.folder / "report.html")
        self.assertIn("<html", (self.folder / "report.html").read_text(encoding="utf-8")[:200])
        self.corpus.table("articles").write(self.folder / "articles.csv")
        self.assertEqual(len(pd.read_csv(self.folder / "articles.csv")), 2)

    def test_what_is_no_table_goes_into_files(self):
        self.corpus.render("network", self.folder / "words.gexf", as_="gexf", lang="fr", min=1)
        self.assertIn("<gexf", (self.folder / "words.gexf").read_text(encoding="utf-8")[:200])
        self.corpus.export(self.folder / "ar.txt", as_="iramuteq", lang="ar")
        self.assertIn("المنخرطين", (self.folder / "ar.txt").read_text(encoding="utf-8"))
        self.corpus.export(folder=self.folder / "exported")

        def interrupt(stage, done, total):
            raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            self.corpus.export(self.folder / "stopped.csv", progress=interrupt)
        self.assertFalse((self.folder / "stopped.csv").exists(), "a file appears whole or not at all")
        self.assertEqual(len(list((self.folder / "exported" / "texts").iterdir())), 2)

    def test_files_without_a_corpus(self):
        files = [self.folder / name for name in TEXTS]
        self.assertEqual(sahafa.extract(*files)["lang"].tolist(), ["fr", "ar"])
        self.assertIn("المنخرطين", sahafa.tokens(files[1])["token"].tolist())
        self.assertIn("label_ar", sahafa.codebook().columns)
        self.assertEqual(list(sahafa.codebook("check").columns), ["actors", "frames", "hash"])
        (self.folder / "broken.toml").write_text("[[frame]]\nid =\n", encoding="utf-8")
        with self.assertRaisesRegex(sahafa.MalformedError, "broken.toml"):
            sahafa.codebook("check", self.folder / "broken.toml")
        examples, model = SOURCE / "tests" / "data" / "learning", self.folder / "stance.model"
        judged = sahafa.train(examples / "train.jsonl", model=model, judge=examples / "judge.jsonl")
        found = sahafa.classify(examples / "judge.jsonl", model=model)
        self.assertEqual(judged["coded"].sum(), len(found))
        (self.folder / "columns.csv").write_text("Corps\nUn texte.\n", encoding="utf-8")
        self.assertEqual(sahafa.extract(self.folder / "columns.csv", map={"text": "Corps"})["text"].tolist(), ["Un texte."])
        self.assertTrue(sahafa.extract(self.folder / "missing.txt").attrs["notes"])

    def test_the_manual_says_what_works(self):
        page = (SOURCE / "docs" / "manual" / "python.md").read_text(encoding="utf-8")
        shutil.copytree(self.folder / "corpus", self.folder / "manual" / "cnss-corpus")
        (self.folder / "manual" / "mon-dossier").mkdir()
        (self.folder / "manual" / "notebooks").symlink_to((SOURCE / "notebooks").resolve())
        (block,) = re.findall(r"```python\n(.*?)```", page, re.S)
        done = subprocess.run([sys.executable, "-c", block.replace("article(12)", "article(1)")], cwd=self.folder / "manual", capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        calls = re.findall(r"`((?:corpus|sahafa)\.\w+\([^`]*)`", page)
        self.assertGreater(len(calls), 15)
        for call in calls:
            names = call.split("(")[0].split(".")
            with self.subTest(call):
                held = sahafa if names[0] == "sahafa" else self.corpus
                self.assertTrue(hasattr(held, names[1]))

    def test_types_hold_together(self):
        if importlib.util.find_spec("mypy") is None:
            self.skipTest("needs mypy (Debian package mypy)")
        done = subprocess.run([sys.executable, "-m", "mypy", "--check-untyped-defs", "--disallow-untyped-defs", "--ignore-missing-imports",
                               "--cache-dir", os.devnull, "sahafa"], cwd=SOURCE / "notebooks", capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_wheel_is_built_without_network_and_used_in_a_clean_venv(self):
        """pip builds it out of a copy of notebooks/ with an index that does not exist; NumPy and pandas are those of the system."""
        try:
            import ensurepip  # noqa: F401
        except ImportError:
            self.skipTest("needs venv (Debian package python3-venv)")
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            shutil.copytree(SOURCE / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns("__pycache__"))
            environment = {**os.environ, "PIP_INDEX_URL": "http://127.0.0.1:1/", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull,
                           "SAHAFA_LIBRARY": os.path.abspath(LIBRARY)}
            environment.pop("PIP_FIND_LINKS", None)

            def run(*command, **more):
                done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=folder, **{"env": environment, **more})
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                return done.stdout

            run(sys.executable, "-m", "venv", "--system-site-packages", folder / "venv")
            python = folder / "venv" / "bin" / "python"
            run(python, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, folder / "notebooks")
            (wheel,) = folder.glob("*.whl")
            self.assertTrue(wheel.name.endswith(f"-py3-none-{sysconfig.get_platform().replace('-', '_')}.whl"), wheel.name)
            run(python, "-m", "pip", "install", "--no-deps", wheel)
            shutil.rmtree(folder / "notebooks")
            clean = {key: value for key, value in environment.items() if key not in ("SAHAFA_LIBRARY", "PYTHONPATH")}
            use = "import sys, sahafa; print(sahafa.__file__, *sahafa.open(sys.argv[1]).search('المنخرطين')['outlet'])"
            said = run(python, "-c", use, (self.folder / "corpus").resolve(), env=clean)
            self.assertIn(str(folder / "venv"), said)
            self.assertIn("lakome", said)

    def test_wheel_has_the_library_inside(self):
        sys.path.insert(0, str(SOURCE / "notebooks"))
        import wheel_backend
        with tempfile.TemporaryDirectory() as folder:
            name = wheel_backend.build_wheel(folder)
            self.assertRegex(name, r"^sahafa-[\d.]+-py3-none-linux_\w+\.whl$")
            environment = {**os.environ, "PYTHONPATH": str(pathlib.Path(folder, "site"))}
            environment.pop("SAHAFA_LIBRARY")
            subprocess.run([sys.executable, "-m", "zipfile", "-e", str(pathlib.Path(folder, name)), environment["PYTHONPATH"]], check=True)
            done = subprocess.run([sys.executable, "-c", "import sahafa; print(sahafa.version(), sahafa.__file__)"],
                                  capture_output=True, text=True, env=environment, cwd=folder)
            self.assertIn(environment["PYTHONPATH"], done.stdout, done.stderr)


if __name__ == "__main__":
    unittest.main()
