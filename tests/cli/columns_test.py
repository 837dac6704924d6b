"""Column names are a promise: scripts of researchers depend on them."""
import json
import shutil

from harness import ARABIC, FRENCH, CliTest, sahafa, unittest

COLUMNS = {
    "articles": "id,key,outlet,lang,date,title,words,copies,cluster,url",
    "clusters": "cluster,article,key,relation,similarity,canonical",
    "search CNSS": "rank,score,id,key,outlet,lang,date,title,snippet",
    "kwic CNSS": "id,key,outlet,date,left,match,right",
    "count CNSS": "group,hits,articles",
    "trend CNSS": "period,group,hits,per_million,ci_low,ci_high",
    "similar 1": "rank,score,id,key,outlet,lang,date,title",
    "freq": "group,term,count,per_million,articles,dispersion",
    "keyness --target outlet:ledesk": "term,target,reference,g2,chi2,log_ratio,odds_z,p,q",
    "claims": "id,key,outlet,lang,sentence,holder,holder_name,voice,target,frame,polarity,modality,begin,end,cue,rule,"
              "evidence",
    "stance": "group,target,frame,claims,articles,share,ci_low,ci_high,polarity",
    "compare": "a,b,target,frame,difference,ci_low,ci_high,p,q",
}


class Columns(CliTest):
    def setUp(self):
        super().setUp()
        self.corpus = self.folder.with_suffix(".corpus")
        self.addCleanup(shutil.rmtree, self.corpus, ignore_errors=True)
        self.french, self.arabic = self.write("a.txt", FRENCH), self.write("b.txt", ARABIC)
        other = self.write("c.txt", "Titre : Un silence qui dure\nMédia : TelQuel\n\nLe ministère se tait depuis trois jours.\n")
        self.summary = self.ingest(self.french, self.arabic, other)

    def test_ingest(self):
        self.assertEqual(list(self.summary)[:6], "sources articles copies duplicates skipped failed".split())
        self.assertEqual(self.summary["articles"], 3)

    def test_extract(self):
        wanted = "source,key,lang,outlet,date,title,authors,url,genre,text".split(",")
        self.assertEqual(self.ok("extract", self.french).columns(), wanted)

    def test_tokens(self):
        wanted = "doc,token,begin,end,form,stem,kind,sentence".split(",")
        self.assertEqual(self.ok("tokens", self.arabic).columns(), wanted)

    def test_tokens_show_the_languages_of_paragraphs(self):
        text = "Le ministère se tait depuis trois jours, disent les syndicats.\n\nقالت النقابة إن الإدارة لم تحم المعطيات.\n"
        shown = self.ok("tokens", self.write("mixte.txt", text), "--show", "paragraphs")
        self.assertEqual(shown.columns(), "doc,paragraph,begin,end,lang".split(","))
        self.assertEqual([(row["paragraph"], row["lang"]) for row in shown.rows()], [("0", "fr"), ("1", "ar")])
        begin, end = (int(shown.rows()[1][bound]) for bound in ("begin", "end"))
        self.assertTrue(text.encode()[begin:end].decode().startswith("قالت"))

    def test_tokens_show_the_readings_of_arabic_words(self):
        shown = self.ok("tokens", self.write("ar.txt", "اهتمت الصحف وبالصندوق الذي فقد معطياته كلها هذا العام.\n"), "--show", "clitics")
        self.assertEqual(shown.columns(),
                         "doc,token,begin,end,conjunction,preposition,article,host,pronoun".split(","))
        readings = {(r["token"], r["conjunction"], r["preposition"], r["article"], r["host"], r["pronoun"]) for r in shown.rows()}
        self.assertIn(("وبالصندوق", "و", "ب", "ال", "صندوق", ""), readings)
        self.assertIn(("معطياته", "", "", "", "معطيات", "ه"), readings)

    def test_tokens_show_nothing_else(self):
        done = sahafa("tokens", self.french, "--show", "lemmas")
        self.assertEqual(done.code, 2)
        self.assertIn("tokens, paragraphs or clitics", done.err)

    def test_verbs_over_a_corpus(self):
        for call, wanted in COLUMNS.items():
            verb, *rest = call.split()
            with self.subTest(verb):
                self.assertEqual(self.ok(verb, self.corpus, *rest).columns(), wanted.split(","))

    def test_rows_open_into_their_sentences(self):
        wanted = "row,group,term,id,key,outlet,lang,date,begin,end,weight,sentence".split(",")
        file = self.folder / "evidence.jsonl"
        for verb, *rest in (("freq", "--terms", "ministere"), ("count", "CNSS"), ("stance",)):
            shown = self.ok(verb, self.corpus, *rest, "--evidence", "-")
            self.assertEqual(shown.columns(), wanted)
            table = self.ok(verb, self.corpus, *rest, "--evidence", file)
            self.assertNotEqual(table.columns(), wanted)
            lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
            self.assertEqual([line["sentence"] for line in lines], [row["sentence"] for row in shown.rows()])
        self.assertEqual(self.ok("freq", self.corpus, "--terms", "ministere", "--evidence", "-").rows()[0]["sentence"],
                         "Le ministère se tait depuis trois jours.")

    def test_every_format_has_the_same_columns(self):
        for call, wanted in COLUMNS.items():
            verb, *rest = call.split()
            with self.subTest(verb):
                tsv = self.ok(verb, self.corpus, *rest, "--format", "tsv").out.splitlines()[0].split("\t")
                self.assertEqual(tsv, wanted.split(","))
                for row in self.ok(verb, self.corpus, *rest, "--format", "jsonl").objects():
                    self.assertEqual(list(row), wanted.split(","))

    def test_claims_point_at_their_bytes(self):
        texts = {r["outlet"]: r["text"].encode() for r in self.ok("extract", self.folder, "--quiet").rows()}
        claims = self.ok("claims", self.corpus).rows()
        self.assertEqual({c["lang"] for c in claims}, {"fr", "ar"})
        for claim in claims:
            self.assertEqual(texts[claim["outlet"]][int(claim["begin"]):int(claim["end"])].decode(), claim["evidence"])


if __name__ == "__main__":
    unittest.main()
