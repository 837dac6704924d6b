"""Every note of an analysis has its French and its Arabic: the page and the report say it in the language of the reader."""
import re

from columns_test import COLUMNS
from harness import BUNDLED, SOURCE, CliTest, sahafa, unittest

ASSETS = SOURCE / "analysis/report/assets"
# Verbs that are no analysis of the page: what they say is read in a terminal alone.
TERMINAL_ONLY = {"remove_articles.cc", "label_texts.cc", "table.cc"}
# Notes that a call of each analysis below prints; between them they take every branch that a note hangs on.
CALLS = [
    "freq --by lang --show ci,share --replicates 20 --top 3", "freq --tokenisation T1 --top 3", "freq --ngrams 2 --min 5", "freq --unit stem --kind all --top 3 --copies both",
    "freq --concepts actors --by lang", "keyness --target outlet:le360 --lang fr --show all --replicates 20", "keyness --target outlet:le360 --reference lang:fr --prior flat:1 --lang fr --deals 20",
    "dispersion --by lang --top 3", "colloc caisse --lang fr", "colloc الصندوق --lang ar --span next", "network --lang ar --nodes 10", "dfm --lang ar --min-articles 9", "dfm --min-articles 9",
    "lexdiv --by lang", "readability --by lang", "map --by country --lang ar --min 9 --replicates 20", "map --by country --lang ar --min 9", "wordfish --by genre --lang ar --min 10 --starts 1",
    "wordscores --low genre:news --high genre:editorial --by outlet --lang ar --min 9", "reinert --lang ar --classes 2 --skip 20", "topics --lang ar --topics 2 --runs 2", "claims", "quotations",
    "stance --by outlet", "stance --by lang --copies both", "compare --by genre --per frame --lang ar", "compare --by outlet", "search CNSS --explain", "search title:fuite --explain", "search =fuite --explain",
    "search fuit* --explain", "search fuite --facets outlet", "search fiute", "search (fuite", "search fuite)", "kwic CNSS --sample 3", "count CNSS --by lang --translate-query", "trend CNSS --by lang --period day --copies both", "trend CNSS --period week",
    "trend CNSS --period month --by outlet", "similar 1", "articles", "clusters", "passages", "translations", "repeated", "evidence", "stats", "names", "freq --by lang --top 2 --evidence -", "lexdiv --by lang --evidence -",
    "readability --by lang --evidence -", "stance --by lang --evidence -", "count CNSS --evidence -",
]


def sentences():
    """[English, French, Arabic] of notes.js."""
    quoted = r"'((?:[^'\\]|\\.)*)'"
    lines = re.findall(rf"\[{quoted}, {quoted}, {quoted}\]", (ASSETS / "notes.js").read_text())
    return [[text.replace("\\'", "'") for text in line] for line in lines]


class Translator:
    """As sentences.js finds the words of a note."""

    def __init__(self):
        self.patterns = []
        for english, _, _ in sorted(sentences(), key=lambda sentence: -len(re.sub(r"\{[\d*_]\}", "", sentence[0]))):
            pattern = re.sub(r"\\\{\d\\\}", "((?:(?!; ).)*?)", re.escape(english))
            self.patterns.append((re.compile(re.sub(r"\\\{(\\\*|_)\\\}", "(.*)", pattern), re.S), english))

    def has(self, note):
        if self.sentence(note):
            return True
        first, cut, rest = note.partition("; ")
        return bool(cut) and self.sentence(first) and self.has(rest)

    def sentence(self, text):
        for pattern, english in self.patterns:
            found = pattern.fullmatch(text)
            if found:
                return ("{*}" not in english or self.has(found[found.lastindex])) and english
        return None


def notes_in(source):
    """Texts of the notes that a source file writes out, with 7 for what changes."""
    text = re.sub(r"//.*", "", source.read_text())
    for call in re.finditer(r"(?:\.note|notes\.(?:push_back|emplace_back))\(", text):
        body = text[call.end():text.index(";\n", call.end())]
        joined = re.sub(r'"\s+"', "", body)
        for literal in re.findall(r'"((?:[^"\\]|\\.)*)"', joined):
            note = re.sub(r"\{[^{}]*\}", "7", literal).replace('\\"', '"')
            if " " in note.strip() and not note.startswith(("terms: ", "7: ")) and not re.fullmatch(r"7 articles|7 tokens of 7", note):
                yield note


# Names of measures, which are the same in every language.
MEASURES = set("carroll_d2 chi2 cttr dp dp_norm g2 guiraud hdd herdan juilland_d kandel_moles kl log_dice log_ratio mattr mtld odds_z p pmi q rosengren_s t ttr yule_k".split())


class Notes(CliTest):
    def test_every_column_has_its_words(self):
        texts = (SOURCE / "tools/serve/assets/text.js").read_text() + (ASSETS / "text.js").read_text()
        known = set(re.findall(r"^  (\w+): \{fr: '[^']+', en: '[^']+', ar: '[^']+'\}", texts, re.M))
        columns = {column for names in COLUMNS.values() for column in names.split(",")}
        self.assertGreater(len(columns), 100)
        missing = {column for column in columns - MEASURES if column not in known and "column_" + column not in known}
        self.assertEqual(missing, set())

    def test_sentences_are_whole_in_three_languages(self):
        self.assertGreater(len(sentences()), 90)
        for english, french, arabic in sentences():
            names = sorted(re.findall(r"\{[\d*_]\}", english))
            self.assertEqual(names, sorted(re.findall(r"\{[\d*_]\}", french)), english)
            self.assertEqual(names, sorted(re.findall(r"\{[\d*_]\}", arabic)), english)
        texts = [english for english, _, _ in sentences()]
        self.assertEqual(len(texts), len(set(texts)))
        for english in texts:
            self.assertEqual(Translator().sentence(re.sub(r"\{[\d_]\}", "7", english).replace("{*}", "words only")), english)

    def test_a_note_without_words_is_found(self):
        self.assertFalse(Translator().has("copies of a text: once; nothing of the kind"))
        self.assertFalse(Translator().has("looks for words of another kind"))
        self.assertTrue(Translator().has("looks for in the title: fuite: stems fuit (2)"))

    def test_every_note_of_the_sources_has_its_words(self):
        translator = Translator()
        seen = 0
        for source in sorted((SOURCE / "analysis").glob("*.cc")):
            if source.name in TERMINAL_ONLY:
                continue
            for note in notes_in(source):
                seen += 1
                options = [note.replace("exact to the 7", f"exact to the {unit}").replace("reference 7", f"reference {of}").replace("prior 7", f"prior {prior}").replace("copies of a text: 7", f"copies of a text: {copies}")
                           for unit in ("day", "week", "month") for of in ("7 articles", "7 tokens of 7") for prior in ("flat, 7 for each term", "of the pooled corpus, 7 pseudo-tokens") for copies in ("once", "fraction", "all")]
                for one in options:
                    self.assertTrue(translator.has(one), f"{source.name}: {one}")
        self.assertGreater(seen, 50)

    def test_every_note_that_is_printed_has_its_words(self):
        sahafa("ingest", self.corpus, BUNDLED)
        translator = Translator()
        printed = set()
        for call in CALLS:
            verb, *options = call.split()
            with self.subTest(call):
                err = self.ok(verb, self.corpus, *options).err
            notes = [line[len("note: "):] for line in err.splitlines() if line.startswith("note: ")]
            printed.update(notes)
            for note in notes:
                with self.subTest(call):
                    self.assertTrue(translator.has(note), note)
        self.assertGreater(len(printed), 60)


if __name__ == "__main__":
    unittest.main()
