"""train, classify and code: what they learn, what they draw, and that the same input gives the same bytes."""
import json

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
    def sheet(self, name, frames):
        path = self.folder / name
        lines = [{"id": str(i), "lang": "ar" if i % 2 else "fr", "claims": [{"frame": f} for f in found]} for i, found in enumerate(frames)]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    def test_draws_random_and_claimed_sentences_the_same_each_time(self):
        corpus = self.folder / "corpus"
        sahafa("ingest", corpus, BUNDLED)
        first = sahafa("code", "draw", corpus, "--size", "20", "--seed", "3", "--format", "jsonl")
        self.assertEqual(first.out, sahafa("code", "draw", corpus, "--size", "20", "--seed", "3", "--format", "jsonl").out)
        self.assertNotEqual(first.out, sahafa("code", "draw", corpus, "--size", "20", "--seed", "4", "--format", "jsonl").out)
        parts = [row["part"] for row in first.objects()]
        self.assertEqual((parts.count("random"), parts.count("claims")), (10, 10))

    def test_agreement_of_two_coders(self):
        # presence of negligence: (1,1) (0,0) (1,0) (0,0), a child frame counts as its parent
        one = self.sheet("one.jsonl", [["negligence"], [], ["negligence"], []])
        two = self.sheet("two.jsonl", [["ignored_warning"], [], [], []])
        rows = [row for row in sahafa("code", "agree", one, two, "--format", "jsonl").objects() if row["lang"] == "all"]
        self.assertEqual([row["frame"] for row in rows], ["negligence"])
        self.assertAlmostEqual(rows[0]["alpha"], 1 - 7 * 2 / 30, places=9)
        self.assertAlmostEqual(rows[0]["kappa"], 0.5, places=9)

    def test_the_program_against_a_sheet(self):
        gold = self.sheet("gold.jsonl", [["negligence"], ["negligence"], [], []])
        found = self.sheet("found.jsonl", [["negligence"], [], ["negligence"], []])
        row = next(row for row in sahafa("code", "judge", gold, found, "--format", "jsonl").objects() if row["lang"] == "all")
        self.assertEqual((row["precision"], row["recall"], row["share_seen"]), (0.5, 0.5, 0.5))
        self.assertIsNone(row.get("share_corrected"))  # no better than chance


if __name__ == "__main__":
    unittest.main()
