"""A folder as researchers have it: one of every format, in both languages. What the tests of whole folders share."""
import gzip
import random
import shutil
import subprocess

import containers_test as packed
from harness import ARABIC, BUNDLED, FRENCH, SOURCE, CliTest

FIXTURES = SOURCE / "tests" / "data" / "ingest"
# Fixture below tests/data/ingest/: its reader and how many articles with a text it has.
FIXTURE_ARTICLES = {
    "alceste/alceste-ancien.txt": ("alceste", 2),
    "alceste/iramuteq.txt": ("alceste", 2),
    "csv/mediacloud/page-ar.html": ("html", 1),
    "csv/mediacloud/page-fr.html": ("html", 1),
    "csv/tableur-fr.csv": ("csv", 2),
    "csv/unicode-texte.txt": ("csv", 2),
    "europresse/ancien.html": ("europresse", 2),
    "europresse/nouveau.HTML": ("europresse", 2),
    "factiva/codes.txt": ("factiva", 2),
    "factiva/index.html": ("factiva", 2),
    "factiva/sans-index.html": ("factiva", 1),
    "factiva/sans-index.rtf": ("factiva", 2),
    "feed/atom.xml": ("feed", 2),
    "feed/rss1.rdf": ("feed", 1),
    "feed/rss2.xml": ("feed", 2),
    "json/service.json": ("json", 2),
    "lexico/lexico.txt": ("lexico", 3),
    "nexis/ancien.html": ("nexis", 2),
    "nexis/ancien.txt": ("nexis", 2),
    "nexis/nexis-uni.txt": ("nexis", 2),
    "txm/corpus.xml": ("txm", 2),
    "txm/xtz.xml": ("txm", 1),
}


def prose(number, arabic):
    """A text of its own in either language."""
    draw = random.Random(number)
    words = ("النقابة الميناء العمال الإدارة الوزارة الأجور السفن الأرصفة تحقيق مطالب اتفاق لجنة مدينة صباح أسبوع بعد قبل حول ضد مع" if arabic else
             "syndicat port dockers direction ministère salaires navires quais enquête demandes accord comité ville matin semaine après avant sur contre avec").split()
    sentences = [" ".join(draw.choices(words, k=12)).capitalize() + f" {draw.randrange(10**6)}." for _ in range(8)]
    return "\n".join(" ".join(sentences[i:i + 2]) for i in range(0, 8, 2))


def page(number, arabic, head="", top=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in prose(number, arabic).split("\n"))
    title = f"خبر من الميناء رقم {number}" if arabic else f"Nouvelle du port numéro {number}"
    return f"<!DOCTYPE html>{top}<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def rtf(text):
    body = "".join(f"\\u{ord(c)}?" if ord(c) > 127 else "\\par\n" if c == "\n" else c for c in text)
    return "{\\rtf1\\ansi\\ansicpg1252\\uc1 " + body + "}"


def pdf(lines):
    """Lines of text as one page; each sign is its own code, Arabic drawn from the left as it is seen."""
    shown = [line[::-1] if any("\u0600" <= c <= "\u06ff" for c in line) else line for line in lines]
    content = "BT\n" + "".join(f"/F 10 Tf 1 0 0 1 50 {780 - 12 * i} Tm <{line.encode('utf-16-be').hex()}> Tj\n" for i, line in enumerate(shown)) + "ET"
    letters = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> "
               "endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end")
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [8 0 R] >>",
               "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
               "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
               "/FontDescriptor 5 0 R /DW 500 /W [32 [250]] >>",
               "<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
               *(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream" for text in (letters, content)),
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F 3 0 R >> >> >>"]
    out, table = "%PDF-1.4\n", "0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        table += f"{len(out):010} 00000 n \n"
        out += f"{number} 0 obj\n{body}\nendobj\n"
    return (out + f"xref\n0 {len(objects) + 1}\n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n").encode()


def epub(text):
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return packed.zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
        "a.opf": '<package xmlns:dc="d"><metadata><dc:title>Le dossier du port</dc:title></metadata><manifest><item id="one" href="1.xhtml"/></manifest>'
                 '<spine><itemref idref="one"/></spine></package>',
        "1.xhtml": f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{paragraphs}</body></html>'})


def odt(text):
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    return packed.zipped({"mimetype": "application/vnd.oasis.opendocument.text",
                          "content.xml": f'<?xml version="1.0"?><o xmlns:text="t">{paragraphs}</o>'})


def warc(numbers):
    return [packed.warc_record("response", f"https://ledesk.ma/port-{number}", packed.answer(page(number, number % 2 == 1).encode())) for number in numbers]


class PressFolder(CliTest):
    """A test with such a folder in `press`; `expected` says which reader takes what."""

    def setUp(self):
        super().setUp()
        self.press = self.folder / "presse"
        self.expected = {}  # path below the folder: reader, articles
        for name, expected in FIXTURE_ARTICLES.items():
            self.put(f"bases/{name}", (FIXTURES / name).read_bytes(), *expected)
        self.write("presse/bases/csv/mediacloud/liste.csv", (FIXTURES / "csv/mediacloud/liste.csv").read_bytes())
        self.put_texts()
        self.put_pages()
        self.put_documents()
        self.put_archives()

    def put(self, name, data, reader, articles=1):
        self.write(f"presse/{name}", data)
        self.expected[name] = (reader, articles)

    def put_texts(self):
        both = f"{FRENCH}\n\n{ARABIC}"
        for name, text, charset in (("saisie.txt", both, "utf-8"), ("bom.txt", prose(1, True), "utf-8-sig"), ("excel.txt", prose(2, True), "utf-16"),
                                    ("brut.txt", prose(3, False), "utf-16-le"), ("windows.txt", prose(4, True), "cp1256"),
                                    ("iso.txt", prose(5, True), "iso-8859-6"), ("latin.txt", prose(6, False) + "\nLe cœur du port.", "iso-8859-15"),
                                    ("western.txt", prose(7, False) + "\n« L’été »", "cp1252"),
                                    ("double.txt", prose(8, True).encode().decode("cp1252", "ignore"), "utf-8")):
            self.put(f"textes/{name}", text.encode(charset), "text", 2 if name == "saisie.txt" else 1)
        self.put("textes/collés.txt", "\n\n\n".join(f"خبر رقم {n}\n8 أبريل 2025\n\n{prose(n, True)}" for n in (10, 11, 12)), "text", 3)
        self.put("textes/note.rtf", rtf(prose(13, True)), "text")
        self.put("notes.jsonl", (BUNDLED / "divers" / "articles.jsonl").read_bytes(), "jsonl",
                 len((BUNDLED / "divers" / "articles.jsonl").read_text(encoding="utf-8").splitlines()))

    def put_pages(self):
        single = "<!--\n Page saved with SingleFile \n url: https://ledesk.ma/2025/04/08/port-20 \n saved date: Tue Apr 08 2025 10:00:00 GMT+0100 \n-->"
        self.put("pages/enregistrée.html", page(20, False, top=single), "html")
        toolbar = '<script>__wm.init("https://web.archive.org/web");__wm.wombat("https://lakome2.com/port-21","20250408101500","https://web.archive.org/");</script>'
        self.put("pages/wayback.html", page(21, True, head=toolbar), "html")
        self.put("pages/vieille.html", page(22, True, head='<meta charset="windows-1256">').encode("cp1256"), "html")
        self.put("pages/capture.mhtml", packed.Documents.mhtml(None, page(23, False), "utf-8", "quoted-printable"), "html")

    def put_documents(self):
        for number, arabic in ((30, False), (31, True)):
            self.put(f"documents/{number}.docx", packed.Documents.docx(None, prose(number, arabic).split("\n")), "text")
            self.put(f"documents/{number}.odt", odt(prose(number + 10, arabic)), "text")
            self.put(f"documents/{number}.epub", epub(prose(number + 20, arabic)), "text")
            self.put(f"documents/{number}.pdf", pdf(prose(number + 30, arabic).split("\n")), "text")

    def put_archives(self):
        def members(first):
            return {"fr.txt": prose(first, False), "مقال.txt": prose(first + 1, True)}

        def expect(name, *found):
            del self.expected[name]
            self.expected.update({f"{name}!{member}": (reader, 1) for member, reader in found})

        both = (("fr.txt", "text"), ("مقال.txt", "text"))
        tar = packed.tarred(members(82))
        for name, data in (("a.zip", packed.zipped(members(80))), ("b.tar", tar), ("c.tar.gz", gzip.compress(packed.tarred(members(84))))):
            self.put(f"archives/{name}", data, "")
            expect(f"archives/{name}", *both)
        self.put("archives/d.txt.gz", gzip.compress(prose(86, True).encode()), "")
        expect("archives/d.txt.gz", ("d.txt", "text"))
        if shutil.which("zstd"):
            squeezed = subprocess.run(["zstd", "-q"], input=prose(87, False).encode(), capture_output=True, check=True).stdout
            self.put("archives/e.txt.zst", squeezed, "")
            expect("archives/e.txt.zst", ("e.txt", "text"))
        self.put("archives/f.warc", b"".join(warc((90, 91))), "")
        expect("archives/f.warc", *((f"https://ledesk.ma/port-{n}", "html") for n in (90, 91)))
        self.put("archives/g.warc.gz", b"".join(map(gzip.compress, warc((92, 93)))), "")
        expect("archives/g.warc.gz", *((f"https://ledesk.ma/port-{n}", "html") for n in (92, 93)))
