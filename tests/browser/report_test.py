#!/usr/bin/env python3
"""Opens the report page in headless Chromium and uses it as a reader does: with mouse, keyboard and phone, in three languages.

report_test.py PAGE_PROGRAM [--keep FOLDER]    FOLDER gets the page and screenshots to look at
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from chromium import Chromium, find_chromium  # noqa: E402
import fixture  # noqa: E402

SKIPPED = 77  # the exit code that CTest counts as skipped
PROGRAM, FOLDER = None, None


class ReportPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.data = fixture.make_report()
        cls.path = cls.write_page("report.html", cls.data)
        cls.browser = Chromium(find_chromium())

    @staticmethod
    def write_page(name, data):
        path = FOLDER / name
        path.write_bytes(subprocess.run([PROGRAM], input=json.dumps(data, ensure_ascii=False).encode(), stdout=subprocess.PIPE, check=True).stdout)
        return path

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def open(self, lang="fr", **size):
        self.browser.events.clear()
        self.browser.open(f"{self.path.as_uri()}?lang={lang}", **size)
        return self.browser

    def tearDown(self):
        self.assertEqual(self.browser.errors(), [])
        self.assertEqual(self.browser.requests(), [])

    def claims(self, **want):
        rows = [dict(zip(self.data["claims"]["columns"], values)) for values in zip(*self.data["claims"]["columns"].values())]
        return [row for row in rows if row["id"] != fixture.REPEATED and all(row[key] == value for key, value in want.items())]

    def test_every_cell_of_the_heat_map_opens_as_many_sentences_as_it_counts(self):
        browser = self.open()
        cells = browser.run("""[...document.querySelectorAll('.heat td button')].map((button) => {
          button.click();
          const dialog = document.getElementById('evidence');
          for (const more = dialog.querySelector('.evidence + button'); !more.hidden;) more.click();
          const found = [+button.dataset.claims, dialog.querySelectorAll('ol.evidence > li').length];
          dialog.close();
          return found;
        })""")
        self.assertEqual(len(cells), 4 * len(fixture.FRAMES))
        for counted, shown in cells:
            self.assertEqual(counted, shown)
        self.assertEqual(sum(counted for counted, _ in cells), len(self.claims(lang="fr", voice="author")))

    def test_a_cell_shows_the_right_sentences_with_the_cue_marked(self):
        browser = self.open()
        browser.run("document.querySelector('.heat td button[aria-label^=\"\u2068Le Desk\u2069, \u2068négligence\"]').click()")
        wanted = self.claims(outlet="ledesk", frame="negligence", voice="author")
        self.assertGreater(len(wanted), 1)
        sentences = browser.run("[...document.querySelectorAll('#evidence blockquote')].map((quote) => quote.textContent)")
        self.assertEqual(sentences, ["".join(fixture.SENTENCES["fr"]["negligence"][:3])] * len(wanted))
        self.assertEqual(browser.run("document.querySelector('#evidence mark').textContent"), "pas testé")
        rules = browser.run("[...document.querySelectorAll('#evidence code')].map((code) => code.textContent)")
        self.assertEqual(rules, [claim["rule"] for claim in wanted])

    def test_relayed_voice_is_another_map_and_arabic_another_panel(self):
        browser = self.open()
        total = "[...document.querySelectorAll('.heat td button')].reduce((sum, button) => sum + +button.dataset.claims, 0)"
        browser.run("document.querySelector('input[name=heatmap-voice][value=attributed]').click()")
        self.assertEqual(browser.run(total), len(self.claims(lang="fr", voice="attributed")))
        browser.run("document.querySelector('input[name=heatmap-press][value=ar]').click()")
        self.assertEqual(browser.run(total), len(self.claims(lang="ar", voice="attributed")))
        browser.run("""{const menu = document.querySelector('#heatmap select'); menu.value = 'hackers';
          menu.dispatchEvent(new Event('change')); }""")
        self.assertEqual(browser.run(total), len(self.claims(lang="ar", voice="attributed", target="hackers")))

    def test_tab_and_enter_open_the_evidence_and_arrows_move(self):
        browser = self.open()
        for _ in range(80):
            browser.press("Tab")
            if browser.run("!!document.activeElement.closest('.heat td')"):
                break
        first = browser.run("document.activeElement.getAttribute('aria-label')")
        browser.press("ArrowRight")
        second = browser.run("document.activeElement.getAttribute('aria-label')")
        self.assertNotEqual(first, second)
        browser.press("Enter")
        self.assertTrue(browser.run("document.getElementById('evidence').open"))
        browser.press("Escape")
        self.assertFalse(browser.run("document.getElementById('evidence').open"))
        self.assertEqual(browser.run("document.activeElement.getAttribute('aria-label')"), second)

    def test_switching_to_arabic_turns_the_page_and_back(self):
        browser = self.open()
        self.assertEqual(browser.run("[document.documentElement.lang, document.documentElement.dir]"), ["fr", "ltr"])
        browser.run("document.querySelector('#language input[value=ar]').click()")
        self.assertEqual(browser.run("[document.documentElement.lang, document.documentElement.dir]"), ["ar", "rtl"])
        self.assertEqual(browser.run("document.querySelector('#heatmap h2').textContent"), "المنابر والأطر")
        self.assertIn("لوديسك", browser.run("document.querySelector('.heat').textContent"))
        # The first column stands at the right.
        self.assertTrue(browser.run("""document.querySelector('.heat tbody th').getBoundingClientRect().left >
          document.querySelector('.heat tbody td').getBoundingClientRect().left"""))
        browser.run("document.querySelector('#language input[value=en]').click()")
        self.assertEqual(browser.run("document.documentElement.dir"), "ltr")

    def test_quotations_keep_their_own_direction(self):
        browser = self.open("fr")
        browser.run("document.querySelector('input[name=heatmap-press][value=ar]').click()")
        browser.run("[...document.querySelectorAll('.heat td button')].find((button) => +button.dataset.claims).click()")
        self.assertEqual(browser.run("[document.querySelector('blockquote').dir, document.querySelector('blockquote').lang]"), ["rtl", "ar"])
        self.open("ar")
        browser.run("document.querySelector('input[name=heatmap-press][value=fr]').click()")
        browser.run("[...document.querySelectorAll('.heat td button')].find((button) => +button.dataset.claims).click()")
        self.assertEqual(browser.run("[document.querySelector('blockquote').dir, document.querySelector('blockquote').lang]"), ["ltr", "fr"])

    def test_a_phone_never_scrolls_the_page_sideways(self):
        for lang in ("fr", "ar"):
            browser = self.open(lang, width=360, height=740)
            self.assertLessEqual(browser.run("document.documentElement.scrollWidth"), 360)
            browser.run("[...document.querySelectorAll('.heat td button')].find((button) => +button.dataset.claims).click()")
            self.assertLessEqual(browser.run("document.getElementById('evidence').getBoundingClientRect().width"), 360)
            self.assertLessEqual(browser.run("document.querySelector('#evidence .scroll').scrollWidth"), 360)

    def test_markup_in_titles_names_and_addresses_stays_text(self):
        browser = self.open()
        browser.run("document.querySelectorAll('#claim_table .quote').forEach((button) => { button.click(); document.getElementById('evidence').close(); })")
        self.assertIsNone(browser.run("window.hacked ?? null"))
        self.assertIn(fixture.HOSTILE_TITLE, browser.run("document.getElementById('article_table').textContent"))
        self.assertEqual(browser.run("document.querySelectorAll('main img, dialog img, a[href^=\"javascript\"]').length"), 0)
        self.assertEqual(browser.run("document.querySelectorAll('script').length"), 2)

    def differences(self, per):
        view = next(v for v in self.data["views"] if v["lang"] == "fr" and v["voice"] == "author")
        columns = view["compare"][0 if per == "frame" else 1]["columns"]
        return [dict(zip(columns, values)) for values in zip(*columns.values())]

    def test_each_difference_opens_both_sides_and_small_samples_say_so(self):
        browser = self.open()
        rows = self.differences("frame")
        largest = max((row for row in rows if row["ci_low"] is not None), key=lambda row: abs(row["difference"]))
        self.assertIn(str(abs(round(largest["difference"] * 100))), browser.run("document.querySelector('.differences .value').textContent"))
        browser.run("document.querySelector('.differences button').click()")
        self.assertEqual(browser.run("document.querySelectorAll('#evidence h3').length"), 2)
        wanted = [len(self.claims(outlet=largest[side], frame=largest["frame"], voice="author")) for side in ("a", "b")]
        shown = browser.run("[...document.querySelectorAll('#evidence ol')].map((list) => list.children.length)")
        self.assertEqual(shown, [min(20, count) for count in wanted])
        browser.run("document.getElementById('evidence').close()")
        browser.run("for (const more = document.querySelector('.differences + button'); !more.hidden;) more.click()")
        values = browser.run("[...document.querySelectorAll('.differences .value')].map((value) => value.textContent)")
        self.assertEqual(sum("trop peu" in value for value in values), sum(row["ci_low"] is None for row in rows))

    def test_differences_per_target_are_another_list(self):
        browser = self.open()
        browser.run("document.querySelector('input[name=intervals-per][value=target]').click()")
        browser.run("for (const more = document.querySelector('.differences + button'); !more.hidden;) more.click()")
        self.assertEqual(browser.run("document.querySelectorAll('.differences button').length"), len(self.differences("target")))

    def test_a_term_opens_its_concordance_lines(self):
        browser = self.open()
        browser.run("document.querySelector('.terms button').click()")
        self.assertEqual(browser.run("[...document.querySelectorAll('#evidence mark')].map((mark) => mark.textContent)"), ["sauvegardes"] * 3)
        self.assertIn("12", browser.run("document.querySelector('#evidence .count').textContent"))

    def test_the_time_line_counts_every_claim_of_the_language_once(self):
        browser = self.open()
        total = browser.run("[...document.querySelectorAll('.time td button')].reduce((sum, button) => sum + +button.dataset.claims, 0)")
        self.assertEqual(total, len(self.claims(lang="fr")))

    def test_a_stray_date_does_not_flatten_the_time_line(self):
        heads = self.open().run("[...document.querySelectorAll('.time thead th')].map((head) => head.textContent)")
        self.assertEqual(heads[:3], ["Cadre", "avant", "9 avr."])
        self.assertEqual(heads[-1], "sans date")

    def test_every_number_of_the_lists_opens_what_it_counts(self):
        browser = self.open()
        buttons = browser.run("document.querySelectorAll('#outlet_table td.number button').length")
        self.assertGreater(buttons, 10)
        plain = browser.run("[...document.querySelectorAll('#outlet_table td.number')].filter((cell) => !cell.querySelector('button')).map((cell) => cell.textContent)")
        self.assertEqual({text.strip("\u2066\u2069") for text in plain} - {"0"}, set())
        browser.run("document.querySelector('#outlet_table td.number button').click()")
        shown = browser.run("document.querySelectorAll('#evidence ol li').length")
        self.assertEqual(shown, min(20, browser.run("+document.querySelector('#outlet_table td.number button').dataset.articles")))
        browser.run("document.getElementById('evidence').close()")
        browser.run("document.querySelector('#article_table td:last-child button').click()")  # a duplicate: its cluster
        self.assertGreater(browser.run("document.querySelectorAll('#evidence ol li').length"), 1)
        browser.run("document.getElementById('evidence').close()")
        for place in ("#article_table td.number button", ".heat th button"):
            browser.run(f"document.querySelector('{place}').click()")
            self.assertGreater(browser.run("document.querySelectorAll('#evidence ol li').length"), 0)
            browser.run("document.getElementById('evidence').close()")
        bare = browser.run("[...document.querySelectorAll('.heat th small')].filter((size) => !size.querySelector('button')).length")
        self.assertEqual(bare, 0)
        targets = browser.run("[...document.querySelectorAll('.counts a')].map((link) => !!document.querySelector(link.getAttribute('href')))")
        self.assertEqual(targets, [True] * 6)

    def test_lists_sort_and_filter(self):
        browser = self.open()
        browser.run("document.querySelector('#article_table th:nth-child(6) button').click()")
        words = browser.run("[...document.querySelectorAll('#article_table td:nth-child(6)')].map((cell) => parseInt(cell.textContent.slice(1)))")
        self.assertEqual(words, sorted(words, reverse=True))
        browser.run("""{const box = document.getElementById('claim_table-filter'); box.value = 'صمت'; box.dispatchEvent(new Event('input')); }""")
        shown = browser.run("[...document.querySelectorAll('#claim_table .quote')].map((button) => button.textContent)")
        self.assertEqual(len(shown), min(20, len(self.claims(lang="ar", frame="communication_failure"))))
        self.assertTrue(all("صمت" in text for text in shown))

    def test_both_scripts_are_drawn(self):
        browser = self.open()
        # A font without the letter draws every missing letter alike; real letters differ in width.
        widths = browser.run("""(() => { const context = document.createElement('canvas').getContext('2d');
          context.font = '40px "Noto Naskh Arabic", "Noto Sans Arabic", sans-serif';
          return ['ا', 'ص', 'é', 'W'].map((letter) => context.measureText(letter).width); })()""")
        self.assertEqual(len(set(widths)), 4)

    def test_the_methods_paragraph_states_what_was_counted(self):
        for lang, word in (("fr", "graine"), ("en", "seed"), ("ar", "البذرة")):
            text = self.open(lang).run("document.querySelector('.methods').textContent")
            for fact in (word, "20250408", "5f2a9c01d3b8", str(len(self.data["articles"]["columns"]["id"])), "0.1.0"):
                self.assertIn(fact, text)

    def test_a_corpus_without_articles_is_a_page_that_says_so(self):
        path = self.write_page("empty.html", fixture.make_empty_report())
        self.browser.events.clear()
        self.browser.open(path.as_uri() + "?lang=fr")
        self.assertEqual(self.browser.run("document.querySelector('[data-count=articles] b').textContent"), "\u20660\u2069")
        self.assertEqual(self.browser.run("document.querySelector('#heatmap figure').textContent.startsWith('Rien à montrer')"), True)

    def test_screenshots(self):
        for name, lang, size in (("fr", "fr", {}), ("ar", "ar", {}), ("phone", "ar", {"width": 360, "height": 740})):
            browser = self.open(lang, **size)
            path = FOLDER / f"{name}.png"
            browser.screenshot(path)
            self.assertGreater(path.stat().st_size, 20000)
        browser = self.open("fr")
        browser.run("[...document.querySelectorAll('.heat td button')].find((button) => +button.dataset.claims).click()")
        browser.screenshot(FOLDER / "evidence.png", whole=False)


def main():
    global PROGRAM, FOLDER
    PROGRAM = sys.argv[1]
    if not find_chromium():
        print("skipped: Chromium is not installed (Debian package chromium)")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="sahafa-report-") as folder:
        FOLDER = pathlib.Path(sys.argv[3] if "--keep" in sys.argv else folder)
        FOLDER.mkdir(parents=True, exist_ok=True)
        result = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2).result
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
