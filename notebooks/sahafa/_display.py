"""Text on figures: matplotlib draws letters from left to right and unjoined."""
from __future__ import annotations


def shape(text: str) -> str:
    """`text` as matplotlib must be given it: Arabic letters joined and in visual order. Other text comes back as it is.

    Needs arabic_reshaper and python-bidi (Debian: python3-arabic-reshaper, python3-bidi).
    """
    if not any("\u0600" <= letter <= "\u06ff" for letter in text):
        return text
    from arabic_reshaper import reshape
    from bidi.algorithm import get_display
    return str(get_display(reshape(text)))
