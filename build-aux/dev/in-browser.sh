#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with its window in a browser on this machine: PROGRAM ARGS…
set -euo pipefail

# shellcheck source=build-aux/dev/say.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/say.sh"

is_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

port=8085
until is_free "$port"; do
  port=$((port + 1))
done
# The display is named after the port, so that two of them do not meet.
display=$((port - 8080))
socket=${XDG_RUNTIME_DIR:=$(mktemp -d)}/broadway$((display + 1)).socket
export XDG_RUNTIME_DIR

gtk4-broadwayd --address 127.0.0.1 --port "$port" ":$display" >/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$socket"' EXIT
trap 'exit 130' INT TERM

for _ in {1..50}; do
  [[ ! -S $socket ]] || break
  kill -0 "$server" 2>/dev/null || fail "gtk4-broadwayd, which serves the window, did not start."
  sleep 0.1
done

say "There is no display here. The window is at http://127.0.0.1:$port/ (Ctrl+C stops it)"
env -u DISPLAY -u WAYLAND_DISPLAY GDK_BACKEND=broadway BROADWAY_DISPLAY=":$display" GTK_A11Y=none \
  dbus-run-session -- "$@" &
program=$!
wait "$program"
