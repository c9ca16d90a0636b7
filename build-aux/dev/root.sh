# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Makes the Debian 13 that stands in where the system's own packages are too old.

ROOT_SUITE=trixie
ROOT=$CACHE/root-$ROOT_SUITE
# Inside the root: the packages it was completed with.
ROOT_LIST=etc/sidekick-packages

# Prints those of the packages needed that the root in FOLDER was not completed with.
root_lacks() {
  package_names apt | grep -vxFf "$1/$ROOT_LIST" || true
}

has_root() {
  [[ -r $ROOT/$ROOT_LIST && -z $(root_lacks "$ROOT") ]]
}

# The address of the mirror that this machine's own apt uses for Debian.
debian_mirror() {
  local site list
  if [[ -n ${SIDEKICK_DEBIAN_MIRROR-} ]]; then
    echo "$SIDEKICK_DEBIAN_MIRROR"
    return
  fi
  # shellcheck disable=SC2016  # apt fills these in
  site=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(SITE)' 'Created-By: Packages' 2>/dev/null |
    awk -F '|' '$1 == "Debian" && $2 == "Debian" && $3 !~ /security/ { print $3; exit }')
  if [[ $site == mirror+file:* ]]; then
    list=${site#mirror+file:}
    site=$(awk '!/^#/ && NF { print $1; exit }' "$list")
  fi
  [[ -n $site ]] || fail "apt knows no Debian mirror, and the Debian 13 for Sidekick comes from one." \
    "Choose one near you, and run: SIDEKICK_DEBIAN_MIRROR=ADDRESS ./dev …"
  echo "$site"
}

# One at a time: a second dev waits until the first has made the root.
make_root() {
  local lock
  exec {lock}>"$CACHE/lock"
  flock -n "$lock" || {
    say "Waiting for another ./dev that is setting up the same cache folder"
    flock "$lock"
  }
  if ! has_root; then
    if [[ -e $ROOT/$ROOT_LIST ]]; then
      complete_root
    else
      create_root
    fi
  fi
  exec {lock}>&-
}

create_root() {
  local mirror names started=$SECONDS
  install_missing apt mmdebstrap bubblewrap debian-archive-keyring
  mirror=$(debian_mirror)
  mapfile -t names < <(package_names apt)
  say "Making a Debian 13 in $ROOT: once, about a minute, 1.3 GB, from $mirror"
  say "It holds: ${names[*]}"
  [[ ! -e $ROOT.new ]] || as_root rm -rf --one-file-system "$ROOT.new"
  as_root mmdebstrap --variant=apt --mode=root --format=directory \
    --include="$(IFS=,; echo "${names[*]}")" \
    --aptopt='Acquire::Languages "none"' \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' \
    "$ROOT_SUITE" "$ROOT.new" "$mirror" </dev/null >&2 ||
    fail "The Debian 13 could not be made from $mirror." \
      "Without a network or with another mirror in mind: SIDEKICK_DEBIAN_MIRROR=ADDRESS ./dev …" \
      "If a public key is said to be missing, this system's debian-archive-keyring is too old:" \
      "install a newer one. What was begun in $ROOT.new is thrown away next time."
  finish_root "$ROOT.new"
  as_root mv -T "$ROOT.new" "$ROOT"
  say "Made in $((SECONDS - started)) seconds"
}

# Notes what a root holds, so that it counts as complete, and readies it for being entered.
finish_root() {
  local root=$1
  as_root touch "$root"/etc/{hosts,machine-id,resolv.conf} "$root/$ROOT_LIST"
  root_lacks "$root" | as_root tee -a "$root/$ROOT_LIST" >/dev/null
}

# Installs what the list has gained since the root was made.
complete_root() {
  local names
  mapfile -t names < <(root_lacks "$ROOT")
  say "Installing in the Debian 13 of the cache folder: ${names[*]}"
  as_root cp -L /etc/resolv.conf "$ROOT/etc/resolv.conf"
  {
    as_root chroot "$ROOT" apt-get update &&
      as_root chroot "$ROOT" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get install -y --no-install-recommends "${names[@]}"
  } </dev/null >&2 || fail "The Debian 13 in $ROOT could not be completed with: ${names[*]}" \
    "See the message above. To have it made anew, remove that folder (as root) and run ./dev again."
  finish_root "$ROOT"
}
