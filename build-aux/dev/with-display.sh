#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a display, a session bus and a home of its own, and leaves no process
# behind: COMMAND ARGS…; SK_SCREEN is the size of the screen, and SK_RUNTIME_DIR the session's
# runtime folder, where it must be a certain one.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=build-aux/dev/say.sh
source "$here/say.sh"
# shellcheck source=build-aux/dev/stage.sh
source "$here/stage.sh"

set_stage
mkfifo "$STAGE/display"
env "$STAGE_MARK" Xvfb -displayfd 3 -screen 0 "${SK_SCREEN:-1280x1024}x24" -nolisten tcp -noreset \
  3>"$STAGE/display" >/dev/null 2>"$STAGE/xvfb.log" &
read -r -t 20 display <"$STAGE/display" ||
  fail "Xvfb, which stands in for a screen, did not start:" "$(<"$STAGE/xvfb.log")"

runtime=${SK_RUNTIME_DIR:-$STAGE/run}
[[ -d $runtime ]] || mkdir -m 0700 "$runtime"
mkdir -m 0700 "$STAGE/config" "$STAGE/data" "$STAGE/cache" "$STAGE/state"
mkdir "$STAGE/config/gtk-4.0"
cp "$here/gtk-settings.ini" "$STAGE/config/gtk-4.0/settings.ini"

unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS \
  GTK_THEME GTK_DEBUG NO_AT_BRIDGE DESKTOP_STARTUP_ID XDG_CURRENT_DESKTOP
export DISPLAY=:$display GDK_BACKEND=x11 GTK_A11Y=atspi GSK_RENDERER=cairo \
  LIBGL_ALWAYS_SOFTWARE=1 GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 \
  FONTCONFIG_FILE=$here/fonts.conf XDG_RUNTIME_DIR=$runtime XDG_CONFIG_HOME=$STAGE/config \
  XDG_DATA_HOME=$STAGE/data XDG_CACHE_HOME=$STAGE/cache XDG_STATE_HOME=$STAGE/state

on_a_bus "$@"
