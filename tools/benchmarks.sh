#!/usr/bin/env bash
# Builds the product and measures it beside raw SQL and Axon's own engine; writes docs/performance.md.
# Usage: tools/benchmarks.sh [--quick] [--only SECTION,...] [--out FILE]; --help tells the rest.
# Takes about an hour on two cores, --quick about eight minutes; leave the machine alone meanwhile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

JAVA=
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
  if grep -qs '^JAVA_VERSION="25[".]' "$home/release"; then JAVA=$home/bin/java; break; fi
done
[ -n "$JAVA" ] || { echo "benchmarks: no JDK 25 here: set JAVA_HOME to one" >&2; exit 2; }

./mvnw -B -q -DskipTests -pl benchmarks -am package
exec "$JAVA" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx3g \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  fr.livret.benchmarks.Benchmarks "$@"
