//go:build cgo && !linux

package main

import (
	"os"
	"slices"
	"strings"

	"harbour/app/ui"
)

// restart starts a fresh process and ends this one. It returns only where that
// fails.
func restart(r ui.Restart) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	env := os.Environ()
	for name, value := range environment(r) {
		env = slices.DeleteFunc(env, func(s string) bool { return strings.HasPrefix(s, name+"=") })
		env = append(env, name+"="+value)
	}
	_, err = os.StartProcess(exe, os.Args[:1], &os.ProcAttr{Env: env, Files: []*os.File{os.Stdin, os.Stdout, os.Stderr}})
	if err != nil {
		return err
	}
	os.Exit(0)
	return nil
}
