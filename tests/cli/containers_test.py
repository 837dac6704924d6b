"""Containers as a user has them: archives of press files, crawls, documents; and what goes wrong with them."""
import bz2
import gzip
import io
import lzma
import pathlib
import resource
import signal
import subprocess
import tarfile
import time
import zipfile
import zlib

from harness import ARABIC, FRENCH, PROGRAM, CliTest, sahafa, unittest

PAGE = ("<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>")


def page(title, sentence, count=6):
    paragraphs = "".join(f"<p>{sentence} {i}. {sentence} {i + 100}.</p>" for i in range(count))
    return PAGE.format(title=title, paragraphs=paragraphs)


FRENCH_PAGE = page("La Caisse répond aux syndicats", "Le syndicat reproche à la Caisse d’avoir laissé ses serveurs ouverts en")
ARABIC_PAGE = page("النقابة تطالب بالتحقيق", "حمّلت النقابة إدارة الصندوق مسؤولية تسريب معطيات المنخرطين في")


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            data = data.encode() if isinstance(data, str) else data
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def warc_record(kind, url, block, date="2025-04-10T08:00:00Z", type_="application/http; msgtype=response"):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
            f"Content-Type: {type_}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def answer(body, status="200 OK", type_="text/html; charset=utf-8", more=""):
    return f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\n{more}\r\n".encode() + body


def chunked(body, size=500):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def raw_deflate(body):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(body) + packer.flush()


class Archives(CliTest):
    def paths(self):
        """Where the articles of the corpus stand, without the test's folder."""
        rows = self.ok("articles", self.corpus).rows()
        shown = [self.ok("show", self.corpus, row["id"], "--format", "jsonl").out for row in rows]
        return "\n".join(shown)

    def taken(self, path, articles, failed=0):
        summary = self.ingest(path)
        self.assertEqual((summary["articles"], summary["failed"]), (articles, failed), summary["err"])
        again = self.ingest(path)
        self.assertEqual((again["articles"], again["copies"]), (0, 0), again["err"])
        self.ok("check", self.corpus)
        return summary

    def test_zip_with_names_in_both_scripts(self):
        path = self.write("revue.zip", zipped({"presse/été 2025.txt": FRENCH, "presse/مقال.txt": ARABIC,
                                               "__MACOSX/presse/._été 2025.txt": b"\x00\x05\x16\x07", "README.md": "no"}))
        self.taken(path, 2)
        for name in ("revue.zip!presse/été 2025.txt", "revue.zip!presse/مقال.txt"):
            self.assertIn(name, self.sources())

    def sources(self):
        import sqlite3
        with sqlite3.connect(self.corpus / "corpus.db") as database:
            return [pathlib.Path(row[0]).relative_to(self.folder).as_posix()
                    for row in database.execute("SELECT path FROM sources ORDER BY id")]

    def test_tar_and_everything_it_is_packed_with(self):
        tar = tarred({"a.txt": FRENCH, "b.txt": ARABIC})
        packed = {"a.tar": tar, "b.tar.gz": gzip.compress(tar), "c.tgz": gzip.compress(tar),
                  "d.tar.xz": lzma.compress(tar), "e.tar.bz2": bz2.compress(tar)}
        zstd = subprocess.run(["zstd", "-q"], input=tar, capture_output=True) if self.has("zstd") else None
        if zstd:
            packed["f.tar.zst"] = zstd.stdout
        for name, data in packed.items():
            self.write(f"all/{name}", data)
        summary = self.ingest(self.folder / "all")
        self.assertEqual((summary["articles"], summary["copies"], summary["failed"]), (2, 2 * len(packed), 0), summary["err"])
        self.assertEqual(self.sources()[:4], ["all/a.tar!a.txt", "all/a.tar!b.txt", "all/b.tar.gz!a.txt", "all/b.tar.gz!b.txt"])

    def has(self, program):
        return subprocess.run(["which", program], capture_output=True).returncode == 0

    def test_single_files_compressed(self):
        self.write("one/a.txt.gz", gzip.compress(FRENCH.encode()))
        self.write("one/b.html.xz", lzma.compress(ARABIC_PAGE.encode()))
        self.taken(self.folder / "one", 2)
        self.assertEqual(self.sources(), ["one/a.txt.gz!a.txt", "one/b.html.xz!b.html"])

    def test_archives_in_archives_to_a_small_depth(self):
        data = zipped({"a.txt": FRENCH})
        for level in range(2):
            data = zipped({f"level{level}.zip": data})
        self.taken(self.write("nested.zip", data), 1)
        for level in range(2, 8):
            data = zipped({f"level{level}.zip": data})
        summary = self.ingest(self.write("deep.zip", data))
        self.assertEqual((summary["articles"], summary["failed"]), (0, 1))
        self.assertIn("is not opened; unpack it", summary["err"])

    def test_archive_on_standard_input(self):
        summary = self.ingest("-", stdin=zipped({"a.txt": FRENCH, "b.txt": ARABIC}))
        self.assertEqual((summary["articles"], summary["failed"]), (2, 0), summary["err"])

    def test_interrupted_inside_an_archive_goes_on(self):
        many = {f"{i}.txt": FRENCH.replace("serveurs", f"serveurs numéro {i}") for i in range(3000)}
        path = self.write("many.zip", zipped(many))
        call = subprocess.Popen([PROGRAM, "ingest", str(self.corpus), str(path), "--no-derive"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.time() + 60
        while call.poll() is None and time.time() < deadline and self.stored() == 0:
            time.sleep(0.005)
        call.send_signal(signal.SIGKILL)
        call.wait()
        before = self.stored()
        self.assertGreater(before, 0)
        summary = self.ingest(path, "--no-derive")
        self.assertEqual((summary["skipped"], summary["skipped"] + summary["articles"]), (before, 3000))
        self.ok("check", self.corpus)

    def stored(self):
        import sqlite3
        try:
            with sqlite3.connect(f"file:{self.corpus}/corpus.db?mode=ro", uri=True) as database:
                return database.execute("SELECT count(*) FROM sources").fetchone()[0]
        except sqlite3.OperationalError:
            return 0


class Crawls(CliTest):
    def records(self):
        fr, ar = FRENCH_PAGE.encode(), ARABIC_PAGE.encode()
        other = page("Une troisième page", "Le ministère annonce une enquête sur la fuite de").encode()
        fourth = page("صفحة رابعة", "أعلنت الوزارة عن فتح بحث في موضوع القرصنة رقم").encode()
        return [
            warc_record("warcinfo", "", b"software: composed\r\n", type_="application/warc-fields"),
            warc_record("request", "https://ledesk.ma/a", b"GET / HTTP/1.1\r\n\r\n", type_="application/http; msgtype=request"),
            warc_record("response", "https://ledesk.ma/2025/04/08/a", answer(fr)),
            warc_record("response", "https://lakome2.com/b", answer(chunked(gzip.compress(ar)), more="Transfer-Encoding: chunked\r\n"
                                                                    "Content-Encoding: gzip\r\n")),
            warc_record("response", "https://lematin.ma/c", answer(raw_deflate(other), more="Content-Encoding: deflate\r\n")),
            warc_record("response", "https://hespress.com/d", answer(fourth.decode().encode("cp1256", "ignore"),
                                                                     type_="text/html; charset=windows-1256",
                                                                     more="Content-Encoding: gzip\r\n")),
            warc_record("response", "https://ledesk.ma/absent", answer(fr, "404 Not Found")),
            warc_record("response", "https://ledesk.ma/photo", answer(b"\xff\xd8\xff", type_="image/jpeg")),
            warc_record("revisit", "https://ledesk.ma/a", b""),
        ]

    def expect(self, path):
        summary = self.ingest(path)
        self.assertEqual((summary["articles"], summary["failed"], summary["code"]), (4, 0, 0), summary["err"])
        rows = {row["url"]: row for row in self.ok("articles", self.corpus).rows()}
        self.assertEqual(rows["https://ledesk.ma/2025/04/08/a"]["date"], "2025-04-08")
        self.assertEqual(rows["https://lakome2.com/b"]["title"], "النقابة تطالب بالتحقيق")
        self.assertEqual(rows["https://hespress.com/d"]["title"], "صفحة رابعة")
        self.assertEqual(rows["https://lematin.ma/c"]["lang"], "fr")

    def test_warc(self):
        self.expect(self.write("crawl.warc", b"".join(self.records())))

    def test_warc_with_a_gzip_member_for_each_record(self):
        self.expect(self.write("crawl.warc.gz", b"".join(gzip.compress(record) for record in self.records())))

    def test_truncated_crawls_keep_what_came_before(self):
        whole = b"".join(self.records()[:4])
        packed = b"".join(gzip.compress(record) for record in self.records()[:4])
        for name, data in (("a.warc", whole[:-60]), ("b.warc.gz", packed[:-30])):
            with self.subTest(name):
                self.corpus = self.folder / name / "corpus"
                self.corpus.parent.mkdir()
                summary = self.ingest(self.write(f"{name}/{name}", data))
                self.assertEqual((summary["articles"], summary["code"]), (1, 1), summary["err"])
                self.assertIn("truncated", summary["err"])

    def test_a_date_after_the_capture_is_left_out(self):
        late = FRENCH_PAGE.replace("<head>", '<head><meta property="article:published_time" content="2031-01-01">').encode()
        self.ingest(self.write("late.warc", warc_record("response", "https://ledesk.ma/tard", answer(late))))
        self.assertEqual([row["date"] for row in self.ok("articles", self.corpus).rows()], [""])


class Documents(CliTest):
    """DOCX, ODT, ePub, MHTML: their text as articles, with what the document says about itself."""

    def one(self, path):
        summary = self.ingest(path)
        self.assertEqual((summary["articles"], summary["failed"]), (1, 0), summary["err"])
        row = self.ok("extract", path).rows()[0]
        self.ok("check", self.corpus)
        return row

    def docx(self, paragraphs, title=""):
        body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in paragraphs)
        word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        return zipped({
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<?xml version="1.0"?><w:document {word}><w:body>{body}'
                                 '<w:p><w:del><w:r><w:delText>Effacé.</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText>'
                                 "</w:r><w:r><w:t>Der</w:t></w:r><w:r><w:t>nière</w:t><w:tab/><w:t>ligne.</w:t></w:r></w:p>"
                                 "</w:body></w:document>",
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                                 f"<dc:title>{title}</dc:title><dc:creator>Étudiante</dc:creator></cp:coreProperties>"})

    def test_docx_in_french(self):
        lines = FRENCH.strip().split("\n\n")[1].split("\n")
        row = self.one(self.write("note.docx", self.docx(["Le titre du document", *lines])))
        self.assertEqual((row["title"], row["authors"], row["lang"]), ("Le titre du document", "", "fr"))
        self.assertIn("Dernière ligne.", row["text"])
        self.assertNotIn("Effacé", row["text"])
        self.assertNotIn("PAGE", row["text"])

    def test_docx_with_several_articles_in_arabic(self):
        path = self.write("ملف.docx", self.docx([*ARABIC.splitlines(), "", *FRENCH.splitlines()]))
        self.assertEqual(self.ingest(path)["articles"], 2)

    def test_odt(self):
        head = ('<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>'
                "<text:tracked-changes><text:p>Ancienne version.</text:p></text:tracked-changes>")
        path = self.write("a.odt", zipped({
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": head + '<text:p>أعلنت<text:s/>النقابة أنها <text:span>ستتوجه إلى</text:span> القضاء بسبب التسريب.</text:p>'
                                  "<text:p>وطالبت بفتح تحقيق عاجل في الحادث.</text:p></office:text></office:body></office:document-content>",
            "meta.xml": '<m xmlns:dc="d"><dc:title>النقابة تلجأ إلى القضاء</dc:title></m>'}))
        row = self.one(path)
        self.assertEqual((row["title"], row["lang"]), ("النقابة تلجأ إلى القضاء", "ar"))
        self.assertEqual(row["text"], "أعلنت النقابة أنها ستتوجه إلى القضاء بسبب التسريب.\nوطالبت بفتح تحقيق عاجل في الحادث.")

    def test_epub_by_its_spine(self):
        chapter = ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
                   "<p>{}</p></body></html>")
        path = self.write("dossier.epub", zipped({
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>',
            "OEBPS/a.opf": '<package xmlns:dc="d"><metadata><dc:title>Le dossier de la fuite</dc:title><dc:creator>Sara Alami</dc:creator>'
                           "<dc:creator>Nabil Idrissi</dc:creator><dc:date>2025-04-09</dc:date><dc:language>fr</dc:language></metadata>"
                           '<manifest><item id="one" href="1.xhtml"/><item id="two" href="2.xhtml"/></manifest>'
                           '<spine><itemref idref="two"/><itemref idref="one"/></spine></package>',
            "OEBPS/1.xhtml": chapter.format("La seconde partie vient ensuite, avec ses questions."),
            "OEBPS/2.xhtml": chapter.format("La première partie ouvre le dossier&nbsp;: la Caisse se tait.")}))
        row = self.one(path)
        self.assertEqual((row["title"], row["authors"], row["date"]), ("Le dossier de la fuite", "Sara Alami; Nabil Idrissi", "2025-04-09"))
        self.assertEqual(row["text"], "La première partie ouvre le dossier\u00a0: la Caisse se tait.\n"
                                      "La seconde partie vient ensuite, avec ses questions.")

    def mhtml(self, html, charset, coding):
        import base64
        import quopri
        data = html.encode(charset, "ignore")
        body = base64.encodebytes(data) if coding == "base64" else quopri.encodestring(data)
        return (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://hespress.com/exemple-1.html\r\nSubject: x\r\n"
                b"Date: Thu, 10 Apr 2025 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";"
                b"\r\n\tboundary=\"----Limite----\"\r\n\r\n------Limite----\r\nContent-Type: text/html; charset=" + charset.encode() +
                b"\r\nContent-Transfer-Encoding: " + coding.encode() + b"\r\n\r\n" + body +
                b"\r\n------Limite----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
                b"------Limite------\r\n")

    def test_mhtml(self):
        for html, charset, coding, title in ((FRENCH_PAGE, "utf-8", "quoted-printable", "La Caisse répond aux syndicats"),
                                             (ARABIC_PAGE, "windows-1256", "base64", "النقابة تطالب بالتحقيق")):
            with self.subTest(charset):
                self.corpus = self.folder / f"corpus-{charset}"
                row = self.one(self.write(f"{charset}.mhtml", self.mhtml(html, charset, coding)))
                self.assertEqual((row["title"], row["url"], row["outlet"]), (title, "https://hespress.com/exemple-1.html", "hespress"))

    def odt(self, name, doctype, text):
        return self.write(name, zipped({"mimetype": "application/vnd.oasis.opendocument.text",
                                        "content.xml": doctype + f'<x xmlns:text="t"><text:p>{text}</text:p></x>'}))

    def test_entities_are_not_expanded_and_no_file_is_read(self):
        secret = self.write("secret.txt.hidden", "mot de passe")
        doctype = f'<!DOCTYPE x [<!ENTITY word "remplacé"><!ENTITY file SYSTEM "file://{secret}">]>'
        row = self.one(self.odt("a.odt", doctype, "La Caisse affirme &word; que les fichiers &file; sont en partie faux."))
        self.assertEqual(row["text"], "La Caisse affirme que les fichiers sont en partie faux.")

    def test_a_bomb_of_entities_is_refused(self):
        levels = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(12))
        started = time.time()
        summary = self.ingest(self.odt("bomb.odt", f'<!DOCTYPE x [<!ENTITY e0 "lol">{levels}]>', "&e12;"))
        self.assertEqual((summary["articles"], summary["failed"]), (0, 1))
        self.assertLess(time.time() - started, 20)

    def test_a_table_is_refused_with_a_remedy(self):
        path = self.write("table.xlsx", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}))
        summary = self.ingest(path)
        self.assertEqual(summary["failed"], 1)
        self.assertIn("CSV", summary["err"])


class ListsInArchives(CliTest):
    """A table without texts and the pages that it tells about, in one archive."""

    PAGE = "<html><body><article><p>{}</p></article></body></html>"
    FRENCH = PAGE.format("Les quais du port ont rouvert mardi matin, et les dockers attendent la direction depuis deux jours entiers.")
    ARABIC = PAGE.format("عاد العمال إلى أرصفة الميناء صباح الثلاثاء بعد توقف دام يومين، وقالت النقابة إنها تنتظر ردّ الإدارة.")
    LIST = "title;fichier;url;media_name\nLe port rouvre;pages/fr.html;;Le Desk\nعودة العمل إلى الميناء;pages\\ar.html;;لكم\n"

    def members(self, prefix=""):
        return {f"{prefix}liste.csv": self.LIST, f"{prefix}pages/fr.html": self.FRENCH, f"{prefix}pages/ar.html": self.ARABIC}

    def check(self, *paths):
        titles = {row["title"]: row["outlet"] for row in self.ok("extract", *paths, "--format", "jsonl").objects()}
        self.assertEqual(titles, {"Le port rouvre": "ledesk", "عودة العمل إلى الميناء": "lakome"}, paths)

    def test_files_are_named_relative_to_the_list(self):
        self.check(self.write("haut.zip", zipped(self.members())))
        self.check(self.write("dossier.zip", zipped(self.members("presse/2025/"))))
        self.check(self.write("double.zip", zipped({"dedans.zip": zipped(self.members())})))
        self.check(self.write("haut.tar.gz", gzip.compress(tarred(self.members()))))

    def test_a_compressed_list_and_a_name_with_an_exclamation_mark_are_no_archives(self):
        pages = [self.write(f"presse/pages/{name}.html", text) for name, text in (("fr", self.FRENCH), ("ar", self.ARABIC))]
        self.check(self.write("presse/liste.csv.gz", gzip.compress(self.LIST.encode())), *pages)
        self.check(self.write("presse/Alerte!liste.csv", self.LIST), *pages)


class Reports(CliTest):
    def setUp(self):
        super().setUp()
        self.write("press/a.zip", zipped({"a.txt": FRENCH, "b.html": ARABIC_PAGE, "vide.txt": ""}))
        self.write("press/c.txt", ARABIC, "cp1256")

    def test_dry_run_shows_what_would_be_taken_and_makes_nothing(self):
        result = sahafa("ingest", self.corpus, self.folder / "press", "--dry-run", "--format", "csv")
        rows = {row["reader"]: (row["sources"], row["articles"], row["failed"]) for row in result.rows()}
        self.assertEqual(rows, {"": ("1", "0", "1"), "html": ("1", "1", "0"), "text": ("2", "2", "0")})
        self.assertEqual(result.code, 1)
        self.assertFalse(self.corpus.exists())

    def test_report_has_a_row_for_each_source(self):
        import csv
        path = self.folder / "report.csv"
        summary = self.ingest(self.folder / "press", "--report", path)
        with open(path, encoding="utf-8", newline="") as file:
            rows = [(pathlib.Path(row["path"]).name, row["reader"], row["articles"], bool(row["error"])) for row in csv.DictReader(file)]
        self.assertEqual(rows, [("a.zip!a.txt", "text", "1", False), ("a.zip!b.html", "html", "1", False),
                                ("a.zip!vide.txt", "", "0", True), ("c.txt", "text", "1", False)])
        self.assertEqual(summary["articles"], 3)
        self.assertIn("windows-1256", path.read_text())


class Hostile(CliTest):
    """Bounded time and memory, a clear message, and the good file beside it is taken."""

    SECONDS, BYTES = 60, 1 << 30

    def reported(self, path, word, articles=1):
        good = self.write("good.txt", FRENCH)

        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (self.BYTES, self.BYTES))
            resource.setrlimit(resource.RLIMIT_CPU, (self.SECONDS, self.SECONDS))

        done = subprocess.run([PROGRAM, "ingest", str(self.corpus), str(path), str(good), "--no-derive"],
                              capture_output=True, preexec_fn=limit)
        message = done.stderr.decode()
        self.assertEqual(done.returncode, 1, message[-2000:])
        self.assertIn(word, message)
        self.assertEqual(len(self.ok("articles", self.corpus).rows()), articles)

    def test_zip_bomb(self):
        self.reported(self.write("bomb.zip", zipped({"a.txt": b"a" * (300 << 20)})), "bomb")

    def test_many_small_bombs(self):
        inner = zipped({"a.txt": b" " * (10 << 20)})
        self.reported(self.write("bombs.zip", zipped({f"{i}.zip": inner for i in range(50)})), "bomb")

    def test_gzip_bomb(self):
        self.reported(self.write("bomb.gz", gzip.compress(b"\0" * (400 << 20))), "bomb")

    def test_names_that_lead_out(self):
        data = zipped({"../../etc/a.txt": ARABIC, "/tmp/b\x1b[31m.txt": ARABIC.replace("عاجل", "سريع")})
        summary = self.ingest(self.write("traversal.zip", data))
        self.assertEqual((summary["articles"], summary["failed"]), (2, 0), summary["err"])
        import sqlite3
        with sqlite3.connect(self.corpus / "corpus.db") as database:
            names = sorted(row[0].split("!")[1] for row in database.execute("SELECT path FROM sources"))
        self.assertEqual(names, ["etc/a.txt", "tmp/b[31m.txt"])

    def test_truncated_archives(self):
        text = "".join(FRENCH.replace("serveurs", f"serveurs {i}") for i in range(200))
        for name, data in (("a.zip", zipped({"a.txt": text})), ("b.txt.gz", gzip.compress(text.encode())),
                           ("c.tar", tarred({"a.txt": text})), ("d.txt.xz", lzma.compress(text.encode()))):
            with self.subTest(name):
                self.corpus = self.folder / f"corpus-{name}"
                self.reported(self.write(name, data[:len(data) // 2]), name)

    def test_links_in_a_tar_and_cycles_in_folders(self):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            link = tarfile.TarInfo("passwd.txt")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(link)
            data = ARABIC.encode()
            entry = tarfile.TarInfo("a.txt")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        self.write("folder/links.tar", out.getvalue())
        (self.folder / "folder" / "again").symlink_to(self.folder / "folder")
        summary = self.ingest(self.folder / "folder")
        self.assertEqual((summary["articles"], summary["failed"]), (1, 0), summary["err"])


if __name__ == "__main__":
    unittest.main()
