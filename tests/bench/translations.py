#!/usr/bin/env python3
"""How many translations and rewrites `sahafa ingest` finds, against texts whose pairs are known, beside the repository.

  translations.py PROGRAM SOURCE_DIR [--half 0|1] [--require METRIC>=VALUE ...]

Two corpora are made through the program and read back with `sahafa clusters`:
  translation  NTREX and TICO-19 in French and Arabic, all other documents of ../shared/data/text as distractors; a pair is
               right if both have the same `pair`
  rewrite      NTREX in French and in Canadian French, with the French documents as distractors
Rules were made by looking at half 0 only (a hash of the pair's name); --half scores one half. Last line: CPU microseconds
an article for the whole ingest, and what the Arabic half adds. Exit 1 if a requirement fails, 77 (skip) without the texts.
"""
import argparse
import csv
import hashlib
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
PAIRED = ("ntrex_newstest2019", "tico19_ar_fr")
OTHERS = ("wikinews_fr_2016_2018", "wikinews_fr_2012", "wikinews_ar_2014_2024", "udhr", "bnf_historical_ocr")


def half_of(pair):
    return hashlib.sha256(pair.encode()).digest()[0] % 2


def load(folder, names):
    for name in names:
        with open(folder / f"{name}.jsonl", encoding="utf-8") as lines:
            yield from (dict(json.loads(line), set=name) for line in lines)


def ingest(program, folder, records):
    """Pairs of keys that the program joined, and CPU seconds."""
    source = folder / "articles.jsonl"
    with open(source, "w", encoding="utf-8") as out:
        for record in records:
            fields = {name: record.get(name, "") for name in ("id", "outlet", "lang", "date", "title", "text")}
            fields["lang"] = fields["lang"][:2]
            out.write(json.dumps(fields, ensure_ascii=False) + "\n")
    corpus = folder / "corpus"
    before = os.times()
    subprocess.run([program, "ingest", corpus, source, "--no-derive", "--quiet", "--jobs", "1"], check=True,
                   stdout=subprocess.DEVNULL)
    after = os.times()
    table = subprocess.run([program, "clusters", corpus, "--format", "csv"], check=True, capture_output=True, text=True)
    clusters = {}
    for row in csv.DictReader(io.StringIO(table.stdout)):
        clusters.setdefault(row["cluster"], []).append((row["key"], row["relation"]))
    joined = {(a[0], b[0]) for members in clusters.values() for a in members for b in members if a[0] < b[0]}
    return joined, after.children_user + after.children_system - before.children_user - before.children_system


def score(joined, records, wanted, half):
    """Precision, recall and counts of the pairs of records whose languages are `wanted`."""
    by_id = {record["id"]: record for record in records}
    true = found = right = 0
    gold = {}
    for record in records:
        if record["set"] in PAIRED and record["lang"] in wanted:
            gold.setdefault(record["pair"], set()).add(record["lang"])
    true = sum(1 for pair, langs in gold.items() if langs == wanted and half in (None, half_of(pair)))
    for a, b in joined:
        a, b = by_id[a], by_id[b]
        if {a["lang"], b["lang"]} != wanted:
            continue
        same = a.get("pair") and a.get("pair") == b.get("pair")
        if same and (a["set"] not in PAIRED or half not in (None, half_of(a["pair"]))):
            continue  # right, and counted elsewhere
        found += 1
        right += bool(same)
    return {"precision": right / found if found else 0.0, "recall": right / true if true else 0.0, "pairs": true,
            "found": found, "right": right}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--require", nargs="+", default=[])
    options = parser.parse_args()
    folder = options.source / ".." / "shared" / "data" / "text"
    if not folder.is_dir():
        print(f"skipped: needs {folder}, which is not here")
        return SKIPPED
    records = list(load(folder, PAIRED + OTHERS))
    two = [record for record in records if record["lang"] in ("fr", "ar")]
    french = [record for record in records if record["lang"].startswith("fr")]
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for name, part, wanted in (("translation", two, {"fr", "ar"}), ("rewrite", french, {"fr", "fr-CA"})):
            (scratch / name).mkdir()
            joined, seconds = ingest(options.program, scratch / name, part)
            results[name] = score(joined, part, wanted, options.half)
            results[name]["us_per_article"] = seconds / len(part) * 1e6
    print("%-14s%10s%10s%8s%8s%8s%16s" % ("set", "precision", "recall", "pairs", "found", "right", "us an article"))
    for name, row in results.items():
        print("%-14s%10.3f%10.3f%8d%8d%8d%16.0f" % (name, row["precision"], row["recall"], row["pairs"], row["found"],
                                                    row["right"], row["us_per_article"]))
    failed = False
    for requirement in options.require:
        metric, value = requirement.split(">=")
        name, figure = metric.split(".")
        if results[name][figure] < float(value):
            print(f"failed: {metric} is {results[name][figure]:.3f}, wanted {value}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
