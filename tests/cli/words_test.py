"""Pictures, graphs and matrices of words, as files that other programs open."""
import io
import xml.etree.ElementTree as xml
import zipfile

import numpy as np

from harness import BUNDLED, CliTest, sahafa, unittest

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = {
    "keyness": ["--target", "genre:editorial", "--lang", "ar"],
    "map": ["--by", "country", "--lang", "ar", "--min", "6", "--replicates", "50"],
    "network": ["--lang", "ar", "--nodes", "20", "--skip", "10"],
    "freq": ["--by", "country", "--terms", "caisse,الصندوق", "--show", "ci"],
    "wordfish": ["--by", "genre", "--lang", "ar", "--min", "10", "--starts", "2"],
    "reinert": ["--lang", "ar", "--classes", "3", "--skip", "20"],
    "wordscores": ["--low", "genre:news", "--high", "genre:editorial", "--by", "outlet", "--lang", "ar", "--min", "8"],
    "dispersion": ["--by", "lang", "--min", "10", "--top", "10"],
    "trend": ["تسريب OR fuite", "--by", "lang"],
    "colloc": ["الصندوق", "--lang", "ar"],
    "count": ["تسريب OR fuite", "--by", "outlet"],
    "topics": ["--lang", "ar", "--topics", "2", "--runs", "2"],
    "lexdiv": ["--by", "outlet", "--lang", "ar"],
    "readability": ["--by", "outlet"],
    "dfm": ["--lang", "ar", "--min-articles", "3"],
    "stance": ["--by", "outlet", "--per", "target"],
    "compare": ["--by", "genre", "--per", "frame", "--lang", "ar"],
}


class Words(CliTest):
    def setUp(self):
        super().setUp()
        sahafa("ingest", self.corpus, BUNDLED)

    def test_pictures_are_svg_with_arabic_labels_from_the_right(self):
        for verb, options in PICTURES.items():
            with self.subTest(verb):
                picture = self.folder / f"{verb}.svg"
                table = self.ok(verb, self.corpus, *options).out
                self.assertEqual(self.ok(verb, self.corpus, *options, "--plot", picture).out, table)
                root = xml.parse(picture).getroot()
                self.assertEqual(root.tag, SVG + "svg")
                arabic = [t for t in root.iter(SVG + "text") if "\u0600" <= (t.text or " ")[0] <= "\u06ff"]
                if verb not in ("wordscores", "wordfish", "stance", "compare", "count", "lexdiv", "readability"):  # whose labels are ids
                    self.assertTrue(arabic)
                for label in arabic:
                    self.assertEqual(label.get("direction"), "rtl")
                again = self.folder / "again.svg"
                self.ok(verb, self.corpus, *options, "--plot", again, "--jobs", "1")
                self.assertEqual(again.read_bytes(), picture.read_bytes())

    def test_graphs_hold_the_edges_of_the_table(self):
        options = ["--lang", "ar", "--nodes", "15"]
        rows = self.ok("network", self.corpus, *options).rows()
        gexf = xml.fromstring(self.ok("network", self.corpus, *options, "--as", "gexf").out)
        graphml = xml.fromstring(self.ok("network", self.corpus, *options, "--as", "graphml").out)
        space = "{http://www.gexf.net/1.2draft}"
        labels = {n.get("id"): n.get("label") for n in gexf.iter(space + "node")}
        edges = [(labels[e.get("source")], labels[e.get("target")], e.get("weight")) for e in gexf.iter(space + "edge")]
        self.assertEqual(edges, [(r["source"], r["target"], r["count"]) for r in rows])
        self.assertEqual(len(list(graphml.iter("{http://graphml.graphdrawing.org/xmlns}edge"))), len(rows))

    def test_matrices_hold_the_counts_of_the_table(self):
        for lang in ("fr", "ar"):
            rows = self.ok("dfm", self.corpus, "--lang", lang).rows()
            total = sum(float(r["count"]) for r in rows)
            npz = self.folder / "m.npz"
            self.ok("dfm", self.corpus, "--lang", lang, "--as", "npz", "-o", npz)
            self.assertIsNone(zipfile.ZipFile(npz).testzip())
            with np.load(npz) as m:
                self.assertEqual(m["format"].item(), b"csr")
                articles, terms = (np.char.decode(m[k], "utf-8") for k in ("rows", "columns"))
                self.assertEqual(list(m["shape"]), [len(articles), len(terms)])
                self.assertEqual(m["data"].sum(), total)
                owner = np.repeat(np.arange(len(articles)), np.diff(m["indptr"]))
                cells = {(articles[a], terms[t]): v for a, t, v in zip(owner, m["indices"], m["data"])}
            self.assertEqual(cells, {(r["article"], r["term"]): float(r["count"]) for r in rows})
            mtx = self.ok("dfm", self.corpus, "--lang", lang, "--as", "mtx").out.splitlines()
            self.assertEqual(mtx[0], "%%MatrixMarket matrix coordinate real general")
            body = [line.split() for line in mtx if not line.startswith("%")]
            self.assertEqual(sum(float(v) for _, _, v in body[1:]), total)
            self.assertEqual(len(body) - 1, int(body[0][2]))
            dense = np.genfromtxt(io.StringIO(self.ok("dfm", self.corpus, "--lang", lang, "--as", "csv").out),
                                  delimiter=",", skip_header=1, dtype=str)
            self.assertEqual(dense[:, 1:].astype(float).sum(), total)

    def test_topics_in_both_languages_and_any_number_of_threads(self):
        for lang in ("fr", "ar"):
            options = ["--lang", lang, "--topics", "3", "--runs", "3", "--top", "5"]
            table = self.ok("topics", self.corpus, *options, "--jobs", "1").out
            self.assertEqual(table, self.ok("topics", self.corpus, *options, "--jobs", "3").out)
            rows = self.ok("topics", self.corpus, *options).rows()
            self.assertEqual(len(rows), 15)
            self.assertAlmostEqual(sum(float(r["share"]) for r in rows) / 5, 1)
            self.assertTrue(all(0 <= float(r["stability"]) <= 1.000001 for r in rows))

    def test_unknown_forms_are_refused(self):
        result = sahafa("dfm", self.corpus, "--as", "xlsx")
        self.assertEqual(result.code, 2)
        self.assertIn("mtx, npz, csv", result.err)


if __name__ == "__main__":
    unittest.main()
