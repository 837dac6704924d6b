"""Every command of README and manual is run, with files of the names that they give, so that the documents stay true."""
import csv
import pathlib
import shlex
import shutil
import subprocess
import tempfile

import manual_files
from harness import BUNDLED, PROGRAM, SOURCE, CliTest, sahafa, unittest


def commands(path):
    shell = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            shell = line == "```sh"
        elif shell and line.startswith("sahafa "):
            yield shlex.split(line, comments=True)


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
    @classmethod
    def setUpClass(cls):
        cls.keep = tempfile.TemporaryDirectory()
        cls.made = pathlib.Path(cls.keep.name)
        sahafa("ingest", cls.made / "cnss-corpus", BUNDLED)
        write_coded_sheets(cls.made)
        manual_files.write_files(cls.made)

    @classmethod
    def tearDownClass(cls):
        cls.keep.cleanup()

    def test_commands_of_the_documents_run(self):
        ran = 0
        for page in [SOURCE / "README.md", *sorted((SOURCE / "docs" / "manual").glob("*.md"))]:
            folder = self.folder / page.stem
            shutil.copytree(self.made, folder, symlinks=True)
            for words in commands(page):
                with self.subTest(f"{page.name}: {' '.join(words)}"):
                    self.serve(folder, words) if words[1] == "serve" else self.run_command(folder, words)
                    ran += 1
            if page.stem == "codebook":
                self.check_second_case(folder)
        self.assertGreater(ran, 120)

    def run_command(self, folder, words):
        done = subprocess.run([PROGRAM, *words[1:]], cwd=folder, capture_output=True, text=True)
        if words[1] not in ("ingest", "extract"):
            self.assertEqual(done.returncode, 0, done.stderr)
        elif "--dry-run" not in words:  # some fixtures have an article that is broken on purpose: it is reported, the others are taken
            self.assertIn(done.returncode, (0, 1), done.stderr)
            if words[1] == "ingest":
                self.assertEqual(done.stdout.splitlines()[1].split(",")[5], "0", f"failed: {done.stderr}")
        may_be_silent = {"-o", "--folder"} & set(words) or words[1] in ("codebook", "check", "repeated", "clusters")
        self.assertTrue(done.stdout.count("\n") > 1 or may_be_silent or "jsonl" in words, f"no result {done.stderr}")

    def serve(self, folder, words):
        """It runs until it is ended: what it prints is the address. Port 8080 may be somebody's."""
        if not (folder / "my-corpus").exists():
            shutil.copytree(folder / "cnss-corpus", folder / "my-corpus")
        port = [] if "--port" in words else ["--port", "0"]
        with subprocess.Popen([PROGRAM, *words[1:], *port], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
            self.assertIn("http://", server.stdout.readline())
            server.terminate()

    def check_second_case(self, folder):
        """The codebook of the manual's other affair finds the claims of its articles, and its lint has nothing to say."""
        claims = {(row["holder"], row["target"], row["frame"], row["modality"]) for row in sahafa("claims", folder / "water-corpus").rows()}
        self.assertLessEqual({("residents", "utility", "neglected_network", "asserted"), ("council", "plant", "held_responsible", "asserted"),
                              ("residents", "utility", "concealment", "asserted"), ("council", "plant", "pollution", "asserted")}, claims)
        findings = sahafa("codebook", "lint", SOURCE / "docs" / "manual" / "water" / "codebook.toml").rows()
        self.assertEqual([], list(findings))


if __name__ == "__main__":
    unittest.main()
