#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a display, a session bus and a home of its own, and leaves no process
# behind: COMMAND ARGS…; SK_SCREEN is the size of the screen.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=build-aux/dev/say.sh
source "$here/say.sh"

home=$(mktemp -d)
# Whatever is started below has this in its environment, and so can be found, though it detach.
export SK_DISPLAY_HOME=$home

end_all() {
  local pid pids
  kill "$server" 2>/dev/null || true
  for _ in {1..20}; do
    mapfile -t pids < <(grep -lszF "SK_DISPLAY_HOME=$home" /proc/[0-9]*/environ | cut -d / -f 3)
    for pid in "${pids[@]}"; do
      [[ $pid == "$$" || $pid == "$BASHPID" ]] || kill "$pid" 2>/dev/null || true
    done
    ((${#pids[@]})) || break
    sleep 0.05
  done
  rm -rf "$home"
}

mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 "${SK_SCREEN:-1280x1024}x24" -nolisten tcp -noreset \
  3>"$home/display" >/dev/null 2>"$home/xvfb.log" &
server=$!
trap end_all EXIT
trap 'exit 143' INT TERM
read -r -t 20 display <"$home/display" ||
  fail "Xvfb, which stands in for a screen, did not start:" "$(<"$home/xvfb.log")"

mkdir -m 0700 "$home/run" "$home/config" "$home/data" "$home/cache" "$home/state"
mkdir "$home/config/gtk-4.0"
cp "$here/gtk-settings.ini" "$home/config/gtk-4.0/settings.ini"

unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS \
  GTK_THEME GTK_DEBUG NO_AT_BRIDGE DESKTOP_STARTUP_ID XDG_CURRENT_DESKTOP
export DISPLAY=:$display GDK_BACKEND=x11 GTK_A11Y=atspi GSK_RENDERER=cairo \
  LIBGL_ALWAYS_SOFTWARE=1 GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 \
  FONTCONFIG_FILE=$here/fonts.conf XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config \
  XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state

dbus-run-session -- "$@" &
wait $!
