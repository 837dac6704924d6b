#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test. Stops at the first step that fails.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "== 1/3 packages"
tools/setup.sh --test
echo "== 2/3 build (release, $(nproc) cores)"
cmake --preset release -DSAHAFA_BENCH=OFF -B build/check >/dev/null
cmake --build build/check
echo "== 3/3 tests"
ctest --test-dir build/check --output-on-failure --stop-on-failure --parallel "$(nproc)"
