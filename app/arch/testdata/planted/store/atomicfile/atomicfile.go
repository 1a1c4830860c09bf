package atomicfile

import "os"

// The one place where this is right.
func write() { os.Create("") }
