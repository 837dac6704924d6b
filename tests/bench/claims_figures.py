#!/usr/bin/env python3
"""Prints the figures of the claims analysis in one table: agreement with hand-coded sets, and alarms in news about other things.

usage: claims_figures.py CLAIMS_DRIVER SHARED [--blind]     --blind: also the sets that nobody who writes rules has read

Columns: target and frame, full tuple, each F1, French minus Arabic of both; then, given target and frame, the share of claims whose polarity (of
items with a negation), holder and modality are right.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
STANCE = ROOT / "tests" / "data" / "stance"


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def claims_of(driver, path, folder):
    out = folder / "claims.jsonl"
    with open(out, "w", encoding="utf-8") as file:
        subprocess.run([driver, "items", path], stdout=file, check=True)
    return out


def f1(tally, level):
    return tally.prf("coarse", level)[2]


def print_set(scorer, book, name, items, predictions):
    preds, _ = scorer.by_article(scorer.read_pred(predictions), items, book, None, any(item["digest"] for item in items), None)
    result = scorer.score(items, preds, book)
    tally = result["tally"]
    gap = [f1(tally["lang fr"], level) - f1(tally["lang ar"], level) for level in ("target", "full")] if "lang ar" in tally and "lang fr" in tally else [0, 0]
    negated = [item for item in items if any("negation" in phenomenon or "denial" in phenomenon for phenomenon in item["phenomena"])]
    on_negation = scorer.score(negated, preds, book)["given"] if negated else {"n": 0}
    given = result["given"]
    share = lambda part, whole: f"{part / whole:.3f}" if whole else "-"
    print(f"{name:28} {f1(tally['all'], 'target'):.3f} {f1(tally['all'], 'full'):.3f}  {gap[0]:+.3f} {gap[1]:+.3f}  "
          f"{share(on_negation.get('polarity', 0), on_negation['n']):>6} {share(given['holder'], given['n'])} {share(given['modality'], given['n'])}")


def print_noise(driver, path, folder):
    articles = sum(1 for _ in open(path, encoding="utf-8"))
    claims = [json.loads(line) for line in open(claims_of(driver, path, folder), encoding="utf-8")]
    print(f"{path.name:38} {articles:4} articles, {len({claim['id'] for claim in claims}):3} with claims, {len(claims):3} claims")


def main(driver, shared, *options):
    shared = pathlib.Path(shared)
    scorer = load("score_claims", shared / "bench" / "score_claims.py")
    test = load("score_test", ROOT / "tests" / "analysis" / "claims" / "score_test.py")
    book = scorer.Codebook(scorer.CODEBOOK)
    print(f"{'set':28} target full   fr - ar (both)   negation holder modality")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        heldout = STANCE / "heldout.jsonl"
        sets = [("challenge", shared / "data/stance/challenge.jsonl"), ("digests", shared / "coverage/coverage.jsonl"),
                ("development", STANCE / "development.jsonl"), ("second set", STANCE / "second.jsonl"),
                ("fresh set", STANCE / "fresh.jsonl"), ("second fresh set", STANCE / "fresh2.jsonl"), ("held out, read half", test.write_half(heldout, False, folder / "read.jsonl"))]
        if "--blind" in options:
            sets += [("held out, blind half", test.write_half(heldout, True, folder / "blind.jsonl")), ("third fresh set, blind", STANCE / "fresh3.jsonl")]
        for title, gold in sets:
            print_set(scorer, book, title, scorer.read_gold(gold), claims_of(driver, gold, folder))
        for news in sorted((shared / "data" / "text").glob("wikinews_*.jsonl")):
            print_noise(driver, news, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
