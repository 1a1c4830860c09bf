// Package fonts holds Harbour's own fonts as bytes. It never draws and never reads
// fonts of the machine; README.md of this folder says how the files were made.
package fonts

import _ "embed"

//go:embed HarbourSans-Regular.ttf
var sansRegular []byte

//go:embed HarbourSans-SemiBold.ttf
var sansSemiBold []byte

//go:embed HarbourMono-Regular.ttf
var monoRegular []byte

//go:embed HarbourMono-SemiBold.ttf
var monoSemiBold []byte

// SansRegular is Harbour Sans 400: Latin, Greek, Cyrillic, Arabic, Ethiopic, Burmese.
// The bytes are shared; do not write to them.
func SansRegular() []byte { return sansRegular }

// SansSemiBold is Harbour Sans 600, for the same scripts. The bytes are shared.
func SansSemiBold() []byte { return sansSemiBold }

// MonoRegular is Harbour Mono 400 with a dotted zero, for figures that people compare.
// It holds ASCII and Latin-1. The bytes are shared.
func MonoRegular() []byte { return monoRegular }

// MonoSemiBold is Harbour Mono 600. The bytes are shared.
func MonoSemiBold() []byte { return monoSemiBold }
