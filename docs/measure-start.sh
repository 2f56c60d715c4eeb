#!/bin/sh
# Prints how long the first and the second start take until ready, and the memory at rest a minute later, with the load of
# the machine. JAVA names the java command, JAVA_OPTIONS what it is given; exec:exec gives what channels/pom.xml lists.
set -eu
jar="$(dirname "$0")/../channels/target/sawt.jar"
folder="$(mktemp -d)"
port="${SAWT_PORT:-18099}"
start() {
    begun="$(date +%s%N)"
    SAWT_PORT="$port" SAWT_DATA="$folder/data" "${JAVA:-java}" ${JAVA_OPTIONS:-} -jar "$jar" >"$folder/out" 2>"$folder/err" &
    pid=$!
    until curl -sfo /dev/null "http://127.0.0.1:$port/observe/health/ready"; do
        kill -0 "$pid" 2>"$folder/gone" || { cat "$folder/err" >&2; exit 1; }
        sleep 0.02
    done
    echo "$1: ready after $((($(date +%s%N) - begun) / 1000000)) ms, load $(cut -d ' ' -f 1 /proc/loadavg)"
}
start "first start"
kill "$pid"; wait "$pid" || true
start "second start"
sleep 60
echo "memory at rest: $(($(ps -o rss= -p "$pid") / 1024)) MiB"
kill "$pid"; wait "$pid" || true
rm -r "$folder"
