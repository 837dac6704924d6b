"""One exception a status of the C API, so that `except sahafa.NotFoundError` and `except FileNotFoundError` both work."""


class Error(Exception):
    """Whatever the library could not do; the text says what was wrong and what to do."""


class ArgumentError(Error, ValueError):
    """There is no such analysis, option, column or handle, or the value does not fit."""


class NotFoundError(Error, FileNotFoundError):
    """A file, an article or a corpus is not there."""


class UnreadableError(Error, OSError):
    """There, but it cannot be read or written."""


class MalformedError(Error, ValueError):
    """Read, but not what it should be."""


class DiskFullError(Error, OSError):
    """No room left; nothing that was reported as stored is lost."""


class NewerFormatError(Error):
    """The corpus was made by a newer version of sahafa."""


class BusyError(Error):
    """Another process writes to the corpus."""


class CancelledError(Error):
    """The progress callback asked to stop."""


class OutOfMemoryError(Error, MemoryError):
    """Out of memory; fewer jobs need less."""


class InternalError(Error):
    """A mistake of sahafa's; please report it."""


# In the order of sahafa_status in sahafa.h.
BY_STATUS = (None, ArgumentError, NotFoundError, UnreadableError, MalformedError, DiskFullError, NewerFormatError,
             BusyError, CancelledError, OutOfMemoryError, InternalError)
