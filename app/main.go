// Package main is the program: it builds what the others need from the data
// that it carries, and joins them. It decides nothing itself.
package main

import (
	"fmt"
	"os"

	"harbour/crypto"
)

// version is set by the linker.
var version = "dev"

func main() {
	crypto.Harden()
	fmt.Println("harbour", version)
	os.Exit(0)
}
