# setup.sh: what build-aux/run, build-aux/test and build-aux/check share
#
# Copyright 2026 The Tautline authors
# SPDX-License-Identifier: GPL-3.0-or-later

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$top/_build"

build_packages="gcc libc6-dev make meson ninja-build pkg-config gettext
  libgtk-4-dev libadwaita-1-dev librsvg2-dev libjson-glib-dev libical-dev libqrencode-dev
  libglib2.0-bin desktop-file-utils appstream libxml2-utils
  adwaita-icon-theme fonts-cantarell fonts-inter fonts-dejavu-core librsvg2-common"
test_packages="zbar-tools xvfb xauth dbus at-spi2-core libgtk-4-bin python3 python3-gi
  gir1.2-atspi-2.0 xdotool x11-utils imagemagick poppler-utils procps
  python3-recurring-ical-events"
check_packages="valgrind clang-14 libclang-rt-14-dev gcovr"

# Installs those of the packages that are not there yet, and only those.
install_packages ()
{
  local missing=() package become=()

  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "$0: these packages are missing; install them as root: ${missing[*]}" >&2
      exit 1
    fi
    become=(sudo)
  fi
  echo "Installing ${#missing[@]} packages from Debian"
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Sets the build folder up once; afterwards only what changed is built anew: all of
# it, or the targets in $targets.
build_tautline ()
{
  local log

  if [ ! -f "$build/build.ninja" ]; then
    log=$(mktemp)
    meson setup "$build" "$top" "$@" >"$log" 2>&1 || {
      cat "$log" >&2
      rm -f "$log"
      return 1
    }
    rm -f "$log"
  fi
  ninja -C "$build" ${targets:-}
}
