package store_test

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"harbour/store"
)

// The sizes of a referral: its summary in the head, the whole in the body. The
// bodies of the twelve practice cases have 9,600 to 43,900 bytes, half of them
// less than 28,000.
const (
	benchHead  = 700
	benchBody  = 28_000
	benchChunk = 5000
)

// BenchmarkSave saves one referral in vaults of growing size, and beside it
// writes one bare durable row of the same bytes with the same settings, one
// after the other, so that both meet the same disk.
func BenchmarkSave(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("large vault")
			}
			v, items := open(b, vaultOf(b, n))
			defer closeVault(b, v)
			var all []store.Item
			for _, item := range items {
				all = append(all, item)
			}
			bare := newBareRows(b, n)
			var ours, theirs []time.Duration
			i := 0
			body, row := make([]byte, benchBody), make([]byte, benchHead+benchBody)
			for b.Loop() {
				// The vault keeps heads; all else is filled anew, so that it
				// is not the garbage of the benchmark that is measured.
				head := random(benchHead)
				rand.Read(body)
				rand.Read(row)
				start := time.Now()
				w := &store.Write{}
				w.Replace(all[i%len(all)], head, body)
				got, err := v.Commit(context.Background(), w)
				ours = append(ours, time.Since(start))
				if err != nil {
					b.Fatal(err)
				}
				all[i%len(all)] = got[0]
				theirs = append(theirs, bare.put(b, i%n, row))
				i++
			}
			b.ReportMetric(micros(ours, 50), "p50-µs")
			b.ReportMetric(micros(ours, 95), "p95-µs")
			b.ReportMetric(micros(theirs, 50), "bare-p50-µs")
			b.ReportMetric(micros(theirs, 95), "bare-p95-µs")
			b.ReportMetric(ratio(ours, theirs, 50), "ratio-p50")
			b.ReportMetric(ratio(ours, theirs, 95), "ratio-p95")
		})
	}
}

// BenchmarkUnlock opens vaults of growing size at a cost of nearly nothing, so
// that what is measured is all but the key derivation.
func BenchmarkUnlock(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("large vault")
			}
			dir := vaultOf(b, n)
			b.ReportAllocs()
			for b.Loop() {
				seen := 0
				v, err := store.Open(context.Background(), dir, secret(b, "pebble"), func(store.Item) error { seen++; return nil })
				if err != nil {
					b.Fatal(err)
				}
				if seen != n {
					b.Fatalf("got %d items, want %d", seen, n)
				}
				b.StopTimer()
				closeVault(b, v)
				b.StartTimer()
			}
		})
	}
}

// vaultOf returns a vault of n referrals.
func vaultOf(b *testing.B, n int) string {
	b.Helper()
	dir := newVault(b, &store.Write{})
	v, _ := open(b, dir)
	for n > 0 {
		w := &store.Write{}
		for range min(n, benchChunk) {
			w.Add(kindTest, random(benchHead), random(benchBody))
		}
		commit(b, v, w)
		n -= benchChunk
	}
	closeVault(b, v)
	return dir
}

// bareRows is a plain database with the settings of a vault, and its rows are
// as many and as scattered.
type bareRows struct {
	stmt *sql.Stmt
	ids  []int64
}

func newBareRows(b *testing.B, n int) *bareRows {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bare.db")
	settings := ""
	for _, p := range []string{"locking_mode(EXCLUSIVE)", "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(ON)", "mmap_size(0)", "temp_store(MEMORY)", "cell_size_check(ON)", "cache_size(-16384)"} {
		settings += "&_pragma=" + p
	}
	db, err := sql.Open("sqlite", "file:"+path+"?mode=rwc"+settings)
	if err != nil {
		b.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	b.Cleanup(func() { db.Close(); os.Remove(path) })
	for _, s := range []string{
		`CREATE TABLE row(id INTEGER PRIMARY KEY, b BLOB NOT NULL) STRICT`,
		fmt.Sprintf(`WITH n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < %d)
			INSERT INTO row SELECT abs(random()), randomblob(%d) FROM n`, n, benchHead+benchBody),
	} {
		if _, err := db.Exec(s); err != nil {
			b.Fatal(err)
		}
	}
	put, err := db.Prepare(`INSERT INTO row(id, b) VALUES (?1, ?2) ON CONFLICT(id) DO UPDATE SET b = ?2`)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { put.Close() })
	rows, err := db.Query(`SELECT id FROM row ORDER BY random()`)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	r := &bareRows{stmt: put}
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			b.Fatal(err)
		}
		r.ids = append(r.ids, id)
	}
	return r
}

// put writes row in the place of the id-th and returns how long that took.
func (r *bareRows) put(b *testing.B, id int, row []byte) time.Duration {
	start := time.Now()
	if _, err := r.stmt.Exec(r.ids[id], row); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}

// benchBlock is how many saves one ratio is taken of.
const benchBlock = 1000

// ratio is the middle of the ratios of p-th percentiles, block by block: what
// else the medium does for a while falls on both, but not on as many.
func ratio(ours, theirs []time.Duration, p int) float64 {
	var all []float64
	for start := 0; start < len(ours); start += benchBlock {
		end := min(start+benchBlock, len(ours))
		all = append(all, micros(ours[start:end], p)/micros(theirs[start:end], p))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// micros is the p-th percentile in microseconds.
func micros(d []time.Duration, p int) float64 {
	d = slices.Sorted(slices.Values(d))
	return float64(d[len(d)*p/100].Nanoseconds()) / 1000
}
