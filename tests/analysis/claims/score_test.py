#!/usr/bin/env python3
"""Scores the extractor against hand-coded claims with ../shared/bench/score_claims.py and requires the figures below.

usage: score_test.py CLAIMS_DRIVER SHARED HELDOUT.jsonl     exit 77: SHARED is not here, skipped
"""

import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
SEED_ID = "lepoint-cnss-2025"

# Figures that must hold, a little under those reached: (name, gold below SHARED, metrics).
CHALLENGE = ["coarse.target.f1>=0.80", "coarse.full.f1>=0.72"]
DIGESTS = ["coarse.target.f1>=0.58", "coarse.full.f1>=0.40"]
SEED = ["in_place.coarse.target.f1>=0.45", "in_place.coarse.full.f1>=0.35"]
HELDOUT = ["coarse.target.f1>=0.80", "coarse.full.f1>=0.75"]


def seed_article(path):
    """The file holds the article twice; the longer copy, with the standfirst, is the article."""
    text = path.read_text(encoding="utf-8")
    first_line = text.split("\n", 1)[0]
    second_copy = text.rfind("Le Point\n", len(first_line) + 1, len(text) - len("Le Point\n"))
    return text[:second_copy] if second_copy > 0 else text


def run(driver, arguments, out):
    with open(out, "w", encoding="utf-8") as file:
        subprocess.run([driver, *arguments], stdout=file, check=True)


def score(scorer, name, gold, predictions, requirements):
    options = [option for requirement in requirements for option in ("--require", requirement)]
    print(f"== {name}: {' '.join(requirements)}", flush=True)
    return subprocess.run([sys.executable, scorer, gold, predictions, "--no-phenomena", *options]).returncode == 0


def main(driver, shared, heldout):
    shared = pathlib.Path(shared)
    scorer = shared / "bench" / "score_claims.py"
    if not scorer.exists():
        print(f"needs {scorer}, which is not here")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        passed = True
        for name, gold, requirements in (
            ("challenge sentences", shared / "data/stance/challenge.jsonl", CHALLENGE),
            ("digests", shared / "coverage/coverage.jsonl", DIGESTS),
            ("held-out sentences", pathlib.Path(heldout), HELDOUT),
        ):
            out = folder / "claims.jsonl"
            run(driver, ["items", gold], out)
            passed &= score(scorer, name, gold, out, requirements)
        seed = folder / "seed.txt"
        seed.write_text(seed_article(shared / "data/seed/lepoint-cnss-2025.txt"), encoding="utf-8")
        out = folder / "claims.jsonl"
        run(driver, ["text", seed, SEED_ID], out)
        passed &= score(scorer, "seed article", shared / "reference/seed-claims.jsonl", out, SEED)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
