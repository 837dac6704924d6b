#!/usr/bin/env python3
"""Installs the build into a folder of its own and builds another project against it with find_package(sahafa)."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BUILD, SOURCE = sys.argv.pop(1), pathlib.Path(__file__).parent


def run(*command, env=None):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, env={**os.environ, **(env or {})})
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


class Install(unittest.TestCase):
    def test_installed_package_serves_another_project(self):
        with tempfile.TemporaryDirectory() as folder:
            prefix, build = pathlib.Path(folder, "prefix"), pathlib.Path(folder, "build")
            run("cmake", "--install", BUILD, "--prefix", prefix)
            self.assertIn("sahafa 0.1", run(prefix / "bin" / "sahafa", "--version"))
            run("cmake", "-S", SOURCE / "consumer", "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
            run("cmake", "--build", build)
            self.assertEqual(run(build / "consumer").strip(), "4 enquete امن")

    def test_installed_c_library_serves_a_c_program(self):
        with tempfile.TemporaryDirectory() as folder:
            prefix, example = pathlib.Path(folder, "prefix"), pathlib.Path(folder, "example")
            run("cmake", "--install", BUILD, "--prefix", prefix)
            found = {"PKG_CONFIG_PATH": str(next(prefix.rglob("pkgconfig")))}
            flags = run("pkg-config", "--define-prefix", "--cflags", "--libs", "sahafa", env=found).split()
            source = SOURCE.parents[1] / "docs" / "examples" / "who_blames_whom.c"
            run("cc", "-std=c99", source, *flags, "-o", example)
            library = next(prefix.rglob("libsahafa.so")).parent
            done = subprocess.run([example, "no-such-corpus"], capture_output=True, text=True, env={"LD_LIBRARY_PATH": str(library)})
            self.assertIn("no such directory", done.stderr)


if __name__ == "__main__":
    unittest.main()
