# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The commands of dev, run where everything they need is installed.

# shellcheck source-path=SCRIPTDIR
source "$DEV/locales.sh"

# The languages that pictures and tests are made in, and one that is read from the right.
LOCALES=(nl_BE.UTF-8 fr_BE.UTF-8 de_BE.UTF-8 en_GB.UTF-8 he_IL.UTF-8)

use_locales() {
  local name
  for name in "${LOCALES[@]}"; do
    make_locale "$CACHE/locales" "$name" ||
      fail "The locale $name could not be made." "Look whether localedef and its sources are installed."
  done
  export LOCPATH=$CACHE/locales
}

# What the program keeps, it keeps below the build folder: the user's own Sidekick is left alone.
use_home() {
  local home=$BUILD/home
  export XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_STATE_HOME=$home/state \
    XDG_CACHE_HOME=$home/cache GSETTINGS_BACKEND=keyfile
  mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_STATE_HOME" "$XDG_CACHE_HOME"
}

command_build() {
  build_and_install
  say "Built, and installed in $PREFIX"
}

command_run() {
  build_and_install
  use_prefix
  use_home
  if [[ -n ${WAYLAND_DISPLAY-}${DISPLAY-} ]]; then
    exec "$PREFIX/bin/sidekick" "$@"
  fi
  exec "$DEV/in-browser.sh" "$PREFIX/bin/sidekick" "$@"
}

command_ctl() {
  build_and_install_quickly
  use_prefix
  use_home
  exec "$PREFIX/bin/sidekickctl" "$@"
}

command_shell() {
  if (($#)); then
    exec "$@"
  fi
  say "A shell with everything that Sidekick is built with; leave it with 'exit'"
  exec bash
}

# With the sanitizers.
build_test() {
  configure test -Dprofile=development -Db_sanitize=address,undefined "--prefix=$BUILD/test/prefix"
  compile test
}

command_test() {
  local folder=$BUILD/test
  trap 'echo "0 passed, 1 failed"' EXIT
  use_locales
  build_test
  trap - EXIT
  rm -f "$folder"/meson-logs/testlog-full.*
  # Its own summary counts programs; that of count-tests.py counts what they tested.
  setpriv --pdeathsig TERM meson test -C "$folder" --no-rebuild --setup full --timeout-multiplier 3 "$@" </dev/null || true
  exec python3 "$DEV/count-tests.py" "$folder" "$@"
}

command_fuzz() {
  if (($# != 2)) || [[ $1 != index || ! $2 =~ ^[0-9]+$ ]]; then
    usage >&2
    exit 2
  fi
  build_test
  SK_FUZZ_SECONDS=$2 exec meson test -C "$BUILD/test" --no-rebuild --timeout-multiplier 0 "fuzz-$1"
}

command_bench() {
  local names=() arguments=() word
  for word in "$@"; do
    case $word in
      --million | [0-9]*) arguments+=("--test-args=$word") ;;
      *) names+=("$word") ;;
    esac
  done
  configure release -Dprofile=default -Dbuildtype=release -Dbench_xapian=enabled "--prefix=$BUILD/release/prefix"
  compile release
  exec meson test -C "$BUILD/release" --no-rebuild --benchmark --verbose "${arguments[@]}" "${names[@]}"
}

command_fmt() {
  local files
  # shellcheck disable=SC2153  # dev sets it
  cd -- "$SOURCE" || exit
  mapfile -d '' -t files < <(find src tests -name '*.c' -print0)
  python3 "$DEV/fmt.py" "${files[@]}"
  mapfile -d '' -t files < <(find src -name '*.blp' -print0)
  ((${#files[@]} == 0)) || blueprint-compiler format --fix "${files[@]}" >&2
}

# Python that has the window drivers of the tests at hand, and leaves nothing beside the sources.
draw() {
  build_and_install
  use_prefix
  use_locales
  export PYTHONDONTWRITEBYTECODE=1 SK_PREFIX=$PREFIX
  exec python3 "$@"
}

command_screenshot() {
  draw "$DEV/screenshot.py" "$@"
}

command_gallery() {
  draw "$DEV/gallery.py" "$@"
}

# The date on which gettext read the sources is left out, so that nothing changes where no word did.
command_po() {
  local language
  configure development -Dprofile=development "--prefix=$PREFIX"
  # shellcheck disable=SC2153  # dev sets it
  cd -- "$SOURCE/po" || exit
  meson compile -C "$BUILD/development" sidekick-update-po >&2
  for language in *.po; do
    msgattrib --no-obsolete --output-file="$language" "$language"
    sed -i '/^"POT-Creation-Date:/d' "$language"
    say "$language: $(LC_ALL=C.UTF-8 msgfmt --check --statistics --output-file=/dev/null "$language" 2>&1)"
  done
}
