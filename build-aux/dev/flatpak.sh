# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The Flatpak: built on GNOME's own runtime where this machine can have it, and else on a stand-in
# made of the packages of the Debian 13 in the cache folder, where a test looks at its sandbox.

FLATPAK_ID=be.betternet.Sidekick
FLATPAK_MANIFEST=$SOURCE/flatpak/$FLATPAK_ID.yml
FLATPAK_BRANCH=48

# What builds and runs it: "--user REMOTE" or "--system REMOTE", "installed", or nothing.
find_runtime() {
  local scope remote
  command -v flatpak >/dev/null || return 0
  for scope in --user --system; do
    while read -r remote; do
      if flatpak remote-info "$scope" "$remote" "org.gnome.Sdk//$FLATPAK_BRANCH" >/dev/null 2>&1; then
        echo "$scope $remote"
        return
      fi
    done < <(flatpak remotes "$scope" --columns=name 2>/dev/null)
  done
  if flatpak info "org.gnome.Platform//$FLATPAK_BRANCH" >/dev/null 2>&1 &&
    flatpak info "org.gnome.Sdk//$FLATPAK_BRANCH" >/dev/null 2>&1; then
    echo installed
  fi
}

# As prepare_system does for the other commands; leaves FLATPAK_RUNTIME as find_runtime says it.
# shellcheck disable=SC2034  # dev reads SYSTEM
prepare_flatpak() {
  local packager names
  mkdir -p "$CACHE" || fail "The cache folder $CACHE cannot be made."
  packager=$(find_packager)
  FLATPAK_RUNTIME=$(find_runtime)
  if [[ -n $FLATPAK_RUNTIME ]]; then
    SYSTEM=native
    PACKAGES=("$DEV/packages-flatpak")
    mapfile -t names < <(package_names "$packager")
    install_missing "$packager" "${names[@]}"
  elif [[ $packager == apt ]]; then
    say "No Flatpak remote here offers org.gnome.Platform//$FLATPAK_BRANCH: a stand-in takes its place"
    SYSTEM=root
    PACKAGES+=("$DEV/packages-flatpak")
    make_root
  else
    fail "No Flatpak remote here offers org.gnome.Platform//$FLATPAK_BRANCH." \
      "Add one that does with 'flatpak remote-add', then run ./dev flatpak again."
  fi
}

# Builds a manifest and installs the program for the user.
build_flatpak() {
  mkdir -p "$BUILD/flatpak"
  flatpak-builder --user --disable-rofiles-fuse --force-clean --install \
    --state-dir="$BUILD/flatpak/state" "$BUILD/flatpak/app" "$1" >&2 ||
    fail "The Flatpak could not be built." "The last lines above say why."
}

run_on_real_runtime() {
  local scope remote
  if [[ $FLATPAK_RUNTIME != installed ]]; then
    read -r scope remote <<<"$FLATPAK_RUNTIME"
    say "Installing GNOME $FLATPAK_BRANCH from the remote $remote"
    flatpak install "$scope" --noninteractive --or-update "$remote" \
      "org.gnome.Platform//$FLATPAK_BRANCH" "org.gnome.Sdk//$FLATPAK_BRANCH" >&2 ||
      fail "GNOME $FLATPAK_BRANCH could not be installed from $remote."
  fi
  build_flatpak "$FLATPAK_MANIFEST"
  if [[ -n ${WAYLAND_DISPLAY-}${DISPLAY-} ]]; then
    exec flatpak run --user "$FLATPAK_ID" "$@"
  fi
  say "Installed. There is no display here to open it on; this is its sidekickctl, in its sandbox:"
  exec flatpak run --user --command=sidekickctl "$FLATPAK_ID" status
}

# Lays the folder that a runtime is exported from: the system's /usr, its /etc as usr/etc, and the
# languages of LOCPATH, without a copy. What this user may not read is left empty.
lay_stand_in() {
  local usr=$1/usr entry
  ENTER=(--dev-bind / / --tmpfs "$usr" --ro-bind "$LOCPATH" "$usr/locale")
  for entry in /usr/* /etc; do
    [[ $entry == /usr/lib32 || $entry == /usr/libx32 ]] || lay "$entry" "$usr/${entry##*/}"
  done
  while IFS= read -r -d '' entry; do
    if [[ -d $entry ]]; then
      ENTER+=(--tmpfs "$usr/${entry#/usr/}")
    else
      ENTER+=(--ro-bind "$FLATPAK_STAND_IN/empty" "$usr/${entry#/usr/}")
    fi
  done < <(find /usr /etc ! -type l ! -readable -prune -print0)
}

# Exports one of the two runtimes, which here are the same.
export_stand_in() {
  local name=$1 folder=$FLATPAK_STAND_IN/$1 arch
  arch=$(flatpak --default-arch)
  mkdir -p "$folder/usr" "$folder/files"
  cat >"$folder/metadata" <<TEXT
[Runtime]
name=org.gnome.$name
runtime=org.gnome.Platform/$arch/$FLATPAK_BRANCH
sdk=org.gnome.Sdk/$arch/$FLATPAK_BRANCH

[Environment]
LOCPATH=/usr/locale
TEXT
  lay_stand_in "$folder"
  bwrap "${ENTER[@]}" flatpak build-export --runtime --disable-sandbox --no-update-summary \
    "$FLATPAK_STAND_IN/repo" "$folder" "$FLATPAK_BRANCH" >&2 ||
    fail "The stand-in for org.gnome.$name could not be made."
}

# Makes and installs the stand-in, unless it is there and of the packages that are here now.
make_stand_in() {
  local identity started=$SECONDS
  identity=$(sha256sum </var/lib/dpkg/status)
  if [[ -e $FLATPAK_STAND_IN/identity && $(<"$FLATPAK_STAND_IN/identity") == "$identity" ]]; then
    return
  fi
  say "Making a stand-in for GNOME $FLATPAK_BRANCH in $FLATPAK_STAND_IN: once, some minutes, 1.3 GB"
  rm -rf "$FLATPAK_STAND_IN"
  mkdir -p "$FLATPAK_STAND_IN"
  touch "$FLATPAK_STAND_IN/empty"
  # Of the kind that Flatpak keeps for a user, so that installing links its files.
  ostree init --repo="$FLATPAK_STAND_IN/repo" --mode=bare-user-only
  export_stand_in Platform
  export_stand_in Sdk
  flatpak build-update-repo "$FLATPAK_STAND_IN/repo" >&2
  flatpak --user remote-add --no-gpg-verify stand-in "$FLATPAK_STAND_IN/repo"
  flatpak --user install --noninteractive stand-in \
    "org.gnome.Platform//$FLATPAK_BRANCH" "org.gnome.Sdk//$FLATPAK_BRANCH" >&2 ||
    fail "The stand-in could not be installed."
  echo "$identity" >"$FLATPAK_STAND_IN/identity"
  say "Made in $((SECONDS - started)) seconds"
}

# Runs the test in a session of its own, at the paths that a person's has: the home folder is an
# empty one, and the runtime folder is where the portal's documents have one path in and out.
test_sandbox() {
  local folder
  ENTER=(--dev-bind / / --tmpfs "$HOME" --perms 0700 --tmpfs "/run/user/$UID")
  for folder in "$CACHE" "$SOURCE" "$BUILD"; do
    lay "$folder" "$folder"
  done
  timeout --foreground 600 bwrap "${ENTER[@]}" --setenv SK_RUNTIME_DIR "/run/user/$UID" --setenv SK_PREFIX "$HOME/prefix" \
    --setenv PYTHONPATH "$SOURCE/tests/app:$SOURCE/tests/shared:$DEV" \
    "$DEV/with-display.sh" python3 -B "$SOURCE/flatpak/test-sandbox.py"
}

# Shows what a test says in TAP, and counts it.
count_checks() {
  awk '{ print; fflush() }
    /^1\.\./ { planned = substr($0, 4) }
    /^ok / { passed++ }
    END {
      failed = (planned ? planned : 1) - passed
      printf "\n%d passed, %d failed\n", passed, failed
      exit failed != 0
    }'
}

try_on_stand_in() {
  trap 'echo "0 passed, 1 failed"' EXIT
  FLATPAK_STAND_IN=$CACHE/flatpak
  export FLATPAK_USER_DIR=$FLATPAK_STAND_IN/user FLATPAK_SYSTEM_DIR=$FLATPAK_STAND_IN/system
  use_locales
  make_stand_in
  mkdir -p "$BUILD/flatpak"
  python3 -B "$SOURCE/flatpak/stand-in.py" "$FLATPAK_MANIFEST" "$BUILD/flatpak/$FLATPAK_ID.json"
  build_flatpak "$BUILD/flatpak/$FLATPAK_ID.json"
  trap - EXIT
  test_sandbox | count_checks
}

command_flatpak() {
  if [[ -n ${SIDEKICK_INSIDE-} ]]; then
    try_on_stand_in
  else
    run_on_real_runtime "$@"
  fi
}
