"""train, classify and code: what they learn, what they draw, and that the same input gives the same bytes."""
import csv
import json
import pathlib
import tempfile

from harness import BUNDLED, SOURCE, CliTest, sahafa, unittest

TRAIN = SOURCE / "tests" / "data" / "learning" / "train.jsonl"
JUDGE = SOURCE / "tests" / "data" / "learning" / "judge.jsonl"


class Learning(CliTest):
    def test_both_languages_are_learned(self):
        model = self.folder / "stance.model"
        self.assertEqual(sahafa("train", TRAIN, "--model", model).code, 0)
        found = sahafa("classify", JUDGE, "--model", model, "--format", "jsonl")
        coded = [json.loads(line)["label"] for line in JUDGE.read_text(encoding="utf-8").splitlines()]
        self.assertEqual([row["label"] for row in found.objects()], coded)

    def test_a_model_is_the_same_each_time(self):
        models = [self.folder / "one.model", self.folder / "two.model"]
        for model in models:
            sahafa("train", TRAIN, "--model", model)
        self.assertEqual(models[0].read_bytes(), models[1].read_bytes())

    def test_a_damaged_model_is_refused(self):
        model = self.folder / "stance.model"
        sahafa("train", TRAIN, "--model", model)
        model.write_text(model.read_text(encoding="utf-8")[:2000], encoding="utf-8")
        result = sahafa("classify", JUDGE, "--model", model)
        self.assertEqual(result.code, 1)
        self.assertIn("train the model again", result.err)


class Coding(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shared = tempfile.TemporaryDirectory()
        cls.ingested = pathlib.Path(cls.shared.name) / "corpus"
        sahafa("ingest", cls.ingested, BUNDLED)

    @classmethod
    def tearDownClass(cls):
        cls.shared.cleanup()
        super().tearDownClass()

    def code(self, action, *arguments):
        return sahafa("code", self.ingested, action, *arguments, "--format", "jsonl")

    def lines(self, name, frames):
        path = self.folder / name
        lines = [{"id": str(i), "lang": "ar" if i % 2 else "fr", "claims": [{"frame": f} for f in found]} for i, found in enumerate(frames)]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    def spreadsheet(self, name, rows, delimiter=";"):
        """As a spreadsheet saves it: with a byte-order mark, and the delimiter of the country."""
        path = self.folder / name
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0], delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return path

    def test_draws_random_and_claimed_sentences_the_same_each_time(self):
        first = self.code("draw", "--size", "20", "--seed", "3")
        self.assertEqual(first.out, self.code("draw", "--size", "20", "--seed", "3").out)
        self.assertNotEqual(first.out, self.code("draw", "--size", "20", "--seed", "4").out)
        parts = [row["part"] for row in first.objects()]
        self.assertEqual((parts.count("random"), parts.count("claims")), (10, 10))

    def test_every_drawn_sentence_has_an_id_of_its_own(self):
        ids = [row["id"] for row in self.code("draw", "--size", "400").objects()]
        self.assertEqual(len(ids), len(set(ids)))

    def test_what_is_coded_is_not_drawn_again(self):
        rows = self.code("draw", "--size", "40").objects()
        for row in rows[:30]:
            row["frames"] = "negligence" if row["part"] == "claims" else "none"
        sheet = self.spreadsheet("coded.csv", rows)
        again = self.code("draw", "--size", "40", "--sheets", sheet).objects()
        self.assertFalse({row["id"] for row in rows[:30]} & {row["id"] for row in again})
        self.assertLessEqual({"random", "margin"}, {row["part"] for row in again})

    def test_agreement_of_two_coders(self):
        # presence of negligence: (1,1) (0,0) (1,0) (0,0), a child frame counts as its parent
        one = self.lines("one.jsonl", [["negligence"], [], ["negligence"], []])
        two = self.lines("two.jsonl", [["ignored_warning"], [], [], []])
        rows = [row for row in self.code("agree", "--sheets", f"{one},{two}").objects() if row["lang"] == "all"]
        self.assertEqual([row["frame"] for row in rows], ["negligence"])
        self.assertAlmostEqual(rows[0]["alpha"], 1 - 7 * 2 / 30, places=9)
        self.assertAlmostEqual(rows[0]["kappa"], 0.5, places=9)

    def test_spreadsheets_and_lines_are_the_same_sheet(self):
        one = self.lines("one.jsonl", [["negligence"], [], ["negligence", "silence"], []])
        coded = ["negligence", "لا شيء", "negligence; silence", "none"]
        two = self.spreadsheet("two.csv", [{"id": i, "lang": "ar" if i % 2 else "fr", "frames": cell} for i, cell in enumerate(coded)])
        for row in self.code("agree", "--sheets", f"{one},{two}").objects():
            self.assertEqual((row["agreement"], row["first"]), (1, row["second"]))

    def test_the_program_against_a_sheet(self):
        gold = self.lines("gold.jsonl", [["negligence"], ["negligence"], [], []])
        found = self.lines("found.jsonl", [["negligence"], [], ["negligence"], []])
        row = next(row for row in self.code("judge", "--sheets", gold, "--claims", found).objects() if row["lang"] == "all")
        self.assertEqual((row["precision"], row["recall"], row["share_seen"]), (0.5, 0.5, 0.5))
        self.assertIsNone(row.get("share_corrected"))  # no better than chance

    def test_claims_of_the_corpus_against_a_sheet_that_repeats_them(self):
        rows = self.code("draw", "--size", "60").objects()
        claims = sahafa("claims", self.ingested, "--format", "jsonl").objects()
        for row in rows:
            frames = {claim["frame"] for claim in claims if row["id"] == f"{claim['id']}:{claim['sentence']}"}
            row["frames"] = "; ".join(sorted(frames)) or "none"
        judged = [row for row in self.code("judge", "--sheets", self.spreadsheet("gold.csv", rows)).objects() if row["lang"] == "all"]
        self.assertTrue(judged)
        self.assertEqual({(row["precision"], row["recall"]) for row in judged}, {(1, 1)})

    def test_a_sheet_of_another_corpus_and_a_frame_that_is_none_are_refused(self):
        row = self.code("draw", "--size", "2").objects()[0]
        for changed, said in (({"text": "جملة أخرى لا توجد في المدونة.", "frames": "none"}, "another text"),
                              ({"frames": "négligeance"}, "no frame \"négligeance\"")):
            result = self.code("judge", "--sheets", self.spreadsheet("bad.csv", [row | changed]))
            self.assertNotEqual(result.code, 0)
            self.assertIn(said, result.err)
            self.assertIn(row["id"], result.err)

    def test_a_sheet_without_frames_says_which_column_is_wanted(self):
        sheet = self.spreadsheet("bad.csv", [{"id": "1:0", "codes": "negligence"}])
        result = self.code("judge", "--sheets", sheet)
        self.assertEqual(result.code, 1)
        self.assertIn('no column "frames"', result.err)


class Refining(CliTest):
    def test_a_model_drops_what_coders_reject_and_only_where_it_is_given(self):
        corpus, model, sheet = self.folder / "refined", self.folder / "refiner.model", self.folder / "coded.csv"
        sahafa("ingest", corpus, BUNDLED)
        rows = sahafa("code", corpus, "draw", "--size", "120", "--format", "jsonl").objects()
        with open(sheet, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(row | {"frames": "none" if row["lang"] == "ar" else "negligence"} for row in rows)
        table = sahafa("code", corpus, "refine", "--sheets", sheet, "--model", model).rows()
        self.assertEqual(["rules", "refined"], [row["claims_of"] for row in table])
        self.assertLess(int(table[1]["claims"]), int(table[0]["claims"]))
        first = model.read_bytes()
        sahafa("code", corpus, "refine", "--sheets", sheet, "--model", model)
        self.assertEqual(first, model.read_bytes())
        before = len(sahafa("claims", corpus).rows())
        self.assertEqual(sahafa("ingest", corpus, BUNDLED, "--refiner", model).code, 0)
        after = sahafa("claims", corpus).rows()
        self.assertLess(len(after), before)
        self.assertTrue(any(">negligence" in row["rule"] for row in after))


if __name__ == "__main__":
    unittest.main()
