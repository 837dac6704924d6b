"""A sub-corpus by outlet, country, genre, actor, frame, cluster or query: the same articles for every verb, as options and as a query, and for
both sides of a comparison."""
import re

from harness import BUNDLED, CliTest, sahafa, unittest

# What a verb needs besides a corpus, so that it works on one language and ends soon.
NEEDS = {
    "search": ["CNSS"], "kwic": ["CNSS"], "count": ["CNSS"], "trend": ["CNSS"], "similar": ["1"],
    "keyness": ["--target", "outlet:le360", "--top", "5"], "colloc": ["caisse", "--min", "2"], "network": ["--nodes", "10"],
    "freq": ["--top", "5"], "dispersion": ["--top", "5"], "map": ["--min", "20", "--replicates", "10"], "topics": ["--topics", "2", "--runs", "2"],
    "wordfish": ["--min", "20", "--starts", "1"], "reinert": ["--classes", "2", "--skip", "30"],
    "wordscores": ["--low", "genre:news", "--high", "genre:analysis", "--min", "5"], "dfm": ["--as", "mtx"],
    "stance": ["--draws", "50"], "compare": ["--draws", "50"], "remove": ["--dry-run"],
}
CHOICE = {"genre": "news,analysis", "actor": "cnss", "country": "ma,fr"}
FIELDS = ("genre:news", "actor:dgssi", "country:fr", "frame:negligence", "cluster:3", "outlet:le360", "date:2025-04-09..2025-04-12")


class Selections(CliTest):
    def setUp(self):
        super().setUp()
        sahafa("ingest", self.corpus, BUNDLED)

    def ids(self, *choice):
        return {row["id"] for row in self.ok("articles", self.corpus, *choice).rows()}

    def verbs(self):
        listed = re.findall(r"^  ([a-z]+) ", self.ok("--help").out, re.M)
        return [verb for verb in listed if "--where" in self.ok(verb, "--help").out]

    def test_options_are_short_for_fields_of_a_query(self):
        everything = self.ids()
        for field in FIELDS[:-1]:
            name, value = field.split(":")
            chosen = self.ids(f"--{name}", value)
            self.assertEqual(chosen, self.ids("--where", field), field)
            self.assertTrue(chosen, field)
            self.assertLess(chosen, everything, field)
        self.assertEqual(self.ids("--actor", "cnss,dgssi"), self.ids("--actor", "cnss") | self.ids("--actor", "dgssi"))
        self.assertEqual(self.ids("--actor", "dgssi", "--frame", "negligence"), self.ids("--where", "actor:dgssi frame:negligence"))

    def test_actors_have_claims_in_both_languages(self):
        chosen = self.ok("articles", self.corpus, "--actor", "cnss").rows()
        self.assertEqual({row["lang"] for row in chosen}, {"fr", "ar"})

    def test_every_verb_takes_the_same_articles(self):
        options = [part for name, value in CHOICE.items() for part in (f"--{name}", value)]
        query = " ".join(f"{name}:{value}" for name, value in CHOICE.items())
        verbs = self.verbs()
        self.assertLessEqual({"articles", "freq", "keyness", "search", "reinert", "lexdiv", "readability", "stance"}, set(verbs))
        for verb in verbs:
            if verb in ("report", "serve", "export", "code", "train", "classify"):
                continue
            with self.subTest(verb):
                call = [verb, self.corpus, *NEEDS.get(verb, []), "--lang", "fr"]
                chosen = sahafa(*call, *options)
                self.assertEqual(chosen.code, 0, chosen.err)
                self.assertTrue(chosen.out == self.ok(*call, "--where", query).out)
                if verb not in ("passages", "translations", "repeated", "names"):  # which have the same few rows here, or none in one language
                    self.assertTrue(chosen.out != sahafa(*call).out)

    def test_every_field_is_target_and_reference(self):
        for field in FIELDS:
            lang = self.ok("articles", self.corpus, "--where", field).rows()[0]["lang"]
            call = ["keyness", self.corpus, "--lang", lang, "--copies", "all"]
            with self.subTest(field):
                one = self.ok(*call, "--target", field)
                inside = self.ids("--lang", lang, "--where", field)
                self.assertIn(f"target {len(inside)} articles", one.err)
                other = self.ok(*call, "--target", f"NOT {field}", "--reference", field)
                self.assertIn(f"reference {len(inside)} articles", other.err)
                self.assertEqual({r["term"]: (r["target"], r["reference"]) for r in one.rows()},
                                 {r["term"]: (r["reference"], r["target"]) for r in other.rows()})

    def test_what_is_no_actor_genre_or_country_is_told(self):
        for choice, word in ((("--actor", "personne"), "personne"), (("--frame", "rien"), "rien"), (("--cluster", "x"), "x"),
                             (("--where", "country:maroc"), "country")):
            result = sahafa("freq", self.corpus, *choice)
            self.assertEqual(result.code, 2)
            self.assertIn(word, result.err)

    def test_names_with_blanks_are_one_outlet(self):
        found = self.ok("search", self.corpus, "CNSS", "--outlet", "Le Desk").rows()
        self.assertTrue(found)
        self.assertEqual({row["outlet"] for row in found}, {"ledesk"})

    def test_a_reference_of_counts_from_a_file(self):
        """In both languages: the counts of the rest of the press, written as another tool would, give what its articles give."""
        for lang, outlet in (("fr", "le360"), ("ar", "lakome")):
            rest = ["--lang", lang, "--copies", "all"]
            rows = self.ok("freq", self.corpus, *rest, "--by", "lang", "--where", f"NOT outlet:{outlet}", "--top", "0").rows()
            listed = self.write(f"{lang}.tsv", "word\tfrequency\n" + "".join(f"{r['term']}\t{r['count']}\n" for r in rows))
            call = ["keyness", self.corpus, *rest, "--target", f"outlet:{outlet}"]
            self.assertEqual(self.ok(*call, "--reference-counts", listed).out, self.ok(*call).out)


if __name__ == "__main__":
    unittest.main()
