package casework_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"harbour/app/casework"
)

// The load of the hand-over benchmarks: four attachments of 64 MiB.
const (
	benchFiles     = 4
	benchFileBytes = 64 << 20
)

// noise is content that does not compress and is the same in every run.
func noise(n int) []byte {
	var b bytes.Buffer
	var block [sha256.Size]byte
	for i := uint64(0); b.Len() < n; i++ {
		if i%1024 == 0 {
			binary.BigEndian.PutUint64(block[:], i)
			block = sha256.Sum256(block[:])
		}
		block[i%32]++
		b.Write(block[:])
	}
	return b.Bytes()[:n]
}

// loaded returns a field desk whose one case has the load attached, an office,
// and the folder of the same files in clear for the stock programs.
func loaded(b *testing.B) (field, office *casework.Desk, plain string) {
	b.Helper()
	ctx := context.Background()
	field, office = setUp(b, casework.RoleField, "Desk 3", true), setUp(b, casework.RoleOffice, "Meridian", true)
	meet(b, field, office)
	meet(b, office, field)
	c := load(b, field, take(b, field, "one-in-hiding.json"))
	content := noise(benchFileBytes)
	plain = b.TempDir()
	for i := range benchFiles {
		content[0] = byte(i)
		if err := os.WriteFile(filepath.Join(plain, string(rune('a'+i))), content, 0o600); err != nil {
			b.Fatal(err)
		}
		var err error
		if c, _, err = field.Attach(ctx, c, casework.Paper{Type: "other"}, bytes.NewReader(content)); err != nil {
			b.Fatal(err)
		}
	}
	return field, office, plain
}

// stock runs a shell line with the real programs, or skips where they are not
// there, and returns how long it took.
func stock(b *testing.B, dir, line string) time.Duration {
	b.Helper()
	if _, err := exec.LookPath("age"); err != nil {
		b.Skip("age is not installed: nothing to compare with")
	}
	start := time.Now()
	cmd := exec.Command("sh", "-e", "-c", line)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return time.Since(start)
}

// BenchmarkHandOver hands 256 MiB of attachments over and opens them, beside
// tar and age on the same bytes in the same run. Reading back from the medium
// is counted apart.
func BenchmarkHandOver(b *testing.B) {
	ctx := context.Background()
	m := measured{}
	for b.Loop() {
		field, office, plain := loaded(b)
		stick := b.TempDir()
		contact, err := field.FindContact("Meridian")
		if err != nil {
			b.Fatal(err)
		}
		plan, err := field.Plan(ctx, contact.ID, field.All()[0].ID)
		if err != nil {
			b.Fatal(err)
		}
		// What the benchmark itself has left in memory must not be counted.
		runtime.GC()
		var before, peak runtime.MemStats
		runtime.ReadMemStats(&before)
		start, written := time.Now(), time.Duration(0)
		out, err := field.HandOver(ctx, plan, stick, func(p casework.Progress) {
			if p.Stage == casework.StageRead && written == 0 {
				written = time.Since(start)
				runtime.ReadMemStats(&peak)
			}
		})
		whole := time.Since(start)
		if err != nil {
			b.Fatal(err)
		}
		opening := time.Now()
		if _, err := office.Open(ctx, out.Path, nil); err != nil {
			b.Fatal(err)
		}
		opened := time.Since(opening)
		tools := b.TempDir()
		stock(b, tools, "age-keygen -pq -o key.txt 2>/dev/null && age-keygen -y key.txt > to.txt")
		tarAge := stock(b, tools, "tar -cf - -C "+plain+" . | age -R to.txt -o out.age && sync out.age")
		ageTar := stock(b, tools, "mkdir back && age -d -i key.txt out.age | tar -xf - -C back && sync -f back")
		const mb = benchFiles * benchFileBytes / 1e6
		m.add("write-MB/s", mb/written.Seconds())
		m.add("readback-MB/s", mb/(whole-written).Seconds())
		m.add("open-MB/s", mb/opened.Seconds())
		m.add("tar|age-MB/s", mb/tarAge.Seconds())
		m.add("age|tar-MB/s", mb/ageTar.Seconds())
		m.add("write-ratio", tarAge.Seconds()/written.Seconds())
		m.add("open-ratio", ageTar.Seconds()/opened.Seconds())
		m.add("heap-growth-MiB", float64(int64(peak.HeapInuse)-int64(before.HeapInuse))/(1<<20))
	}
	m.report(b)
}

// measured is what each round gave, by unit.
type measured map[string][]float64

func (m measured) add(unit string, value float64) { m[unit] = append(m[unit], value) }

// report gives the middle of each: others work on the same machine, and the
// first rounds pay for memory that the system has not given out yet.
func (m measured) report(b *testing.B) {
	for unit, values := range m {
		slices.Sort(values)
		b.ReportMetric(values[len(values)/2], unit)
	}
}
