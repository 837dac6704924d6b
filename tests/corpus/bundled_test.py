#!/usr/bin/env python3
"""Checks the data that comes with sahafa: the outlet registry and the bundled corpus, and that no text of others is in it.

Usage: bundled_test.py SOURCE_DIR. Standard library only, and a reader of its own: it must not believe the program it serves.
"""
import collections
import html.parser
import json
import pathlib
import re
import sys
import tomllib
import unicodedata
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
CORPUS = ROOT / "corpus" / "cnss"
SHARED = ROOT.parent / "shared" / "data"

COUNTRIES = {"", "AE", "BJ", "CA", "DZ", "ES", "FR", "GB", "MA", "QA", "SA", "SN", "TR", "US"}
KINDS = {"daily", "weekly", "magazine", "online", "agency", "broadcaster", "institution", "aggregator"}
GENRES = {
    "news", "editorial", "column", "interview", "communique", "analysis",
    "actualité", "éditorial", "chronique", "entretien", "communiqué", "analyse",
    "خبر", "افتتاحية", "عمود", "حوار", "بلاغ", "تحليل",
}  # fmt: skip
FIELDS = {
    "Titre": "title", "Média": "outlet", "Date": "date", "Auteur": "author",
    "URL": "url", "Genre": "genre", "Nature": "nature", "Clé": "key",
    "العنوان": "title", "المصدر": "outlet", "التاريخ": "date", "الكاتب": "author",
    "الرابط": "url", "النوع": "genre", "الطبيعة": "nature", "المعرف": "key",
}  # fmt: skip
ENCODINGS = {"windows-1252.txt": "cp1252", "windows-1256.txt": "cp1256"}
RULE = re.compile(r"^-{20,}$", re.M)


def fold(name):
    """The key under which two spellings of a name are one: no case, no marks, one form for letter variants."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().translate(str.maketrans("ىة’", "يه'")).split())


def read_plain(text):
    """Header of fields, empty line, text."""
    head, _, body = text.partition("\n\n")
    article = {"text": body}
    for line in head.split("\n"):
        name, _, value = line.partition(":")
        article[FIELDS[name.strip()]] = value.strip()
    article["lang"] = "ar" if "العنوان" in head else "fr"
    return article


class Page(html.parser.HTMLParser):
    """The few tags that carry the fields of a composed page, and its paragraphs."""

    def __init__(self, markup):
        super().__init__()
        self.article = {"text": ""}
        self.inside = None
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        named = {"og:title": "title", "og:site_name": "outlet", "og:url": "url", "sahafa:key": "key", "sahafa:nature": "nature"}
        field = named.get(attrs.get("property") or attrs.get("name"))
        if field:
            self.article[field] = attrs["content"]
        if tag == "html":
            self.article["lang"] = attrs["lang"][:2]
        self.inside = tag

    def handle_data(self, data):
        if self.inside == "p":
            self.article["text"] += data


def read_file(path):
    """The articles of one file, as dicts. The truncated file loses its broken last character."""
    errors = "ignore" if path.name == "tronque.txt" else "strict"
    text = path.read_bytes().decode(ENCODINGS.get(path.name, "utf-8"), errors).replace("\r\n", "\n")
    text = unicodedata.normalize("NFC", text)
    if path.suffix == ".jsonl":
        found = [{**row, "key": row["id"]} for row in map(json.loads, text.splitlines())]
    elif path.suffix == ".html":
        found = [Page(text).article]
    else:
        found = [read_plain(part.strip("\n")) for part in RULE.split(text)]
    return [{**article, "file": path.relative_to(CORPUS).as_posix()} for article in found]


def grams(text, size=10):
    """Runs of words, as the comparison with texts of others takes them."""
    words = [w.lower() for w in re.findall(r"\w+", text)]
    return {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}


FILES = sorted(p for p in CORPUS.glob("*/*") if p.is_file())
ARTICLES = [article for path in FILES for article in read_file(path)]
with open(ROOT / "corpus" / "outlets.toml", "rb") as registry:
    OUTLETS = tomllib.load(registry)["outlet"]


class Registry(unittest.TestCase):
    def test_has_the_outlets_with_most_coverage(self):
        self.assertGreaterEqual(len(OUTLETS), 60)

    def test_every_entry_is_complete_and_its_values_are_known(self):
        for outlet in OUTLETS:
            with self.subTest(outlet.get("id")):
                self.assertEqual(set(outlet), {"id", "name", "names", "domains", "country", "kind", "langs"})
                self.assertRegex(outlet["id"], r"^[a-z0-9_]+$")
                self.assertEqual(outlet["name"], outlet["names"][0])
                self.assertIn(outlet["country"], COUNTRIES)
                self.assertIn(outlet["kind"], KINDS)
                self.assertTrue(outlet["langs"])
                self.assertTrue(outlet["domains"])
                for domain in outlet["domains"]:
                    self.assertRegex(domain, r"^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$")

    def test_no_id_name_or_domain_stands_twice(self):
        ids = collections.Counter(o["id"] for o in OUTLETS)
        domains = collections.Counter(d for o in OUTLETS for d in o["domains"])
        names = collections.Counter(fold(n) for o in OUTLETS for n in o["names"])
        for counts in (ids, domains, names):
            self.assertEqual([k for k, n in counts.items() if n > 1], [])

    def test_no_name_is_the_id_of_another_outlet(self):
        owners = {fold(n): o["id"] for o in OUTLETS for n in o["names"]}
        self.assertEqual([o["id"] for o in OUTLETS if owners.get(o["id"], o["id"]) != o["id"]], [])

    def test_papers_that_the_codebook_knows_as_actors_have_the_same_id(self):
        ids = {o["id"] for o in OUTLETS}
        with open(ROOT / "corpus" / "codebook.toml", "rb") as codebook:
            actors = [a["id"] for a in tomllib.load(codebook)["actor"]]
        papers = {a.removeprefix("media_") for a in actors if a.startswith("media_")}
        self.assertTrue(papers)
        self.assertEqual(papers - ids, set())


class Bundled(unittest.TestCase):
    def test_counts(self):
        self.assertGreaterEqual(len(ARTICLES), 110)
        self.assertGreaterEqual(sum(a["lang"] == "ar" for a in ARTICLES), 45)

    def test_every_article_says_what_it_is_and_where_it_came_from(self):
        for article in ARTICLES:
            with self.subTest(article["file"]):
                self.assertTrue(article["title"])
                self.assertRegex(article["key"], r"^[a-z0-9-]+$")
                self.assertRegex(article["url"], r"^https?://[^\s/]+/\S*$")
                self.assertRegex(article["nature"], r"^(digest .* pas l'article|ملخص .* وليس المقال)")
                self.assertRegex(article.get("date", "2025"), r"^20\d\d(-\d\d(-\d\d)?)?$")
                self.assertIn(article.get("genre", "news"), GENRES)
                self.assertGreaterEqual(len(article["text"].split()), 60)

    def test_keys_are_unique(self):
        counts = collections.Counter(a["key"] for a in ARTICLES)
        self.assertEqual([k for k, n in counts.items() if n > 1], [])

    def test_every_outlet_is_in_the_registry(self):
        names = {fold(n): o for o in OUTLETS for n in o["names"]}
        aggregators = [d for o in OUTLETS if o["kind"] == "aggregator" for d in o["domains"]]
        for article in ARTICLES:
            with self.subTest(article["file"]):
                if "outlet" in article:
                    self.assertIn(fold(article["outlet"]), names)
                    self.assertNotEqual(names[fold(article["outlet"])]["kind"], "aggregator")
                else:
                    host = article["url"].split("/")[2]
                    self.assertTrue(any(host == d or host.endswith("." + d) for d in aggregators))

    def test_the_text_is_in_the_language_of_its_header(self):
        for article in ARTICLES:
            letters = [c for c in article["text"] if c.isalpha()]
            arabic = sum("ARABIC" in unicodedata.name(c, "") for c in letters) / len(letters)
            with self.subTest(article["file"]):
                self.assertTrue(arabic > 0.8 if article["lang"] == "ar" else arabic < 0.05)


class Trouble(unittest.TestCase):
    """Each deliberate defect is still there: an editor or a git filter could mend it unseen."""

    def raw(self, name):
        return (CORPUS / "divers" / name).read_bytes()

    def test_doubled_text_has_its_standfirst_once(self):
        paragraphs = [p for p in read_file(CORPUS / "divers" / "texte-double.txt")[0]["text"].split("\n") if p]
        counts = collections.Counter(paragraphs)
        self.assertEqual(counts[paragraphs[0]], 1)
        self.assertEqual({n for p, n in counts.items() if p != paragraphs[0]}, {2})

    def test_legacy_encodings_are_not_utf8(self):
        for name in ENCODINGS:
            with self.assertRaises(UnicodeDecodeError):
                self.raw(name).decode("utf-8")

    def test_truncated_file_ends_inside_a_character(self):
        with self.assertRaises(UnicodeDecodeError) as caught:
            self.raw("tronque.txt").decode("utf-8")
        self.assertEqual(caught.exception.reason, "unexpected end of data")

    def test_decomposed_file_is_nfd(self):
        text = self.raw("nfd.txt").decode("utf-8")
        self.assertEqual(text, unicodedata.normalize("NFD", text))
        self.assertNotEqual(text, unicodedata.normalize("NFC", text))

    def test_arabic_forms_are_there(self):
        text = self.raw("formes-arabes.txt").decode("utf-8")
        for what in ("[\ufe80-\ufefc]", "\u0640", "[٠-٩]"):
            self.assertRegex(text, what)

    def test_two_articles_in_one_file(self):
        self.assertEqual(len(read_file(CORPUS / "divers" / "deux-articles.txt")), 2)


class Readme(unittest.TestCase):
    text = (CORPUS / "README.md").read_text(encoding="utf-8")

    def test_lists_every_article_with_its_file(self):
        rows = collections.Counter(tuple(c.strip() for c in row) for row in re.findall(r"^\| (\w+/[^|]+)\|([^|]+)\|", self.text, re.M))
        self.assertEqual(rows, collections.Counter((a["file"], a["key"]) for a in ARTICLES))

    def test_counts_are_right(self):
        arabic = sum(a["lang"] == "ar" for a in ARTICLES)
        line = f"{len(ARTICLES)} articles ({len(ARTICLES) - arabic} French, {arabic} Arabic) in {len(FILES)} files."
        self.assertIn(line, self.text)


class Own(unittest.TestCase):
    def test_no_run_of_ten_words_stands_in_texts_of_others(self):
        if not SHARED.is_dir():
            self.skipTest(f"{SHARED} is absent")
        texts = [p.read_text(encoding="utf-8") for p in SHARED.glob("seed/*.txt")]
        for pattern in ("html-eval/gold.jsonl", "text/wiki*.jsonl", "text/ntrex*.jsonl"):
            for path in SHARED.glob(pattern):
                texts += [json.loads(line).get("text") or "" for line in path.read_text(encoding="utf-8").splitlines()]
        ours = {gram: a["file"] for a in ARTICLES for gram in grams(a["text"])}
        copied = {(ours[gram], gram) for text in texts for gram in grams(text) & ours.keys()}
        self.assertEqual(copied, set())


if __name__ == "__main__":
    unittest.main()
