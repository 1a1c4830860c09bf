//go:build cgo

package main

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"sync"
)

// leaveNoTraces points all that the toolkit writes by itself to a private
// folder in memory, and keeps it off the session bus. clean takes that folder
// away; it may be called twice. Windows and macOS do not read these variables.
func leaveNoTraces(dark bool) (clean func(), err error) {
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	set := map[string]string{"FYNE_THEME": scheme, "MESA_SHADER_CACHE_DISABLE": "true"}
	clean = func() {}
	if base := inMemory(); base != "" {
		dir := filepath.Join(base, "app-"+rand.Text())
		if err := os.Mkdir(dir, 0o700); err != nil {
			return nil, errors.New("make a folder in memory")
		}
		set["XDG_CACHE_HOME"], set["XDG_CONFIG_HOME"] = dir, dir
		// What can't be taken away is gone when the machine is switched off.
		clean = sync.OnceFunc(func() { _ = os.RemoveAll(dir) })
	}
	for name, value := range set {
		if err := os.Setenv(name, value); err != nil {
			clean()
			return nil, err
		}
	}
	return clean, nil
}

// inMemory is a folder of this user, or of all, that no disk holds; empty where
// there is none.
func inMemory() string {
	for _, dir := range []string{os.Getenv("XDG_RUNTIME_DIR"), "/dev/shm"} {
		if info, err := os.Stat(dir); dir != "" && err == nil && info.IsDir() {
			return dir
		}
	}
	return ""
}
