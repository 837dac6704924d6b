#!/usr/bin/env python3
"""The manual as web pages: every page is in the list, every link leads somewhere. Usage: manual_pages_test.py SOURCE_DIR"""
import html.parser
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv.pop(1))


class Page(html.parser.HTMLParser):
    """Links, anchors and text of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors, self.navigation, self.text = [], set(), [], []
        self._in_navigation = self._in_code = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self._in_navigation |= tag == "nav"
        self._in_code |= tag in ("code", "pre")
        self.anchors.add(attributes.get("id"))
        if tag == "a":
            (self.navigation if self._in_navigation else self.links).append(attributes["href"])

    def handle_endtag(self, tag):
        self._in_navigation &= tag != "nav"
        self._in_code &= tag not in ("code", "pre")

    def handle_data(self, data):
        if not self._in_code:
            self.text.append(data)


class ManualPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([sys.executable, SOURCE / "docs" / "build_manual.py", cls.folder.name], check=True)
        cls.pages = {path.name: Page(path) for path in pathlib.Path(cls.folder.name).glob("*.html")}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_page_is_in_the_navigation_of_every_page(self):
        self.assertGreater(len(self.pages), 10)
        for name, page in self.pages.items():
            self.assertEqual(set(page.navigation), set(self.pages), name)

    def test_links_lead_somewhere(self):
        for name, page in self.pages.items():
            for link in page.links:
                if link.startswith(("http:", "https:")):
                    continue
                target, _, anchor = link.partition("#")
                with self.subTest(f"{name}: {link}"):
                    self.assertIn(target or name, self.pages)
                    self.assertIn(anchor or None, self.pages[target or name].anchors | {None})

    def test_nothing_is_left_of_the_markup(self):
        for name, page in self.pages.items():
            text = "".join(page.text)
            for mark in ("```", "](", "**", "\n|"):
                self.assertNotIn(mark, text, name)


if __name__ == "__main__":
    unittest.main()
