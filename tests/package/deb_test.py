#!/usr/bin/env python3
"""Makes the Debian package and looks at it as dpkg would: what it needs, what it holds, and that the program in it runs."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1))
SKIPPED = 77


def run(*command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


class Deb(unittest.TestCase):
    def test_package_names_what_it_needs_and_runs(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            run("cpack", "-G", "DEB", "-B", folder / "out", "--config", BUILD / "CPackConfig.cmake")
            (package,) = (folder / "out").glob("sahafa_0.1.0_*.deb")
            needs = run("dpkg-deb", "--field", package, "Depends")
            for library in ("libxapian30", "libicu72", "libsqlite3-0", "libxml2"):
                self.assertIn(library, needs)
            run("dpkg-deb", "-x", package, folder / "root")
            usr = folder / "root" / "usr"
            self.assertIn("sahafa 0.1", run(usr / "bin" / "sahafa", "--version"))
            for path in ("include/sahafa.h", "share/man/man1/sahafa-search.1", "share/bash-completion/completions/sahafa",
                         "lib/python3/dist-packages/sahafa/__init__.py"):
                self.assertTrue((usr / path).exists(), path)
            self.assertTrue(list(usr.rglob("libsahafa.so.0")))


if __name__ == "__main__":
    if shutil.which("dpkg-shlibdeps") is None:
        print("needs dpkg-shlibdeps (Debian package dpkg-dev)")
        sys.exit(SKIPPED)
    unittest.main()
