"""A corpus: ingest, articles, and every analysis as a method."""
from __future__ import annotations

import ctypes
import html
import os
import pathlib
from typing import Any, Callable, Iterator, Mapping, Sequence

from ._arrow import stream_capsule
from ._errors import NotFoundError
from ._interrupts import Interrupts
from ._library import Handle, Progress, check, library
from ._options import Options, texts
from ._progress import Callback, bar
from ._table import Result, Table
from ._tokens import Tokens


def open(path: str | os.PathLike[str], write: bool = False) -> "Corpus":
    """Opens the corpus in the folder `path`; with `write` it is made if it is not there."""
    return Corpus(path, write)


def analyses() -> Result:
    """What can be run: name, summary, example."""
    return Table.make(library.sahafa_analyses).to_pandas()


class Corpus:
    """Use it in `with`, or let it go. Calls from several threads wait for each other: open the corpus once a thread."""

    def __init__(self, path: str | os.PathLike[str], write: bool = False) -> None:
        self.path = pathlib.Path(path)
        self._handle = Handle()
        check(library.sahafa_open(os.fsencode(path), int(write), ctypes.byref(self._handle)))

    def close(self) -> None:
        """Closes the corpus; tables that came from it stay."""
        library.sahafa_close(ctypes.byref(self._handle))

    def __enter__(self) -> "Corpus":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            self.close()

    def __repr__(self) -> str:
        return f"sahafa.open({str(self.path)!r})"

    # ---- bringing texts in

    def ingest(self, *paths: str | os.PathLike[str], progress: bool | Callback = False, **options: Any) -> Result:
        """Brings files, archives and folders in, then index, tokens and claims up to date.

        Options are those of `sahafa ingest` (map={"text": "Corps"}, no_derive=True, jobs=2). `progress`: True for a bar,
        or a function of stage, done, total. Interrupted, the next call goes on. Returns one row of counts; what was wrong
        with inputs is in issues().
        """
        with Options(options) as handle, _Reporting(self._handle, progress) as reporting:
            return reporting.make(lambda out: library.sahafa_ingest(self._handle, texts(paths), len(paths), handle, out)).to_pandas()

    def index(self, progress: bool | Callback = False, **options: Any) -> Result:
        """Makes the full-text index anew, as the options of `sahafa index` say from then on: index(no_positions=True),
        index(arabic_stemmer="snowball"), index() for the usual one."""
        return self._change("index", (), progress, options)

    def remove(self, *ids: int, progress: bool | Callback = False, **options: Any) -> Result:
        """Takes articles out: remove(12, 13, reason="off topic"), remove(where="genre:column", dry_run=True). What stands for them is
        counted no more; remove(list=True) shows what was removed, remove(12, readmit=True) takes it back."""
        return self._change("remove", [str(id) for id in ids], progress, options)

    def _change(self, verb: str, arguments: Sequence[str], progress: bool | Callback, options: Mapping[str, Any]) -> Result:
        with Options(options) as handle, _Reporting(self._handle, progress) as reporting:
            return reporting.make(lambda out: library.sahafa_change(
                self._handle, verb.encode(), texts(arguments), len(arguments), handle, out)).to_pandas()

    def issues(self) -> Result:
        """Everything that was wrong with inputs: path, place, kind, message, fatal."""
        return Table.make(lambda out: library.sahafa_issues(self._handle, out)).to_pandas()

    def check(self) -> Result:
        """A row for each thing that is wrong with the corpus; none where it is whole."""
        return Table.make(lambda out: library.sahafa_check(self._handle, out)).to_pandas()

    def copies(self) -> Result:
        """Where each copy of each article stands: article, path, encoding, begin, end (bytes)."""
        return Table.make(lambda out: library.sahafa_copies(self._handle, out)).to_pandas()

    def origins(self) -> Result:
        """How fields were found (json-ld, meta, url, ...) that no line of the text states: article, field, origin."""
        return Table.make(lambda out: library.sahafa_origins(self._handle, out)).to_pandas()

    # ---- asking

    def table(self, analysis: str, *arguments: str, progress: bool | Callback = False, **options: Any) -> Table:
        """Runs an analysis; bare arguments are those of the command line: table("search", "CNSS", limit=5)."""
        positional = [name for name, is_bare in _option_names(analysis) if is_bare]
        if len(arguments) > len(positional):
            raise TypeError(f"{analysis} takes {len(positional)} bare arguments, not {len(arguments)}")
        with Options({**options, **dict(zip(positional, arguments))}) as handle, \
                _Reporting(self._handle, progress) as reporting:
            return reporting.make(lambda out: library.sahafa_run(self._handle, analysis.encode(), handle, out))

    def run(self, analysis: str, *arguments: str, **options: Any) -> Result:
        """The same as a DataFrame. `corpus.keyness(...)` is short for `corpus.run("keyness", ...)`."""
        return self.table(analysis, *arguments, **options).to_pandas()

    def __getattr__(self, name: str) -> Callable[..., Result]:
        verb = name.replace("_", "-")
        summary = _summaries().get(verb)
        if summary is None:
            raise AttributeError(f"no analysis {verb!r}; sahafa.analyses() lists them")

        def method(*arguments: str, **options: Any) -> Result:
            return self.run(verb, *arguments, **options)

        method.__name__, method.__doc__ = name, _document(verb, summary)
        return method

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(name.replace("-", "_") for name in _summaries())]

    def report(self, path: str | os.PathLike[str], **options: Any) -> None:
        """Writes the report, one HTML page with the evidence behind every number, to the file `path`."""
        with Options(options) as handle:
            check(library.sahafa_report(self._handle, handle, os.fsencode(path)))

    def render(self, analysis: str, path: str | os.PathLike[str], **options: Any) -> None:
        """Writes an analysis in another form than a table: render("network", "words.gexf", as_="gexf")."""
        with Options(options) as handle:
            check(library.sahafa_render(self._handle, analysis.encode(), handle, os.fsencode(path)))

    def export(self, path: str | os.PathLike[str] = "", progress: bool | Callback = False, **options: Any) -> None:
        """Writes articles for other programs, as `sahafa export` does: export("corpus.txt", as_="iramuteq", lang="fr"), or
        export(folder="texts") for one file an article."""
        with Options(options) as handle, _Reporting(self._handle, progress) as reporting:
            reporting.run(lambda: check(library.sahafa_export(self._handle, handle, os.fsencode(path))))

    # ---- articles

    def read_articles(self, batch: int = 1000) -> Iterator[Result]:
        """All articles, whole, as DataFrames of at most `batch` rows."""
        after = 0
        while True:
            rows = Table.make(lambda out: library.sahafa_read_articles(self._handle, after, batch, out)).to_pandas()
            if rows.empty:
                return
            yield rows
            after = int(rows["id"].iloc[-1])

    def stream_articles(self, batch: int = 1000) -> "ArticleStream":
        """The same for Arrow, a batch in memory at a time: pyarrow.RecordBatchReader.from_stream(corpus.stream_articles())."""
        return ArticleStream(self, batch)

    def article(self, id: int) -> "Article":
        """One article with its claims; shows itself in a notebook."""
        rows = Table.make(lambda out: library.sahafa_read_articles(self._handle, int(id) - 1, 1, out)).to_pandas()
        if rows.empty or rows["id"].iloc[0] != id:
            raise NotFoundError(f"{self.path}: there is no article {id}; corpus.articles() lists them")
        claims = self.run("claims")
        return Article(rows.iloc[0].to_dict(), claims[claims["id"] == id].reset_index(drop=True))

    def tokens(self) -> "Tokens":
        """The token store as memory-mapped NumPy arrays."""
        return Tokens(self.path / "tokens")


class ArticleStream:
    """Whole articles by Arrow's PyCapsule protocol; each consumer begins anew."""

    def __init__(self, corpus: Corpus, batch: int) -> None:
        self._corpus, self._batch = corpus, batch

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return stream_capsule(lambda out: library.sahafa_stream_articles(self._corpus._handle, self._batch, out))


class Article:
    """One article: its fields as attributes, `text`, and `claims` (a DataFrame with byte offsets into the text)."""

    id: int
    key: str
    outlet: str
    lang: str
    date: str
    title: str
    authors: str
    url: str
    genre: str
    words: int
    text: str
    claims: Result

    def __init__(self, fields: Mapping[str, Any], claims: Result) -> None:
        self.__dict__.update(fields)
        self.claims = claims

    def __repr__(self) -> str:
        return f"<Article {self.id}: {self.outlet}, {self.date}, {self.title!r}>"

    def _repr_html_(self) -> str:
        facts = " · ".join(html.escape(str(fact)) for fact in (self.outlet, self.date, self.authors, self.genre) if fact)
        return (f'<article dir="auto" lang="{html.escape(self.lang)}"><h3>{html.escape(self.title)}</h3>'
                f'<p><bdi>{facts}</bdi></p>{_mark(self.text, self.claims)}</article>')


def _mark(text: str, claims: Result) -> str:
    """The text as paragraphs, the sentences of claims marked. Offsets are bytes; of overlapping ones the first counts."""
    data, parts, at = text.encode(), [], 0
    for claim in claims.sort_values("begin").itertuples():
        if claim.begin < at:
            continue
        label = html.escape(f"{claim.holder_name or claim.holder}: {claim.target}, {claim.frame} ({claim.polarity}, {claim.modality})")
        parts.append(html.escape(data[at:claim.begin].decode()))
        parts.append(f'<mark title="{label}">{html.escape(data[claim.begin:claim.end].decode())}</mark>')
        at = claim.end
    parts.append(html.escape(data[at:].decode()))
    return "".join(f'<p dir="auto">{line}</p>' for line in "".join(parts).split("\n") if line)


def _summaries() -> dict[str, str]:
    listed = Table.make(library.sahafa_analyses)
    return dict(zip(listed["name"], listed["summary"]))


def _list_options(analysis: str) -> Table:
    return Table.make(lambda out: library.sahafa_analysis_options(analysis.encode(), out))


def _option_names(analysis: str) -> list[tuple[str, int]]:
    options = _list_options(analysis)
    return list(zip(options["name"], options["positional"]))


def _document(analysis: str, summary: str) -> str:
    options = _list_options(analysis).to_pandas()
    lines = [f"    {row.name.replace('-', '_')}: {row.help}" + (f" (default: {row.default})" if row.default else "")
             for row in options.itertuples(index=False, name="Option")]
    return "\n".join([f"{summary}.", "", *lines])


class _Reporting:
    """The caller's progress function for the time of one call. What it raises cancels and is raised again; so does Ctrl-C."""

    def __init__(self, corpus: Handle, progress: bool | Callback) -> None:
        self._corpus = corpus
        self._callback = bar() if progress is True else progress or (lambda stage, done, total: None)
        self._raised: BaseException | None = None
        self._interrupts = Interrupts()
        self._pointer = Progress(self._call)

    def _call(self, stage: bytes, done: int, total: int, _user: object) -> int:
        try:
            self._callback(stage.decode(), done, total)
        except BaseException as raised:  # nothing may pass through C
            self._raised = raised
            return 1
        return int(self._interrupts.noted)

    def run(self, work: Callable[[], Any]) -> Any:
        try:
            with self._interrupts:
                return work()
        except Exception:
            if self._raised is not None:
                raise self._raised from None
            raise

    def make(self, call: Callable[[Any], int]) -> Table:
        table: Table = self.run(lambda: Table.make(call))
        return table

    def __enter__(self) -> "_Reporting":
        check(library.sahafa_set_progress(self._corpus, self._pointer, None))
        return self

    def __exit__(self, *exception: object) -> None:
        check(library.sahafa_set_progress(self._corpus, ctypes.cast(0, Progress), None))
        close = getattr(self._callback, "close", None)
        if close is not None:
            close()
