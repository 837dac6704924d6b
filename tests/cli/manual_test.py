"""Every command of README and manual that works on the bundled corpus is run, so that the documents stay true."""
import csv
import shlex
import subprocess

from harness import BUNDLED, PROGRAM, SOURCE, CliTest, sahafa, unittest


def commands(path):
    shell = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            shell = line == "```sh"
        elif shell and line.startswith("sahafa "):
            words = shlex.split(line, comments=True)
            if words[2:3] == ["cnss-corpus"] and words[1] not in ("ingest", "serve"):  # one needs files, the other runs until it is ended
                yield words
            elif path.name == "codebook.md":  # brings its own files
                yield words


def write_coded_sheets(folder):
    """Two people's codings of one drawn sheet, as the page on coding has them: the second sees one claim less."""
    rows = sahafa("code", folder / "cnss-corpus", "draw", "--size", "40", "--format", "jsonl").objects()
    for coder, left_out in (("nadia", 0), ("karim", 1)):
        claimed = [row["id"] for row in rows if row["part"] == "claims"][left_out:]
        with open(folder / f"{coder}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(row | {"frames": "negligence" if row["id"] in claimed else "none"} for row in rows)


class Manual(CliTest):
    def test_commands_of_the_documents_run(self):
        sahafa("ingest", self.folder / "cnss-corpus", BUNDLED)
        write_coded_sheets(self.folder)
        (self.folder / "docs").symlink_to(SOURCE / "docs")
        ran = 0
        for page in [SOURCE / "README.md", *sorted((SOURCE / "docs" / "manual").glob("*.md"))]:
            for words in commands(page):
                with self.subTest(f"{page.name}: {' '.join(words)}"):
                    done = subprocess.run([PROGRAM, *words[1:]], cwd=self.folder, capture_output=True, text=True)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    may_be_silent = {"-o", "--folder"} & set(words) or words[1] == "codebook"
                    self.assertTrue(done.stdout.count("\n") > 1 or may_be_silent, "no result")
                    ran += 1
        self.assertGreater(ran, 10)
        self.check_second_case()

    def check_second_case(self):
        """The codebook of the manual's other affair finds the claims of its articles, and its lint has nothing to say."""
        claims = {(row["holder"], row["target"], row["frame"], row["modality"]) for row in sahafa("claims", self.folder / "water-corpus").rows()}
        self.assertLessEqual({("residents", "utility", "neglected_network", "asserted"), ("council", "plant", "held_responsible", "asserted"),
                              ("residents", "utility", "concealment", "asserted"), ("council", "plant", "pollution", "asserted")}, claims)
        findings = sahafa("codebook", "lint", SOURCE / "docs" / "manual" / "water" / "codebook.toml").rows()
        self.assertEqual([], list(findings))


if __name__ == "__main__":
    unittest.main()
