package crypto

import (
	"encoding/binary"
	"errors"
	"time"

	"golang.org/x/crypto/argon2"
)

// The bounds of a Cost. The lower ones are the second recommended option of
// RFC 9106; the upper ones keep a planted slot from hanging the machine.
const (
	minMemoryKiB = 64 << 10
	maxMemoryKiB = 1 << 20
	minTime      = 3
	maxTime      = 64
	maxThreads   = 16
	maxWorkKiB   = 4 << 20 // memory times passes
)

// ErrCost is returned for a passphrase slot that asks for no work or for more
// than any vault of ours does.
var ErrCost = errors.New("key derivation cost out of bounds")

// Cost is the work of turning a passphrase into a key by Argon2id.
type Cost struct {
	MemoryKiB uint32
	Time      uint32 // passes over the memory
	Threads   uint8
}

// Calibrate measures this machine with now and returns a cost of at least one
// second, in 256 MiB or an eighth of the memory, and never below the second
// recommended option of RFC 9106 (64 MiB, three passes, four lanes).
func Calibrate(now func() time.Time) Cost {
	c := Cost{MemoryKiB: 256 << 10, Time: minTime, Threads: 4}
	if size := memorySize(); size > 0 {
		c.MemoryKiB = min(c.MemoryKiB, uint32(min(size/8>>10, maxMemoryKiB)))
	}
	c.MemoryKiB = max(c.MemoryKiB, minMemoryKiB)
	start := now()
	argon2.IDKey([]byte("calibration"), make([]byte, 16), c.Time, c.MemoryKiB, c.Threads, 32)
	perPass := max(now().Sub(start)/minTime, time.Millisecond)
	wanted := uint32((time.Second + perPass - 1) / perPass)
	c.Time = max(minTime, min(wanted, maxTime, maxWorkKiB/c.MemoryKiB))
	return c
}

// check returns ErrCost unless Argon2id can run at c in bounded time. x/crypto
// panics at zero passes or lanes.
func (c Cost) check() error {
	switch {
	case c.Time == 0, c.Threads == 0, c.Threads > maxThreads, c.Time > maxTime,
		c.MemoryKiB > maxMemoryKiB, c.MemoryKiB < 8*uint32(c.Threads),
		uint64(c.Time)*uint64(c.MemoryKiB) > maxWorkKiB:
		return ErrCost
	}
	return nil
}

// append writes c as memory u32, passes u32, lanes u8.
func (c Cost) append(b []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, c.MemoryKiB)
	b = binary.BigEndian.AppendUint32(b, c.Time)
	return append(b, c.Threads)
}

func parseCost(b []byte) Cost {
	return Cost{
		MemoryKiB: binary.BigEndian.Uint32(b),
		Time:      binary.BigEndian.Uint32(b[4:]),
		Threads:   b[8],
	}
}
