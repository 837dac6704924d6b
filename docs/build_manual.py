"""Makes the manual as web pages: build_manual.py FOLDER. Needs python3-markdown.

The pages are docs/manual/*.md; index.md lists them, and its list is the navigation of every page.
"""
import html
import pathlib
import re
import shutil
import sys

import markdown

HERE = pathlib.Path(__file__).parent
SOURCES = HERE / "manual"
PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - sahafa</title>
<link rel="stylesheet" href="manual.css">
<a class="skip" href="#text">Skip to the text</a>
<nav aria-label="Pages">{navigation}</nav>
<main id="text">
{body}
</main>
</html>
"""
LINK = re.compile(r"\[([^\]]+)\]\(([\w-]+)\.md\)")
ARABIC = re.compile("[\u0600-\u06ff]")


def navigation(page):
    """The list of index.md, the page that is read marked in it."""
    lines = ['<p><a href="index.html">sahafa صحافة</a></p>']
    for line in (SOURCES / "index.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            lines.append(f"<h2>{html.escape(line[3:])}</h2>")
        elif line.startswith("- ") and (found := LINK.search(line)):
            current = ' aria-current="page"' if found[2] == page else ""
            lines.append(f'<a href="{found[2]}.html"{current}>{html.escape(found[1])}</a>')
    return "\n".join(lines)


def convert(path):
    """A page; what holds Arabic takes its direction from its own first letter."""
    text = path.read_text(encoding="utf-8")
    body = markdown.markdown(text, extensions=["tables", "fenced_code", "toc", "sane_lists"], output_format="html")
    body = re.sub(r'href="([\w-]+)\.md(#[^"]*)?"', lambda link: f'href="{link[1]}.html{link[2] or ""}"', body)
    body = re.sub(r'<a href="../../([^"]+)">(.*?)</a>', r"\2 (<code>\1</code> in the sources)", body)
    body = re.sub(r"<code>([^<]*)</code>", lambda code: f'<code dir="auto">{code[1]}</code>' if ARABIC.search(code[1]) else code[0], body)
    body = re.sub(r"<(p|li|td)>", r'<\1 dir="auto">', body)
    title = html.escape(re.match("# (.+)", text)[1])
    return PAGE.format(title=title, navigation=navigation(path.stem), body=body)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "manual.css", folder / "manual.css")
    for path in sorted(SOURCES.glob("*.md")):
        (folder / f"{path.stem}.html").write_text(convert(path), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
