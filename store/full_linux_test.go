package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"harbour/store"
)

// The disk is a real one of 512 KiB, filled by another to the last byte.
func TestVault_goes_on_after_a_full_disk(t *testing.T) {
	ctx := context.Background()
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=512k"); err != nil {
		t.Skipf("no disk of its own: %v", err)
	}
	defer syscall.Unmount(disk, syscall.MNT_DETACH)
	dir := filepath.Join(disk, "vault")
	if err := store.Create(ctx, dir, secret(t, "pebble"), cheap, &store.Write{}); err != nil {
		t.Fatal(err)
	}
	v, _ := open(t, dir)
	w := &store.Write{}
	w.Add(kindTest, []byte("head"), []byte("body"))
	item := commit(t, v, w)[0]
	standing := 1
	for _, spare := range []int64{0, 4 << 10, 8 << 10, 20 << 10, 40 << 10, 60 << 10} {
		ballast := fillDisk(t, disk, spare)
		w := &store.Write{}
		w.Replace(item, []byte("head"), random(100_000))
		if _, err := v.Commit(ctx, w); !errors.Is(err, store.ErrDiskFull) {
			t.Errorf("%d spare: commit: got %v, want ErrDiskFull", spare, err)
		}
		if err := attach(v, random(100_000)); !errors.Is(err, store.ErrDiskFull) {
			t.Errorf("%d spare: attach: got %v, want ErrDiskFull", spare, err)
		}
		if body, err := v.Body(ctx, item); err != nil || string(body) != "body" {
			t.Fatalf("%d spare: got %q, %v", spare, body, err)
		}
		if r := verify(t, v); r.Entries != standing {
			t.Errorf("%d spare: %d entries, want %d", spare, r.Entries, standing)
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		w = &store.Write{}
		w.Audit([]byte("room again"))
		commit(t, v, w)
		standing++
	}
	ballast := fillDisk(t, disk, 0)
	if err := v.Close(); err != nil {
		t.Logf("close on a full disk: %v", err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	v, items := open(t, dir)
	defer closeVault(t, v)
	if len(items) != standing {
		t.Errorf("%d items after a close on a full disk, want %d", len(items), standing)
	}
	if err := attach(v, random(50_000)); err != nil {
		t.Error(err)
	}
	verify(t, v)
}

func attach(v *store.Vault, content []byte) error {
	f, err := v.NewFile()
	if err != nil {
		return err
	}
	if err := fillFile(f, content); err != nil {
		return errors.Join(err, f.Discard())
	}
	w := &store.Write{}
	w.AddFile(f, nil)
	_, err = v.Commit(context.Background(), w)
	return err
}

// fillDisk leaves about spare bytes free and returns the file that takes the
// rest.
func fillDisk(t *testing.T, disk string, spare int64) string {
	t.Helper()
	path := filepath.Join(disk, "ballast")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for page := make([]byte, 4096); ; {
		if _, err := f.Write(page); errors.Is(err, syscall.ENOSPC) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(max(0, info.Size()-spare)); err != nil {
		t.Fatal(err)
	}
	return path
}
