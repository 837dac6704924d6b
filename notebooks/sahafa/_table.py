"""Tables of the library: columns as NumPy arrays over its memory, DataFrames, Arrow."""
from __future__ import annotations

import ctypes
import html
import importlib.util
import re
from typing import Any, Callable

import numpy as np
import pandas as pd

from ._arrow import stream_capsule
from ._errors import ArgumentError
from ._library import Handle, check, library
from ._texts import decode

_TEXT, _INTEGER, _NUMBER = range(3)


class Table:
    """An immutable result. Number columns are views of the library's memory, which lives as long as any of them."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    @classmethod
    def make(cls, call: Callable[[Any], int]) -> "Table":
        """The table that `call` puts into the handle it is given."""
        handle = Handle()
        check(call(ctypes.byref(handle)))
        return cls(handle)

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            library.sahafa_table_free(ctypes.byref(self._handle))

    def __len__(self) -> int:
        return int(library.sahafa_table_rows(self._handle))

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [library.sahafa_table_name(self._handle, i).decode()
                for i in range(library.sahafa_table_columns(self._handle))]

    @property
    def notes(self) -> list[str]:
        """What must be known to read the numbers: formula, seed, what was counted."""
        return [library.sahafa_table_note(self._handle, i).decode()
                for i in range(library.sahafa_table_notes(self._handle))]

    def __getitem__(self, name: str) -> Any:
        """One column: a NumPy array, an array of str, or a nullable array of pandas where values are missing."""
        try:
            return self._column(self.names.index(name))
        except ValueError:
            raise KeyError(f"no column {name!r}; there are: {', '.join(self.names)}") from None

    def to_pandas(self, dtype_backend: str = "numpy") -> "Result":
        """A DataFrame over the same numbers; texts become str. The notes stand in its `attrs`. With dtype_backend="pyarrow" (needs pyarrow)
        texts are views as well: no cell is made before it is looked at, and the frame takes no more memory than the table."""
        if dtype_backend == "pyarrow":
            import pyarrow
            frame = Result(pyarrow.table(self).to_pandas(types_mapper=pd.ArrowDtype))
        elif dtype_backend == "numpy":
            views = self._view_texts()
            columns = {name: views[name] if name in views else self._column(i) for i, name in enumerate(self.names)}
            frame = Result(columns, index=pd.RangeIndex(len(self)), copy=False)
        else:
            raise ArgumentError(f"there is no dtype_backend {dtype_backend!r}; there are numpy and pyarrow")
        frame.attrs["notes"] = self.notes
        return frame

    def _view_texts(self) -> dict[str, Any]:
        """The text columns for a pandas whose strings are Arrow's (from 3 on, with pyarrow): it would copy every str that it is given."""
        if int(pd.__version__.split(".")[0]) < 3 or importlib.util.find_spec("pyarrow") is None:
            return {}
        import pyarrow
        arrow, dtype = pyarrow.table(self), pd.StringDtype("pyarrow", na_value=np.nan)
        texts = (name for name in arrow.column_names if pyarrow.types.is_large_string(arrow.schema.field(name).type))
        return {name: dtype.construct_array_type()(arrow[name], dtype=dtype) for name in texts}

    def write(self, path: str, format: str = "csv") -> None:
        """Writes the file `path` as csv, tsv, jsonl or table."""
        check(library.sahafa_table_write(self._handle, format.encode(), str(path).encode()))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Arrow's PyCapsule protocol: pyarrow.table(t), polars.from_arrow(t), duckdb, without a copy."""
        return stream_capsule(lambda out: library.sahafa_table_export_arrow_stream(self._handle, out))

    def _column(self, i: int) -> Any:
        kind = ctypes.c_int()
        check(library.sahafa_table_type(self._handle, i, ctypes.byref(kind)))
        valid = self._valid(i)
        if kind.value == _TEXT:
            return self._texts(i, valid)
        if kind.value == _INTEGER:
            values = self._view(library.sahafa_table_integers, i, "<i8", len(self))
            return values if valid is None else pd.arrays.IntegerArray(values, valid == 0)
        values = self._view(library.sahafa_table_numbers, i, "<f8", len(self))
        return values if valid is None else np.where(valid, values, np.nan)

    def _view(self, call: Any, i: int, dtype: str, count: int) -> np.ndarray:
        address = Handle()
        check(call(self._handle, i, ctypes.byref(address)))
        return _borrow(self, address.value, dtype, count)

    def _valid(self, i: int) -> np.ndarray | None:
        address = Handle()
        check(library.sahafa_table_valid(self._handle, i, ctypes.byref(address)))
        return _borrow(self, address.value, "|u1", len(self)) if address.value else None

    def _texts(self, i: int, valid: np.ndarray | None) -> np.ndarray:
        address, offsets_at = Handle(), Handle()
        check(library.sahafa_table_text(self._handle, i, ctypes.byref(address), ctypes.byref(offsets_at)))
        offsets = _borrow(self, offsets_at.value, "<i8", len(self) + 1)
        texts = decode(_borrow(self, address.value, "|u1", int(offsets[-1])), offsets)
        if valid is not None:
            texts[valid == 0] = None
        return texts


class _Memory:
    """Memory of the library as NumPy wants it described; holds on to the table that owns it."""

    def __init__(self, owner: Table, address: int, dtype: str, count: int) -> None:
        self._owner = owner
        self.__array_interface__ = {"version": 3, "data": (address, True), "typestr": dtype, "shape": (count,)}


def _borrow(owner: Table, address: int | None, dtype: str, count: int) -> np.ndarray:
    if count == 0 or not address:
        return np.empty(0, dtype)
    return np.asarray(_Memory(owner, address, dtype, count))


class Result(pd.DataFrame):
    """A DataFrame whose cells show right to left where their text is, with its notes below."""

    @property
    def _constructor(self) -> type["Result"]:
        return Result

    def _repr_html_(self) -> str:
        return self._table_html() + self._notes_html()

    def _table_html(self) -> str:
        with pd.option_context("display.max_colwidth", 400):
            shown = self.to_html(max_rows=pd.get_option("display.max_rows"), notebook=True, show_dimensions=True)
        return re.sub("<(td|th)>", r'<\1 dir="auto">', shown)

    def _notes_html(self) -> str:
        notes = "".join(f"<li>{html.escape(note)}</li>" for note in self.attrs.get("notes", []))
        return f"<ul>{notes}</ul>" if notes else ""
