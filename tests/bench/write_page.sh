#!/bin/sh
# write_page.sh FOLDER_OF_THE_BENCHMARKS PAGE [BENCHMARK...]: runs them, or all, and writes what they
# print.
set -eu
programs=$1
page=$2
shift 2
chosen=${*:-loop_bench water_heater_bench drone_bench furnace_bench welding_robot_bench network_bench column_a_bench rigid_bench warehouse_bench warehouse_site_bench campaign_bench}

wanted() {
  case $1 in
    loop_bench)
      echo '## The loop: a day of Column A, 1 s a scan'
      echo
      echo 'Wanted: x_real_time at least 50,000; physics_over_bare at most 3 (bare: the integrator with'
      echo 'the same control in a plain loop); network_over_bare at most 1.7 (bare: SimGrid with the'
      echo 'same messages).' ;;
    water_heater_bench)
      echo '## The water heater: an evening of 6 h, 100 ms a scan'
      echo
      echo 'Wanted: x_real_time at least 10,000; physics_over_bare at most 3 (bare: the integrator with'
      echo 'the same board in a plain loop).' ;;
    drone_bench)
      echo '## The drone: a photo flight of 10 min, control at 250 Hz, physics at 1 kHz'
      echo
      echo 'Wanted: x_real_time at least 200 (bare: the integrator under the same cascade in a plain loop).' ;;
    network_bench)
      echo '## The network: three messages a second for a day'
      echo
      echo 'Wanted: network_over_bare at most 1.7.' ;;
    column_a_bench)
      echo '## Column A by integrator: a day in steps of 1 s'
      echo
      echo 'Wanted: rk4 below 1 us a step.' ;;
    furnace_bench)
      echo '## The metalworks: a week in steps of 1 s'
      echo
      echo 'Wanted: x_real_time at least 25,000 (bare: the integrator of the same plant, burners at rest).' ;;
    welding_robot_bench)
      echo '## The welding cell: a shift of 8 h, 100 ms a scan, 25 ms a step of the plant'
      echo
      echo 'Wanted: x_real_time of a shift at least 2,000 (loop_over_bare: over the plant alone); of a minute'
      echo 'with somebody inside, in steps of 1 ms, at least 30, speed_over_bare at least 0.5 (bare: Bullet'
      echo 'with the same bodies).' ;;
    rigid_bench)
      echo '## An arm and a worker: a minute in steps of 1 ms, control in each'
      echo
      echo 'Wanted: x_real_time at least 30; speed_over_bare at least 0.5 (bare: Bullet with the same bodies,'
      echo 'the arm held by proportional torques).' ;;
    warehouse_bench)
      echo '## The planner of the fleet: 10,000 steps with ever new goals'
      echo
      echo 'Wanted: exponent, of the processor time from 50 to 500 vehicles, at most 1.3.' ;;
    warehouse_site_bench)
      echo '## The warehouse: a shift of 8 h with 50 vehicles, an hour of it with 500, 250 ms a scan'
      echo
      echo 'Wanted: x_real_time at least 1,000 and 50; exponent, of the processor time from 50 to 500'
      echo 'vehicles, at most 1.3; network_over_bare at most 1.7 (bare: SimGrid with as many messages).' ;;
    campaign_bench)
      echo '## Many samples of BT-1'
      echo
      echo 'Wanted: hour/1000_samples below 180 s; times_as_fast at least 1.8 with two workers'
      echo '(unrelated_programs: the same of two programs that share nothing, the ceiling of this machine);'
      echo 'parent_MiB of 10,000 short samples as of 1,000.' ;;
  esac
}

{
  echo '# Benchmarks'
  echo
  echo 'Written by `cmake --build BUILD --target benchmarks`, in a Release build, which calls'
  echo
  echo "    tests/bench/write_page.sh BUILD/bin docs/benchmarks.md $chosen"
  echo
  echo 'Not edited by hand. A ratio is to the bare thing beside it, measured in turn on the same'
  echo 'machine; processor time, except with several workers.'
  echo
  echo "- machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) processors"
  echo "- load average when it began: $(cut -d' ' -f1-3 /proc/loadavg)"
  for program in $chosen; do
    echo
    wanted "$program"
    echo
    echo '```'
    "$programs/$program" --benchmark_color=false 2>/dev/null
    echo '```'
  done
} > "$page.part"
mv "$page.part" "$page"
