#!/usr/bin/env python3
"""From text to the document-term matrix: matrix_bench and scikit-learn's CountVectorizer in turn, on the same articles.

    python3 tests/bench/matrix_peer.py MATRIX_BENCH articles.jsonl FOLDER [--runs N]

Run it with a Python that has scikit-learn (a virtual environment outside of the repository). FOLDER gets a corpus of the articles, which the next call
uses again. Every task is a process of its own; printed are user CPU seconds, the smallest of the runs, for both sides: of sahafa the whole way from
corpus.db to the store on disk (surface, form, stem, byte, kind of every token, sentences, paragraphs and the matrix), of scikit-learn the matrix in
memory from texts in memory, whose reading is not counted, once by its own rule for words and once by blanks.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import sys


def children():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def timed(command):
    """(user CPU seconds, the last line that the command printed as JSON)."""
    before = children()
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
    return children() - before, json.loads(done.stdout.splitlines()[-1])


def count_with_sklearn(path, rule):
    from sklearn.feature_extraction.text import CountVectorizer
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    vectorizer = CountVectorizer() if rule == "words" else CountVectorizer(tokenizer=str.split, token_pattern=None)
    matrix = vectorizer.fit_transform(texts)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"tokens": int(matrix.sum()), "types": matrix.shape[1], "cells": int(matrix.nnz), "cpu_s": used.ru_utime - before,
                      "peak_mb": used.ru_maxrss / 1024}))


def show(name, seconds, tokens, peak, floor=None):
    rate = tokens / seconds / 1e6
    print(f"{name:34}{tokens / 1e6:8.2f} M tokens {seconds:8.2f} s {rate:7.2f} M/s {peak:8.0f} MB"
          + (f"   {rate / floor:5.1f} times scikit-learn" if floor else ""))
    return rate


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bench")
    parser.add_argument("articles")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rule", choices=["words", "blanks"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.rule:
        return count_with_sklearn(options.articles, options.rule)
    if not options.folder.exists():
        timed([options.bench, "store", options.articles, options.folder])
    best = {}
    for _ in range(options.runs):
        for name, command in (("words", [sys.executable, __file__, options.bench, options.articles, options.folder, "--rule", "words"]),
                              ("blanks", [sys.executable, __file__, options.bench, options.articles, options.folder, "--rule", "blanks"]),
                              ("sahafa", [options.bench, "build", options.folder, 1]), ("two", [options.bench, "build", options.folder, 2])):
            user, said = timed(command)
            seconds = said["cpu_s"] if name in ("words", "blanks") else user
            if name not in best or seconds < best[name][0]:
                best[name] = (seconds, said)
    floor = show("scikit-learn, its rule for words", best["words"][0], best["words"][1]["tokens"], best["words"][1]["peak_mb"])
    show("scikit-learn, split at blanks", best["blanks"][0], best["blanks"][1]["tokens"], best["blanks"][1]["peak_mb"])
    show("sahafa, one thread", best["sahafa"][0], best["sahafa"][1]["tokens"], best["sahafa"][1]["build_peak_mb"], floor)
    show("sahafa, two threads", best["two"][0], best["two"][1]["tokens"], best["two"][1]["build_peak_mb"], floor)
    same = best["sahafa"][1]["hash"] == best["two"][1]["hash"]
    print(f"wall: one thread {best['sahafa'][1]['wall_s']:.2f} s, two {best['two'][1]['wall_s']:.2f} s; same store: {same}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
