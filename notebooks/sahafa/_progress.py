"""A bar on standard error while the library works; tqdm's where it is installed."""
from __future__ import annotations

import sys
import time
from typing import Any, Callable

Callback = Callable[[str, int, int], None]


def bar() -> Callback:
    """A callback that draws stage, count, rate and time left."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return _PlainBar()
    return _TqdmBar(tqdm)


class _TqdmBar:
    def __init__(self, tqdm: Any) -> None:
        self._tqdm, self._stage = tqdm, ""
        self._bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage:
            self.close()
            self._stage, self._bar = stage, self._tqdm(desc=stage, total=total or None)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


class _PlainBar:
    def __init__(self) -> None:
        self._stage, self._began, self._drawn = "", 0.0, 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began = stage, now
        elif now - self._drawn < 0.2 and done != total:
            return
        self._drawn = now
        sys.stderr.write(f"\r{stage}: {done}{f'/{total}' if total else ''}{self._pace(now, done, total)}\033[K")
        sys.stderr.flush()

    def _pace(self, now: float, done: int, total: int) -> str:
        took = now - self._began
        if not done or took < 1:
            return ""
        left = f", {(total - done) * took / done:.0f} s left" if total else ""
        return f" ({done / took:.0f}/s{left})"

    def close(self) -> None:
        if self._stage:
            sys.stderr.write("\n")
