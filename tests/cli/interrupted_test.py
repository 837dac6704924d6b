"""Killed at any moment, a corpus opens, has what was reported as stored, and catches up at the next run."""
import random
import shutil
import signal
import subprocess
import time

from harness import ARABIC, FRENCH, PROGRAM, CliTest, unittest

VERBS = (["articles"], ["clusters"], ["claims"], ["freq"], ["search", "Caisse"], ["search", "الصندوق"])


class Interrupted(CliTest):
    def answers(self, corpus):
        return [self.ok(verb[0], corpus, *verb[1:]).out for verb in VERBS]

    def test_killed_ingest_catches_up(self):
        draw = random.Random(1)
        for i in range(150):
            numbers = " ".join(str(draw.randrange(10**6)) for _ in range(30))
            self.write(f"many/fr{i:03}.txt", FRENCH + f"\nDossier {i} : {numbers}.\n")
            self.write(f"many/ar{i:03}.txt", ARABIC + f"\nملف {i}: {numbers}.\n")
        started = time.monotonic()
        self.ok("ingest", self.folder / "whole", self.folder / "many")
        needed = time.monotonic() - started
        wanted = self.answers(self.folder / "whole")
        for moment in (0.05, 0.2, 0.4, 0.6, 0.8, 0.95):
            with self.subTest(moment):
                shutil.rmtree(self.corpus, ignore_errors=True)
                process = subprocess.Popen([PROGRAM, "ingest", str(self.corpus), str(self.folder / "many")],
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(needed * moment)
                process.send_signal(signal.SIGKILL)
                process.wait()
                self.ok("ingest", self.corpus, self.folder / "many")
                self.ok("check", self.corpus)
                self.assertEqual(self.answers(self.corpus), wanted)


if __name__ == "__main__":
    unittest.main()
