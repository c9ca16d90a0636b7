# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Finds out whether this system's own packages are new enough, and installs them.

# The lists of what is needed; a command that needs more than the rest adds a list of its own.
PACKAGES=("$DEV/packages")

# Prints the names of a packager, one a line; with "least", each with the oldest that will do.
package_names() {
  local packager=$1 which=${2:-all} column
  case $packager in
    apt) column=2 ;;
    dnf) column=3 ;;
    pacman) column=4 ;;
  esac
  awk -v column="$column" -v which="$which" '
    /^#/ || NF == 0 || $column == "." { next }
    which == "least" { if ($1 != ".") print $column, $1; next }
    { gsub(",", "\n", $column); print $column }' "${PACKAGES[@]}"
}

find_packager() {
  local packager
  for packager in apt-get dnf pacman; do
    if command -v "$packager" >/dev/null; then
      echo "${packager%-get}"
      return
    fi
  done
  fail "None of apt, dnf and pacman is here, and dev knows no other way to install packages." \
    "Install what the file build-aux/dev/packages names, then build with meson."
}

# The version of a package that this system would install, without epoch and revision.
offered_version() {
  local packager=$1 name=$2 version
  case $packager in
    apt) version=$(LC_ALL=C apt-cache policy "$name" 2>/dev/null | awk '$1 == "Candidate:" { print $2 }') ;;
    dnf) version=$(dnf --quiet repoquery --latest-limit=1 --queryformat '%{version}\n' "$name" 2>/dev/null | tail -n 1) ;;
    pacman) version=$(LC_ALL=C pacman -Si "$name" 2>/dev/null | awk '$1 == "Version" { print $3; exit }') ;;
  esac
  version=${version#*:}
  version=${version%%[-+~]*}
  [[ $version != "(none)" ]] || version=
  echo "$version"
}

refresh_packages() {
  say "Asking which packages there are"
  case $1 in
    apt) as_root apt-get update >&2 || say "apt-get update had trouble, see above; going on with what it knows" ;;
    dnf) as_root dnf makecache >&2 ;;
    pacman) as_root pacman -Sy >&2 ;;
  esac
}

is_at_least() {
  [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]
}

# Prints each package that this system has too old, or not at all.
too_old() {
  local packager=$1 name least version
  while read -r name least; do
    version=$(offered_version "$packager" "$name")
    if [[ -z $version ]] || ! is_at_least "$version" "$least"; then
      echo "$name ${version:-(none)}, and $least is needed"
    fi
  done < <(package_names "$packager" least)
}

# Prints those of the packages on stdin that are not installed.
missing_packages() {
  local packager=$1 name
  while read -r name; do
    case $packager in
      apt) [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || echo "$name" ;;
      dnf) rpm --quiet -q --whatprovides "$name" || echo "$name" ;;
      pacman) pacman -T "$name" || true ;;
    esac
  done
}

install_packages() {
  local packager=$1
  shift
  say "Installing on this system: $*"
  case $packager in
    apt) as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ;;
    dnf) as_root dnf install -y --setopt=install_weak_deps=False "$@" ;;
    pacman) as_root pacman -S --needed --noconfirm "$@" ;;
  esac >&2 || fail "The packages could not be installed: $*" \
    "See the message above: mostly the network, a full disk, or another program installing." \
    "Then run ./dev again."
}

install_missing() {
  local packager=$1 missing
  shift
  mapfile -t missing < <(printf '%s\n' "$@" | missing_packages "$packager")
  ((${#missing[@]})) || return 0
  refresh_packages "$packager"
  install_packages "$packager" "${missing[@]}"
}

# What the answers below depend on: they are worked out anew when it changes.
system_key() {
  cat /etc/os-release "${PACKAGES[@]}" | sha256sum | cut -c 1-16
}

choose_system() {
  local packager=$1 old
  case ${SIDEKICK_SYSTEM-} in
    native | root)
      echo "$SIDEKICK_SYSTEM"
      return
      ;;
    "") ;;
    *) fail "SIDEKICK_SYSTEM is '$SIDEKICK_SYSTEM': say native or root, or leave it out." ;;
  esac
  old=$(too_old "$packager")
  if [[ $old == *"(none)"* ]]; then
    # On a fresh system the packager may not know yet what there is.
    refresh_packages "$packager"
    old=$(too_old "$packager")
  fi
  if [[ -z $old ]]; then
    echo native
  elif [[ $packager == apt ]]; then
    say "This system's packages are too old for Sidekick (${old//$'\n'/; }): a Debian 13 takes their place"
    echo root
  else
    fail "This system's packages are too old for Sidekick: ${old//$'\n'/; }." \
      "Upgrade it, or use Debian 12 or newer."
  fi
}

# Leaves SYSTEM native or root, with everything installed; asks the packager nothing the second time.
prepare_system() {
  local key packager names
  mkdir -p "$CACHE" || fail "The cache folder $CACHE cannot be made." \
    "Make its parent writable for you, or set XDG_CACHE_HOME to a folder that is."
  key=$(system_key)${SIDEKICK_SYSTEM-}
  if [[ -r $CACHE/system-$key ]]; then
    SYSTEM=$(<"$CACHE/system-$key")
    [[ $SYSTEM == native ]] || has_root || make_root
    return
  fi
  packager=$(find_packager)
  SYSTEM=$(choose_system "$packager")
  if [[ $SYSTEM == native ]]; then
    mapfile -t names < <(package_names "$packager")
    install_missing "$packager" "${names[@]}"
  else
    make_root
  fi
  rm -f "$CACHE"/system-*
  echo "$SYSTEM" >"$CACHE/system-$key"
}

# As above, with what only measuring needs.
prepare_bench() {
  local packager names
  prepare_system
  PACKAGES+=("$DEV/packages-bench")
  if [[ $SYSTEM == native ]]; then
    packager=$(find_packager)
    mapfile -t names < <(package_names "$packager")
    install_missing "$packager" "${names[@]}"
  else
    has_root || make_root
  fi
}
