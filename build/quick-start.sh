#!/bin/sh
# Runs the server from server/target/tyto.jar with the JDK's ahead-of-time cache, which is trained
# on one start first when there is none for this jar, JDK and options.
# usage: JAVA_HOME=... build/quick-start.sh train | check | run [arguments of the server]
# check only tells by its exit status whether the cache can be used.
# TYTO_JAVA_OPTIONS replaces the options below.
set -eu
trap clean EXIT
trap 'exit 130' INT TERM

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
jar=$root/server/target/tyto.jar
app=$root/server/target/app
java=$JAVA_HOME/bin/java
# In fifths of a second.
longest_start=1500
options=${TYTO_JAVA_OPTIONS:--XX:+UseSerialGC -Xmx512m -XX:+ExitOnOutOfMemoryError}

clean() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  [ -z "${data:-}" ] || rm -rf "$data"
}

# A cache that does not fit is refused here, before the server starts, and not ignored there.
# shellcheck disable=SC2086 # options are words
accepted() {
  "$java" $options -XX:AOTMode=on -XX:AOTCache="$app/tyto.aot" -cp "$app/tyto.jar" -version \
    >/dev/null 2>&1
}

# By content: a reproducible jar carries a fixed time.
usable() {
  [ "$(cat "$app/made-from" 2>/dev/null)" = "$(cksum <"$jar")" ] && accepted
}

# A whole start, until the server says that it is ready; it writes the cache when it is told to end.
# shellcheck disable=SC2086 # options are words
train() {
  echo "Preparing the quick start (once a build)" >&2
  log=$root/server/target/quick-start.log
  : >"$log"
  rm -rf "$app"
  "$java" -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null
  data=$(mktemp -d)
  # Nothing of the operator's own settings: not his database, not his keys.
  (
    unset TYTO_ADDRESS TYTO_DATABASE_URL TYTO_DATABASE_USER TYTO_DATABASE_PASSWORD \
      TYTO_MASTER_KEY_FILE TYTO_ADMIN_PASSWORD TYTO_PUBLIC_URL TYTO_NETWORK_ALLOW \
      TYTO_NETWORK_ALLOW_LOOPBACK
    TYTO_DATA=$data TYTO_PORT=0 exec "$java" $options \
      -XX:AOTCacheOutput="$app/tyto.aot" -jar "$app/tyto.jar"
  ) >>"$log" 2>&1 &
  server=$!
  left=$longest_start
  while [ "$left" -gt 0 ] && kill -0 $server 2>/dev/null && ! grep -q "^Tyto ready" "$log"; do
    sleep 0.2
    left=$((left - 1))
  done
  kill $server 2>/dev/null || true
  wait $server || true
  server=
  if grep -q "^Tyto ready" "$log" && accepted; then
    cksum <"$jar" >"$app/made-from"
  else
    rm -f "$app/tyto.aot"
    echo "The training start failed, see server/target/quick-start.log" >&2
  fi
  clean
  [ -f "$app/tyto.aot" ]
}

command=$1
shift
if [ "$command" = check ]; then
  usable
  exit
fi
usable || train || [ "$command" = run ]
[ "$command" = run ] || exit 0
[ ! -f "$app/tyto.aot" ] || set -- -XX:AOTCache="$app/tyto.aot" -jar "$app/tyto.jar" "$@"
[ -f "$app/tyto.aot" ] || set -- -jar "$jar" "$@"
# shellcheck disable=SC2086 # options are words
exec "$java" $options "$@"
