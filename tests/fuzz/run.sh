#!/bin/sh
# Builds the fuzz targets (preset fuzz, clang-19) and runs them one after the other: tests/fuzz/run.sh [-t SECONDS] [TARGET...]
#
# Without names every target runs, each for 600 seconds unless -t says otherwise. A line for each: runs, runs a second, findings. An input
# that broke a target (crash, leak, more than 25 seconds (pdf: 120) or 2 GB) goes to tests/fuzz/corpus/TARGET/, where ctest replays it from then on.
# What the fuzzer learned stays in build/fuzz/learned/, so that the next run goes on from there. Exit code 1: something was found.
set -eu
cd "$(dirname "$0")/../.."

seconds=600
while getopts t: option; do
  case $option in
    t) seconds=$OPTARG ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
if [ $# -eq 0 ]; then
  set -- $(cd tests/fuzz && ls ./*_fuzz.cc | sed 's|^\./||; s|_fuzz\.cc$||')
fi

build=build/fuzz
mkdir -p build
cmake --preset fuzz > "$build.log" 2>&1 || { cat "$build.log" >&2; exit 1; }
cmake --build --preset fuzz --target $(printf '%s_fuzz ' "$@") >> "$build.log" 2>&1 || { tail -n 40 "$build.log" >&2; exit 1; }

# What fontconfig keeps for the life of a process (read once by poppler, at the first font) is not a leak of ours.
printf 'leak:libfontconfig\n' > "$build/leaks"
export LSAN_OPTIONS="suppressions=$PWD/$build/leaks:print_suppressions=0"

statistic() { sed -n "s/^stat::$1: *//p" "$2"; }

found=0
targets=$*
for target in $targets; do
  seeds=tests/fuzz/corpus/$target
  examples=tests/data/ingest/${target#read_}
  log=$build/$target.log
  mkdir -p "$build/learned/$target" "$build/findings/$target" "$seeds"
  set -- "$build/learned/$target" "$seeds"
  slowest=25
  if [ "$target" = pdf ]; then slowest=120; fi  # poppler's time is bounded where it counts: by the process that reads a PDF (pdf_process)
  if [ -d "$examples" ]; then set -- "$@" "$examples"; fi
  "$(find "$build" -name "${target}_fuzz" -type f)" -max_total_time="$seconds" -timeout="$slowest" -report_slow_units="$slowest" -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$build/findings/$target/" "$@" > "$log" 2>&1 || true
  findings=$(find "$build/findings/$target" -type f | wc -l)
  echo "$target: $(statistic number_of_executed_units "$log") runs, $(statistic average_exec_per_sec "$log") a second, $findings findings"
  if [ "$findings" -gt 0 ]; then
    found=1
    mv "$build/findings/$target"/* "$seeds/"
    grep -m 1 -E '^(SUMMARY|==.*ERROR)' "$log" || true
  fi
done
exit $found
