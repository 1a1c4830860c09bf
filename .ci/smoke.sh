#!/usr/bin/env bash
# Opens the real window under Xvfb from an empty folder, and fails where it
# does not stay open or Fyne sees a widget touched off its thread.
set -eu
cd "$(dirname "$0")/.."
go build -tags no_animations -o dist/harbour-smoke ./app
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
mkdir home
Xvfb :97 -screen 0 1280x800x24 >xvfb.txt 2>&1 &
for _ in $(seq 50); do DISPLAY=:97 xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
HOME=$work/home DISPLAY=:97 "$OLDPWD/dist/harbour-smoke" --vault "$work/vault" >out.txt 2>err.txt &
window=$!
for _ in $(seq 100); do DISPLAY=:97 xdotool search --name '^Harbour$' >/dev/null 2>&1 && break; sleep 0.2; done
DISPLAY=:97 xdotool search --name '^Harbour$' >/dev/null || { echo "no window"; cat err.txt; exit 1; }
sleep 2
kill -0 "$window" || { echo "the window closed by itself"; cat err.txt; exit 1; }
DISPLAY=:97 xdotool key Tab Tab
sleep 1
if grep -q 'Fyne call thread' err.txt; then cat err.txt; exit 1; fi
left=$(find home -type f)
[ -z "$left" ] || { echo "files left outside the vault: $left"; exit 1; }
echo "smoke: the window opened, stayed and left nothing"
