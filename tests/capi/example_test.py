#!/usr/bin/env python3
"""The example in C, over the bundled corpus, gives what the command line gives."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM, EXAMPLE, SOURCE = sys.argv.pop(1), sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True)


class Example(unittest.TestCase):
    def test_example_prints_what_stance_prints(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = pathlib.Path(folder, "corpus")
            run(PROGRAM, "ingest", corpus, SOURCE / "corpus" / "cnss", "--quiet")
            stance = csv.DictReader(io.StringIO(run(PROGRAM, "stance", corpus, "--by", "outlet", "--quiet").stdout))
            wanted = ["\t".join(row[name] for name in ("group", "target", "frame", "claims")) for row in stance]
            self.assertGreater(len(wanted), 10)
            self.assertEqual(run(EXAMPLE, corpus).stdout.splitlines(), wanted)

    def test_example_says_what_is_wrong(self):
        done = run(EXAMPLE, "no-such-corpus")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no such directory", done.stderr)
        self.assertEqual(run(EXAMPLE).returncode, 2)


if __name__ == "__main__":
    unittest.main()
