#!/usr/bin/env python3
"""Scores the direct speech that the text layer finds in French novels, by characters, and requires the figures below.

usage: speech_gate.py SPEECH_SPANS SHARED     exit 77: SHARED is not here, skipped
"""

import json
import pathlib
import subprocess
import sys

SKIPPED = 77
REQUIRED = {"dev": 0.93, "train": 0.90}


def tally(chapter, spans):
    text = chapter["text"]
    offsets, at = {}, 0
    for i, character in enumerate(text):
        offsets[at] = i
        at += len(character.encode("utf-8"))
    offsets[at] = len(text)
    gold, found = bytearray(len(text)), bytearray(len(text))
    for marks, pairs in ((gold, chapter["label"]), (found, [(offsets[a], offsets[b]) for a, b in spans])):
        for begin, end in pairs:
            marks[begin:end] = b"\1" * (end - begin)
    both = sum(a and b for a, b in zip(gold, found))
    return both, sum(found), sum(gold)


def main(program, shared):
    folder = pathlib.Path(shared) / "data" / "stance" / "frdirectspeech"
    if not folder.is_dir():
        print(f"needs {folder}, which is not here")
        return SKIPPED
    passed = True
    for part, least in REQUIRED.items():
        lines = (folder / f"{part}.jsonl").read_text(encoding="utf-8")
        out = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout
        spans = {row["id"]: row["spans"] for row in map(json.loads, out.splitlines())}
        chapters = [json.loads(line) for line in lines.splitlines()]
        both, found, gold = (sum(column) for column in zip(*(tally(chapter, spans[chapter["id"]]) for chapter in chapters)))
        f1 = 2 * both / (found + gold)
        print(f"{part}: {len(chapters)} chapters, precision {both / found:.3f}, recall {both / gold:.3f}, F1 {f1:.3f} (at least {least})")
        passed &= f1 >= least
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
