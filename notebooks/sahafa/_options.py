"""Options and arguments as the library takes them."""
from __future__ import annotations

import ctypes
import os
from typing import Any, Mapping, Sequence

from ._library import Handle, check, library


def texts(arguments: Sequence[str | os.PathLike[str]]) -> ctypes.Array[ctypes.c_char_p]:
    """An array of C strings."""
    return (ctypes.c_char_p * len(arguments))(*(os.fsencode(argument) for argument in arguments))


class Options:
    """A handle of the options, for the time of one call."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = options
        self._handle = Handle()

    def __enter__(self) -> Handle:
        check(library.sahafa_options_new(ctypes.byref(self._handle)))
        for name, value in self._options.items():
            if value is None or value is False:
                continue
            check(library.sahafa_options_set(self._handle, name.rstrip("_").replace("_", "-").encode(),
                                             _to_text(value).encode()))
        return self._handle

    def __exit__(self, *exception: object) -> None:
        library.sahafa_options_free(ctypes.byref(self._handle))


def _to_text(value: Any) -> str:
    if value is True:
        return "true"
    if isinstance(value, Mapping):
        return ",".join(f"{field}={column}" for field, column in value.items())
    if isinstance(value, (list, tuple, set)):
        return ",".join(map(str, value))
    return str(value)
