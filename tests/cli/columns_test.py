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
    "quotations --min 1": "id,key,outlet,lang,date,sentence,holder,holder_name,begin,end,words,quotation",
    "stance": "group,target,frame,claims,articles,share,ci_low,ci_high,polarity",
    "dispersion": "group,term,count,parts,range,dp,dp_norm,juilland_d,carroll_d2,rosengren_s,kl",
    "colloc ministere --lang fr": "term,observed,expected,log_dice,pmi,g2,t",
    "network --lang fr": "source,target,count,expected,pmi,log_dice",
    "dfm": "group,article,term,count,weight",
    "lexdiv": "unit,tokens,types,hapax,ttr,mattr,mtld,hdd,yule_k,guiraud,cttr,herdan",
    "readability": "unit,lang,words,sentences,syllables,words_per_sentence,syllables_per_word,kandel_moles",
    "wordfish --lang fr --by article --min 1 --starts 1": "kind,name,position,fixed,se,low,high",
    "wordscores --lang fr --low outlet:ledesk --high outlet:telquel --min 1": "kind,name,score,se",
    "reinert --lang fr --segment 5 --skip 0 --min 1 --classes 2": "class,path,segments,share,articles,term,chi2,in_class,in_all,p,q",
    "topics --lang fr --topics 2 --runs 2 --min-articles 1 --most-articles 1": "topic,share,articles,stability,term,weight",
    "passages": "a,a_begin,a_end,b,b_begin,b_end,similarity,direction,a_outlet,a_date,b_outlet,b_date,a_text,b_text",
    "translations": "a,a_begin,a_end,b,b_begin,b_end,similarity,a_text,b_text",
    "repeated": "outlet,edge,articles,line",
    "evidence": "id,key,outlet,lang,date,title,url,sentence,holder,holder_name,voice,target,frame,polarity,modality,cue,rule,"
                "left,match,right",
    "stats": "what,count",
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

    def test_a_map_needs_three_groups(self):
        third = self.write("d.txt", "Titre : La Caisse parle\nMédia : Le360\n\nLa Caisse parle et le ministère se tait depuis hier.\n")
        self.ingest(third)
        shown = self.ok("map", self.corpus, "--lang", "fr", "--min", "1", "--replicates", "5")
        self.assertEqual(shown.columns(), "kind,name,x,y,mass,quality,ellipse_a,ellipse_b,angle".split(","))
        self.assertRegex(shown.err, r"of the sahafa tokenizer \(\d+-[0-9a-f]{16}\)")

    def test_every_table_says_what_made_it(self):
        """The tokenisation with each count of words, the formula with each measure, and no p without its correction."""
        words = ("freq", "keyness", "count", "trend", "dispersion", "colloc", "network", "dfm", "lexdiv", "readability", "wordfish",
                 "wordscores", "reinert", "topics")
        for call, columns in COLUMNS.items():
            verb, *rest = call.split()
            notes = self.ok(verb, self.corpus, *rest).err
            with self.subTest(verb):
                if verb in words:
                    self.assertRegex(notes, r"of the sahafa tokenizer \(\d+-[0-9a-f]{16}\)")
                    self.assertIn("copies of a text", notes)
                if ",p," in columns + ",":
                    self.assertIn("q", columns.split(","))
                if verb in ("trend", "freq", "dispersion", "dfm", "lexdiv", "readability"):
                    self.assertIn("not comparable", notes)

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
