#!/bin/sh
# Prints how long the first and the second start take until ready, and the memory at rest a minute later.
set -eu
jar="$(dirname "$0")/../channels/target/sawt.jar"
folder="$(mktemp -d)"
port="${SAWT_PORT:-18099}"
start() {
    begun="$(date +%s%N)"
    SAWT_PORT="$port" SAWT_DATA="$folder/data" "${JAVA:-java}" -jar "$jar" >"$folder/out" 2>"$folder/err" &
    pid=$!
    until curl -sfo /dev/null "http://127.0.0.1:$port/observe/health/ready"; do sleep 0.02; done
    echo "$1: ready after $((($(date +%s%N) - begun) / 1000000)) ms"
}
start "first start"
kill "$pid"; wait "$pid" || true
start "second start"
sleep 60
echo "memory at rest: $(($(ps -o rss= -p "$pid") / 1024)) MiB"
kill "$pid"; wait "$pid" || true
rm -r "$folder"
