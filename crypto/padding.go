package crypto

import (
	"encoding/binary"
	"math/bits"
)

// MaxBody is the largest stored size of a body in bytes.
const MaxBody = 16 << 20

const minBody = 1 << 10

// headSizes are the stored sizes of a head. Four heads of a thousand bytes
// fill a database page of 4 KiB; of 1,024 only three would.
var headSizes = [...]int{1000, 2000, 4000, 8000, 16000}

// Padme returns the size that n bytes are padded to, after Nikitin et al.,
// PoPETs 2019(4): it tells little of n and costs at most 12 %.
func Padme(n int64) int64 {
	if n < 2 {
		return n
	}
	e := bits.Len64(uint64(n)) - 1
	s := bits.Len(uint(e))
	mask := int64(1)<<max(e-s, 0) - 1
	return (n + mask) &^ mask
}

// headSize returns the stored size for a head of n bytes before sealing, and
// false where none is large enough.
func headSize(n int) (int, bool) {
	for _, size := range headSizes {
		if n+overhead <= size {
			return size, true
		}
	}
	return 0, false
}

// pad lays out prefix ‖ length ‖ content in b, whose zeros stay behind them,
// and returns it.
func pad(b, prefix, content []byte) []byte {
	n := copy(b, prefix)
	binary.BigEndian.PutUint32(b[n:], uint32(len(content)))
	copy(b[n+4:], content)
	return b
}

// unpad undoes pad behind the prefix. A length past the end, or anything but
// zeros behind the content, is damage.
func unpad(b []byte) ([]byte, error) {
	if len(b) < 4 {
		return nil, ErrDamaged
	}
	n := uint64(binary.BigEndian.Uint32(b))
	if n > uint64(len(b)-4) {
		return nil, ErrDamaged
	}
	content, rest := b[4:4+n:4+n], b[4+n:]
	for _, c := range rest {
		if c != 0 {
			return nil, ErrDamaged
		}
	}
	return content, nil
}
