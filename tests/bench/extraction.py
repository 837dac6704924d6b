#!/usr/bin/env python3
"""How well and how fast `sahafa extract` reads saved pages, against pages with gold beside the repository.

  extraction.py PROGRAM SOURCE_DIR [--runs N] [--peer PYTHON] [--require METRIC>=VALUE ...]

Prints the figures of ../shared/bench/score_extraction.py for all pages and for two halves, drawn by a hash of the page
id: rules are made by looking at the misses of half 0 only, so a gap between the halves shows what was fitted to its
pages. Speed is pages a second of CPU (user and system, one job, the start of the program included): the best of N runs.
--peer measures trafilatura in the same run, with the Python of an environment that has it
(python3 -m venv peers && peers/bin/pip install trafilatura==2.2.0 lxml_html_clean): its figures, its speed, the ratio.
Exit 1 if a requirement fails, 77 (skip) where the pages are absent, 2 on bad usage.
"""
import argparse
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

FIGURES = ("shingle_p", "shingle_r", "shingle_f1", "snippet_p", "snippet_r", "snippet_f1", "title_exact", "date",
           "author_exact", "site_exact", "lang")
SKIPPED = 77


def extract(program, pages, out):
    """Writes the articles of all pages to `out`; CPU seconds used."""
    before = os.times()
    subprocess.run([program, "extract", pages, "--format", "jsonl", "--jobs", "1"], stdout=out,
                   stderr=subprocess.DEVNULL, check=False)  # pages without text are issues, and scored as empty
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


PEER = """
import json, os, pathlib, sys
from trafilatura import bare_extraction
begin = os.times()
articles = []
for page in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    found = bare_extraction(page.read_bytes(), with_metadata=True, include_comments=False, as_dict=True) or {}
    articles.append({"source": page.name, "lang": found.get("language") or "", "outlet": found.get("sitename") or "",
                     "date": found.get("date") or "", "title": found.get("title") or "",
                     "authors": found.get("author") or "", "text": found.get("text") or ""})
end = os.times()
for article in articles:
    print(json.dumps(article))
print(end.user + end.system - begin.user - begin.system, file=sys.stderr)
"""


def extract_with_peer(python, pages, out):
    """Writes the peer's articles to `out`; CPU seconds of its reading, its imports left out."""
    run = subprocess.run([python, "-c", PEER, pages], stdout=out, stderr=subprocess.PIPE, check=True)
    return float(run.stderr.decode().splitlines()[-1])


def half_of(page_id):
    return hashlib.sha256(page_id.encode()).digest()[-1] % 2


def print_figures(scorer, gold, pred, several, outlets):
    print("%-8s%-7s%7s" % ("pages", "class", "number") + "".join("%14s" % name for name in FIGURES))
    for name, half in (("all", None), ("half 0", 0), ("half 1", 1)):
        part = {i: g for i, g in gold.items() if half is None or half_of(i) == half}
        metrics, _ = scorer.score(part, {i: p for i, p in pred.items() if i in part}, several, outlets)
        for kind in ("all", "fr", "ar"):
            cells = [metrics.get(f"{kind}.{figure}") for figure in FIGURES]
            print("%-8s%-7s%7d" % (name, kind, metrics.get(f"{kind}.pages", 0))
                  + "".join("%14s" % ("-" if cell is None else f"{cell:.3f}") for cell in cells))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--peer", metavar="PYTHON", help="a Python with trafilatura")
    parser.add_argument("--require", nargs="+", default=[])
    options = parser.parse_args()
    shared = options.source / ".." / "shared"
    pages = shared / "data" / "html-eval" / "pages"
    if not pages.is_dir():
        print(f"skipped: needs {pages}, which is not here")
        return SKIPPED
    sys.path.insert(0, str(shared / "bench"))
    import score_extraction as scorer

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        seconds = []
        for _ in range(options.runs):
            with open(path, "wb") as out:
                seconds.append(extract(options.program, str(pages), out))
        gold = scorer.read_gold(scorer.GOLD)
        pred, several = scorer.read_pred(path)
        peer_seconds = []
        for _ in range(options.runs if options.peer else 0):
            with open(path, "wb") as out:
                peer_seconds.append(extract_with_peer(options.peer, str(pages), out))
        peer = scorer.read_pred(path)
    outlets = scorer.read_outlets(options.source / "corpus" / "outlets.toml")
    print_figures(scorer, gold, pred, several, outlets)
    print(f"{len(gold) / min(seconds):.0f} pages a second of CPU")
    if peer_seconds:
        print("trafilatura")
        print_figures(scorer, gold, *peer, outlets)
        print(f"{len(gold) / min(peer_seconds):.0f} pages a second of CPU: sahafa is "
              f"{min(peer_seconds) / min(seconds):.1f} times as fast")
    metrics, _ = scorer.score(gold, pred, several, outlets)
    return 1 if scorer.requirements(metrics, options.require) else 0


if __name__ == "__main__":
    sys.exit(main())
