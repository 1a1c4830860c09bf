package atomicfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"harbour/store/atomicfile"
)

// medium is what would be left of a folder after a power loss: names as of the
// last sync of the folder, and for each name every state of its content that
// the last sync of the file leaves possible.
type medium struct {
	synced map[string][]byte // content that was synced, by the name that it has now
	names  map[string][]byte // names that are durable, with their content
	loose  map[string][]byte // names that may be durable or not
}

// before keeps the books of the calls. A name that is not synced may reach the
// medium all the same; content that is not synced may be lost then.
func (m *medium) before(op, path string) error {
	switch op {
	case "create":
		m.loose[path] = nil
	case "sync":
		got, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		m.synced[path], m.loose[path] = got, got
	case "rename":
		to := path[:len(path)-len(atomicfile.Part)]
		m.synced[to], m.loose[to] = m.synced[path], m.synced[path]
	case "syncdir":
		for name, got := range m.loose {
			if _, err := os.Lstat(name); err == nil {
				m.names[name] = got
			}
		}
	}
	return nil
}

// At no moment may a power loss leave a file that is not whole under the final
// name, and what Commit has acknowledged is durable.
func TestFile_survives_a_power_loss(t *testing.T) {
	dir := t.TempDir()
	m := &medium{map[string][]byte{}, map[string][]byte{}, map[string][]byte{}}
	final := filepath.Join(dir, name)
	moments := 0
	path, err := write(dir, func(op, path string) error {
		moments++
		err := m.before(op, path)
		for _, state := range []map[string][]byte{m.names, m.loose} {
			if got, ok := state[final]; ok && !bytes.Equal(got, content) {
				t.Errorf("before %s: %d bytes under the final name", op, len(got))
			}
		}
		return err
	})
	if err != nil || path != final {
		t.Fatalf("got %q, %v", path, err)
	}
	if got, ok := m.names[final]; !ok || !bytes.Equal(got, content) {
		t.Error("acknowledged and not durable")
	}
	if moments < 8 {
		t.Errorf("%d moments, too few to prove anything", moments)
	}
}
