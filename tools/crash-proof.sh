#!/usr/bin/env bash
# Kills the event store's processes, connections and PostgreSQL at random while it is used, and
# compares after each kill what was acknowledged with what is there. Then makes a flush fail, where
# strace may. Exit status 1 where anything acknowledged was lost, doubled or read wrongly.
# Usage: tools/crash-proof.sh [short|long|KILLS] [SEED] [early-acknowledgement|hasty-reader]
#   short  50 kills, some minutes (the default); long  1,000 kills
#   SEED   of an earlier run, to choose the same kills again
#   the third breaks something on purpose: the command must then end with 1
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
case "${1:-short}" in
  short) KILLS=50 ;;
  long) KILLS=1000 ;;
  *) KILLS=$1 ;;
esac
SEED=${2:-$(date +%s%N)}
BROKEN=$(tr a-z- A-Z_ <<<"${3:-none}")
OUTPUT=event-store/target/crash-proof.txt
mkdir -p event-store/target
./mvnw -q -Pcrash-proof -pl event-store -am process-test-classes \
  -Dcrash.kills="$KILLS" -Dcrash.seed="$SEED" -Dcrash.broken="$BROKEN" | tee "$OUTPUT"
grep -qx 'no violation' "$OUTPUT"
