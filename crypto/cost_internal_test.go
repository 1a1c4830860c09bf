package crypto

import (
	"testing"
	"time"
)

// TestCalibrate gives the measurement by a clock of its own: only what is made
// of it can be tested, not the machine.
func TestCalibrate(t *testing.T) {
	for _, c := range []struct {
		name  string
		three time.Duration // for the three passes that are measured
		want  uint32
	}{
		{"a slow machine keeps the least passes", 30 * time.Second, minTime},
		{"a second is reached, not missed", 600 * time.Millisecond, 5},
		{"a clock that stands still", 0, maxTime},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := time.Unix(0, 0)
			cost := Calibrate(func() time.Time {
				now := at
				at = at.Add(c.three)
				return now
			})
			if err := cost.check(); err != nil {
				t.Errorf("%+v would be refused", cost)
			}
			if cost.MemoryKiB < minMemoryKiB || cost.MemoryKiB > 256<<10 || cost.Threads != 4 {
				t.Errorf("got %+v", cost)
			}
			if want := min(c.want, maxWorkKiB/cost.MemoryKiB); cost.Time != want {
				t.Errorf("got %d passes, want %d", cost.Time, want)
			}
		})
	}
}

func TestCostAsBytes(t *testing.T) {
	want := Cost{MemoryKiB: 0x01020304, Time: 0x05060708, Threads: 9}
	b := want.append(nil)
	if string(b) != "\x01\x02\x03\x04\x05\x06\x07\x08\x09" {
		t.Errorf("got %x", b)
	}
	if got := parseCost(b); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
