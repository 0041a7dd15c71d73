#!/bin/sh
# write_page.sh FOLDER_OF_THE_BENCHMARKS PAGE: runs them all and writes what they print.
set -eu
programs=$1
page=$2

section() {  # section PROGRAM TITLE WANTED
  printf '\n## %s\n\n%s\n\n```\n' "$2" "$3"
  "$programs/$1" --benchmark_counters_tabular=true --benchmark_color=false 2>/dev/null
  printf '```\n'
}

{
  echo '# Benchmarks'
  echo
  echo 'Written by `cmake --build BUILD --target benchmarks` (tests/bench/write_page.sh), in a Release'
  echo 'build; not edited by hand. A ratio is to the bare thing beside it, on the same machine.'
  echo
  echo "- machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) processors"
  echo "- load average when it began: $(cut -d' ' -f1-3 /proc/loadavg)"
  section loop_bench 'The loop: a day of Column A, 1 s a scan' \
    'Wanted: x_real_time at least 50,000; physics_over_bare at most 3; network_over_bare at most 1.7.'
  section network_bench 'The network: three messages a second for a day' \
    'Wanted: network_over_bare at most 1.7.'
  section column_a_bench 'Column A by integrator, a day in steps of 1 s' \
    'Wanted: rk4 below 1 us a step.'
  section campaign_bench 'Many samples of BT-1' \
    'Wanted: hour/1000_samples below 180 s; times_as_fast at least 1.8; parent_MiB of 10,000 short
samples as of 1,000.'
} > "$page.part"
mv "$page.part" "$page"
