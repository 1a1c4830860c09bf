//go:build unix

package widgets

import (
	"os"
	"syscall"
)

// isMount says whether a folder is on another device than the one that holds it.
func isMount(root, path string) bool {
	outer, err := os.Stat(root)
	if err != nil {
		return false
	}
	inner, err := os.Stat(path)
	if err != nil {
		return false
	}
	a, okA := outer.Sys().(*syscall.Stat_t)
	b, okB := inner.Sys().(*syscall.Stat_t)
	return okA && okB && a.Dev != b.Dev
}
