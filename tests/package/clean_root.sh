#!/usr/bin/env bash
# Installs the Debian package with apt and uses it as its user would: version, ingest and search in both languages, Python, manual page, completion.
# Changes the system that it runs on: for a bare Debian 12 (debootstrap, a container), as root.
#   tests/package/clean_root.sh PACKAGE.deb
set -euo pipefail
package=$(realpath "$1")
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$package" python3-pandas >/dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

expect() { grep -qF -- "$2" <<<"$1" || { echo "clean_root: \"$2\" is not in: $1" >&2; exit 1; }; }

expect "$(sahafa --version)" "sahafa 0."
expect "$(sahafa --version)" "Xapian"
printf 'Titre : La Caisse répond\nMédia : Le Desk\n\nSelon le syndicat, la CNSS a laissé ses serveurs sans protection.\n' >fr.txt
printf 'العنوان: النقابة ترد\nالمصدر: لكم\n\nحمّلت النقابة الصندوق الوطني للضمان الاجتماعي مسؤولية تسريب بيانات المنخرطين.\n' >ar.txt
sahafa ingest corpus fr.txt ar.txt --quiet >/dev/null
expect "$(sahafa search corpus 'serveurs' --format csv --quiet)" "La Caisse répond"
expect "$(sahafa search corpus 'بيانات المنخرطين' --format csv --quiet)" "النقابة ترد"
expect "$(python3 -c 'import sahafa; print(*sahafa.open("corpus").articles()["lang"])')" "fr ar"
test -e /usr/share/man/man1/sahafa-search.1 -o -e /usr/share/man/man1/sahafa-search.1.gz || echo "clean_root: the system leaves manual pages out"
bash -n /usr/share/bash-completion/completions/sahafa
apt-get remove -y -qq sahafa >/dev/null
test ! -e /usr/bin/sahafa || { echo "clean_root: sahafa is still there after its removal" >&2; exit 1; }
echo "clean_root: the package installs, runs in both languages and goes again"
