#!/usr/bin/env python3
"""The binary interface of libsahafa.so: no symbol of ours beside those of the header, and no change of what was released
(capi/abi/sahafa-0.abi). After a change that is meant to be: abi_test.py LIBRARY SOURCE --write."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

LIBRARY, SOURCE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
BASELINE = SOURCE / "capi" / "abi" / "sahafa-0.abi"
HEADERS = SOURCE / "capi"
SKIPPED = 77


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True)


def compare(library):
    """abidiff's verdict: 0 for the same or more functions; bit 2 (4) for a change, bit 3 (8) for an incompatible one."""
    return run("abidiff", "--no-added-syms", "--headers-dir2", HEADERS, "--drop-private-types",
               "--exported-interfaces-only", BASELINE, library)


def build(folder, source):
    """A library of the same soname out of other source."""
    path = pathlib.Path(folder, "libsahafa.so.0")
    pathlib.Path(folder, "broken.c").write_text(source)
    done = run("cc", "-g", "-shared", "-fPIC", "-Wl,-soname,libsahafa.so.0", pathlib.Path(folder, "broken.c"), "-o", path)
    assert done.returncode == 0, done.stderr
    return path


class Abi(unittest.TestCase):
    def test_exported_symbols_are_those_of_the_header(self):
        declared = set(re.findall(r"\b(sahafa_\w+)\(", re.sub(r"/\*.*?\*/", "", (HEADERS / "sahafa.h").read_text(), flags=re.S)))
        listed = run("nm", "-D", "--defined-only", "--format=just-symbols", LIBRARY).stdout.split()
        exported = {name.split("@")[0] for name in listed} - {"SAHAFA_0"}
        self.assertEqual(exported, declared)

    def test_nothing_released_has_changed(self):
        done = compare(LIBRARY)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_missing_function_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            library = build(folder, "const char *sahafa_version(void) { return \"\"; }\n")
            self.assertNotEqual(compare(library).returncode & 8, 0)

    def test_another_signature_is_refused(self):
        text = BASELINE.read_text()
        names = re.findall(r"<elf-symbol name='(sahafa_\w+)'", text)
        stubs = "".join(f"int {name}(double x) {{ return (int)x; }}\n" for name in names)
        with tempfile.TemporaryDirectory() as folder:
            self.assertNotEqual(compare(build(folder, stubs)).returncode & 4, 0)


def write_baseline():
    BASELINE.parent.mkdir(exist_ok=True)
    done = run("abidw", "--headers-dir", HEADERS, "--drop-private-types", "--exported-interfaces-only", "--no-elf-needed",
               "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", LIBRARY, "--out-file", BASELINE)
    return done.returncode or print(f"wrote {BASELINE}")


if __name__ == "__main__":
    if shutil.which("abidiff") is None:
        print("needs abidiff (Debian package abigail-tools)")
        sys.exit(SKIPPED)
    if "--write" in sys.argv:
        sys.exit(write_baseline())
    unittest.main()
