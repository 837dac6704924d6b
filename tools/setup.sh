#!/usr/bin/env bash
# Installs the Debian packages that sahafa needs; packages that are there already are left alone.
#   tools/setup.sh          to build and run
#   tools/setup.sh --notebooks   to open the notebooks as well
#   tools/setup.sh --test   to run the tests as well (browser, sanitised tools, Python)
# Works as root, or as a user who may use sudo.
set -euo pipefail

packages=(
  ca-certificates cmake g++ git ninja-build pkg-config
  libicu-dev libeigen3-dev libstemmer-dev libcld2-dev libfmt-dev libxxhash-dev
  libsqlite3-dev libtomlplusplus-dev libxml2-dev libsimdjson-dev nlohmann-json3-dev
  libxapian-dev libcli11-dev libarchive-dev zlib1g-dev libcpp-httplib-dev libpoppler-cpp-dev
)
notebooks=(
  python3 python3-numpy python3-pandas python3-matplotlib python3-arabic-reshaper python3-bidi
  python3-nbconvert python3-ipykernel jupyter-notebook jupyter-nbconvert
)
if [ "${1:-}" = --notebooks ]; then
  packages+=("${notebooks[@]}")
elif [ "${1:-}" = --test ]; then
  packages+=("${notebooks[@]}"
    libgtest-dev libgmock-dev clang-format-19 abigail-tools dpkg-dev file make sqlite3 xapian-omega xapian-tools chromium fonts-noto-core
    python3-pip python3-venv python3-markdown mypy r-base-core
  )
elif [ $# -gt 0 ]; then
  sed -n '2,6p' "$0" >&2
  exit 2
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: all ${#packages[@]} packages are installed"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "setup: these packages are missing and can only be installed by root: ${missing[*]}" >&2
    echo "setup: run this as root, or install sudo" >&2
    exit 1
  }
  as_root=(sudo)
fi
echo "setup: installing ${#missing[@]} Debian packages: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
