package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"testing"

	"harbour/crypto"
	"harbour/store"
)

// Bodies and attachments are read, and the whole is verified, while changes go
// on. A reader gets a whole body of one revision, never a mixture.
func TestVault_is_read_while_it_changes(t *testing.T) {
	ctx := context.Background()
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	letter := bytes.Repeat([]byte("a letter\n"), 50_000)
	w := &store.Write{}
	w.AddFile(newFile(t, v, letter), nil)
	for i := range 4 {
		w.Add(kindTest, nil, bytes.Repeat([]byte{byte(i)}, 9000))
	}
	items := commit(t, v, w)
	file, changing := items[0], items[1:]

	done := make(chan struct{})
	var readers sync.WaitGroup
	until := func(do func() error) {
		readers.Go(func() {
			for {
				if err := do(); err != nil {
					t.Error(err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for _, item := range changing {
		until(func() error {
			body, err := v.Body(ctx, item)
			if err == nil && len(bytes.Trim(body, string(body[:1]))) > 0 {
				err = errors.New("a mixture of two bodies")
			}
			return err
		})
	}
	until(func() error {
		r, err := v.OpenFile(ctx, file)
		if err != nil {
			return err
		}
		got, err := io.ReadAll(r)
		if err == nil && !bytes.Equal(got, letter) {
			err = errors.New("attachment differs")
		}
		return errors.Join(err, r.Close())
	})
	until(func() error {
		r, err := v.Verify(ctx, nil)
		if err == nil && (!r.Sound() || len(r.Unknown)+len(r.Orphans) > 0) {
			err = fmt.Errorf("not sound: %+v", r)
		}
		return err
	})
	for i := range 150 {
		w := &store.Write{}
		n := i % len(changing)
		w.Replace(changing[n], nil, bytes.Repeat([]byte{byte(i)}, 9000+i))
		if i%5 == 0 {
			w.AddFile(newFile(t, v, letter[:i*100]), nil)
		}
		got := commit(t, v, w)
		changing[n] = got[0]
		if i%10 == 0 {
			w = &store.Write{}
			w.Remove(got[1])
			commit(t, v, w)
		}
		v.State()
	}
	close(done)
	readers.Wait()
	verify(t, v)
	closeVault(t, v)
}

// Of several that change the same revision, one succeeds.
func TestCommit_lets_one_of_many_win(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	w := &store.Write{}
	w.Add(kindTest, []byte("first"), nil)
	item := commit(t, v, w)[0]
	var mu sync.Mutex
	var all sync.WaitGroup
	won := 0
	for i := range 8 {
		all.Go(func() {
			w := &store.Write{}
			w.Replace(item, fmt.Append(nil, "by ", i), []byte("body"))
			_, err := v.Commit(context.Background(), w)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else if !errors.Is(err, store.ErrConflict) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if won != 1 {
		t.Errorf("%d succeeded", won)
	}
	verify(t, v)
}

func TestRecognise_tells_the_passphrase(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	if err := v.Recognise(context.Background(), secret(t, "pebble")); err != nil {
		t.Error(err)
	}
	if err := v.Recognise(context.Background(), secret(t, "stone")); !errors.Is(err, crypto.ErrWrongPassphrase) {
		t.Errorf("got %v, want ErrWrongPassphrase", err)
	}
}
