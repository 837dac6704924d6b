#!/usr/bin/env python3
"""Tables and articles in pyarrow, polars and duckdb, which Debian 12 does not have: run it in a venv with
`pip install pandas pyarrow polars duckdb`. Skips where they are not there.

    python3 arrow_test.py build/release/capi/libsahafa.so .
"""
import gc
import importlib.util
import os
import pathlib
import sys
import tempfile
import unittest

LIBRARY, SOURCE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
SKIPPED = 77
PEERS = ("pyarrow", "polars", "duckdb")


def is_here(name):
    return importlib.util.find_spec(name) is not None


class Arrow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keep = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.keep.name)
        (folder / "fr.txt").write_text("Titre : La Caisse répond\nMédia : Le Desk\nDate : 2025-04-10\n\nSelon le syndicat, la CNSS a laissé ses "
                                       "serveurs sans protection. Elle affirme que les fichiers diffusés sont faux.\n", encoding="utf-8")
        (folder / "ar.txt").write_text("العنوان: النقابة ترد\nالمصدر: لكم\nالتاريخ: 2025-04-11\n\nحمّلت النقابة الصندوق الوطني للضمان الاجتماعي "
                                       "مسؤولية تسريب بيانات المنخرطين.\n", encoding="utf-8")
        (folder / "long.txt").write_text("Titre : Long\nMédia : Le360\n\n" + " ".join(f"{'نص' if i % 7 else 'mot'}{i}" for i in range(70_000)),
                                         encoding="utf-8")
        cls.corpus = sahafa.open(folder / "corpus", write=True)
        cls.corpus.ingest(folder / "fr.txt", folder / "ar.txt")
        cls.long = folder / "long.txt"

    @classmethod
    def tearDownClass(cls):
        cls.corpus.close()
        cls.keep.cleanup()

    def setUp(self):
        name = self._testMethodName.split("_")[1]
        if name in PEERS and not is_here(name):
            self.skipTest(f"needs {name}, which is not here")

    def compare(self, rows, wanted):
        """Rows of another library, as lists of values, are those of the DataFrame; missing values are None."""
        rows = [[None if cell is pd.NA else cell for cell in row] for row in rows]
        self.assertEqual(rows, wanted.astype(object).where(wanted.notna(), None).values.tolist())

    def test_pyarrow_takes_every_type_and_missing_values(self):
        import pyarrow
        stance = pyarrow.table(self.corpus.table("stance", voice="all"))
        stance.validate(full=True)
        self.assertTrue(stance["ci_low"].null_count)
        self.compare([list(row.values()) for row in stance.to_pylist()], self.corpus.stance(voice="all"))
        self.assertEqual(pyarrow.table(self.corpus.table("articles"))["title"].to_pylist(), ["La Caisse répond", "النقابة ترد"])

    def test_pyarrow_makes_a_frame_without_a_copy(self):
        frame = self.corpus.table("stance", voice="all").to_pandas(dtype_backend="pyarrow")
        self.assertEqual(str(frame["group"].dtype), "large_string[pyarrow]")
        self.assertTrue(frame.attrs["notes"])
        self.compare(frame.values.tolist(), self.corpus.stance(voice="all"))
        with self.assertRaises(ValueError):
            self.corpus.table("stance").to_pandas(dtype_backend="duck")

    def test_pyarrow_carries_the_strings_of_a_pandas_that_uses_it(self):
        articles = self.corpus.articles()
        self.assertEqual(articles["title"].tolist(), ["La Caisse répond", "النقابة ترد"])
        self.assertEqual(articles[articles["lang"].str.startswith("ar")]["outlet"].tolist(), ["lakome"])
        if int(pd.__version__.split(".")[0]) >= 3:
            self.assertEqual(articles["title"].dtype, "str")

    def test_pyarrow_gets_batches_whose_memory_outlives_the_table(self):
        import pyarrow
        from sahafa._files import table
        tokens = table("tokens", self.long)
        wanted = tokens["token"].tolist()
        read = pyarrow.RecordBatchReader.from_stream(tokens)
        del tokens
        batches = list(read)
        gc.collect()
        self.assertGreater(len(batches), 1)
        for batch in batches:
            batch.validate(full=True)
        self.assertEqual([token for batch in batches for token in batch.column("token").to_pylist()], wanted)

    def test_pyarrow_reads_an_empty_table(self):
        import pyarrow
        empty = pyarrow.table(self.corpus.table("articles", outlet="le360"))
        self.assertEqual((empty.num_rows, empty.schema.names[0]), (0, "id"))

    def test_pyarrow_streams_articles(self):
        import pyarrow
        stream = self.corpus.stream_articles(batch=1)
        for _ in range(2):
            batches = list(pyarrow.RecordBatchReader.from_stream(stream))
            self.assertEqual([batch.num_rows for batch in batches], [1, 1])
            self.assertIn("المنخرطين", batches[1].column("text").to_pylist()[0])

    def test_polars_takes_every_type_and_missing_values(self):
        import polars
        self.compare([list(row) for row in polars.DataFrame(self.corpus.table("stance", voice="all")).rows()], self.corpus.stance(voice="all"))
        self.compare([list(row) for row in polars.DataFrame(self.corpus.table("articles")).rows()], self.corpus.articles())
        self.assertEqual(polars.DataFrame(self.corpus.table("articles", outlet="le360")).shape[0], 0)
        self.assertEqual(polars.DataFrame(self.corpus.stream_articles(batch=1))["lang"].to_list(), ["fr", "ar"])

    def test_polars_takes_batches(self):
        import polars
        from sahafa._files import table
        tokens = table("tokens", self.long)
        self.assertEqual(polars.DataFrame(tokens)["token"].to_list(), tokens["token"].tolist())

    def test_duckdb_asks_tables_with_sql(self):
        import duckdb
        claims, articles = self.corpus.table("claims"), self.corpus.table("articles")  # duckdb finds them by the names of the variables
        rows = duckdb.sql("SELECT a.title, c.target FROM claims c JOIN articles a USING (id) ORDER BY c.id, c.begin").fetchall()
        frame = self.corpus.claims().merge(self.corpus.articles()[["id", "title"]], on="id")
        self.assertEqual(rows, list(zip(frame["title"], frame["target"])))
        self.assertTrue(rows and len(claims) and len(articles))


if __name__ == "__main__":
    here = [name for name in PEERS if is_here(name)]
    if not here:
        print(f"needs one of {', '.join(PEERS)} (no Debian packages: pip install in a venv)")
        sys.exit(SKIPPED)
    os.environ["SAHAFA_LIBRARY"] = LIBRARY
    sys.path.insert(0, str(SOURCE / "notebooks"))
    import pandas as pd
    import sahafa
    unittest.main()
