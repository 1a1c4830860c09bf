#!/bin/sh
# Makes the four font files of this folder; README.md says where SOURCE comes from.
set -eu
src=$1
noto=${NOTO:-/usr/share/fonts/truetype/noto}
cd "$(dirname "$0")"

sans() {
	/usr/bin/python3 merge.py "HarbourSans-$1.ttf" "Harbour Sans" \
		"$src/plex-sans/package/fonts/complete/woff/IBMPlexSans-$1.woff" \
		"$src/plex-sans-arabic/package/fonts/complete/woff/IBMPlexSansArabic-$1.woff" \
		"$noto/NotoSansEthiopic-$2.ttf" "$noto/NotoSansMyanmar-$2.ttf" "$noto/NotoSans-$2.ttf"
}

mono() {
	/usr/bin/python3 merge.py --only 20-7E,A0-FF,2010-2015,2018-201F,2022,2026,200E,200F \
		"HarbourMono-$1.ttf" "Harbour Mono" \
		"$src/plex-mono/package/fonts/complete/woff/IBMPlexMono-$1.woff"
}

sans Regular Regular
sans SemiBold Bold
mono Regular
mono SemiBold
