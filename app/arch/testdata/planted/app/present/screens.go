// Package present breaks the rules of screens.
package present

import (
	"log" // want: logging

	"harbour/store" // want: imports
)

func start() {
	go store.Open() // want: goroutines of screens
	log.Fatal()
}
