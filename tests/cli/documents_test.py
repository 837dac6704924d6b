"""Manual pages and completions are made from the verbs of the program; they must know all of them."""
import pathlib
import re
import subprocess
import sys

DOCUMENTS = pathlib.Path(sys.argv.pop(1))

from harness import CliTest, sahafa, unittest  # noqa: E402


def verbs():
    return re.findall(r"^  (\w[\w-]*) ", sahafa("--help").out.split("Subcommands:")[1], re.M)


def options(verb):
    return re.findall(r"--([\w-]+)", sahafa(verb, "--help").out.split("Options:")[1].split("Example:")[0])


def complete(*words):
    """What bash offers behind these words."""
    script = f"""source '{DOCUMENTS}/completions/sahafa'
COMP_WORDS=(sahafa {' '.join(f"'{word}'" for word in words)}); COMP_CWORD={len(words)}; _sahafa; printf '%s\\n' "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout.split()


class Documents(CliTest):
    def test_every_verb_has_a_page_with_its_options(self):
        names = verbs()
        self.assertGreater(len(names), 10)
        overview = (DOCUMENTS / "man" / "sahafa.1").read_text(encoding="utf-8")
        for verb in names:
            page = (DOCUMENTS / "man" / f"sahafa-{verb}.1").read_text(encoding="utf-8").replace("\\-", "-")
            self.assertIn(verb.replace("-", "\\-"), overview)
            for option in set(options(verb)) - {"help"}:
                self.assertIn(f"--{option}", page, verb)
            for section in ("NAME", "SYNOPSIS", "OPTIONS", "EXAMPLE", "EXIT STATUS"):
                self.assertIn(f".SH {section}", page)

    def test_bash_completes_verbs_options_and_choices(self):
        self.assertEqual(set(verbs()) - set(complete("")), set())
        self.assertIn("stance", complete("st"))
        self.assertIn("--facets", complete("search", "corpus", "--fa"))
        self.assertEqual(complete("search", "corpus", "--format", ""), ["table", "csv", "tsv", "jsonl"])

    def test_other_shells_know_every_verb(self):
        for name in ("_sahafa", "sahafa.fish"):
            text = (DOCUMENTS / "completions" / name).read_text(encoding="utf-8")
            for verb in verbs():
                self.assertIn(verb, text)

    def test_version_names_what_it_was_built_with(self):
        self.assertRegex(sahafa("--version").out, r"sahafa \d+\.\d+\.\d+\nBuilt with ICU \d+.*Xapian \d+.*SQLite \d+")


if __name__ == "__main__":
    unittest.main()
