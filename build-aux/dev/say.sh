# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# How the other parts of dev speak: always to stderr, since stdout belongs to what is run.

say() {
  printf '→ %s\n' "$*" >&2
}

# What failed, and on further lines what to do about it.
fail() {
  printf '✗ %s\n' "$1" >&2
  shift
  (($# == 0)) || printf '  %s\n' "$@" >&2
  exit 1
}

# Says what is about to be done by the administrator, and does it.
as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    say "As administrator (sudo may ask for your password): $*"
    sudo -- "$@"
  else
    fail "This needs the administrator, and there is no sudo: $*" \
      "Run it as root, or install sudo, then run ./dev again."
  fi
}
