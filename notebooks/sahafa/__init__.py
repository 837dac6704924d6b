"""sahafa for Python: open a corpus of French and Arabic press, ask it anything the command line can, get DataFrames.

    import sahafa
    corpus = sahafa.open("cnss-corpus")
    corpus.search("fuite données")            # a pandas DataFrame; its notes are in .attrs["notes"]
    corpus.stance(by="outlet")
    corpus.article(1)                         # shows itself, right to left where the text is
    corpus.table("claims")                    # the same columns for Arrow: pyarrow.table(...), polars.from_arrow(...)

What can be run is what the library lists (`sahafa.analyses()`); options are those of the command line, with _ for -.
"""
from ._corpus import Article, Corpus, analyses, open
from ._display import shape
from ._errors import (ArgumentError, BusyError, CancelledError, DiskFullError, Error, InternalError, MalformedError,
                      NewerFormatError, NotFoundError, OutOfMemoryError, UnreadableError)
from ._files import classify, codebook, extract, tokens, train
from ._library import version
from ._table import Result, Table

__version__ = version()
__all__ = ["ArgumentError", "Article", "BusyError", "CancelledError", "Corpus", "DiskFullError", "Error", "InternalError",
           "MalformedError", "NewerFormatError", "NotFoundError", "OutOfMemoryError", "Result", "Table", "UnreadableError",
           "analyses", "classify", "codebook", "extract", "open", "shape", "tokens", "train", "version"]
