"""Every golden file of ../shared/reference, computed by the program from the corpus itself, with its tokenisation T1."""
import csv
import math
import pathlib
import re
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

    def test_collocations_of_neighbours(self):
        columns = {"o11": "observed", "expected": "expected", "pmi_log2": "pmi", "mi3": "mi3", "npmi": "npmi", "t_score": "t",
                   "z_score": "z", "chi2": "chi2", "dice": "dice", "logdice_bigram_margins": "log_dice_margins",
                   "logdice_token_freq": "log_dice", "delta_p_2_given_1": "delta_p_term", "delta_p_1_given_2": "delta_p_node",
                   "lambda_quanteda": "lambda", "z_quanteda": "lambda_z"}
        for lang in ("fr", "ar"):
            rows = {r["term"]: r for r in
                    self.rows("colloc", "*", "--span", "next", "--lang", lang, "--show", "all", *T1, *ALL)}
            wanted = golden("collocations_bigram.csv", lang=lang)
            self.assertEqual(len(rows), len(wanted))
            for want in wanted:
                row = rows[f"{want['w1']} {want['w2']}"]
                for theirs, ours in columns.items():
                    self.same(row[ours], want[theirs], (want["w1"], want["w2"], ours))
                self.same(abs(float(row["g2"])), want["LL"], want)

    def test_window_of_five(self):
        for lang in ("fr", "ar"):
            wanted = golden("fcm_window5.csv", lang=lang)
            nodes = sorted({r["node"] for r in wanted} | {r["term"] for r in wanted})
            rows = self.rows("network", "--lang", lang, "--terms", ",".join(nodes), "--min", "1", *T1, *ALL)
            counts = {frozenset((r["source"], r["target"])): float(r["count"]) for r in rows}
            for want in wanted:
                pair = frozenset((want["node"], want["term"]))
                # The reference's tool counts a pair of the same word twice.
                ours = counts.get(pair, 0) * (2 if len(pair) == 1 else 1)
                self.assertEqual(ours, float(want["fcm_window5"]), want)

    def test_matrix_and_tfidf(self):
        for weight, column in (("tfidf", "tfidf_count_log10"), ("tfidf-prop", "tfidf_prop_ln")):
            rows = {(r["group"], r["article"], r["term"]): r for r in self.rows("dfm", "--weight", weight, *T1, *ALL)}
            for want in golden("dfm_tfidf.csv"):
                row = rows.pop((want["lang"], want["doc_id"], want["term"]))
                self.same(row["count"], want["count"], want)
                self.same(row["weight"], want[column], want)
            self.assertFalse(rows)

    def test_lexical_diversity(self):
        columns = {"tokens": "tokens", "types": "types", "hapax": "hapax", "TTR": "ttr", "guiraud_R": "guiraud",
                   "carroll_CTTR": "cttr", "herdan_C": "herdan", "yule_K": "yule_k", "MATTR": "mattr", "MTLD_072": "mtld",
                   "HDD_42": "hdd"}
        rows = {}
        for by, window in (("article", "10"), ("outlet", "50"), ("none", "50")):
            for lang in ("fr", "ar"):
                for row in self.rows("lexdiv", "--by", by, "--lang", lang, "--window", window, *T1, *ALL):
                    name = f"doc|{row['unit']}" if by == "article" else f"{lang}|{'ALL' if by == 'none' else row['unit']}"
                    rows[name] = row
        for want in golden("lexdiv.csv"):
            row = rows[want["unit"]]
            for theirs, ours in columns.items():
                if want[theirs] in ("", "NA"):
                    self.assertEqual(row[ours], "", (want["unit"], ours))
                else:
                    self.same(row[ours], want[theirs], (want["unit"], ours))

    def test_concepts_in_both_languages(self):
        dictionary = shared("reference/concept_dictionary.csv")
        rows = {}
        for lang in ("fr", "ar"):
            for row in self.rows("freq", "--lang", lang, "--concepts", dictionary, "--show", "tokens", *T1, *ALL):
                rows[lang, row["group"], row["term"]] = row
        for want in golden("concept_counts.csv"):
            row = rows.pop((want["lang"], want["outlet"], want["concept"]), None)
            if row is None:
                self.assertEqual(want["count"], "0", want)
                continue
            for theirs, ours in (("count", "count"), ("docs", "articles"), ("tokens", "tokens"), ("per_million", "per_million")):
                self.same(row[ours], want[theirs], (want, ours))
        self.assertFalse(rows)

    def test_map(self):
        result = self.ok("map", self.mini, "--lang", "fr", "--axes", "3", "--min", "5", *T1, *ALL)
        rows = {(r["kind"], r["name"]): r for r in result.rows()}
        for want in golden("ca_coordinates.csv"):
            row = rows.pop(("group" if want["type"] == "row" else "term", want["label"]))
            for theirs, ours in (("mass", "mass"), ("principal_1", "x"), ("principal_2", "y"), ("principal_3", "dim3")):
                self.same(row[ours], want[theirs], (want["label"], ours))
            self.assertLessEqual(float(row["quality"]), 1)
        self.assertFalse(rows)
        axes = re.findall(r"axis (\d): singular value (\S+), inertia (\S+), ", result.err)
        for axis, want in zip(axes, golden("ca_singular_values.csv"), strict=True):
            self.same(axis[1], want["singular_value"], want)
            self.same(axis[2], want["inertia"], want)

    def test_wordfish(self):
        docs = golden("token_counts.csv", lang="fr")
        second = next(r["doc_id"] for r in docs if r["outlet"] != docs[0]["outlet"])
        result = self.ok("wordfish", self.mini, "--lang", "fr", "--by", "article", "--left", docs[0]["doc_id"], "--right",
                         second, "--min", "5", *T1, *ALL)
        rows = {("doc" if r["kind"] == "text" else "feature", r["name"]): r for r in result.rows()}
        wanted = golden("wordfish_optimum.csv")
        kinds = {r["type"] for r in wanted} - {"doc"}
        self.assertEqual(len(rows), len(wanted))
        for want in wanted:
            row = rows[("doc" if want["type"] == "doc" else "feature"), want["label"]]
            self.same(row["position"], want["position"], (want, kinds), 1e-5)
            self.same(row["fixed"], want["fixed"], want, 1e-5)
        objective = re.search(r"objective (\S+) .*reached by (\d+) of 12", result.err)
        self.same(objective[1], wanted[0]["neg_penalised_loglik"], "objective", 1e-5)
        self.assertGreater(int(objective[2]), 1)

    def test_wordscores(self):
        outlets = list(dict.fromkeys(r["outlet"] for r in golden("token_counts.csv", lang="fr")))
        rows = self.rows("wordscores", "--lang", "fr", "--low", f'outlet:"{outlets[0]}"', "--high", f'outlet:"{outlets[1]}"',
                         "--min", "5", *T1, *ALL)
        rows = {(r["kind"], r["name"]): r for r in rows}
        for want in golden("wordscores.csv"):
            self.same(rows.pop(("term", want["term"]))["score"], want["wordscore"], want)
        for want in golden("wordscores_docs.csv"):
            row = rows.pop(("text", want["doc_id"]))
            self.same(row["score"], want["score"], want)
            self.same(row["se"], want["se"], want)
        self.assertFalse(rows)


if __name__ == "__main__":
    unittest.main()
