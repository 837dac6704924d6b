"""libsahafa.so, found and declared. ctypes lets other Python threads run while a call is under way."""
from __future__ import annotations

import ctypes
import ctypes.util
import os
import pathlib
from typing import Iterator

from ._errors import BY_STATUS, InternalError

Handle = ctypes.c_void_p
Progress = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p)

_HERE = pathlib.Path(__file__).resolve().parent
_OUT = ctypes.POINTER(Handle)
_TEXT, _SIZE, _ID = ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int64

# Name: the types of its arguments. All of these return a status.
_CALLS = {
    "sahafa_options_new": [_OUT],
    "sahafa_options_set": [Handle, _TEXT, _TEXT],
    "sahafa_open": [_TEXT, ctypes.c_int, _OUT],
    "sahafa_set_progress": [Handle, Progress, ctypes.c_void_p],
    "sahafa_ingest": [Handle, ctypes.POINTER(_TEXT), _SIZE, Handle, _OUT],
    "sahafa_change": [Handle, _TEXT, ctypes.POINTER(_TEXT), _SIZE, Handle, _OUT],
    "sahafa_issues": [Handle, _OUT],
    "sahafa_check": [Handle, _OUT],
    "sahafa_copies": [Handle, _OUT],
    "sahafa_origins": [Handle, _OUT],
    "sahafa_read_articles": [Handle, _ID, _SIZE, _OUT],
    "sahafa_stream_articles": [Handle, _SIZE, ctypes.c_void_p],
    "sahafa_analyses": [_OUT],
    "sahafa_analysis_options": [_TEXT, _OUT],
    "sahafa_run": [Handle, _TEXT, Handle, _OUT],
    "sahafa_run_files": [_TEXT, ctypes.POINTER(_TEXT), _SIZE, Handle, _OUT],
    "sahafa_render": [Handle, _TEXT, Handle, _TEXT],
    "sahafa_export": [Handle, Handle, _TEXT],
    "sahafa_report": [Handle, Handle, _TEXT],
    "sahafa_table_type": [Handle, _SIZE, ctypes.POINTER(ctypes.c_int)],
    "sahafa_table_integers": [Handle, _SIZE, _OUT],
    "sahafa_table_numbers": [Handle, _SIZE, _OUT],
    "sahafa_table_text": [Handle, _SIZE, _OUT, _OUT],
    "sahafa_table_valid": [Handle, _SIZE, _OUT],
    "sahafa_table_write": [Handle, _TEXT, _TEXT],
    "sahafa_table_export_arrow": [Handle, ctypes.c_void_p, ctypes.c_void_p],
    "sahafa_table_export_arrow_stream": [Handle, ctypes.c_void_p],
}
# Name: what it returns, the types of its arguments. These cannot fail.
_GETTERS = {
    "sahafa_version": (_TEXT, []),
    "sahafa_last_error": (_TEXT, []),
    "sahafa_options_free": (None, [_OUT]),
    "sahafa_close": (None, [_OUT]),
    "sahafa_table_free": (None, [_OUT]),
    "sahafa_table_rows": (_SIZE, [Handle]),
    "sahafa_table_columns": (_SIZE, [Handle]),
    "sahafa_table_notes": (_SIZE, [Handle]),
    "sahafa_table_name": (_TEXT, [Handle, _SIZE]),
    "sahafa_table_note": (_TEXT, [Handle, _SIZE]),
}


def _candidates() -> Iterator[str]:
    named = os.environ.get("SAHAFA_LIBRARY")
    if named:
        yield named
        return
    yield from map(str, sorted(_HERE.glob("libsahafa.so*")))  # a wheel has it inside
    yield from map(str, sorted(_HERE.parents[1].glob("build/*/capi/libsahafa.so")))  # a build tree
    installed = ctypes.util.find_library("sahafa")
    if installed:
        yield installed


def _declare(library: ctypes.CDLL) -> ctypes.CDLL:
    for name, types in _CALLS.items():
        call = getattr(library, name)
        call.restype, call.argtypes = ctypes.c_int, types
    for name, (result, types) in _GETTERS.items():
        call = getattr(library, name)
        call.restype, call.argtypes = result, types
    return library


def _load() -> ctypes.CDLL:
    tried = []
    for path in _candidates():
        try:
            return _declare(ctypes.CDLL(path))
        except (OSError, AttributeError) as error:  # no library, or one of another version
            tried.append(f"{path}: {error}")
    raise ImportError("libsahafa.so was not found; build it (cmake --preset release && cmake --build --preset release), install it, "
                      "or name it in SAHAFA_LIBRARY" + "".join(f"\n  {line}" for line in tried))


library = _load()


def check(status: int) -> None:
    """Raises the exception of a status that is not 0, with the library's message."""
    if status == 0:
        return
    kind = BY_STATUS[status] if 0 < status < len(BY_STATUS) else InternalError
    assert kind is not None
    raise kind(library.sahafa_last_error().decode())


def version() -> str:
    """The version of the library, "0.1.0"."""
    return str(library.sahafa_version().decode())
