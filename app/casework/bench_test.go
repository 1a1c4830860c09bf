package casework_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"harbour/app/casework"
)

// filled makes a desk's vault with n referrals and returns its folder.
func filled(b *testing.B, n int) string {
	b.Helper()
	ctx := context.Background()
	p, dir := program(b), filepath.Join(b.TempDir(), "vault")
	if err := p.Create(ctx, dir, passphrase(b, "pebble orchard kettle"),
		casework.SetUp{Role: casework.RoleField, Name: "Desk 3", Practice: true}); err != nil {
		b.Fatal(err)
	}
	d := unlock(b, p, dir)
	c := load(b, d, take(b, d, "family-of-four.json"))
	if err := casework.Fill(ctx, d, c, n-1); err != nil {
		b.Fatal(err)
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}

// BenchmarkUnlock is the way from the passphrase, at a cost of nothing, to a
// list that can be used.
func BenchmarkUnlock(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := filled(b, n)
			p := program(b)
			for b.Loop() {
				d, err := p.Unlock(context.Background(), dir, passphrase(b, "pebble orchard kettle"))
				if err != nil {
					b.Fatal(err)
				}
				if got := len(d.All()); got != n {
					b.Fatalf("got %d referrals, want %d", got, n)
				}
				b.StopTimer()
				if err := d.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkSave is one save of a family's referral in a vault of n.
func BenchmarkSave(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := unlock(b, program(b), filled(b, n))
			c := load(b, d, d.All()[0].ID)
			for b.Loop() {
				c.Referral.Notes = time.Now().String()
				var err error
				if c, err = d.Save(context.Background(), c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSearch is one keystroke in the search field.
func BenchmarkSearch(b *testing.B) {
	d := unlock(b, program(b), filled(b, 100_000))
	typed := []rune("laleh rost")
	for i := 0; b.Loop(); i++ {
		if got := d.Search(string(typed[:1+i%len(typed)]), 200); len(got) == 0 {
			b.Fatal("nothing found")
		}
	}
}
