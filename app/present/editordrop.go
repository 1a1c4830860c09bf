package present

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"harbour/app/casework"
)

// Bounds on what is taken in at once, and on what is looked at for it: somebody
// may drop a whole disk.
const (
	maxDropped      = 200
	maxDroppedDepth = 6
	maxDroppedLook  = 20_000
)

// FindFiles lists the files among the paths and in the folders among them, in
// their order: no hidden ones, no links, at most 200. done gets them, and how
// many more were seen.
func FindFiles(paths []string, done func(files []string, left int)) Job {
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		files, left := filesIn(ctx, paths)
		return func() { done(files, left) }
	}
}

func filesIn(ctx context.Context, paths []string) (files []string, left int) {
	looked := 0
	for _, path := range paths {
		root := filepath.Clean(path)
		// What cannot be read is left out: it is missed in the list of what
		// came.
		_ = filepath.WalkDir(root, func(at string, entry fs.DirEntry, err error) error {
			if looked++; looked > maxDroppedLook || ctx.Err() != nil {
				return filepath.SkipAll
			}
			switch {
			case err != nil:
				return nil
			case entry.IsDir():
				if at != root && hidden(entry.Name()) || depthBelow(root, at) > maxDroppedDepth {
					return filepath.SkipDir
				}
			case !entry.Type().IsRegular() || hidden(entry.Name()):
			case len(files) == maxDropped:
				left++
			default:
				files = append(files, at)
			}
			return nil
		})
	}
	return files, left
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

func depthBelow(root, at string) int {
	return strings.Count(strings.TrimPrefix(at, root), string(os.PathSeparator))
}

// DocumentFor returns the document that a file dropped on the page belongs to:
// the one that is open, or a new one.
func (e *Editor) DocumentFor() string {
	if p := e.page(); p.list != nil && p.list.at == "documents" {
		return p.element
	}
	return e.Add("documents", Member{"type", "other"})
}
