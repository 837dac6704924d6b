"""Arrow's PyCapsule protocol: streams of the library for pyarrow, polars, duckdb."""
from __future__ import annotations

import ctypes
from typing import Any, Callable

from ._library import check


class _ArrowArrayStream(ctypes.Structure):
    _fields_ = [(name, ctypes.c_void_p) for name in ("get_schema", "get_next", "get_last_error", "release", "private_data")]


_STREAM = b"arrow_array_stream"
_Destructor = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, _Destructor)(
    ("PyCapsule_New", ctypes.pythonapi))
_get_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(
    ("PyCapsule_GetPointer", ctypes.pythonapi))
_streams: dict[int, _ArrowArrayStream] = {}


@_Destructor
def _release_stream(capsule: int) -> None:
    stream = _streams.pop(_get_pointer(capsule, _STREAM))
    if stream.release:  # nobody took it
        ctypes.CFUNCTYPE(None, ctypes.c_void_p)(stream.release)(ctypes.addressof(stream))


def stream_capsule(call: Callable[[Any], int]) -> object:
    """A capsule that owns the stream which `call` puts into the place it is given."""
    stream = _ArrowArrayStream()
    check(call(ctypes.byref(stream)))
    address = ctypes.addressof(stream)
    _streams[address] = stream
    return _new_capsule(address, _STREAM, _release_stream)
