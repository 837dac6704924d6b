#!/usr/bin/env python3
"""A million claims and a million tokens to a DataFrame, beside what NumPy and Python need at least; corpus.freq() beside the program.

    /usr/bin/python3 tests/bench/data_frames.py build/release/tools/sahafa build/release/capi/libsahafa.so [ROWS=1000000]

The corpus is composed: short French and Arabic articles with claims, whose claims are then multiplied in corpus.db. The peer takes the same
bytes: a view of each number column, and each cell of text sliced and decoded. Memory is what the kernel counts (peak resident size, in a
process of its own), over the bytes of the result: for claims the table of the library and what the frame adds to it, its numbers being views of
that table; the frame alone is printed beside it. Where pyarrow is installed, a frame of its types is measured as well, over the table alone. Seconds are of CPU, the best of three. Exits with 1 where a bar is missed: time 1.2, peak 1.1 of the table, freq 1.05.
"""
import ctypes
import importlib.util
import json
import os
import pathlib
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM, LIBRARY = (os.path.abspath(path) for path in sys.argv[1:3])
ROWS = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
ARTICLES = 2500
OUTLETS = ["Le Desk", "TelQuel", "Le360", "هسبريس", "لكم"]
FRENCH = ("Selon le syndicat, la CNSS a laissé ses serveurs sans protection depuis {n} mois. "
          "Le ministère du Travail reproche à la Caisse d’avoir négligé la sécurité de {n} bases de données. ")
ARABIC = "حمّلت النقابة الصندوق الوطني للضمان الاجتماعي مسؤولية تسريب بيانات {n} من المنخرطين. "
WORDS = {"fr": "enquête assurés plainte salaires réunion parlement demande réponse urgence audit autorité données".split(),
         "ar": "تحقيق المعطيات الوزارة بلاغ البرلمان المنخرطين الخوادم اجتماع القانون الأجور خبراء تدقيق".split()}
BARS = {"claims time": 1.2, "tokens time": 1.2, "claims peak": 1.1, "tokens peak": 1.1, "arrow peak": 1.1, "freq time": 1.05}


def compose_sentence(draw, words):
    return " ".join(draw.choice(words) + (str(draw.randrange(40000)) if draw.random() < 0.1 else "") for _ in range(15)).capitalize() + "."


def write_articles(path):
    draw = random.Random(1)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(ARTICLES):
            lang = "ar" if number % 3 == 0 else "fr"
            body = (ARABIC if lang == "ar" else FRENCH).format(n=number)
            body += " ".join(compose_sentence(draw, WORDS[lang]) for _ in range(28))
            out.write(json.dumps({"id": str(number), "outlet": OUTLETS[number % 5], "date": f"2025-04-{number % 28 + 1:02}",
                                  "title": f"{body[:40]} {number}", "text": body}, ensure_ascii=False) + "\n")


def multiply_claims(path, rows):
    with sqlite3.connect(path) as base:
        held = base.execute("SELECT count(*) FROM claims").fetchone()[0]
        for times in range(1, -(-rows // held)):
            base.execute(f"""INSERT INTO claims SELECT article, number + {times * 100}, sentence, holder, holder_name, voice, target, frame, polarity,
                             modality, evidence_begin, evidence_end, cue, rule FROM claims WHERE number < 100""")


def best_of_three(call):
    times = []
    for _ in range(3):
        before = time.process_time()
        call()
        times.append(time.process_time() - before)
    return min(times)


def resident(what="VmRSS"):
    for line in open("/proc/self/status"):
        if line.startswith(what):
            return int(line.split()[1]) * 1024


def reset_peak():
    open("/proc/self/clear_refs", "w").write("5")


def size_of_table(table):
    """Bytes of the columns in the library."""
    from sahafa._library import Handle, check, library
    size = 0
    for column in range(len(table.names)):
        kind, data, offsets = ctypes.c_int(), Handle(), Handle()
        check(library.sahafa_table_type(table._handle, column, ctypes.byref(kind)))
        size += 8 * len(table)
        if kind.value == 0:
            check(library.sahafa_table_text(table._handle, column, ctypes.byref(data), ctypes.byref(offsets)))
            size += ctypes.c_int64.from_address(offsets.value + 8 * len(table)).value
    return size


def size_of_texts(frame):
    """Bytes that columns of str take: pointers, and each string once."""
    strings = {id(cell): sys.getsizeof(cell) for name in frame if frame[name].dtype == object for cell in frame[name].array}
    return sum(strings.values()) + 8 * sum(frame[name].dtype == object for name in frame) * len(frame)


def measure_claims(corpus, backend):
    """Peak of making table and frame, and the bytes of both."""
    before = resident()
    reset_peak()
    table = corpus.table("claims")
    frame = table.to_pandas(dtype_backend=backend)
    peak = resident("VmHWM") - before
    texts, numbers = size_of_texts(frame), 8 * len(frame) * sum(frame[name].dtype != object for name in frame)
    return {"rows": len(frame), "peak": peak, "kept": size_of_table(table) + texts, "alone": texts + numbers}


def measure_memory(make):
    """Bytes that the result of `make` keeps, and the most that were in use on the way; in a process that did nothing else."""
    before = resident()
    reset_peak()
    kept = make()
    return resident() - before, resident("VmHWM") - before, kept


# ---- the peers

def peer_of_table(table):
    """Views of numbers, slices of text: what a loop over offsets costs."""
    import numpy as np
    from sahafa._library import Handle, check, library
    handle, rows = table._handle, len(table)
    for column in range(len(table.names)):
        kind, data, offsets = ctypes.c_int(), Handle(), Handle()
        check(library.sahafa_table_type(handle, column, ctypes.byref(kind)))
        if kind.value == 0:
            check(library.sahafa_table_text(handle, column, ctypes.byref(data), ctypes.byref(offsets)))
            at = np.frombuffer((ctypes.c_int64 * (rows + 1)).from_address(offsets.value), "<i8").tolist()
            block = np.frombuffer((ctypes.c_uint8 * at[-1]).from_address(data.value), "|u1").tobytes()
            np.array([block[begin:end].decode() for begin, end in zip(at, at[1:])], object)
        else:
            check(library[f"sahafa_table_{('integers', 'numbers')[kind.value - 1]}"](handle, column, ctypes.byref(data)))
            np.frombuffer((ctypes.c_int64 * rows).from_address(data.value), "<i8")


def peer_of_tokens(folder):
    """The same columns by indexing."""
    import numpy as np
    counts = json.loads((folder / "store.json").read_text())
    for name in ("surface", "form", "stem"):
        at = np.load(folder / f"{name}s.offset.npy", mmap_mode="r")[:counts[f"{name}_types"] + 1].tolist()
        block = np.load(folder / f"{name}s.text.npy", mmap_mode="r").tobytes()
        strings = np.array([block[begin:end].decode() for begin, end in zip(at, at[1:])], object)
        strings[np.load(folder / f"tokens.{name}.npy", mmap_mode="r")[:counts["tokens"]]]
    np.load(folder / "tokens.begin.npy", mmap_mode="r")
    np.array(["word", "number", "mark"], object)[np.load(folder / "tokens.kind.npy", mmap_mode="r")[:counts["tokens"]]]
    at = np.load(folder / "documents.offset.npy", mmap_mode="r")[:counts["documents"] + 1].astype(np.int64)
    np.repeat(np.load(folder / "documents.article.npy", mmap_mode="r")[:counts["documents"]], np.diff(at))


# ---- what is measured, each in a process of its own: child NAME CORPUS

def child(name, folder):
    sys.path.insert(0, str(ROOT / "notebooks"))
    os.environ["SAHAFA_LIBRARY"] = LIBRARY
    import sahafa
    corpus = sahafa.open(folder)
    if name == "claims":
        table = corpus.table("claims")
        print(json.dumps({"rows": len(table), "peer": best_of_three(lambda: peer_of_table(table)), "ours": best_of_three(table.to_pandas)}))
    elif name == "tokens":
        tokens = corpus.tokens()
        print(json.dumps({"rows": len(tokens), "peer": best_of_three(lambda: peer_of_tokens(folder / "tokens")),
                          "ours": best_of_three(lambda: corpus.tokens().to_pandas())}))
    elif name == "freq":
        corpus.freq(jobs=1)
        print(json.dumps({"ours": best_of_three(lambda: corpus.freq(jobs=1))}))
    elif name in ("claims-memory", "arrow-memory"):
        print(json.dumps(measure_claims(corpus, "numpy" if name == "claims-memory" else "pyarrow")))
    else:
        kept, peak, frame = measure_memory(corpus.tokens().to_pandas)
        print(json.dumps({"rows": len(frame), "kept": kept, "peak": peak}))


def measure(name, folder):
    done = subprocess.run([sys.executable, __file__, *sys.argv[1:3], str(ROWS), "child", name, folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def time_program(folder):
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([PROGRAM, "freq", folder, "--jobs", "1", "--quiet", "-o", os.devnull], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def show(name, ratio, detail):
    bar = BARS[name]
    print(f"{name:12} {ratio:6.3f}  (bar {bar})  {detail}")
    return ratio <= bar


def main():
    with tempfile.TemporaryDirectory(prefix="sahafa-frames-") as keep:
        folder = pathlib.Path(keep, "corpus")
        write_articles(pathlib.Path(keep, "articles.jsonl"))
        subprocess.run([PROGRAM, "ingest", folder, pathlib.Path(keep, "articles.jsonl"), "--quiet"], check=True, stdout=subprocess.DEVNULL)
        good = []
        program, python = time_program(folder), measure("freq", folder)["ours"]
        good.append(show("freq time", python / program, f"{python:.3f} s beside {program:.3f} s"))
        multiply_claims(folder / "corpus.db", ROWS)
        for name in ("claims", "tokens"):
            timed, memory = measure(name, folder), measure(f"{name}-memory", folder)
            good.append(show(f"{name} time", timed["ours"] / timed["peer"],
                             f"{timed['rows']} rows: {timed['ours']:.2f} s beside {timed['peer']:.2f} s"))
            good.append(show(f"{name} peak", memory["peak"] / memory["kept"],
                             f"{memory['kept'] >> 20} MB kept, peak {memory['peak'] >> 20} MB"
                             + (f"; frame alone {memory['alone'] >> 20} MB" if "alone" in memory else "")))
        if importlib.util.find_spec("pyarrow"):
            memory = measure("arrow-memory", folder)
            good.append(show("arrow peak", memory["peak"] / memory["kept"], f"{memory['kept'] >> 20} MB kept, peak {memory['peak'] >> 20} MB"))
    return 0 if all(good) else 1


if __name__ == "__main__":
    if sys.argv[4:5] == ["child"]:
        child(sys.argv[5], pathlib.Path(sys.argv[6]))
    else:
        sys.exit(main())
