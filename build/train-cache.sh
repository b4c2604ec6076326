#!/bin/sh
# Unpacks server/target/tyto.jar into server/target/app and trains the JDK's ahead-of-time cache
# on one start of the server. Does nothing when a cache made from this jar by this JDK is there and
# is accepted by the JVM. "options" prints the JVM options the cache belongs to.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
jar=$root/server/target/tyto.jar
app=$root/server/target/app
java=$JAVA_HOME/bin/java
options="-XX:+UseSerialGC -Xmx512m -XX:+ExitOnOutOfMemoryError"

if [ "${1:-}" = options ]; then
  echo "$options"
  exit 0
fi

# A cache that does not fit the jar, the JDK or the place is refused here, before the server starts.
accepted() {
  # shellcheck disable=SC2086 # options are words
  "$java" $options -XX:AOTMode=on -XX:AOTCache="$app/tyto.aot" -cp "$app/tyto.jar" -version \
    >/dev/null 2>&1
}

# By content: a reproducible jar carries a fixed time.
made_from=$(cksum <"$jar")
if [ "$(cat "$app/made-from" 2>/dev/null)" = "$made_from" ] && accepted; then
  exit 0
fi

echo "Preparing the quick start (once a build)" >&2
rm -rf "$app"
"$java" -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
# shellcheck disable=SC2086 # options are words
if ! TYTO_DATA="$data" TYTO_PORT=0 "$java" $options -XX:AOTCacheOutput="$app/tyto.aot" \
  -Dspring.context.exit=onRefresh -jar "$app/tyto.jar" >"$root/server/target/train-cache.log" 2>&1; then
  echo "The training start failed; see server/target/train-cache.log" >&2
  exit 1
fi
accepted
echo "$made_from" >"$app/made-from"
