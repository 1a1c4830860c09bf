//go:build !linux

package atomicfile

import "os"

func forget(*os.File) {}

func startWriting(*os.File, int64, int64) {}

func renameNew(from, to string) error { return renameChecked(from, to) }

func syncMedium(string) error { return nil }
