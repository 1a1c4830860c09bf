//go:build !cgo

package main

import (
	"errors"

	"harbour/app/casework"
	"harbour/app/words"
)

// openWindow says that this build has none.
func openWindow(casework.Program, words.Book, string, string) error {
	return errors.New("this build has no window; try: harbour --help")
}
