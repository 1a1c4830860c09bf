package bundle_test

import (
	"bytes"
	"context"
	"crypto/sha512"
	"errors"
	"io"
	"runtime"
	"slices"
	"testing"
	"time"

	"harbour/crypto/bundle"
)

// flipStride keeps the flips of one bit per byte to a few thousand: every byte
// of the envelope and of the tar's front, and one in 251 behind.
const flipStride = 251

// refusals are all the errors by which a damaged file may be told.
var refusals = []error{bundle.ErrNotBundle, bundle.ErrNotRecipient, bundle.ErrTruncated, bundle.ErrChanged}

func TestRead_refuses_every_flip(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	file := write(t, outgoing(field, office, []byte("letter")))
	flips := 0
	for at := 0; at < len(file); flips++ {
		changed := bytes.Clone(file)
		changed[at] ^= 1 << (at % 8)
		_, _, err := read(t, changed, office)
		if !slices.ContainsFunc(refusals, func(e error) bool { return errors.Is(err, e) }) {
			t.Fatalf("byte %d flipped: got %v", at, err)
		}
		if at += thinning; at >= 2048 {
			at += flipStride * thinning
		}
	}
	t.Logf("%d flips refused", flips)
}

func TestRead_refuses_every_end_too_early(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	file := write(t, outgoing(field, office, noise(40_000)))
	cuts := 0
	for n := 0; n < len(file); cuts++ {
		if _, _, err := read(t, file[:n], office); !errors.Is(err, bundle.ErrTruncated) {
			t.Fatalf("cut at %d: got %v", n, err)
		}
		if n += thinning; n >= 8<<10 {
			n += 997 - thinning
		}
	}
	t.Logf("%d lengths refused", cuts)
}

func TestRead_refuses_what_is_appended(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	file := write(t, outgoing(field, office))
	for b := 0; b < 256; b += thinning {
		if _, _, err := read(t, append(bytes.Clone(file), byte(b)), office); !errors.Is(err, bundle.ErrChanged) {
			t.Fatalf("byte %d appended: got %v", b, err)
		}
	}
	for _, more := range [][]byte{make([]byte, 65552), file} {
		if _, _, err := read(t, append(bytes.Clone(file), more...), office); !errors.Is(err, bundle.ErrChanged) {
			t.Fatalf("%d bytes appended: got %v", len(more), err)
		}
	}
}

var errMedium = errors.New("input/output error")

// failing lets k calls through and then fails.
type failing struct {
	k  int
	rw any
}

func (f *failing) Read(p []byte) (int, error) {
	if f.k--; f.k < 0 {
		return 0, errMedium
	}
	return f.rw.(io.Reader).Read(p[:min(len(p), 8<<10)])
}

func (f *failing) Write(p []byte) (int, error) {
	if f.k--; f.k < 0 {
		return 0, errMedium
	}
	return f.rw.(io.Writer).Write(p)
}

func TestWrite_fails_as_its_medium_does(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	out := outgoing(field, office, noise(1<<20), noise(300_000))
	settled(t)
	for k := 0; ; k++ {
		_, err := bundle.Write(t.Context(), &failing{k, io.Discard}, out, nil)
		if err == nil {
			t.Logf("%d writes", k)
			break
		}
		if !errors.Is(err, errMedium) {
			t.Fatalf("write %d: got %v", k, err)
		}
	}
}

func TestWrite_fails_as_its_attachments_do(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	letter := noise(700_000)
	settled(t)
	for _, c := range []struct {
		name string
		open func() (io.Reader, error)
		want error
	}{
		{"not_there", func() (io.Reader, error) { return nil, errMedium }, errMedium},
		{"unreadable", func() (io.Reader, error) { return &failing{50, bytes.NewReader(letter)}, nil }, errMedium},
		{"short", func() (io.Reader, error) { return bytes.NewReader(letter[1:]), nil }, bundle.ErrAttachment},
		{"other", func() (io.Reader, error) { return bytes.NewReader(noise(700_001)[1:]), nil }, bundle.ErrAttachment},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := outgoing(field, office, letter)
			out.Attachments[0].Open = func(context.Context) (io.ReadCloser, error) {
				r, err := c.open()
				return io.NopCloser(r), err
			}
			if _, err := bundle.Write(t.Context(), io.Discard, out, nil); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// A stick that fails must not make an office think that a file was tampered
// with.
func TestRead_fails_as_its_medium_does(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	file := write(t, outgoing(field, office, noise(500_000)))
	settled(t)
	for k := 0; ; k++ {
		_, err := bundle.Read(t.Context(), &failing{k, bytes.NewReader(file)}, options(office))
		if err == nil {
			t.Logf("%d reads", k)
			break
		}
		if !errors.Is(err, errMedium) {
			t.Fatalf("read %d: got %v", k, err)
		}
	}
}

// failingStage fails when it is written to, or when it is closed.
type failingStage struct{ write, close error }

func (s failingStage) Write(p []byte) (int, error) { return len(p), s.write }
func (s failingStage) Close() error                { return s.close }
func (s failingStage) SHA512() [sha512.Size]byte   { return [sha512.Size]byte{} }

func TestRead_fails_as_staging_does(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	file := write(t, outgoing(field, office, noise(2<<20)))
	settled(t)
	for _, c := range []struct {
		name  string
		stage func() (bundle.StagedFile, error)
		want  error
	}{
		{"opening", func() (bundle.StagedFile, error) { return nil, errMedium }, errMedium},
		{"writing", func() (bundle.StagedFile, error) { return failingStage{write: errMedium}, nil }, errMedium},
		{"closing", func() (bundle.StagedFile, error) { return failingStage{close: errMedium}, nil }, errMedium},
		{"hash", func() (bundle.StagedFile, error) { return failingStage{}, nil }, bundle.ErrChanged},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options(office)
			o.Stage = func(int, int64) (bundle.StagedFile, error) { return c.stage() }
			if _, err := bundle.Read(t.Context(), bytes.NewReader(file), o); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestRead_stops_where_the_sender_is_not_wanted(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	o, unknown := options(office), errors.New("unknown sender")
	o.Judge = func(a bundle.Arrival) error {
		if a.Card.ID() != field.card.ID() {
			t.Errorf("got card %x", a.Card.ID())
		}
		return unknown
	}
	o.Stage = func(int, int64) (bundle.StagedFile, error) { t.Error("staged"); return nil, errMedium }
	source := &counting{r: bytes.NewReader(write(t, outgoing(field, office, noise(4<<20))))}
	if _, err := bundle.Read(t.Context(), source, o); !errors.Is(err, unknown) {
		t.Errorf("got %v", err)
	}
	if source.n > 256<<10 {
		t.Errorf("read %d bytes before the sender was refused", source.n)
	}
}

type counting struct {
	r io.Reader
	n int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

func TestWrite_stops_when_told(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	settled(t)
	ctx, cancel := context.WithCancel(t.Context())
	last := int64(0)
	_, err := bundle.Write(ctx, io.Discard, outgoing(field, office, noise(4<<20)), func(done, of int64) {
		if last = done; done > of/2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || last > 3<<20 {
		t.Errorf("got %v after %d bytes", err, last)
	}
}

func TestRead_stops_when_told(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	file := write(t, outgoing(field, office, noise(4<<20)))
	settled(t)
	ctx, cancel := context.WithCancel(t.Context())
	o := options(office)
	o.Progress = func(done, of int64) {
		if done > of/2 {
			cancel()
		}
	}
	if _, err := bundle.Read(ctx, bytes.NewReader(file), o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// settled fails the test if it leaves a goroutine behind.
func settled(t *testing.T) {
	t.Helper()
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
			if time.Now().After(deadline) {
				t.Errorf("%d goroutines left, %d before", runtime.NumGoroutine(), before)
				return
			}
		}
	})
}
