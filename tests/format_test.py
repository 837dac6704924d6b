#!/usr/bin/env python3
"""Checks that every C++ file is laid out as .clang-format says. Exit code 77: clang-format-19 is not installed."""
import pathlib
import shutil
import subprocess
import sys

FOLDERS = ("text", "corpus", "ingest", "index", "analysis", "capi", "tools", "tests")


def main():
    formatter = shutil.which("clang-format-19")
    if not formatter:
        print("clang-format-19 is not installed: skipped")
        return 77
    root = pathlib.Path(sys.argv[1])
    files = [str(f) for folder in FOLDERS for f in sorted((root / folder).rglob("*")) if f.suffix in {".h", ".cc"}]
    done = subprocess.run([formatter, "--dry-run", "-Werror", *files], capture_output=True, text=True)
    wrong = sorted({line.split(":")[0] for line in done.stderr.splitlines() if "clang-format-violations" in line})
    for path in wrong:
        print(f"{pathlib.Path(path).relative_to(root)}: run clang-format-19 -i on it")
    print(f"{len(files)} files, {len(wrong)} to be formatted")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
