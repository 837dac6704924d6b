"""Every golden file of ../shared/reference, computed by the program from the corpus itself, with its tokenisation T1."""
import csv
import math
import pathlib
import shutil
import tempfile

from harness import CliTest, sahafa, shared, unittest

T1 = ("--tokenisation", "T1")
ALL = ("--copies", "all")


def golden(name, **wanted):
    with open(shared("reference/" + name), encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if all(row[k] == v for k, v in wanted.items())]


def number(cell):
    return math.inf if cell in ("Inf", "inf") else float(cell)


class Reference(CliTest):
    @classmethod
    def setUpClass(cls):
        corpus = shared("reference/mini-corpus.jsonl")
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="sahafa-reference-"))
        cls.mini = cls.place / "corpus"
        done = sahafa("ingest", cls.mini, corpus)
        assert done.code == 0, done.err

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place, ignore_errors=True)

    def rows(self, verb, *arguments):
        return self.ok(verb, self.mini, *arguments).rows()

    def same(self, actual, expected, where, tolerance=1e-9):
        expected = number(expected)
        actual = number(actual)
        if actual != expected:
            self.assertLessEqual(abs(actual - expected), tolerance * max(1, abs(expected)), where)

    def outlets(self, lang):
        return sorted({row["outlet"] for row in golden("token_counts.csv", lang=lang)})

    def test_tokens(self):
        rows = self.ok("tokens", shared("reference/mini-corpus.jsonl"), *T1).rows()
        self.assertEqual([(r["doc"], r["form"]) for r in rows],
                         [(r["doc_id"], r["token"]) for r in golden("tokens.csv")])

    def test_freq(self):
        checked = 0
        for lang in ("fr", "ar"):
            for by in ("outlet", "none"):
                rows = {("ALL" if by == "none" else r["group"], r["term"]): r
                        for r in self.rows("freq", "--lang", lang, "--by", by, "--show", "tokens", *T1, *ALL)}
                for want in golden("freq.csv", lang=lang):
                    if (want["outlet"] == "ALL") != (by == "none"):
                        continue
                    row = rows.pop((want["outlet"], want["term"]))
                    for ours, theirs in (("count", "count"), ("articles", "doc_freq"), ("tokens", "subcorpus_tokens"),
                                         ("per_million", "per_million")):
                        self.same(row[ours], want[theirs], (want, ours))
                    checked += 1
                self.assertFalse(rows)
        self.assertEqual(checked, 1025)

    def test_freq_of_duplicates(self):
        for lang in ("fr", "ar"):
            both = {r["term"]: r for r in self.rows("freq", "--lang", lang, "--by", "none", "--copies", "both", *T1)}
            part = {r["term"]: r for r in self.rows("freq", "--lang", lang, "--by", "none", "--copies", "fraction", *T1)}
            for want in golden("freq_dedup.csv", lang=lang):
                self.same(both[want["term"]]["count_all"], want["count_raw"], want)
                self.same(both[want["term"]]["count"], want["count_first_only"], want)
                self.same(part[want["term"]]["count"], want["count_fractional"], want)

    def test_ngrams(self):
        for lang in ("fr", "ar"):
            for n in ("2", "3"):
                rows = self.rows("freq", "--lang", lang, "--by", "none", "--ngrams", n, "--min", "2", *T1, *ALL)
                self.assertEqual({r["term"]: float(r["count"]) for r in rows},
                                 {r["ngram"]: float(r["count"]) for r in golden("ngrams.csv", lang=lang, n=n)})

    def test_keyness(self):
        columns = {"a": "target", "b": "reference", "pm_target": "target_per_million",
                   "pm_reference": "reference_per_million", "chi2_signed": "chi2", "G2_4cell_signed": "g2",
                   "LL_2cell_signed": "ll2", "p_G2_4cell": "p", "p_BH": "q", "p_holm": "p_holm", "p_fisher": "fisher_p",
                   "BIC": "bic", "log_ratio_zero05": "log_ratio", "log_ratio_plus05": "log_ratio_plus",
                   "pct_diff": "percent_diff", "odds_ratio": "odds_ratio", "simplemaths_1": "simple_maths",
                   "LRC_bonferroni95": "lrc", "LRC_noadjust95": "lrc_single", "specificity_log10": "specificity",
                   "fw_delta_a100": "odds_delta", "fw_z_a100": "odds_z"}
        flat = {"fw_delta_flat001": "odds_delta", "fw_z_flat001": "odds_z"}
        seen = 0
        for lang, target, reference in sorted({(r["lang"], r["target"], r["reference"]) for r in golden("keyness.csv")}):
            call = ["--lang", lang, "--target", f'outlet:"{target}"', "--show", "all", *T1, *ALL]
            if reference != "REST":
                call += ["--reference", f'outlet:"{reference}"']
            wanted = golden("keyness.csv", lang=lang, target=target, reference=reference)
            for prior, names in (("pooled:100", columns), ("flat:0.01", flat)):
                rows = {r["term"]: r for r in self.rows("keyness", *call, "--prior", prior)}
                self.assertEqual(len(rows), len(wanted))
                for want in wanted:
                    for theirs, ours in names.items():
                        self.same(rows[want["term"]][ours], want[theirs], (target, want["term"], ours))
                        seen += 1
        self.assertGreater(seen, 30000)

    def test_keyness_against_a_list_of_counts(self):
        target, rest = self.outlets("ar")[0], self.outlets("ar")[1:]
        lines = ["term,count"] + [f"{r['term']},{r['count']}" for o in rest for r in golden("freq.csv", lang="ar", outlet=o)]
        listed = self.write("reference.csv", "\n".join(lines))
        call = ["--lang", "ar", "--target", f'outlet:"{target}"', *T1, *ALL]
        self.assertEqual(self.rows("keyness", *call, "--reference-counts", listed), self.rows("keyness", *call))

    def test_dispersion(self):
        columns = {"freq": "count", "n_parts": "parts", "range": "range", "DP": "dp", "DPnorm": "dp_norm",
                   "juilland_D": "juilland_d", "carroll_D2": "carroll_d2", "rosengren_S": "rosengren_s", "KL_bits": "kl"}
        for lang, parts in sorted({(r["lang"], r["parts"]) for r in golden("dispersion.csv")}):
            part = "article" if parts == "document" else "outlet"
            rows = {r["term"]: r for r in self.rows("dispersion", "--lang", lang, "--parts", part, *T1, *ALL)}
            for want in golden("dispersion.csv", lang=lang, parts=parts):
                for theirs, ours in columns.items():
                    self.same(rows[want["term"]][ours], want[theirs], (want["term"], ours))

    def test_rates_with_the_article_as_unit(self):
        columns = {"tokens": "tokens", "count": "count", "per_million": "per_million", "cluster_se_per_million": "se",
                   "ci95_t_low": "ci_low", "ci95_t_high": "ci_high", "docs_with_term": "articles", "doc_share": "share",
                   "wilson_low": "share_low", "wilson_high": "share_high"}
        rows = {(r["group"], r["term"]): r for r in
                self.rows("freq", "--lang", "fr", "--show", "ci,share,tokens", *T1, *ALL)}
        checked = 0
        for want in golden("rates_ci_by_article.csv"):
            if want["count"] == "0":
                continue
            row = rows[want["outlet"], want["term"]]
            for theirs, ours in columns.items():
                self.same(row[ours], want[theirs], (want["outlet"], want["term"], ours))
                checked += 1
        self.assertGreater(checked, 100)


if __name__ == "__main__":
    unittest.main()
