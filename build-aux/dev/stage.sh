# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Where a program is run with a session of its own, of which nothing stays. STAGE is its folder;
# whatever is started with STAGE_MARK in its environment is found, though it detach.

set_stage() {
  STAGE=$(mktemp -d)
  STAGE_MARK=SK_STAGE=$STAGE
  trap clear_stage EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

clear_stage() {
  local pids
  trap '' INT TERM
  for _ in {1..40}; do
    # Neither this shell nor what looks about here is marked.
    mapfile -t pids < <(grep -lszF "$STAGE_MARK" /proc/[0-9]*/environ | cut -d / -f 3)
    ((${#pids[@]})) || break
    kill "${pids[@]}" 2>/dev/null || true
    sleep 0.05
  done
  rm -rf "$STAGE"
}

# Runs a command on a session bus of its own. The bus and what it starts talk of everyday things,
# into a log; only the command itself is to be heard.
on_a_bus() {
  # shellcheck disable=SC2016  # for the inner shell
  env "$STAGE_MARK" dbus-run-session -- bash -c 'exec "$@" >&3 2>&4 3>&- 4>&-' _ "$@" \
    3>&1 4>&2 >"$STAGE/bus.log" 2>&1 &
  wait $!
}
