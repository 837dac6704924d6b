#!/usr/bin/env python3
"""Runs every notebook from start to end on the bundled corpus, and looks at what it shows. Notebooks are kept without outputs."""
import os
import pathlib
import sys
import tempfile
import unittest

LIBRARY, SOURCE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
NOTEBOOKS = sorted((SOURCE / "notebooks").glob("*.ipynb"))

import nbformat  # noqa: E402
from nbconvert.preprocessors import ExecutePreprocessor  # noqa: E402


def execute(path, folder):
    """The notebook after a run in a folder of its own, with what its user would have: the package and the bundled corpus."""
    notebook = nbformat.read(path, as_version=4)
    os.environ.update(SAHAFA_LIBRARY=LIBRARY, SAHAFA_BUNDLED=str(SOURCE / "corpus" / "cnss"),
                      SAHAFA_MANUAL=str(SOURCE / "docs" / "manual"), MPLBACKEND="module://matplotlib_inline.backend_inline",
                      PYTHONPATH=str(SOURCE / "notebooks"), JUPYTER_RUNTIME_DIR=folder, IPYTHONDIR=folder)
    ExecutePreprocessor(timeout=120, kernel_name="python3").preprocess(notebook, {"metadata": {"path": folder}})
    return notebook


class Notebooks(unittest.TestCase):
    def test_notebooks_are_there(self):
        self.assertTrue(NOTEBOOKS)

    def test_notebooks_are_kept_without_outputs(self):
        for path in NOTEBOOKS:
            for cell in nbformat.read(path, as_version=4).cells:
                self.assertFalse(cell.get("outputs"), path.name)

    def test_every_notebook_runs_and_shows_tables_and_figures(self):
        for path in NOTEBOOKS:
            with self.subTest(path.name), tempfile.TemporaryDirectory() as folder:
                outputs = [output for cell in execute(path, folder).cells for output in cell.get("outputs", [])]
                kinds = {kind for output in outputs for kind in output.get("data", {})}
                self.assertFalse([output for output in outputs if output.output_type == "error"])
                self.assertLessEqual({"text/html", "image/png"}, kinds)
                texts = "".join(str(output.get("data", {}).get("text/html", "")) for output in outputs)
                self.assertRegex(texts, "[\u0600-\u06ff]", "Arabic is shown")
                self.assertNotIn("Glyph", "".join(output.get("text", "") for output in outputs), "a letter lacks in the font")


if __name__ == "__main__":
    unittest.main()
