package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"harbour/crypto"
	"harbour/store"
)

func TestCreate_refuses_a_folder_that_holds_anything(t *testing.T) {
	for _, name := range []string{"letter.pdf", "vault.db", "vault.db-wal", "att/00.age", "LOCK/x", "vault.db.new/x"} {
		dir := t.TempDir()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("theirs"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := store.Create(context.Background(), dir, secret(t, "pebble"), cheap, &store.Write{}); !errors.Is(err, store.ErrExists) {
			t.Errorf("%s: got %v, want ErrExists", name, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != "theirs" {
			t.Errorf("%s: is now %q, %v", name, got, err)
		}
	}
}

// A Create that is interrupted at any moment leaves no vault and no hindrance.
func TestCreate_can_be_repeated(t *testing.T) {
	first := &store.Write{}
	for i := range 20 {
		first.Add(kindTest, fmt.Append(nil, i), random(3000))
	}
	dir := newVault(t, first)
	done := 0
	for k := 0; ; k++ {
		dir := t.TempDir()
		ctx := &endingContext{Context: context.Background()}
		ctx.left.Store(int64(k))
		err := store.Create(ctx, dir, secret(t, "pebble"), cheap, first)
		if err == nil {
			break
		}
		done++
		if store.Exists(dir) {
			t.Fatalf("ended at %d: a vault is left", k)
		}
		if err := store.Create(context.Background(), dir, secret(t, "pebble"), cheap, first); err != nil {
			t.Fatalf("ended at %d: repeated: %v", k, err)
		}
		v, items := open(t, dir)
		if len(items) != 20 {
			t.Fatalf("ended at %d: %d items", k, len(items))
		}
		verify(t, v)
		closeVault(t, v)
	}
	if done == 0 {
		t.Error("no moment proves nothing")
	}
	if err := store.Create(context.Background(), dir, secret(t, "pebble"), cheap, first); !errors.Is(err, store.ErrExists) {
		t.Errorf("over a vault: got %v, want ErrExists", err)
	}
	for name, c := range map[string]crypto.Cost{"no cost": {}, "too much": {MemoryKiB: 1 << 30, Time: 1, Threads: 1}} {
		dir := t.TempDir()
		if err := store.Create(context.Background(), dir, secret(t, "pebble"), c, first); !errors.Is(err, crypto.ErrCost) || store.Exists(dir) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// endingContext ends after it was asked a number of times.
type endingContext struct {
	context.Context
	left atomic.Int64
}

func (c *endingContext) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func (c *endingContext) Done() <-chan struct{} {
	done := make(chan struct{})
	if c.left.Load() <= 0 {
		close(done)
	}
	return done
}

// createVault is a child that may be killed while it makes a vault.
func createVault(dir string) error {
	first := &store.Write{}
	for i := range 20 {
		first.Add(kindTest, []byte(thing{i, 1}.String()), thing{i, 1}.bytes())
	}
	fmt.Println("start")
	return store.Create(context.Background(), dir, newSecret("pebble"), cheap, first)
}

func TestCreate_survives_being_killed(t *testing.T) {
	rounds := killRounds / 4
	if testing.Short() {
		rounds = 10
	}
	whole := 0
	for range rounds {
		dir := filepath.Join(t.TempDir(), "vault")
		child := exec.Command(os.Args[0], "create", dir)
		stdout, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(stdout)
		lines.Scan()
		kill := time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() { _ = child.Process.Kill() })
		for lines.Scan() {
		}
		_ = child.Wait() // killed, or done
		kill.Stop()
		if store.Exists(dir) {
			whole++
		} else if err := store.Create(context.Background(), dir, secret(t, "pebble"), cheap, &store.Write{}); err != nil {
			t.Fatalf("repeated: %v", err)
		} else {
			continue
		}
		v, items := open(t, dir)
		if len(items) != 20 {
			t.Errorf("%d items, want 20", len(items))
		}
		verify(t, v)
		closeVault(t, v)
	}
	t.Logf("%d of %d vaults were whole", whole, rounds)
}
