"""Verbs that read files and need no corpus. Options are those of the command line; what was wrong with inputs stands in the notes."""
from __future__ import annotations

import os
from typing import Any, Union

from ._library import library
from ._options import Options, texts
from ._table import Result, Table

Path = Union[str, "os.PathLike[str]"]


def extract(*paths: Path, **options: Any) -> Result:
    """The articles in files, as ingest would read them; nothing is stored."""
    return _run("extract", *paths, **options)


def tokens(*paths: Path, **options: Any) -> Result:
    """What the text layer sees in files: a row a token, or with show="paragraphs" or "clitics" those."""
    return _run("tokens", *paths, **options)


def train(*paths: Path, model: Path, **options: Any) -> Result:
    """Learns labels from coded examples (JSON Lines of id, text, target, label) and writes the file `model`; with judge="FILE" precision,
    recall and F1 of each label on other examples."""
    return _run("train", *paths, model=os.fspath(model), **options)


def classify(*paths: Path, model: Path, **options: Any) -> Result:
    """Labels the texts in files with a model that train made: id, label, score, margin."""
    return _run("classify", *paths, model=os.fspath(model), **options)


def codebook(action: str = "show", *files: Path) -> Result:
    """The actors and frames of a codebook ("show"), what is hardly meant in it ("lint"), or whether it is valid, with its hash ("check", an
    exception says where it is not); the bundled one without a file."""
    return _run("codebook", action, *files)


def table(verb: str, *arguments: Path, **options: Any) -> Table:
    """What one of these verbs gives, as columns for Arrow."""
    with Options(options) as handle:
        return Table.make(lambda out: library.sahafa_run_files(verb.encode(), texts(arguments), len(arguments), handle, out))


def _run(verb: str, *arguments: Path, **options: Any) -> Result:
    return table(verb, *arguments, **options).to_pandas()
