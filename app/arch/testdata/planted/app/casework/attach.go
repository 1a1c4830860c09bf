package casework

import (
	"os"

	"modernc.org/sqlite" // want: imports
)

func attach() {
	os.MkdirTemp("", "")          // want: temporary files
	os.WriteFile("", nil, 0)      // want: half-written files
	f := os.Create                // want: half-written files
	go sqlite.MustRegister(f, "") // a goroutine that the call waits for is right here
}
