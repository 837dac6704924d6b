"""The files that the manual's commands name, composed in both languages, so that the commands can be run as they stand."""
import gzip
import json
import re

import containers_test as packed
from harness import ARABIC, BUNDLED, FRENCH, SOURCE
from press_folder import FIXTURES, page, pdf, prose, rtf, warc


def rows(names):
    return "\n".join([",".join(names), *(f'"Nouvelle {n}","Le Desk",2025-04-0{n},"{prose(n, n == 2)}"' for n in (1, 2))])


def write_pages(folder):
    for number, arabic in ((20, False), (21, True)):
        (folder / f"{number}.html").write_text(page(number, arabic), encoding="utf-8")


def fixture(name):
    return (FIXTURES / name).read_bytes()


def docx(text):
    return packed.Documents.docx(None, text.split("\n"))


def outlets_of_the_manual():
    return re.search(r"```toml\n(.*?)```", (SOURCE / "docs" / "manual" / "html.md").read_text(encoding="utf-8"), re.S)[1]


LINES = "\n".join(json.dumps({"title": f"خبر {n}", "outlet": "لكم", "text": prose(n, True)}, ensure_ascii=False) for n in (3, 4))
ANSWER = json.dumps({"articles": [{"title": "Port", "propos": prose(5, False), "text": prose(5, False), "organe": "Le Desk"}]})
FILES = {
    "articles.csv": lambda: rows(["Titre", "Journal", "Date", "Texte"]), "tableau.csv": lambda: rows(["Titre", "Organe", "Date", "Propos"]),
    "liste.csv": lambda: "titre,journal,fichier\nPort,Le Desk,pages/20.html\nميناء,لكم,pages/21.html\n",
    "notes.txt": lambda: FRENCH, "saisie.txt": lambda: f"{FRENCH}\n\n{ARABIC}", "export.jsonl": lambda: LINES, "articles.jsonl": lambda: LINES,
    "reponse.json": lambda: ANSWER, "page.html": lambda: page(6, True), "outlets.toml": outlets_of_the_manual,
    "corpus-iramuteq.txt": lambda: fixture("alceste/iramuteq.txt"), "corpus-lexico.txt": lambda: fixture("lexico/lexico.txt"),
    "corpus.xml": lambda: fixture("txm/corpus.xml"), "feed-2025-04-08.xml": lambda: fixture("feed/rss2.xml"),
    "europresse-2025-04.HTML": lambda: fixture("europresse/nouveau.HTML"), "factiva-2025-04.html": lambda: fixture("factiva/index.html"),
    "factiva-2025-05.rtf": lambda: fixture("factiva/sans-index.rtf"), "lexis-2010.txt": lambda: fixture("nexis/ancien.txt"),
    "nexis-uni.rtf": lambda: rtf(prose(7, True)), "revue-de-presse.pdf": lambda: pdf(prose(8, False).split("\n")),
    "revue-2025.zip": lambda: packed.zipped({"presse/un.txt": prose(9, True)}), "dossier.docx": lambda: docx(prose(10, False)),
    "crawl.warc.gz": lambda: gzip.compress(b"".join(warc([11]))),
}


def write_files(folder):
    """All of them into `folder`."""
    for name, make in FILES.items():
        data = make()
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    for name in ("pages", "saved-pages", "presse", "textes", "mon-dossier"):
        (folder / name).mkdir()
    for name in ("pages", "saved-pages", "presse"):
        write_pages(folder / name)
    (folder / "presse" / "page.html").write_text(page(12, True), encoding="utf-8")
    (folder / "mon-dossier" / "texte.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "textes" / "un.xml").write_bytes(fixture("txm/xtz.xml"))
    (folder / "docs").symlink_to(SOURCE / "docs")
    (folder / "corpus").symlink_to(BUNDLED.parent)
