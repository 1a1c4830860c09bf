#!/usr/bin/env bash
# Installs the system packages that are missing. Usage: packages.sh build|test|walk
set -eu

build="gcc pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev"
test="xvfb xdotool openssh-client"

wanted=$build
[ "${1:-build}" = test ] && wanted="$build $test"
[ "${1:-build}" = walk ] && wanted="$build $test imagemagick"

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
	# Not Debian: if the compiler finds the headers, nothing is missing.
	if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists gl x11 xcursor xrandr xinerama xi xxf86vm; then
		exit 0
	fi
	echo "Please install what these Debian packages hold, and try again: $wanted" >&2
	exit 1
fi

missing=""
for p in $wanted; do
	dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
done
[ -z "$missing" ] && exit 0

echo "Installing:$missing"
sudo=""
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null 2>&1 || { echo "Please install as root:$missing" >&2; exit 1; }
	sudo=sudo
fi
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$sudo apt-get install -y --no-install-recommends $missing >/dev/null 2>&1 || {
	$sudo apt-get update -q >/dev/null
	$sudo apt-get install -y --no-install-recommends $missing >/dev/null
}
