# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Configures, compiles and installs, each below the build folder.

PREFIX=$BUILD/prefix

# What a build depends on beside the sources: the tools, the place, the options.
build_identity() {
  local tools=${SIDEKICK_INSIDE-}
  [[ -n $tools ]] || tools=$(sha256sum </etc/os-release)
  printf '%s\n' "$tools" "$SOURCE" "$@"
}

# Configures the build NAME with the options given, unless it is.
configure() {
  local folder=$BUILD/$1 identity
  shift
  identity=$(build_identity "$folder" "$@")
  if [[ -e $folder/build.ninja && -e $folder/dev-identity && $(<"$folder/dev-identity") == "$identity" ]]; then
    return
  fi
  say "Configuring $folder"
  rm -rf "$folder"
  meson setup "$folder" "$SOURCE" "$@" >&2 || fail "The build could not be configured." \
    "The last lines above say what is missing; $folder/meson-logs/meson-log.txt says more." \
    "A library that dev should have installed belongs in build-aux/dev/packages."
  echo "$identity" >"$folder/dev-identity"
}

# Compiles a configured build; says nothing where there is nothing to do.
compile() {
  local folder=$BUILD/$1
  [[ $(ninja -C "$folder" -n 2>&1) != *"no work to do"* ]] || return 0
  say "Building $folder"
  ninja -C "$folder" >&2 || fail "The build failed: the first message above with 'error' says where."
}

build_development() {
  configure development -Dprofile=development "--prefix=$PREFIX"
  compile development
}

# Installs below the build folder, so that the program finds its data as it will at home.
install_development() {
  local log
  log=$(meson install -C "$BUILD/development" --no-rebuild --only-changed 2>&1) ||
    fail "The build could not be installed in $PREFIX:" "$log"
  touch "$BUILD/development/dev-installed"
}

build_and_install() {
  build_development
  install_development
}

# As above, but in no time when nothing was compiled since.
build_and_install_quickly() {
  build_development
  [[ $BUILD/development/dev-installed -nt $BUILD/development/.ninja_log ]] || install_development
}

# Where installed programs find what is installed with them.
use_prefix() {
  export XDG_DATA_DIRS=$PREFIX/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  export PATH=$PREFIX/bin:$PATH
}
