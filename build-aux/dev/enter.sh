# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Enters the root with bubblewrap: the system is the root's, everything else is this machine's own,
# at the same paths. The new / is empty and mounts are laid in it, so nothing is written to the
# root; and /proc is bound, not made anew, so that a sandbox may be made inside.

ENTER=()

# What belongs to the system, and so comes from the root.
is_of_system() {
  case $1 in
    bin | sbin | lib | lib32 | lib64 | libx32 | usr | etc | var | dev | proc | sys | run | boot | lost+found) ;;
    *) return 1 ;;
  esac
}

# Lays SOURCE at TARGET: a link is copied, anything else is bound.
lay() {
  if [[ -L $1 ]]; then
    ENTER+=(--symlink "$(readlink -- "$1")" "$2")
  elif [[ -d $1 ]]; then
    ENTER+=(--bind "$1" "$2")
  fi
}

lay_system() {
  local entry
  for entry in "$ROOT"/{bin,sbin,lib*,usr,etc}; do
    lay "$entry" "/${entry##*/}"
  done
  ENTER+=(--dev-bind /dev /dev --dev-bind /proc /proc --ro-bind /sys /sys)
}

# /var is the root's where the root has it and this machine's where not (/var/www, /var/lib/jenkins).
lay_var() {
  local folder=$1 entry name
  ENTER+=(--dir "$folder")
  for entry in "$ROOT$folder"/* "$folder"/*; do
    name=${entry##*/}
    if [[ $entry == "$folder"/* && (-e $ROOT$folder/$name || -L $ROOT$folder/$name) ]] ||
      [[ $folder/$name == /var/tmp ]]; then
      continue
    elif [[ $folder/$name == /var/lib ]]; then
      lay_var /var/lib
    else
      lay "$entry" "$folder/$name"
    fi
  done
}

lay_machine() {
  local entry
  for entry in /*; do
    is_of_system "${entry#/}" || lay "$entry" "$entry"
  done
  lay_var /var
  lay /var/tmp /var/tmp
  for entry in "$SOURCE" "$PWD" "$HOME" "$CACHE" "$BUILD" \
    "${XDG_DATA_HOME-}" "${XDG_CONFIG_HOME-}" "${XDG_STATE_HOME-}"; do
    case $entry in
      /usr/* | /etc/* | /boot/* | /run/*) [[ ! -d $entry ]] || ENTER+=(--bind "$entry" "$entry") ;;
    esac
  done
}

# The sockets of the session: Wayland, D-Bus and accessibility lie in the runtime folder, X11's in /tmp.
lay_session() {
  local entry runtime=${XDG_RUNTIME_DIR:-/run/user/$UID}
  ENTER+=(--tmpfs /run --dir /run/lock)
  for entry in /run/dbus /run/media; do
    lay "$entry" "$entry"
  done
  if [[ -d $runtime ]]; then
    lay "$runtime" "$runtime"
  else
    ENTER+=(--perms 0700 --dir "$runtime")
  fi
  ENTER+=(--setenv XDG_RUNTIME_DIR "$runtime")
  # shellcheck disable=SC2094
  case ${XAUTHORITY-} in
    "$runtime"/*) ;;
    /run/*) lay_file "$XAUTHORITY" <"$XAUTHORITY" ;;
  esac
}

# A file of this machine's, read from stdin, in the place of the root's: it may be a link here.
lay_file() {
  local fd
  exec {fd}< <(cat)
  ENTER+=(--ro-bind-data "$fd" "$1")
}

lay_accounts() {
  lay_file /etc/passwd < <(
    cat "$ROOT/etc/passwd"
    grep -q "^[^:]*:[^:]*:$UID:" "$ROOT/etc/passwd" || getent passwd "$UID"
  )
  local group
  group=$(id -g)
  lay_file /etc/group < <(
    cat "$ROOT/etc/group"
    grep -q "^[^:]*:[^:]*:$group:" "$ROOT/etc/group" || getent group "$group"
  )
}

# What tells of this machine. Bound, not copied as lay_file does: a sandbox inside binds it anew.
lay_identity() {
  local file
  for file in /etc/resolv.conf /etc/hosts /etc/machine-id; do
    [[ ! -s $file ]] || ENTER+=(--ro-bind "$(readlink -f -- "$file")" "$file")
  done
}

# Paths and switches of this machine's that would lead programs of the root astray.
set_environment() {
  local name zone
  for name in LD_PRELOAD LD_LIBRARY_PATH PYTHONPATH PYTHONHOME PKG_CONFIG_PATH GI_TYPELIB_PATH \
    XDG_DATA_DIRS XDG_CONFIG_DIRS GTK_PATH GTK_MODULES GIO_EXTRA_MODULES GIO_MODULE_DIR \
    GDK_PIXBUF_MODULE_FILE CC CFLAGS CPPFLAGS LDFLAGS CPATH C_INCLUDE_PATH LIBRARY_PATH; do
    ENTER+=(--unsetenv "$name")
  done
  zone=$(readlink -f /etc/localtime || true)
  [[ $zone != */zoneinfo/* ]] || ENTER+=(--setenv TZ "${TZ:-${zone##*/zoneinfo/}}")
  ENTER+=(
    --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    --setenv SIDEKICK_INSIDE "$ROOT_SUITE"
    --setenv LOCPATH "$CACHE/locales"
  )
  [[ -n ${LC_ALL-}${LANG-} ]] || ENTER+=(--setenv LANG C.UTF-8)
}

# The root knows no language but C's; those of the user are made once, beside it.
make_user_locales() {
  local name
  mkdir -p "$CACHE/locales"
  while read -r name; do
    case $name in
      C | POSIX | C.* | "" | */*) continue ;;
    esac
    [[ ! -e $CACHE/locales/$name ]] || continue
    say "Making the locale $name"
    # shellcheck disable=SC2016
    bwrap "${ENTER[@]}" --bind "$CACHE" "$CACHE" --ro-bind "$DEV" "$DEV" --setenv LC_ALL C \
      bash -c 'source "$1/locales.sh"; make_locale "$2" "$3"' _ "$DEV" "$CACHE/locales" "$name" ||
      say "There is no locale $name: English takes its place"
  done < <(printf '%s\n' "${LC_ALL-}" "${LANG-}" "${LC_TIME-}" "${LC_NUMERIC-}" "${LC_MESSAGES-}" | sort -u)
}

enter_root() {
  if ! bwrap --dev-bind / / true; then
    fail "bubblewrap cannot make a sandbox here." \
      "Where the kernel keeps user namespaces from users, an administrator allows them with:" \
      "  sysctl -w kernel.unprivileged_userns_clone=1" \
      "  sysctl -w kernel.apparmor_restrict_unprivileged_userns=0      (Ubuntu 24.04)" \
      "whichever of the two there is. In a container, it must be a privileged one."
  fi
  mkdir -p "$BUILD"
  shopt -s nullglob
  ENTER=()
  lay_system
  make_user_locales
  lay_machine
  lay_session
  lay_accounts
  lay_identity
  set_environment
  ENTER+=(--chdir "$PWD")
  # Ctrl+C is for what runs inside, which then ends what it has started; and when bubblewrap is
  # ended, it is told to end too, in its own good time.
  trap '' INT
  exec bwrap "${ENTER[@]}" env --default-signal=INT setpriv --pdeathsig TERM bash "$@"
}
