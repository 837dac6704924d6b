"""The page of `sahafa serve` in a real browser, over the bundled corpus and texts of its own: python3 serve_test.py PROGRAM SOURCE [--keep FOLDER]."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

from chromium import Chromium, find_chromium

SKIPPED = 77
HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">'
HOSTILE_ARTICLES = [
    {"id": "hostile-fr", "outlet": "<b>Le Mal</b>", "lang": "fr", "date": "2025-04-12", "title": HOSTILE, "url": "javascript:window.hacked=1",
     "text": f"La CNSS n’a pas protégé les données des assurés. {HOSTILE} Le syndicat exige la démission du directeur."},
    {"id": "hostile-ar", "outlet": "<i>لكم</i>", "lang": "ar", "date": "2025-04-12", "title": "عنوان " + HOSTILE,
     "text": f"لم يحم الصندوق معطيات المنخرطين. {HOSTILE} وطالبت النقابة بمحاسبة المسؤولين."},
]


class ServePage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(FOLDER)
        corpus = cls.place / "corpus"
        hostile = cls.place / "hostile.jsonl"
        hostile.write_text("\n".join(map(json.dumps, HOSTILE_ARTICLES)), encoding="utf-8")
        done = subprocess.run([PROGRAM, "ingest", corpus, SOURCE / "corpus" / "cnss", hostile, "--quiet"], capture_output=True, text=True)
        assert done.returncode in (0, 1), done.stderr  # 1: a file of the corpus is broken on purpose
        cls.server = subprocess.Popen([PROGRAM, "serve", corpus, "--port", "0"], stderr=subprocess.PIPE, text=True)
        cls.base = re.search(r"http://\S+?/", cls.server.stderr.readline()).group(0)
        cls.browser = Chromium(find_chromium())

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.server.terminate()
        cls.server.wait(20)
        cls.server.stderr.close()

    def tearDown(self):
        self.assertEqual(self.browser.errors(), [])
        elsewhere = [url for url in self.browser.requests() if not url.startswith((self.base, "data:"))]  # data: the browser's own icons
        self.assertEqual(elsewhere, [])
        self.assertIsNone(self.browser.run("window.hacked ?? null"))

    def open(self, width=1280, height=900, **state):
        self.browser.events.clear()
        self.browser.open(self.base + "?" + urllib.parse.urlencode({"ui": "fr", **state}, doseq=True), width=width, height=height)
        return self.wait()

    def wait(self, condition="document.querySelector('main > *') && !document.querySelector('main[aria-busy]')"):
        for _ in range(400):
            if self.browser.run(f"!!({condition})"):
                return self.browser
            time.sleep(0.05)
        self.fail("never true: " + condition)

    def press_and_wait(self, script):
        """Runs a script that leads to another view, and waits for it."""
        before = self.browser.run("location.search")
        self.browser.run(script)
        self.wait(f"location.search !== {json.dumps(before)} && !document.querySelector('main[aria-busy]')")

    def api(self, analysis, **parameters):
        with urllib.request.urlopen(f"{self.base}api/analyses/{analysis}?{urllib.parse.urlencode(parameters)}", timeout=60) as answer:
            return json.load(answer)["rows"]

    def texts(self, selector):
        return self.browser.run(f"[...document.querySelectorAll({json.dumps(selector)})].map((one) => one.textContent)")

    # ---- search

    def test_a_search_shows_what_the_interface_finds_with_marks(self):
        for query in ("fuite CNSS", "تسريب الصندوق"):
            self.open(q=query)
            rows = self.api("search", query=query, limit=20)
            self.assertGreater(len(rows), 3)
            self.assertEqual(self.texts(".hit h3"), [row["title"] for row in rows])
            self.assertGreaterEqual(len(self.texts(".snippet mark")), len(rows))
            self.assertNotIn("\ue000", self.browser.run("document.body.textContent"))

    def test_typing_a_query_changes_the_address_and_back_returns(self):
        browser = self.open()
        browser.run("{const box = document.getElementById('query'); box.value = 'Jabaroot'; box.focus(); 1}")
        before = browser.run("location.search")
        browser.press("Enter")
        self.wait(f"location.search !== {json.dumps(before)} && document.querySelector('.hit mark')")
        self.assertIn("q=Jabaroot", browser.run("location.search"))
        self.assertEqual(browser.run("document.activeElement.id"), "query")
        browser.run("history.back()")
        self.wait("document.getElementById('query') && document.getElementById('query').value === '' && !document.querySelector('main[aria-busy]')")

    def test_facets_narrow_and_their_chips_widen_again(self):
        browser = self.open(q="CNSS")
        total = len(self.api("search", query="CNSS", limit=1000))
        counts = {row["value"]: row["articles"] for row in self.api("search", query="CNSS", facets="genre")}
        self.press_and_wait("[...document.querySelectorAll('#facet-genre label')].find((label) => label.textContent.startsWith('analyse')).click()")
        self.assertIn(str(counts["analysis"]), browser.run("document.getElementById('hits-title').textContent"))
        self.assertEqual(self.texts(".chip bdi"), ["analyse"])
        self.press_and_wait("document.querySelector('.chip').click()")
        self.assertIn(str(total), browser.run("document.getElementById('hits-title').textContent"))

    def test_pages_hold_every_hit_once(self):
        self.open(q="CNSS")
        titles = self.texts(".hit h3")
        while self.browser.run("!!document.querySelector('.pages a[rel=next]')"):
            self.press_and_wait("document.querySelector('.pages a[rel=next]').click()")
            titles += self.texts(".hit h3")
        self.assertEqual(titles, [row["title"] for row in self.api("search", query="CNSS", limit=1000)])

    def test_what_is_refused_is_explained_in_the_language_of_the_page(self):
        states = [{"q": query} for query in ("fuite OR", "AND fuite", "()", "fuite NEAR/0 vol", "fuite NEAR/5", "fuite NEAR/5 (a1 b1)", "=*", "a*b*c", "*a", '"fuite * vol"', "auteur:benali",
                  "date:2025-13", "month:2025", "lang:french", "country:maroc", "id:x", "outlet: fuite", "target:nobody", "frame:nothing", "voice:passive", "polarity:none", "modality:perhaps", "title:", "a1 OR duplicates:all",
                  "(" * 60 + "a1" + ")" * 60)]
        states += [{"view": "article", "id": "999999"}, {"view": "article", "id": "x"}, {"view": "tables", "analysis": "nothing"}]
        for state in states:
            for lang, direction in (("fr", "ltr"), ("ar", "rtl"), ("en", "ltr")):
                browser = self.open(ui=lang, **state)
                said = browser.run("(({lang, dir, textContent}) => [lang, dir, textContent])(document.querySelector('[role=alert] p'))")
                self.assertEqual(said[:2], [lang, direction], (state, said))
                self.browser.events.clear()

    def test_a_broken_query_is_explained_and_can_be_mended(self):
        self.browser.events.clear()
        browser = self.open(q="=fuit*")
        self.assertIn("devant un mot", browser.run("document.querySelector('[role=alert]').textContent"))
        self.assertEqual(browser.run("document.getElementById('query').value"), "=fuit*")
        self.browser.events.clear()  # the browser logs the refusal as an error of the network

    def test_files_of_the_result(self):
        self.open(q="fuite CNSS")
        link = self.browser.run("[...document.querySelectorAll('.exports a')].find((a) => a.textContent === 'CSV').href")
        with urllib.request.urlopen(link) as answer:
            lines = answer.read().decode("utf-8-sig").splitlines()
        self.assertTrue(lines[0].startswith("rank,score,id"))
        self.assertEqual(len(lines) - 1, len(self.api("search", query="fuite CNSS", limit=1000)))

    # ---- concordance

    def test_concordance_lines_run_in_the_direction_of_their_text(self):
        if not self.is_offered("kwic"):
            self.skipTest("no analysis kwic")
        for query, direction in (("fuite", "ltr"), ("تسريب", "rtl")):
            browser = self.open(view="concordance", q=query)
            self.assertTrue(self.texts(".line mark"))
            self.assertEqual(set(browser.run("[...document.querySelectorAll('.context')].map((line) => line.dir)")), {direction})
            left, right = browser.run("""['.before', '.after'].map((one) => document.querySelector('.context ' + one).getBoundingClientRect().x)""")
            self.assertEqual(left < right, direction == "ltr")

    def is_offered(self, analysis):
        with urllib.request.urlopen(self.base + "api/analyses") as answer:
            return any(one["name"] == analysis for one in json.load(answer)["analyses"])

    # ---- article

    def test_an_article_marks_its_claims_at_their_bytes(self):
        for lang in ("fr", "ar"):
            claims = [row for row in self.api("claims", lang=lang, rows=1000) if row["outlet"] != HOSTILE_ARTICLES[0]["outlet"]]
            article = claims[0]["id"]
            wanted = [row["evidence"] for row in claims if row["id"] == article]
            browser = self.open(view="article", id=article)
            marked = "".join(self.texts(".claim"))
            for evidence in wanted:
                self.assertIn(evidence.replace("\n", ""), marked)
            self.assertEqual(sorted(self.texts(".reading q")), sorted(wanted))
            self.assertEqual(len(self.texts(".reference")), len(wanted))
            self.assertEqual(browser.run("document.querySelector('.text').dir"), "rtl" if lang == "ar" else "ltr")

    def test_reuse_is_marked_and_can_be_hidden(self):
        near = [row for row in self.api("clusters", rows=1000) if row["relation"] == "near"]
        browser = self.open(view="article", id=near[0]["cluster"])
        self.assertTrue(self.texts(".text .shared"))
        text = browser.run("document.querySelector('.text').textContent")
        browser.run("document.getElementById('show-shared').click()")
        self.assertFalse(self.texts(".text .shared"))
        self.assertEqual(browser.run("document.querySelector('.text').textContent"), text)
        self.press_and_wait("[...document.querySelectorAll('aside ul a')][0].click()")
        self.assertTrue(self.texts(".article h1")[0])

    def test_a_claim_leads_to_its_entry_and_back_without_reload(self):
        article = self.api("claims", lang="fr")[0]["id"]
        browser = self.open(view="article", id=article)
        browser.run("window.kept = 1; document.querySelector('.reference').click()")
        time.sleep(0.3)
        self.assertEqual(browser.run("[window.kept, location.hash]"), [1, "#claim-1"])
        browser.run("document.querySelector('#claim-1 > a').click()")
        self.assertEqual(browser.run("[window.kept, location.hash]"), [1, "#from-claim-1"])

    # ---- comparison

    def test_every_cell_opens_as_many_sentences_as_it_counts(self):
        for lang in ("fr", "ar"):
            browser = self.open(view="comparison", ui=lang, lang=lang)
            rows = self.api("stance", by="outlet", voice="author", per="frame", lang=lang, rows=10000)
            cells = browser.run("[...document.querySelectorAll('.heat td button')].map((cell) => +cell.dataset.claims)")
            self.assertEqual(sum(cells), sum(row["claims"] for row in rows[:len(cells)] if row["group"] in self.shown_groups(rows)))
            browser.run("[...document.querySelectorAll('.heat td button')].find((cell) => +cell.dataset.claims > 1).click()")
            self.wait("document.getElementById('evidence').open")
            wanted = browser.run("+[...document.querySelectorAll('.heat td button')].find((cell) => +cell.dataset.claims > 1).dataset.claims")
            self.assertEqual(browser.run("document.querySelectorAll('#evidence blockquote').length"), wanted)
            self.assertEqual(browser.run("document.querySelector('#evidence blockquote').lang"), lang)

    def test_the_size_of_a_group_opens_its_articles(self):
        for by, ui in (("outlet", "fr"), ("genre", "ar"), ("country", "fr"), ("month", "ar")):
            browser = self.open(view="comparison", ui=ui, lang=ui, by=by)
            wanted = browser.run("[...document.querySelectorAll('.heat th button')].map((button) => +button.dataset.articles)")
            self.assertTrue(wanted)
            browser.run("document.querySelector('.heat th button').click()")
            self.wait("document.getElementById('evidence').open")
            browser.run("(() => { const more = document.querySelector('#evidence ol + button'); while (!more.hidden) more.click(); })()")
            self.assertEqual(browser.run("document.querySelectorAll('#evidence ol > li').length"), wanted[0], by)

    def test_a_number_of_a_table_opens_its_sentences(self):
        for ui, query in (("fr", "fuite"), ("ar", "تسريب")):
            row = self.api("count", query=query, by="outlet")[0]
            browser = self.open(**{"view": "tables", "analysis": "count", "run": "1", "ui": ui, "o.query": query, "o.by": "outlet"})
            self.assertEqual(browser.run("document.querySelectorAll('#result td.number').length"), browser.run("document.querySelectorAll('#result td.number button').length"))
            browser.run("document.querySelector('#result td.number button').click()")
            self.wait("document.getElementById('evidence').open")
            browser.run("(() => { const more = document.querySelector('#evidence ol + button'); while (!more.hidden) more.click(); })()")
            self.assertEqual(browser.run("document.querySelectorAll('#evidence blockquote').length"), min(row["hits"], 100))
            self.assertEqual(browser.run("document.querySelectorAll('#evidence blockquote mark').length"), min(row["hits"], 100))
        self.open(view="tables", analysis="clusters", run="1")
        self.assertFalse(self.texts("#result td.number button"))

    def shown_groups(self, rows):
        size = {row["group"]: round(row["articles"] / row["share"]) for row in rows}
        return sorted(size, key=lambda group: (-size[group], group))[:20]

    def test_a_difference_opens_both_sides(self):
        browser = self.open(view="comparison", lang="fr")
        browser.run("document.querySelector('button.difference').click()")
        self.wait("document.getElementById('evidence').open")
        self.assertEqual(len(self.texts("#evidence h3")), 2)

    def test_controls_stand_in_the_address(self):
        browser = self.open(view="comparison", lang="fr")
        self.press_and_wait("document.querySelector('input[name=voice][value=attributed]').click()")
        self.press_and_wait("document.querySelector('input[name=lang][value=ar]').click()")
        address = browser.run("location.href")
        cells = self.texts(".heat td button")
        browser.open(address)
        self.wait()
        self.assertEqual(self.texts(".heat td button"), cells)
        self.assertEqual(browser.run("document.querySelector('input[name=voice]:checked').value"), "attributed")

    # ---- trend

    def test_a_trend_has_a_point_for_each_period_with_hits(self):
        rows = self.api("trend", query="CNSS", by="lang", period="day", rows=2000)
        self.open(view="trend", q="CNSS", ui="fr")
        self.assertEqual(len(self.texts(".trend .dot")), sum(1 for row in rows if row["hits"]))
        self.assertEqual(len(self.texts(".trend .interval")), sum(1 for row in rows if row["ci_low"] is not None and row["ci_high"] is not None))
        self.assertEqual(len(self.texts(".legend li")), len({row["group"] for row in rows if row["hits"]}))

    def test_time_runs_in_the_direction_of_the_page(self):
        for lang, rises in (("fr", True), ("ar", False)):
            browser = self.open(view="trend", q="CNSS", ui=lang)
            places = browser.run("[...document.querySelectorAll('.series-0 .dot')].map((dot) => parseFloat(dot.getAttribute('cx')))")
            self.assertGreater(len(places), 2)
            self.assertEqual(places, sorted(places, reverse=not rises), lang)

    def test_a_point_opens_the_articles_of_its_period(self):
        for lang, query in (("fr", "CNSS"), ("ar", "الصندوق")):
            for period in ("day", "week", "month"):
                rows = [row for row in self.api("trend", query=query, by="lang", period=period, rows=2000) if row["hits"]]
                browser = self.open(view="trend", q=query, ui=lang, period=period)
                self.press_and_wait("document.querySelector('.trend .point').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))")
                self.assertIn(browser.run("new URLSearchParams(location.search).get('lang')"), {row["group"] for row in rows})
                self.assertIn("date:", browser.run("new URLSearchParams(location.search).get('q')"))
                self.assertGreater(len(self.texts(".hit h3")), 0, (lang, period))

    def test_the_keyboard_reaches_a_point_and_its_numbers_are_said(self):
        browser = self.open(view="trend", q="CNSS", ui="ar")
        self.assertTrue(self.tab_to(".trend .point"))
        self.assertIn("لكل مليون", browser.run("document.activeElement.getAttribute('aria-label')"))
        browser.press("Enter")
        self.wait("new URLSearchParams(location.search).get('view') === 'search'")

    # ---- all analyses

    def test_every_analysis_has_a_form(self):
        with urllib.request.urlopen(self.base + "api/analyses") as answer:
            listed = json.load(answer)["analyses"]
        for analysis in listed:
            browser = self.open(view="tables", analysis=analysis["name"])
            names = browser.run("[...document.querySelectorAll('.option input')].map((input) => input.name)")
            self.assertEqual(names, [option["name"] for option in analysis["options"]])
            self.open(view="tables", analysis=analysis["name"], ui="ar")
            self.assertEqual(browser.run("document.querySelector('.summary').lang"), "ar", analysis["summary"])

    def test_a_table_shows_the_rows(self):
        browser = self.open(view="tables", analysis="articles", **{"o.lang": "ar"})
        self.press_and_wait("document.querySelector('.options button').click()")
        rows = self.api("articles", lang="ar")
        self.assertIn(str(len(rows)), browser.run("document.querySelector('#result .count').textContent"))
        self.assertEqual(self.texts("#result td:first-child a")[:5], [str(row["id"]) for row in rows[:5]])

    # ---- languages, keyboard, phone

    def test_each_language_has_its_words_and_direction(self):
        for lang, direction, word in (("fr", "ltr", "Recherche"), ("en", "ltr", "Search"), ("ar", "rtl", "البحث")):
            browser = self.open(ui=lang, q="CNSS")
            self.assertEqual(browser.run("[document.documentElement.lang, document.documentElement.dir]"), [lang, direction])
            self.assertEqual(self.texts("#contents a")[0], word)
            side = browser.run("document.querySelector('.results aside').getBoundingClientRect().left - document.querySelector('.results section').getBoundingClientRect().left")
            self.assertEqual(side < 0, direction == "ltr")

    def test_changing_the_language_keeps_the_view(self):
        browser = self.open(q="CNSS", genre="analysis")
        hits = self.texts(".hit h3")
        self.press_and_wait("document.querySelector('#language input[value=ar]').click()")
        self.assertEqual(browser.run("document.documentElement.dir"), "rtl")
        self.assertEqual(self.texts(".hit h3"), hits)

    def test_texts_keep_their_own_direction(self):
        browser = self.open(ui="ar", q="CNSS lang:fr")
        self.assertEqual(browser.run("[...new Set([...document.querySelectorAll('.hit')].map((hit) => hit.dir))]"), ["ltr"])
        browser = self.open(ui="fr", q="الصندوق")
        self.assertEqual(browser.run("[...new Set([...document.querySelectorAll('.hit')].map((hit) => getComputedStyle(hit.querySelector('h3')).direction))]"), ["rtl"])

    def test_the_bundled_font_draws_arabic(self):
        browser = self.open(ui="ar", q="الصندوق")
        self.assertTrue(browser.run("document.fonts.ready.then(() => [...document.fonts].some((font) => font.family.includes('Naskh') && font.status === 'loaded'))"))

    def test_keyboard_alone_reaches_a_result_and_its_evidence(self):
        browser = self.open(q="fuite CNSS")
        self.assertTrue(self.tab_to(".hit h3 a"))
        before = browser.run("location.search")
        browser.press("Enter")
        self.wait(f"location.search !== {json.dumps(before)} && document.querySelector('.article')")
        browser = self.open(view="comparison", lang="fr")
        self.assertTrue(self.tab_to(".heat td button"))
        browser.press("ArrowRight")
        browser.press("Enter")
        self.wait("document.getElementById('evidence').open")
        browser.press("Escape")
        self.assertFalse(browser.run("document.getElementById('evidence').open"))
        self.assertTrue(browser.run("document.activeElement.matches('.heat td button')"))

    def tab_to(self, selector):
        for _ in range(120):
            self.browser.press("Tab")
            if self.browser.run(f"document.activeElement.matches({json.dumps(selector)})"):
                return True
        return False

    def test_everything_that_is_pressed_or_filled_has_a_name(self):
        unnamed = """[...document.querySelectorAll('a, button, input, select, textarea, summary')].filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim() ||
          [...(one.labels || [])].some((label) => label.textContent.trim()))).map((one) => one.outerHTML)"""
        for state in ({"q": "CNSS"}, {"view": "comparison"}, {"view": "trend", "q": "CNSS"}, {"view": "tables", "analysis": "freq"}, {"view": "about"}, {"view": "article", "id": 1}):
            browser = self.open(ui="ar", **state)
            self.assertEqual(browser.run(unnamed), [], state)
            levels = browser.run("[...document.querySelectorAll('main :is(h1, h2, h3)')].map((head) => +head.tagName[1])")
            self.assertEqual(levels[0], 1, state)
            self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])), levels)
            self.assertEqual(len(browser.run("[...document.querySelectorAll('[id]')].map((one) => one.id)")),
                             browser.run("new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size"))

    def test_a_phone_never_scrolls_the_page_sideways(self):
        states = [{"q": "CNSS"}, {"view": "comparison"}, {"view": "trend", "q": "CNSS", "trendby": "outlet"}, {"view": "tables", "analysis": "claims", "run": "1"}, {"view": "about"}, {"view": "article", "id": 1}]
        for lang in ("fr", "ar"):
            for state in states:
                browser = self.open(width=360, height=740, ui=lang, **state)
                self.assertLessEqual(browser.run("document.documentElement.scrollWidth"), 360, (lang, state))

    def test_markup_in_texts_stays_text(self):
        ids = [row["id"] for row in self.api("articles", rows=1000) if row["key"].startswith("hostile")]
        self.assertEqual(len(ids), 2)
        states = [{"q": "directeur syndicat"}, {"q": HOSTILE.replace("(", "")}, {"view": "comparison"}, {"view": "tables", "analysis": "articles", "run": "1"}]
        for state in states + [{"view": "article", "id": one} for one in ids]:
            browser = self.open(**state)
            self.assertEqual(browser.run("document.querySelectorAll('main img, main script, a[href^=\"javascript\"]').length"), 0, state)
            self.browser.events = [event for event in self.browser.events if event.get("method") != "Log.entryAdded"]  # a query may be refused
        self.assertIn(HOSTILE, self.browser.run("document.querySelector('.article').textContent"))

    def test_screenshots(self):
        views = {"search": {"q": "fuite CNSS"}, "concordance": {"view": "concordance", "q": "CNSS"}, "trend": {"view": "trend", "q": "CNSS"}, "comparison": {"view": "comparison"}, "article": {"view": "article", "id": 42}, "tables": {"view": "tables", "analysis": "freq", "run": "1"}}
        for name, state in views.items():
            for lang in ("fr", "ar"):
                for suffix, size in (("", {}), ("-phone", {"width": 360, "height": 740})):
                    browser = self.open(ui=lang, **size, **state)
                    browser.run("document.fonts.ready.then(() => 1)")
                    path = self.place / f"{name}-{lang}{suffix}.png"
                    browser.screenshot(path)
                    self.assertGreater(path.stat().st_size, 20000)


def main():
    global PROGRAM, SOURCE, FOLDER
    PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
    if not find_chromium():
        print("skipped: Chromium is not installed (Debian package chromium)")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="sahafa-serve-") as folder:
        FOLDER = folder
        if "--keep" in sys.argv:
            at = sys.argv.index("--keep")
            FOLDER = sys.argv[at + 1]
            pathlib.Path(FOLDER).mkdir(parents=True, exist_ok=True)
            del sys.argv[at:at + 2]
        result = unittest.main(argv=[sys.argv[0], *sys.argv[3:]], exit=False, verbosity=2).result
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
