#!/usr/bin/env python3
"""The gates of the text layer: our tokens and sentences against the treebanks of ../shared. Prints the scores.

gates_test.py TOKEN_SPANS SHARED   exit 77 (skipped) where SHARED is absent
"""
import pathlib
import subprocess
import sys
import tempfile

GATES = [
    "ud_french-gsd_dev.tokens.f1>=0.99",
    "ud_french-pud_pud.tokens.f1>=0.99",
    "ud_french-sequoia_dev.tokens.f1>=0.985",
    "ud_arabic-pud_pud.orth.f1>=0.995",
    "ud_french-gsd_dev.ends.f1>=0.975",
    "ud_french-sequoia_dev.ends.f1>=0.91",
    "ud_french-pud_pud.ends.f1>=0.985",
    "ud_arabic-pud_pud.ends.f1>=0.985",
]
SKIPPED = 77


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    scorer = shared / "bench" / "score_tokens.py"
    gold = sorted((shared / "data" / "text" / "ud_gold").glob("*.jsonl"))
    if not scorer.exists() or not gold:
        print(f"needs {scorer} and the treebanks beside it, which are not here")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        documents = pathlib.Path(folder) / "documents.jsonl"
        predicted = pathlib.Path(folder) / "predicted.jsonl"
        subprocess.run([sys.executable, scorer, "--emit", *gold, "-o", documents], check=True)
        with documents.open() as texts, predicted.open("w") as spans:
            subprocess.run([program], stdin=texts, stdout=spans, check=True)
        return subprocess.run([sys.executable, scorer, predicted, "--require", *GATES], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
