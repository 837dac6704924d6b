#!/usr/bin/env python3
"""Writes out the grid of attributions (tests/data/stance/grid.toml) and requires of every cell the claim that it says.

usage: grid_test.py CLAIMS_DRIVER GRID.toml [--show CELL]     --show: sentences, claims and misses of the cells that begin so
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

GENDERS = {"m": 0, "f": 1, "mp": 2, "fp": 3}
NO_FAULT = {"accountability_demand", "negligence", "legal_liability"}  # responsibility or criticism that names no fault
CLEARED = NO_FAULT | {"defence", "minimisation"}
CONTRACTIONS = {"de": {"le ": "du ", "les ": "des ", "l'": "de l'", "la ": "de la "},
                "à": {"le ": "au ", "les ": "aux ", "l'": "à l'", "la ": "à la "},
                "par": {}}


def with_preposition(preposition, form):
    if preposition == "de" and form[:1] in "AEIOUÉ":
        return f"d'{form}"
    for article, contracted in CONTRACTIONS[preposition].items():
        if form.startswith(article):
            return contracted + form[len(article):]
    return f"{preposition} {form}"


def with_clitic(clitic, form):
    if clitic == "ل" and form.startswith("ال"):
        return "لل" + form[2:]
    return clitic + form


def capitalised(text):
    return text[:1].upper() + text[1:]


def agreeing(forms, gender):
    options = forms.split("|")
    index = GENDERS[gender]
    if index >= len(options):  # a plural form is missing: the masculine one stands for it
        index = len(options) - 1 if gender == "mp" and len(options) == 3 else min(index % 2, len(options) - 1)
    return options[index]


class Writer:
    """Fills the places of a cell's text for one pair."""

    def __init__(self, pair, fault):
        self.pair = pair
        self.fault = dict(fault)
        gender = pair["T"]["gender"]
        if pair["lang"] == "ar":
            did = agreeing(fault["did"], gender)
            verb, rest = did.split(" ", 1)
            self.fault["did"] = did
            self.fault["did2"] = f"{verb} {pair['T']['form']} {rest}"
        else:
            self.fault["partpe"] = fault["part"].replace("a ", "a peut-être ", 1)
            self.fault["parti"] = fault["part"].replace("a ", "a-t-elle " if gender == "f" else "a-t-il ", 1)

    def word(self, name):
        return self.fault[name] if name in self.fault else self.pair[name]["form"]

    def fill(self, match):
        place = match.group(1)
        if ":" in place:
            name, forms = place.split(":", 1)
            return agreeing(forms, self.pair[name]["gender"])
        if " " in place:
            governor, name = place.split(" ", 1)
            return (with_preposition if governor in CONTRACTIONS else with_clitic)(governor, self.word(name))
        if place.endswith("!"):
            return capitalised(self.word(place[:-1]))
        return capitalised(self.fault["of"]) if place == "Of" else self.word(place)

    def write(self, text):
        text = re.sub(r"\{([^}]*)\}", self.fill, text)
        return re.sub(r"(^|[.?] )(\w)", lambda m: m.group(1) + m.group(2).upper(), text)


def frames_of(cell, fault):
    named = {"none": NO_FAULT, "clear": CLEARED | set(fault["frames"])}
    return set(cell["frames"]) if "frames" in cell else named[cell["frame"]] if "frame" in cell else set(fault["frames"]) | {
        child for frame in fault["frames"] for child in {"negligence": ["ignored_warning"]}.get(frame, [])}


def sentences(grid):
    for cell in grid["cell"]:
        lang = cell["id"].split(".")[0]
        for pair in grid["pair"]:
            if pair["lang"] == lang:
                fault = grid["fault"][lang][pair["fault"]]
                yield cell, pair, fault, Writer(pair, fault).write(cell["text"])


def expected_claims(cell, pair, fault):
    if cell.get("claims") == 0:
        return []
    holder = cell.get("holder", "H")
    holders = {"other": {"other", "outlet"}, "outlet": {"outlet"}}.get(holder) or {pair[holder]["id"]}
    claim = {"holder": holders, "frame": frames_of(cell, fault), "polarity": {cell.get("polarity", "blames")},
             "modality": {cell.get("modality", "asserted")} | ({"asserted"} if cell.get("modality") == "denied" else set())}
    targets = [cell.get("target", "T")] + (["T2"] if cell.get("second") else [])
    return [claim | {"target": {pair[name]["id"]}} for name in targets]


def is_tolerated(claim, expected, cell):
    """The same charge in another frame, and what the cell says may stand."""
    more = cell.get("more", [])
    if claim["polarity"] in more or claim["holder"] in more:
        return True
    return any(all(claim[field] in wanted[field] for field in ("holder", "target", "polarity", "modality")) for wanted in expected)


def faults_of(claims, expected, cell):
    rest = list(claims)
    misses = []
    for wanted in expected:
        hit = next((claim for claim in rest if all(claim[field] in wanted[field] for field in wanted)), None)
        if hit is None:
            misses.append("missing " + " ".join("|".join(sorted(wanted[f])) for f in ("holder", "target", "frame", "polarity", "modality")))
        else:
            rest.remove(hit)
    return misses + ["unexpected " + " ".join(claim[f] for f in ("holder", "target", "frame", "polarity", "modality")) + f" [{claim['rule']} {claim['cue']}]"
                     for claim in rest if not is_tolerated(claim, expected, cell)]


def extract(driver, rows):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "items.jsonl"
        path.write_text("".join(json.dumps({"id": str(i), "lang": pair["lang"], "outlet": "Le Test", "text": text}, ensure_ascii=False) + "\n"
                                for i, (_, pair, _, text) in enumerate(rows)), encoding="utf-8")
        out = subprocess.run([driver, "items", path], capture_output=True, text=True, check=True).stdout
    found = collections.defaultdict(list)
    for line in out.splitlines():
        claim = json.loads(line)
        found[int(claim["id"])].append(claim)
    return found


def main(driver, grid_path, show=None):
    grid = tomllib.loads(pathlib.Path(grid_path).read_text(encoding="utf-8"))
    rows = list(sentences(grid))
    found = extract(driver, rows)
    failed = collections.defaultdict(list)
    for i, (cell, pair, fault, text) in enumerate(rows):
        faults = faults_of(found[i], expected_claims(cell, pair, fault), cell)
        if faults:
            failed[cell["id"]].append((text, faults))
        if show and cell["id"].startswith(show):
            print(cell["id"], text, *faults, sep="\n    ")
    wrong = 0
    for cell in grid["cell"]:
        is_open = "open" in cell
        misses = failed[cell["id"]]
        if is_open == bool(misses):
            continue
        wrong += 1
        print(f"FAIL {cell['id']}: " + ("is solved: take `open` away" if is_open else f"{len(misses)} sentences"))
        for text, faults in misses:
            print("    " + text, *faults, sep="\n        ")
    by_lang = collections.Counter(cell["id"].split(".")[0] for cell in grid["cell"] if not failed[cell["id"]])
    total = collections.Counter(cell["id"].split(".")[0] for cell in grid["cell"])
    wrong_sentences = sum(len(misses) for misses in failed.values())
    print(f"{len(rows)} sentences, {wrong_sentences} wrong; cells right: "
          + ", ".join(f"{lang} {by_lang[lang]} of {total[lang]}" for lang in sorted(total)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3], *sys.argv[4:5]))
