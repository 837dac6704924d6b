#!/usr/bin/env python3
"""Peak memory and speed of ingesting a large WARC: `warc_memory.py PROGRAM [MEGABYTES=1000]`.

Makes a WARC of that size from composed French and Arabic pages, each another text, ingests it without deriving and prints size, pages,
seconds of CPU and the peak resident size; then once more on one thread, for what two of them gain. Exits with 1 above 500 MB."""
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

MOST_MEGABYTES = 500
FRENCH = "le syndicat la caisse des serveurs une enquête ministère fuite données assurés affirme demande selon depuis contre après".split()
ARABIC = "النقابة الصندوق الإدارة تسريب المعطيات المنخرطين الوزارة تحقيق قالت أعلن طالبت حسب بعد ضد مسؤولية الخوادم".split()
FURNITURE = "<nav>" + "".join(f'<li><a href="/rubrique/{i}">Rubrique {i}</a></li>' for i in range(400)) + "</nav>"


def page(number, draw):
    words = FRENCH if number % 2 else ARABIC
    sentences = (" ".join(draw.choices(words, k=12)).capitalize() + f" {draw.randrange(10**6)}." for _ in range(40))
    body = "".join(f"<p>{sentence} {next(sentences, '')}</p>" for sentence in sentences)
    script = f"<script>var state = '{draw.randbytes(20000).hex()}';</script>"  # as much as pages carry
    return f"<html><head><title>Page {number}</title>{script}</head><body>{FURNITURE}<article><h1>Page {number}</h1>{body}</article></body></html>"


def write_warc(path, size):
    draw = random.Random(1)
    number = 0
    with open(path, "wb") as out:
        while out.tell() < size:
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number, draw).encode()
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://exemple.ma/article-{number + 100000}\r\nWARC-Date: 2025-04-10T08:00:00Z\r\n"
                    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n")
            out.write(head.encode() + body + b"\r\n\r\n")
            number += 1
    return number


def ingest(program, corpus, warc, jobs):
    """Seconds by the clock."""
    started = time.time()
    subprocess.run([program, "ingest", corpus, warc, "--no-derive", "--quiet", "--jobs", str(jobs)], check=True)
    return time.time() - started


def main():
    program, megabytes = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory(prefix="sahafa-warc-") as folder:
        warc = pathlib.Path(folder) / "crawl.warc"
        pages = write_warc(warc, megabytes << 20)
        wall = ingest(program, f"{folder}/corpus", warc, 2)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        alone = ingest(program, f"{folder}/alone", warc, 1)
    peak = used.ru_maxrss / 1024
    print(f"{megabytes} MB, {pages} pages, {wall:.0f} s ({used.ru_utime + used.ru_stime:.0f} s of CPU), peak {peak:.0f} MB (at most {MOST_MEGABYTES}); "
          f"two threads {alone / wall:.2f} times as fast as one")
    return 0 if peak <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
