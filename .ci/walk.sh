#!/usr/bin/env bash
# Walks the real window under Xvfb, by keyboard alone: sets a field desk and an
# office up, types a whole family into a referral while the program is killed
# twice, hands it over, opens it at the office, and takes the receipt back. The
# keys of the interview are those that TestInterview counts. Pictures of each
# step go into the folder given (dist/walk without one).
set -eu
cd "$(dirname "$0")/.."
repo=$PWD
pictures=$(mkdir -p "${1:-dist/walk}" && cd "${1:-dist/walk}" && pwd)
go build -tags no_animations -o dist/harbour-walk ./app
CGO_ENABLED=0 go build -o dist/harbour-walk-cli ./app
work=$(mktemp -d)
mkdir "$work/home" "$work/run" "$work/stick"
trap 'kill $(jobs -p) $(cat "$work"/*.pid 2>/dev/null) 2>/dev/null || true; rm -rf "$work"' EXIT

field_words="pebble orchard kettle nineteen willow"
office_words="harvest copper violin lantern meadow"
declare -A display=([field]=:93 [office]=:94)
for d in 93 94; do Xvfb :$d -screen 0 1280x800x24 >"$work/xvfb$d.txt" 2>&1 & done
for d in 93 94; do for _ in $(seq 50); do DISPLAY=:$d xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done; done

# open DESK starts the window of a desk.
open() {
	HOME=$work/home XDG_RUNTIME_DIR=$work/run DISPLAY=${display[$1]} setsid "$repo/dist/harbour-walk" --vault "$work/$1" >"$work/$1.out" 2>>"$work/$1.err" &
	echo $! >"$work/$1.pid"
	for _ in $(seq 100); do DISPLAY=${display[$1]} xdotool search --name '^Harbour$' >/dev/null 2>&1 && break; sleep 0.2; done
	sleep 1.5
}
click() { DISPLAY=${display[$1]} xdotool mousemove "$2" "$3" click 1; sleep "${4:-1.5}"; }
# choose DESK PATH types a path into the chooser that is open, and takes it.
choose() {
	click "$1" 800 232 0.7
	key "$1" ctrl+a
	words "$1" "$2" 20
	key "$1" Return
	sleep 2
	click "$1" 937 611 6
}
key() { local desk=$1; shift; DISPLAY=${display[$desk]} xdotool key --delay 40 "$@"; }
words() { DISPLAY=${display[$1]} xdotool type --delay "${3:-12}" -- "$2"; }
picture() { sleep "${3:-0.7}"; DISPLAY=${display[$1]} import -window root "$pictures/$2.png"; }
cli() { local desk=$1 pass=$2; shift 2; echo "$pass" | "$repo/dist/harbour-walk-cli" "$@" --vault "$work/$desk" --passphrase-file -; }
unlock() { words "$1" "$2" 20; key "$1" Return; sleep "${3:-4}"; }

# set_up DESK NAME WORDS
set_up() {
	open "$1"
	picture "$1" "01-$1-who"
	if [ "$1" = office ]; then key office shift+Tab shift+Tab space Tab Tab; fi
	words "$1" "$2"
	key "$1" Return
	sleep 1
	words "$1" "$3" 20
	key "$1" Tab
	words "$1" "$3" 20
	picture "$1" "02-$1-passphrase"
	key "$1" Return
	sleep 5
	unlock "$1" "$3"
}

# play FROM TO presses these lines of the interview.
play() {
	sed -n "$1,$2p" app/ui/testdata/interview.keys | while IFS= read -r line; do
		case $line in
		"type "*)
			# Letters that no key has are given one by one to a spare key.
			pause=4
			[[ $line =~ ^[[:ascii:]]*$ ]] || pause=110
			words field "${line#type }" "$pause"
			;;
		"key "*)
			name=${line##*+}
			name=${name#key }
			# A capital would be typed with Shift.
			case $name in Space) name=space ;; ?) name=${name,,} ;; esac
			case $line in
			"key ctrl+"*) name=ctrl+$name ;;
			"key alt+"*) name=alt+$name ;;
			"key shift+"*) name=shift+$name ;;
			esac
			key field "$name"
			sleep 0.05
			;;
		esac
	done
}

# kill_and_return kills the field desk in the middle and comes back.
kill_and_return() {
	sleep 1.5
	kill -9 "$(cat "$work/field.pid")" 2>/dev/null || true
	pkill -9 -f "harbour-walk --vault $work/field" || true
	sleep 1
	open field
	unlock field "$field_words"
	picture field "$1"
}

# close_window DESK ends a desk's window as its close button does.
close_window() {
	DISPLAY=${display[$1]} xdotool search --name '^Harbour$' windowclose || true
	for _ in $(seq 50); do kill -0 "$(cat "$work/$1.pid")" 2>/dev/null || break; sleep 0.1; done
	kill "$(cat "$work/$1.pid")" 2>/dev/null || true
	sleep 0.5
}

# meet makes two desks know each other's cards, checked.
meet() {
	cli field "$field_words" card --out "$work/field.card" >"$work/field.groups"
	cli office "$office_words" card --out "$work/office.card" >"$work/office.groups"
	groups() { grep -oE '[0-9]{5}' "$1" | head -12 | tr '\n' ' '; }
	cli field "$field_words" trust "$work/office.card" --groups "$(groups "$work/office.groups")" >/dev/null
	cli office "$office_words" trust "$work/field.card" --groups "$(groups "$work/field.groups")" >/dev/null
}

set_up office Meridian "$office_words"
picture office 03-office-home
close_window office
set_up field "Desk 3" "$field_words"
picture field 03-field-home
close_window field
meet
open field
unlock field "$field_words"

# Where it is killed: each time after an answer that was typed.
first=556
second=1102
play 1 1
sleep 3
play 2 $first
kill_and_return 04-after-the-first-kill
play $((first + 1)) $second
kill_and_return 05-after-the-second-kill
play $((second + 1)) 99999
sleep 2
picture field 06-whole-family

click field 38 199 2 # hand-over, in the folded navigation
picture field 07-choose
click field 600 185
click field 1198 755 2
click field 1188 159
picture field 08-to-whom
click field 1198 755 3
picture field 09-missing
click field 1198 755 3
click field 1170 388
words field "$field_words" 20
key field Return
sleep 5
picture field 10-leaves
key field Return
sleep 2
choose field "$work/stick"
picture field 11-written
file=$(ls "$work"/stick/*.age) || { echo "nothing was written"; exit 1; }

open office
unlock office "$office_words"
click office 490 42 2
choose office "$file"
picture office 12-office-reads
mkdir "$work/back"
click office 1135 718 2
choose office "$work/back"
picture office 13-receipt
receipt=$(ls "$work"/back/*.age) || { echo "no receipt"; exit 1; }

click field 787 340 2
choose field "$receipt"
picture field 14-receipt-is-in

# Nothing that was typed may be readable anywhere outside the windows.
for marker in Rostamyar ROSTAMYAR "Radio Sahar" Habib "pebble orchard" "harvest copper"; do
	if grep -rlaF -- "$marker" "$work" /dev/shm 2>/dev/null; then echo "readable: $marker"; exit 1; fi
done
left=$(find "$work/home" -type f)
[ -z "$left" ] || { echo "files left outside the vaults: $left"; exit 1; }
if grep -q 'Fyne call thread' "$work"/*.err; then cat "$work"/*.err; exit 1; fi
close_window field
cli field "$field_words" list | tee "$pictures/list.txt"
grep -q '4 people' "$pictures/list.txt"
cli field "$field_words" verify >/dev/null
echo "walk: typed, killed twice, handed over, opened, and the receipt is in; pictures in $pictures"
