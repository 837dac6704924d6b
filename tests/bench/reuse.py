#!/usr/bin/env python3
"""Duplicates and passages of the generator beside the repository (../shared/bench/make_reuse_corpus.py), scored by its scorer.

  reuse.py BENCH SOURCE_DIR [--n 20000] [--seed 1] [--keep FOLDER] [--peer] [--ablation] [--growth N] [--require METRIC>=VALUE ...]

BENCH is the program reuse_bench. Prints quality with the project's bars, CPU seconds of each step, what two jobs gain (wall
time: on a machine that does nothing else) and peak memory. --peer runs datasketch (MinHash of 5-word shingles, 128 permutations,
threshold 0.5) on the same texts in the same run; it comes from tests/bench/.venv (python3 -m venv tests/bench/.venv &&
tests/bench/.venv/bin/pip install datasketch). --ablation changes one rule at a time. --growth makes a second corpus of N
articles. METRIC is one of the table, or speed, memory, peer_ratio; <= works, too. Exit 1 if a requirement fails, 77 (skip) without
the generator. Translations and rewrites have texts with truth of their own: translations.py.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
# measure, worst value that the project accepts, whether more is better
BARS = (("pair.f1", 0.985, True), ("bcubed.f1", 0.99, True), ("fp.same_event", 0.01, False), ("fp.roundup_quote", 0.02, False),
        ("fp.recurring_page", 0.01, False), ("intra.f1", 0.97, True), ("intra_doc.f1", 0.97, True), ("passage.f1", 0.85, True))
ABLATIONS = (("no gram is common", "common_gram=1000000000"), ("order does not matter", "drift=1000000000"), ("no extent", "extent=0"),
             ("no excerpts", "excerpt=2"), ("figures do not matter", "least_figures=1000000000"), ("no guard", "guard=0"),
             ("join from .10", "near=0.1"), ("join from .20", "near=0.2"))
STEPS = ("split", "sketch", "clusters", "passages")


def make_corpus(shared, folder, n, seed):
    """The folder of a corpus with its texts as reuse_bench reads them."""
    corpus = folder / f"n{n}-seed{seed}"
    if not (corpus / "texts.nul").exists():
        subprocess.run([sys.executable, shared / "make_reuse_corpus.py", "--out", corpus, "--n", str(n), "--seed", str(seed)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(corpus / "corpus.jsonl", encoding="utf-8") as lines, open(corpus / "texts.nul", "w", encoding="utf-8") as out:
            for record in map(json.loads, lines):
                out.write("".join(f"{record[name] or ''}\0" for name in ("id", "outlet", "date", "text")))
    return corpus


def run_bench(bench, corpus, *options):
    done = subprocess.run([bench, corpus / "texts.nul", corpus / "predictions.tsv", *options], check=True, capture_output=True, text=True)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def score(shared, corpus, predictions="predictions.tsv"):
    done = subprocess.run([sys.executable, shared / "score_reuse.py", corpus, corpus / predictions, "--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def run_peer(corpus):
    """CPU seconds of datasketch, whose clusters are written beside the corpus. Runs in the environment that has it."""
    from datasketch import MinHash, MinHashLSH
    with open(corpus / "corpus.jsonl", encoding="utf-8") as lines:
        texts = {record["id"]: record["text"] for record in map(json.loads, lines)}
    before = os.times()
    index = MinHashLSH(threshold=0.5, num_perm=128)
    leader = {key: key for key in texts}

    def find(key):
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for key, text in texts.items():
        words = re.findall(r"\w+", text.lower())
        signature = MinHash(num_perm=128)
        signature.update_batch([" ".join(words[i:i + 5]).encode() for i in range(max(1, len(words) - 4))])
        for other in index.query(signature):
            leader[find(key)] = find(other)
        index.insert(key, signature)
    after = os.times()
    with open(corpus / "peer.tsv", "w", encoding="utf-8") as out:
        out.writelines(f"cluster\t{key}\t{find(key)}\n" for key in texts)
    print(after.user - before.user + after.system - before.system)


def cpu(times):
    return sum(times[f"{step}.cpu"] for step in STEPS)


def print_bars(scores):
    print("%-20s%10s%10s" % ("measure", "reached", "bar"))
    for name, bar, more in BARS:
        missed = scores[name] < bar if more else scores[name] > bar
        print("%-20s%10.4f%10s%s" % (name, scores[name], f"{'>=' if more else '<='}{bar}", "   missed" if missed else ""))
    for name in sorted(scores):
        if name.startswith("recall."):
            print("%-20s%10.4f" % (name, scores[name]))


def print_times(times, two):
    print("%-12s%12s%16s" % ("step", "CPU s", "articles/CPU s"))
    for step in STEPS:
        print("%-12s%12.3f%16.0f" % (step, times[f"{step}.cpu"], times["articles"] / max(times[f"{step}.cpu"], 1e-3)))
    print("%-12s%12.3f%16.0f" % ("all", cpu(times), times["articles"] / cpu(times)))
    wall = [sum(run[f"{step}.wall"] for step in STEPS) for run in (times, two)]
    print(f"two jobs: {wall[0] / wall[1]:.2f} times one; peak memory {times['memory']:.0f} MB, of which the texts {times['memory.input']:.0f} MB")


def print_ablation(options, shared, corpus):
    names = ("pair.f1", "fp.same_event", "fp.roundup_quote", "fp.recurring_page", "passage.f1")
    print("%-24s" % "one rule changed" + "".join("%20s" % name for name in names) + "%10s" % "CPU s")
    for label, rule in (("as it is", "guard=1"), *ABLATIONS):
        times = run_bench(options.bench, corpus, rule)
        scores = score(shared, corpus)
        print("%-24s" % label + "".join("%20.4f" % scores.get(name, 0.0) for name in names) + "%10.2f" % cpu(times))


def peer_ratio(options, shared, corpus, times):
    python = options.source / "tests" / "bench" / ".venv" / "bin" / "python3"
    if not python.exists():
        print(f"no peer: {python} is not there")
        return 0.0
    done = subprocess.run([python, __file__, "--as-peer", corpus], check=True, capture_output=True, text=True)
    seconds = float(done.stdout)
    print(f"datasketch: {seconds:.1f} CPU s, {times['articles'] / seconds:.0f} articles/CPU s, pair F1 {score(shared, corpus, 'peer.tsv')['pair.f1']:.3f}; "
          f"sahafa is {seconds / cpu(times):.1f} times as fast")
    return seconds / cpu(times)


def check(requirements, figures):
    failed = 0
    for requirement in requirements:
        name, sign, value = re.fullmatch(r"([\w.]+)(>=|<=)([\d.]+)", requirement).groups()
        if (figures[name] < float(value)) if sign == ">=" else (figures[name] > float(value)):
            print(f"failed: {name} is {figures[name]:.4f}, wanted {sign}{value}")
            failed = 1
    return failed


def measure(options, shared, folder):
    corpus = make_corpus(shared, folder, options.n, options.seed)
    two = run_bench(options.bench, corpus, "--jobs", "2")
    times = run_bench(options.bench, corpus)
    figures = score(shared, corpus) | {"speed": times["articles"] / cpu(times), "memory": times["memory"]}
    print_bars(figures)
    print_times(times, two)
    if options.peer:
        figures["peer_ratio"] = peer_ratio(options, shared, corpus, times)
    if options.ablation:
        print_ablation(options, shared, corpus)
    if options.growth:
        grown = run_bench(options.bench, make_corpus(shared, folder, options.growth, options.seed))
        print(f"{options.growth} articles: {grown['articles'] / cpu(grown):.0f} articles/CPU s, {grown['memory']:.0f} MB, of which the texts "
              f"{grown['memory.input']:.0f} MB")
    return check(options.require, figures)


def main():
    if sys.argv[1:2] == ["--as-peer"]:
        return run_peer(pathlib.Path(sys.argv[2]))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=os.path.abspath)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--n", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, help="folder for the corpora, used again if they are there")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("--growth", type=int)
    parser.add_argument("--require", nargs="+", default=[])
    options = parser.parse_args()
    shared = (options.source / ".." / "shared" / "bench").resolve()
    if not (shared / "make_reuse_corpus.py").exists():
        print(f"skipped: needs {shared}, which is not here")
        return SKIPPED
    if options.keep:
        return measure(options, shared, options.keep)
    with tempfile.TemporaryDirectory() as folder:
        return measure(options, shared, pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(main())
