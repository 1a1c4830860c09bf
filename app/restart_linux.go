//go:build cgo

package main

import (
	"os"
	"slices"
	"strings"
	"syscall"

	"harbour/app/ui"
)

// restart replaces this process by a fresh one, so that nothing of its memory
// stays. It returns only where that fails.
func restart(r ui.Restart) error {
	env := os.Environ()
	for name, value := range environment(r) {
		// Of two values the first would hold: replace, never append.
		env = slices.DeleteFunc(env, func(s string) bool { return strings.HasPrefix(s, name+"=") })
		env = append(env, name+"="+value)
	}
	return syscall.Exec("/proc/self/exe", os.Args[:1], env)
}
