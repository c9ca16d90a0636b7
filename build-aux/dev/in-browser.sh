#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with its window in a browser on this machine: PROGRAM ARGS…
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=build-aux/dev/say.sh
source "$here/say.sh"
# shellcheck source=build-aux/dev/stage.sh
source "$here/stage.sh"

is_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

port=8085
until is_free "$port"; do
  port=$((port + 1))
done
# The display is named after the port, so that two of them do not meet.
display=$((port - 8080))
set_stage
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$STAGE}
socket=$XDG_RUNTIME_DIR/broadway$((display + 1)).socket

env "$STAGE_MARK" gtk4-broadwayd --address 127.0.0.1 --port "$port" ":$display" >"$STAGE/log" 2>&1 &
server=$!
for _ in {1..50}; do
  [[ ! -S $socket ]] || break
  kill -0 "$server" 2>/dev/null ||
    fail "gtk4-broadwayd, which serves the window, did not start:" "$(<"$STAGE/log")"
  sleep 0.1
done

say "There is no display here. The window is at http://127.0.0.1:$port/ (Ctrl+C stops it)"
unset DISPLAY WAYLAND_DISPLAY
export GDK_BACKEND=broadway BROADWAY_DISPLAY=:$display GTK_A11Y=none
on_a_bus "$@"
