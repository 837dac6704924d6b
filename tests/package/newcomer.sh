#!/usr/bin/env bash
# The newcomer's path, timed: what README says, from a fresh clone to notebook 1 with its results. Changes the system that it runs on: for a bare
# Debian 12 (debootstrap, a container), as root.
#   tests/package/newcomer.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
began=$SECONDS
step() { echo "newcomer: $1 after $((SECONDS - began)) s"; }

tools/quickstart.sh
step "first comparison of outlets"
tools/setup.sh --notebooks
step "Jupyter and pandas"
jupyter nbconvert --to html --execute --output-dir . notebooks/1-qui-accuse-qui.ipynb
[ "$(grep -c 'class="dataframe"' 1-qui-accuse-qui.html)" -ge 4 ] || { echo "newcomer: the notebook shows too few tables" >&2; exit 1; }
[ "$(grep -o 'data:image/png' 1-qui-accuse-qui.html | wc -l)" -ge 3 ] || { echo "newcomer: the notebook shows too few figures" >&2; exit 1; }
grep -q 'الصندوق' 1-qui-accuse-qui.html || { echo "newcomer: the notebook shows no Arabic" >&2; exit 1; }
step "notebook 1 open with results"
