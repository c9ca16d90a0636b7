# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Makes locales in a folder of our own, which LOCPATH names: the system's are left alone.

# Makes LANGUAGE_COUNTRY.CHARSET[@MODIFIER] in FOLDER, unless it is there.
make_locale() {
  local folder=$1 name=$2 source new
  [[ ! -e $folder/$name ]] || return 0
  source=${name%%.*}
  [[ $name != *@* ]] || source+=@${name#*@}
  mkdir -p "$folder"
  new=$(mktemp -d "$folder/.new-XXXXXX")
  # It exits 1 for warnings as well; what counts is whether the locale came to be.
  localedef --quiet --no-archive -i "$source" -f UTF-8 "$new/$name" 2>/dev/null || true
  if [[ -e $new/$name/LC_CTYPE ]]; then
    chmod 755 "$new/$name"
    mv -T "$new/$name" "$folder/$name" || true
  fi
  rm -rf "$new"
  [[ -e $folder/$name ]]
}
