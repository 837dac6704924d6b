"""Cells of text: UTF-8 in one block of the library becomes str."""
from __future__ import annotations

import numpy as np

_ROWS = 1 << 14  # at a time, so that what is made on the way stays small beside the column


class _Decoder(dict[bytes, str]):
    """Keeps what it decoded: outlets, targets and frames come again in every row, and are one str then."""

    def __missing__(self, cell: bytes) -> str:
        text = self[cell] = cell.decode()
        return text


def decode(block: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """The cells as an array of str; cell i is bytes [offsets[i], offsets[i + 1]). Equal cells are one object while the column has
    few different ones; a column of sentences is decoded cell by cell."""
    texts = np.empty(len(offsets) - 1, object)
    decoded: _Decoder | None = _Decoder()
    for first in range(0, len(texts), _ROWS):
        at = offsets[first:first + _ROWS + 1]
        data = block[at[0]:at[-1]].tobytes()
        bounds = (at - at[0]).tolist()
        cells = zip(bounds, bounds[1:])
        if decoded is None:
            texts[first:first + _ROWS] = [data[begin:end].decode() for begin, end in cells]
            continue
        texts[first:first + _ROWS] = [decoded[data[begin:end]] for begin, end in cells]
        if len(decoded) > _ROWS // 2:
            decoded = None
    return texts
