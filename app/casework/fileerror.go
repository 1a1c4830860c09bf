package casework

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// fileError keeps the names of folders and files out of an error, and tells a
// full disk from the rest.
func fileError(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return ErrDiskFull
	case errors.As(err, &path):
		return fmt.Errorf("%s file: %w", path.Op, path.Err)
	case errors.As(err, &link):
		return fmt.Errorf("%s file: %w", link.Op, link.Err)
	}
	return err
}
