#!/usr/bin/env bash
# Measures the product on this machine: start to first answered command, memory at rest, commands a
# second in process, and the raw single-row INSERT rate of the same PostgreSQL in the same run.
# Usage: tools/measure.sh [seconds a slice, 10 by default]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
SLICE=${1:-10}
WORK=$(mktemp -d)
PRODUCT=
trap '[ -z "$PRODUCT" ] || kill "$PRODUCT" 2>/dev/null || true; wait; rm -rf "$WORK"' EXIT

JAVA=java
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  if grep -qs '^JAVA_VERSION="25[".]' "$home/release"; then JAVA=$home/bin/java; fi
done

./mvnw -B -q -DskipTests package
"$JAVA" -Djarmode=tools -jar standalone/target/livret.jar extract --destination "$WORK/app" >/dev/null
echo "machine: $(nproc) processors, $(awk '/MemTotal/ {printf "%.0f", $2/1048576}' /proc/meminfo) GiB; $("$JAVA" -version 2>&1 | sed -n 2p)"

PORT=18080
candidate='{"familyName":"Mesure","givenNames":["Ada"],"birthDate":"1990-01-01"}'
# The first start makes the database; the others find it: the second kind is what users wait for.
for start in first warm warm warm; do
  begun=$(date +%s%N)
  "$JAVA" -jar standalone/target/livret.jar --livret.data="$WORK/data" --server.port=$PORT >"$WORK/log" 2>&1 &
  PRODUCT=$!
  until curl -sf -m 5 -o /dev/null -H 'Content-Type: application/json' -d "$candidate" http://127.0.0.1:$PORT/api/candidates 2>/dev/null; do
    kill -0 "$PRODUCT" || { cat "$WORK/log"; exit 1; }
    sleep 0.02
  done
  echo "start to first answered command ($start): $((($(date +%s%N) - begun) / 1000000)) ms"
  if [ "$start" = warm ]; then
    sleep 5
    echo "memory at rest: $(awk '/VmRSS/ {printf "%.0f", $2/1024}' "/proc/$PRODUCT/status") MiB resident (Java process)"
  fi
  kill "$PRODUCT"
  wait "$PRODUCT" || true
  PRODUCT=
done

"$JAVA" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$WORK/app/livret.jar:$WORK/app/lib/*" \
  tools/Measure.java "$WORK/measured" "$SLICE"
