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
        ran = 0
        for page in [SOURCE / "README.md", *sorted((SOURCE / "docs" / "manual").glob("*.md"))]:
            for words in commands(page):
                with self.subTest(f"{page.name}: {' '.join(words)}"):
                    done = subprocess.run([PROGRAM, *words[1:]], cwd=self.folder, capture_output=True, text=True)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertTrue(done.stdout.count("\n") > 1 or {"-o", "--folder"} & set(words), "no result")
                    ran += 1
        self.assertGreater(ran, 10)


if __name__ == "__main__":
    unittest.main()
