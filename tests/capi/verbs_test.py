#!/usr/bin/env python3
"""What the command line does, other languages can: every verb is reached, and every analysis gives the same bytes. verbs_test.py PROGRAM LIBRARY SOURCE"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

PROGRAM, LIBRARY, SOURCE = sys.argv.pop(1), sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
os.environ["SAHAFA_LIBRARY"] = LIBRARY
sys.path.insert(0, str(SOURCE / "notebooks"))
SKIPPED = 77

# Verbs that are no analyses, with the function of sahafa.h that does their work.
OTHERS = {"ingest": "sahafa_ingest", "report": "sahafa_report", "export": "sahafa_export", "check": "sahafa_check",
          "extract": "sahafa_run_files", "tokens": "sahafa_run_files", "codebook": "sahafa_run_files", "train": "sahafa_run_files",
          "classify": "sahafa_run_files",
          "show": "sahafa_read_articles",  # and sahafa_copies, sahafa_origins, claims, clusters, passages
          "index": "sahafa_change", "remove": "sahafa_change",
          "serve": None}  # a process that answers others, not a call


def run(*command, code=0):
    done = subprocess.run(list(map(str, command)), capture_output=True)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout


def parse(words, options):
    """Words of a command line as (bare arguments, options by name), by what the library says of the options."""
    takes = {row.name: bool(row.value) for row in options.itertuples()}
    bare, named, words = [], {}, list(words)
    while words:
        word = words.pop(0)
        if word in ("--format", "-o"):
            words.pop(0)
        elif word.startswith("--"):
            named[word[2:]] = words.pop(0) if takes[word[2:]] else True
        else:
            bare.append(word)
    return bare, named


class Verbs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keep = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.keep.name)
        cls.path = cls.folder / "cnss-corpus"
        run(PROGRAM, "ingest", cls.path, SOURCE / "corpus" / "cnss", "--quiet", code=1)  # one of its files is cut on purpose
        cls.corpus = sahafa.open(cls.path)

    @classmethod
    def tearDownClass(cls):
        cls.corpus.close()
        cls.keep.cleanup()

    def test_every_verb_is_reached(self):
        verbs = set(re.findall(r"(?m)^  ([a-z]+)  ", run(PROGRAM, "--help").decode().split("Subcommands:")[1]))
        analyses = set(sahafa.analyses()["name"])
        self.assertEqual(verbs, analyses | set(OTHERS))
        header = (SOURCE / "capi" / "sahafa.h").read_text()
        for function in filter(None, OTHERS.values()):
            self.assertIn(f" {function}(", header)

    def test_every_analysis_gives_what_the_command_line_prints(self):
        for analysis in sahafa.analyses().itertuples():
            with self.subTest(analysis.example):
                options = sahafa._corpus._list_options(analysis.name).to_pandas()
                bare, named = parse(shlex.split(analysis.example)[3:], options)
                switches = [word for name, value in named.items() for word in (f"--{name}", value) if word is not True]
                printed = run(PROGRAM, analysis.name, self.path, *bare, *switches, "--quiet", "--format", "csv")
                self.corpus.table(analysis.name, *bare, **named).write(self.folder / "table.csv")
                self.assertEqual((self.folder / "table.csv").read_bytes(), printed)
                self.assertGreater(printed.count(b"\n"), 1 if analysis.name != "repeated" else 0)

    def test_every_option_of_an_analysis_is_one_of_its_verb(self):
        for name in sahafa.analyses()["name"]:
            told = run(PROGRAM, name, "--help").decode()
            for option in sahafa._corpus._list_options(name).to_pandas().itertuples():
                self.assertIn(option.value if option.positional else f"--{option.name}", told, name)

    def test_options_of_ingest_are_those_of_the_verb(self):
        told = re.findall(r"(?m)^ +(?:-\w,)?--([a-z-]+)", run(PROGRAM, "ingest", "--help").decode())
        own = set(told) - {"help", "format", "jobs", "quiet", "output", "version"}
        self.assertIn("dry-run", own)
        for option in own:
            with self.subTest(option):
                try:
                    self.corpus.ingest(self.folder / "none.txt", **{option: "x", "dry-run": True})
                except sahafa.Error as error:
                    self.assertNotIn("there is no option", str(error))


if __name__ == "__main__":
    try:
        import sahafa
    except ModuleNotFoundError as missing:
        print(f"needs {missing.name} (Debian package python3-pandas)")
        sys.exit(SKIPPED)
    unittest.main()
