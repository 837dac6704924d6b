"""--help, usage errors, exit codes."""
import re
import shlex

from harness import BUNDLED, SOURCE, CliTest, sahafa, unittest

VERBS = "ingest extract tokens articles show clusters search freq keyness claims stance compare report export check stats codebook"


class Help(CliTest):
    def test_help_lists_every_verb(self):
        out = self.ok("--help").out
        for verb in VERBS.split():
            self.assertRegex(out, rf"(?m)^  {verb}\b")

    def test_every_example_runs(self):
        listed = re.findall(r"(?m)^  ([a-z]+)  ", self.ok("--help").out.split("Subcommands:")[1])
        sahafa("ingest", self.folder / "cnss-corpus", BUNDLED)
        listed.remove("serve")  # it runs until it is told to end: serve_test.py
        for verb in listed:
            with self.subTest(verb):
                help_text = self.ok(verb, "--help").out
                example = shlex.split(help_text.split("Example:")[1].strip().splitlines()[0])
                self.assertEqual(example[:2], ["sahafa", verb])
                arguments = [a.replace("cnss-corpus", str(self.folder / "cnss-corpus")) for a in example[1:]]
                arguments = [str(SOURCE / a) if a.startswith(("corpus/", "tests/")) else a for a in arguments]
                arguments = [str(self.folder / a) if a in ("report.html", "stance.model", "sheet.csv") else a for a in arguments]
                result = sahafa(*arguments)
                self.assertNotEqual(result.code, 2, result.err)
                self.assertTrue(result.out or "-o" in example or "report" in example, help_text)

    def test_usage_errors_exit_with_2_and_say_what_is_wrong(self):
        for arguments, word in [(["frobnicate"], "frobnicate"), (["freq"], "corpus"), (["freq", "c", "--nope"], "--nope"),
                                (["freq", "c", "--jobs", "0"], "--jobs"), (["freq", "c", "--format", "xml"], "--format"),
                                ([], "subcommand")]:
            with self.subTest(arguments):
                result = sahafa(*arguments)
                self.assertEqual((result.code, result.out), (2, ""))
                self.assertIn(word, result.err)

    def test_version(self):
        self.assertRegex(self.ok("--version").out, r"^sahafa \d+\.\d+\.\d+\n")


if __name__ == "__main__":
    unittest.main()
