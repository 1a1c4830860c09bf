package main

import (
	"fmt"

	"harbour/app/ui"
)

// Main may join everything and print.
func main() { fmt.Println(ui.Window{}) }
