"""Runs the built program as a user does. Every test file of this folder uses it: `python3 x_test.py PROGRAM SOURCE_DIR`."""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SOURCE = pathlib.Path(sys.argv.pop(1)).resolve()
SHARED = SOURCE.parent / "shared"
BUNDLED = SOURCE / "corpus" / "cnss"


class Result:
    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()

    def rows(self):
        return list(csv.DictReader(io.StringIO(self.out)))

    def columns(self):
        return self.out.splitlines()[0].split(",")

    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]


def sahafa(*arguments, stdin=b"", user=None, env=None):
    """Runs the program; `user`: as this user id, for what root may always do."""
    command = [PROGRAM, *map(str, arguments)]
    if user is not None:
        command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *command]
    return Result(subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **(env or {})}))


class CliTest(unittest.TestCase):
    """A test with a folder of its own, removed afterwards."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sahafa-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.corpus = self.folder / "corpus"

    def write(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    def ok(self, *arguments, **more):
        result = sahafa(*arguments, **more)
        self.assertEqual(result.code, 0, result.err)
        return result

    def ingest(self, *paths, **more):
        """Ingests and returns the summary as integers; the exit code is in `summary["code"]`."""
        result = sahafa("ingest", self.corpus, *paths, "--format", "csv", **more)
        self.assertIn(result.code, (0, 1), result.err)
        return {**{k: int(v) for k, v in result.rows()[0].items()}, "code": result.code, "err": result.err}


def shared(path):
    """The path below ../shared, or a skipped test where it is absent."""
    found = SHARED / path
    if not found.exists():
        raise unittest.SkipTest(f"needs {found}, which is not here")
    return found


FRENCH = """Titre : La Caisse répond
Média : Le Desk
Date : 2025-04-10
URL : https://ledesk.ma/exemple

La Caisse affirme que les fichiers diffusés sont en partie faux. Selon le syndicat, elle a laissé ses serveurs sans
protection pendant des années. « Les assurés ont droit à des réponses », ajoute le syndicat.
"""
ARABIC = """العنوان: النقابة تحمّل الصندوق المسؤولية
المصدر: لكم
التاريخ: 2025-04-11
الرابط: https://lakome2.com/exemple

حمّلت النقابة الصندوق الوطني للضمان الاجتماعي مسؤولية تسريب بيانات المنخرطين. وقالت إن الإدارة لم تحم المعطيات.
وطالبت النقابة بفتح تحقيق عاجل في الحادث.
"""
