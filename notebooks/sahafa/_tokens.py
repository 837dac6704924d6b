"""The token store of a corpus, mapped from disk."""
from __future__ import annotations

import json
import pathlib

import numpy as np
import pandas as pd

from ._errors import NotFoundError
from ._table import Result
from ._texts import decode


class Tokens:
    """The columns of tokens/ (index/FORMAT.md), mapped, not read: surface, form, stem, begin, kind; documents, sentences,
    paragraphs; words; lang, outlet, country, genre, date (bytes), cluster, copies of the documents; matrix_offset and matrix_cell."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder
        try:
            counts = json.loads((folder / "store.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise NotFoundError(f"{folder}: there are no tokens yet; `sahafa ingest` makes them") from None
        tokens, documents, sentences = (counts[name] for name in ("tokens", "documents", "sentences"))
        self.surface = self._map("tokens.surface", tokens)
        self.form = self._map("tokens.form", tokens)
        self.stem = self._map("tokens.stem", tokens)
        self.begin = self._map("tokens.begin", tokens)
        self.kind = self._map("tokens.kind", tokens)
        self.documents = self._map("documents.offset", documents + 1)
        self.articles = self._map("documents.article", documents)
        self.sentences = self._map("sentences.offset", sentences + 1)
        self.paragraphs = self._map("paragraphs.offset", counts["paragraphs"] + 1)
        self.words = self._map("documents.words", documents)
        self.matrix_offset = self._map("matrix.offset", documents + 1)
        self.matrix_cell = self._map("matrix.cell", 2 * counts["cells"]).reshape(-1, 2)
        for name in ("lang", "outlet", "country", "genre", "date", "cluster", "copies"):
            setattr(self, name, self._map(f"documents.{name}", documents))
        self.surfaces = Vocabulary(self._map("surfaces.text", counts["surface_bytes"]),
                                   self._map("surfaces.offset", counts["surface_types"] + 1))
        self.forms = Vocabulary(self._map("forms.text", counts["form_bytes"]),
                                self._map("forms.offset", counts["form_types"] + 1))
        self.stems = Vocabulary(self._map("stems.text", counts["stem_bytes"]),
                                self._map("stems.offset", counts["stem_types"] + 1))

    def __len__(self) -> int:
        return len(self.form)

    def to_pandas(self) -> Result:
        """A row a token: article, begin (a byte of its text), kind, surface (as written), form, stem. The last three are
        categories: the numbers of the store, each string made once, so that ten million tokens are a frame of some 250 MB."""
        columns = {"article": np.repeat(self.articles, np.diff(self.documents.astype(np.int64))), "begin": np.asarray(self.begin),
                   "kind": pd.Categorical.from_codes(self.kind, ["word", "number", "mark"]),
                   "surface": self.surfaces.categorize(self.surface), "form": self.forms.categorize(self.form),
                   "stem": self.stems.categorize(self.stem)}
        return Result(columns, copy=False)

    def _map(self, name: str, count: int) -> np.ndarray:
        column: np.ndarray = np.load(self._folder / f"{name}.npy", mmap_mode="r")[:count]
        return column


class Vocabulary:
    """The strings behind the ids: vocabulary[7], len(vocabulary)."""

    def __init__(self, text: np.ndarray, offsets: np.ndarray) -> None:
        self._text, self._offsets = text, offsets

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def to_array(self) -> np.ndarray:
        """All strings, in the order of their ids."""
        return decode(self._text, self._offsets)

    def categorize(self, ids: np.ndarray) -> pd.Categorical:
        """A column of ids as the strings behind them."""
        return pd.Categorical.from_codes(ids.view(np.int32), self.to_array())

    def __getitem__(self, id: int) -> str:
        if not 0 <= id < len(self):
            raise IndexError(f"there is no string {id}; the vocabulary has {len(self)}")
        return self._text[self._offsets[id]:self._offsets[id + 1]].tobytes().decode()
