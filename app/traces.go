//go:build cgo

package main

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
)

// envMemory hands the folder in memory to the process that replaces this one:
// the toolkit watches it to the last.
const envMemory = "HARBOUR_MEMORY"

// leaveNoTraces points all that the toolkit writes by itself to a private
// folder in memory, and keeps it off the session bus. clean takes that folder
// away. Windows and macOS do not read these variables.
func leaveNoTraces(dark bool) (clean func(), err error) {
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	set := map[string]string{"FYNE_THEME": scheme, "MESA_SHADER_CACHE_DISABLE": "true"}
	dir, err := memoryFolder()
	if err != nil {
		return nil, err
	}
	clean = func() {}
	if dir != "" {
		set["XDG_CACHE_HOME"], set["XDG_CONFIG_HOME"], set[envMemory] = dir, dir, dir
		// What can't be taken away is gone when the machine is switched off.
		clean = func() { _ = os.RemoveAll(dir) }
	}
	for name, value := range set {
		if err := os.Setenv(name, value); err != nil {
			clean()
			return nil, err
		}
	}
	return clean, nil
}

// memoryFolder is the folder of the process that this one replaced, or a new
// one; empty where no folder is in memory.
func memoryFolder() (string, error) {
	base := inMemory()
	if base == "" {
		return "", nil
	}
	before := os.Getenv(envMemory)
	if info, err := os.Lstat(before); err == nil && filepath.Dir(before) == base && info.IsDir() && info.Mode().Perm() == 0o700 {
		return before, nil
	}
	dir := filepath.Join(base, "app-"+rand.Text())
	if err := os.Mkdir(dir, 0o700); err != nil {
		return "", errors.New("make a folder in memory")
	}
	return dir, nil
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
