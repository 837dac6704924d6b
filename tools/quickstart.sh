#!/usr/bin/env bash
# From a fresh clone to a comparison of outlets: installs what is needed, builds sahafa, ingests the bundled corpus, prints how
# outlets framed responsibility and writes report.html. Run it again at any time: what is done is not done twice.
#   tools/quickstart.sh [CORPUS]     (default: cnss-corpus in this folder)
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=${1:-cnss-corpus}

echo "== 1/4 packages"
tools/setup.sh
echo "== 2/4 build (release, $(nproc) cores)"
cmake --preset release -DSAHAFA_TESTS=OFF -DSAHAFA_BENCH=OFF -B build/quickstart >/dev/null
cmake --build build/quickstart
sahafa=build/quickstart/tools/sahafa
echo "== 3/4 the bundled corpus: digests of French and Arabic coverage of the CNSS breach"
# One file of the bundled corpus is cut in the middle of a character on purpose: the program says so, exits with 1 and has done the rest.
"$sahafa" ingest "$corpus" corpus/cnss --format table || [ $? -eq 1 ]
echo "== 4/4 how outlets framed responsibility, in their own voice"
"$sahafa" stance "$corpus" --by outlet --per frame --outlet ledesk,telquel,lopinion,le360,medias24 --format table
"$sahafa" compare "$corpus" --by outlet --per frame --min-clusters 4 --format table
"$sahafa" report "$corpus" -o report.html
echo
echo "Done. Open report.html in a browser; search with:"
echo "  $sahafa search $corpus 'fuite données CNSS'"
echo "  $sahafa search $corpus 'تسريب بيانات الصندوق'"
