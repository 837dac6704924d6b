#!/usr/bin/env python3
"""Checks that includes point one way: the table of DESIGN and ARCHITECTURE, as code."""
import pathlib
import re
import sys

MAY_INCLUDE = {
    "text": set(),
    "corpus": {"text"},
    "ingest": {"text", "corpus"},
    "index": {"text", "corpus"},
    "analysis": {"text", "corpus", "index"},
    "capi": {"text", "corpus", "ingest", "index", "analysis"},
    "tools": {"text", "corpus", "ingest", "index", "analysis"},
}
# Third-party headers stay behind one folder each.
HOME = {
    r"unicode/": {"text"},
    r"libstemmer": {"text"},
    r"cld2/": {"text"},
    r"sqlite3\.h": {"corpus"},
    r"toml\+\+|toml\.hpp": {"corpus"},
    r"xapian": {"index"},
    r"libxml/": {"ingest"},
    r"archive\.h|archive_entry\.h": {"ingest"},
    r"zlib\.h": {"ingest"},
    r"poppler": {"ingest"},
    r"simdjson": {"ingest"},
    r"Eigen/": {"analysis"},
    r"CLI/": {"tools"},
    r"httplib": {"tools"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def violations(root):
    for folder, allowed in MAY_INCLUDE.items():
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in {".h", ".cc"}:
                continue
            for mark, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
                where = f"{path.relative_to(root)}: includes {name}"
                if mark == '"':
                    target = name.split("/")[0]
                    if "/" not in name or target not in MAY_INCLUDE:
                        yield f"{where}; includes are written from the root"
                    elif target != folder and target not in allowed:
                        yield f"{where}, but {folder}/ may only include {', '.join(sorted(allowed)) or 'itself'}"
                for pattern, homes in HOME.items():
                    if re.match(pattern, name) and folder not in homes:
                        yield f"{where}, which belongs to {', '.join(sorted(homes))}/ alone"


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(violations(root))
    print("\n".join(found) if found else "every include points the right way")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
