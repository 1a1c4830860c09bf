package bundle_test

import (
	"bytes"
	"context"
	"crypto/sha512"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"filippo.io/age"

	"harbour/crypto/bundle"
)

const (
	speedFiles    = 4
	speedFileSize = 64 << 20
	speedBytes    = speedFiles * speedFileSize
	mebibyte      = 1 << 20
)

// BenchmarkParts measures what Write and Read are made of, each alone.
func BenchmarkParts(b *testing.B) {
	block := noise(mebibyte)
	office := newDesk(b, "Meridian", bundle.RoleOffice)
	to, err := age.ParseHybridRecipient(office.card.Age)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("sha512", func(b *testing.B) {
		b.SetBytes(speedBytes)
		for b.Loop() {
			io.CopyBuffer(bare{sha512.New()}, repeated(block, speedBytes), make([]byte, 256<<10))
		}
	})
	b.Run("age_encrypt", func(b *testing.B) {
		b.SetBytes(speedBytes)
		for b.Loop() {
			w, err := age.Encrypt(io.Discard, to)
			if err != nil {
				b.Fatal(err)
			}
			io.CopyBuffer(bare{w}, repeated(block, speedBytes), make([]byte, 256<<10))
			w.Close()
		}
	})
	b.Run("age_decrypt", func(b *testing.B) {
		var file bytes.Buffer
		w, err := age.Encrypt(&file, to)
		if err != nil {
			b.Fatal(err)
		}
		io.Copy(w, repeated(block, speedBytes))
		w.Close()
		b.SetBytes(speedBytes)
		for b.Loop() {
			r, err := office.identity.Open(bytes.NewReader(file.Bytes()))
			if err != nil {
				b.Fatal(err)
			}
			io.CopyBuffer(bare{io.Discard}, bareReader{r}, make([]byte, 256<<10))
		}
	})
}

// BenchmarkWrite compares Write with tar | age on the same files.
func BenchmarkWrite(b *testing.B) {
	field, office := newDesk(b, "Desk 3", bundle.RoleField), newDesk(b, "Meridian", bundle.RoleOffice)
	files, sums := speedContent(b)
	out := outgoing(field, office)
	for i, name := range files {
		out.Attachments = append(out.Attachments, bundle.Attachment{
			Size: speedFileSize, SHA512: sums[i],
			Open: func(context.Context) (io.ReadCloser, error) { return os.Open(name) },
		})
	}
	b.Run("to_nowhere", func(b *testing.B) {
		b.SetBytes(speedBytes)
		heap := watchHeap(b)
		for b.Loop() {
			if _, err := bundle.Write(b.Context(), io.Discard, out, nil); err != nil {
				b.Fatal(err)
			}
		}
		heap()
	})
	b.Run("to_file", func(b *testing.B) {
		ageProgram := program(b, "age")
		target := filepath.Join(b.TempDir(), "target.age")
		var race race
		b.SetBytes(speedBytes)
		heap := watchHeap(b)
		for b.Loop() {
			race.ours(b, func() error {
				f, err := freshFile(target)
				if err != nil {
					return err
				}
				if _, err := bundle.Write(b.Context(), f, out, nil); err != nil {
					return err
				}
				return f.Close()
			})
			race.theirs(b, func() error {
				return exec.Command("sh", "-c", `tar -C "$1" -cf - . | "$0" -r "$2" -o "$3"`,
					ageProgram, filepath.Dir(files[0]), office.card.Age, target).Run()
			})
			race.whole(b, func() error {
				return exec.Command("sh", "-c", `cd "$1" && sha512sum * > /dev/null && tar -cf - . | "$0" -r "$2" -o "$3"`,
					ageProgram, filepath.Dir(files[0]), office.card.Age, target).Run()
			})
		}
		heap()
		race.report(b)
	})
}

// BenchmarkRead compares Read, which stages to files, with age -d | tar x.
func BenchmarkRead(b *testing.B) {
	field, office := newDesk(b, "Desk 3", bundle.RoleField), newDesk(b, "Meridian", bundle.RoleOffice)
	ageProgram := program(b, "age")
	dir := b.TempDir()
	file, key := filepath.Join(dir, "bundle.age"), filepath.Join(dir, "key.txt")
	f, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	block := noise(mebibyte)
	out := outgoing(field, office)
	for range speedFiles {
		out.Attachments = append(out.Attachments, bundle.Attachment{
			Size: speedFileSize, SHA512: sumOf(repeated(block, speedFileSize)),
			Open: func(context.Context) (io.ReadCloser, error) {
				return io.NopCloser(repeated(block, speedFileSize)), nil
			},
		})
	}
	if _, err := bundle.Write(b.Context(), f, out, nil); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	writeFile(b, key, office.ageIdentity())
	var race race
	b.SetBytes(speedBytes)
	heap := watchHeap(b)
	for b.Loop() {
		race.ours(b, func() error { return readToFiles(b, file, office, dir) })
		race.theirs(b, func() error {
			return exec.Command("sh", "-c", `"$0" -d -i "$1" "$2" | tar -C "$3" -xf -`, ageProgram, key, file, dir).Run()
		})
		race.whole(b, func() error {
			return exec.Command("sh", "-c", `"$0" -d -i "$1" "$2" | tar -C "$3" -xf - && cd "$3" && sha512sum --quiet -c manifest-sha512.txt`,
				ageProgram, key, file, dir).Run()
		})
	}
	heap()
	race.report(b)
}

func readToFiles(b *testing.B, file string, at desk, dir string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	o := options(at)
	o.Stage = func(n int, _ int64) (bundle.StagedFile, error) {
		f, err := freshFile(filepath.Join(dir, fmt.Sprint(n)))
		return &stagedOnDisk{File: f, sum: sha512.New()}, err
	}
	_, err = bundle.Read(b.Context(), f, o)
	return err
}

// freshFile makes a file anew, as tar and age do.
func freshFile(name string) (*os.File, error) {
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	return os.Create(name)
}

// race times two ways to do the same, turn by turn.
type race struct{ our, their, checked []time.Duration }

func (r *race) ours(b *testing.B, run func() error)   { r.our = append(r.our, timed(b, run)) }
func (r *race) theirs(b *testing.B, run func() error) { r.their = append(r.their, timed(b, run)) }

// whole is what they do, and the hashing that ours does besides.
func (r *race) whole(b *testing.B, run func() error) { r.checked = append(r.checked, timed(b, run)) }

// middle is what most runs take: the first ones pay for memory that the
// system has not given out yet, and others work on the same machine.
func middle(times []time.Duration) float64 {
	slices.Sort(times)
	return times[len(times)/2].Seconds()
}

func timed(b *testing.B, run func() error) time.Duration {
	b.Helper()
	start := time.Now()
	if err := run(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// report gives the throughput of both, and ours as a share of theirs.
func (r *race) report(b *testing.B) {
	our, their := middle(r.our), middle(r.their)
	b.ReportMetric(speedBytes/1e6/our, "ours-MB/s")
	b.ReportMetric(speedBytes/1e6/their, "theirs-MB/s")
	b.ReportMetric(their/our, "ratio")
	b.ReportMetric(middle(r.checked)/our, "checked-ratio")
}

// watchHeap samples the heap until the returned function is called, which
// reports by how much it grew at most.
func watchHeap(b *testing.B) func() {
	runtime.GC()
	var before, m runtime.MemStats
	runtime.ReadMemStats(&before)
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() {
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		most := before.HeapInuse
		for {
			select {
			case <-tick.C:
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapInuse)
			case <-stop:
				peak <- most
				return
			}
		}
	}()
	return func() {
		close(stop)
		b.ReportMetric(float64(<-peak-before.HeapInuse)/mebibyte, "heap-MiB")
	}
}

// speedContent writes the files that both sides take.
func speedContent(b *testing.B) (files []string, sums [][sha512.Size]byte) {
	dir := b.TempDir()
	block := noise(mebibyte)
	for i := range speedFiles {
		name := filepath.Join(dir, fmt.Sprintf("%04d.bin", i+1))
		f, err := os.Create(name)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(f, repeated(block, speedFileSize)); err != nil {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
		files, sums = append(files, name), append(sums, sumOf(repeated(block, speedFileSize)))
	}
	return files, sums
}

func sumOf(r io.Reader) [sha512.Size]byte {
	h := sha512.New()
	io.Copy(h, r)
	return [sha512.Size]byte(h.Sum(nil))
}

// repeated reads block over and over, n bytes in all.
func repeated(block []byte, n int64) io.Reader {
	return io.LimitReader(&repeater{block: block}, n)
}

type repeater struct {
	block []byte
	at    int
}

func (r *repeater) Read(p []byte) (int, error) {
	n := copy(p, r.block[r.at:])
	r.at = (r.at + n) % len(r.block)
	return n, nil
}

// bare and bareReader hide the shortcuts that io.Copy would take.
type bare struct{ io.Writer }
type bareReader struct{ io.Reader }
