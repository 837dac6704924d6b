"""Ctrl-C while the library works."""
from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Any


class Interrupts:
    """Notes Ctrl-C in its `with` and hands it on behind it. Raised inside a callback from C it would be lost between two instructions."""

    def __init__(self) -> None:
        self.noted = False
        self._before: Any = None

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.noted = True

    def __enter__(self) -> "Interrupts":
        if threading.current_thread() is threading.main_thread() and callable(signal.getsignal(signal.SIGINT)):
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *exception: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            if self.noted:
                self._before(signal.SIGINT, None)
