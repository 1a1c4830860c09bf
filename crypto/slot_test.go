package crypto_test

import (
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"harbour/crypto"
)

// Where the parts of a passphrase slot begin, by store/FORMAT.md.
const (
	slotSize     = 130
	slotSaltAt   = 10
	slotSealedAt = 58
)

// withCost returns a copy of slot that asks for another cost.
func withCost(slot []byte, memoryKiB, passes uint32, lanes uint8) []byte {
	c := append([]byte(nil), slot...)
	binary.BigEndian.PutUint32(c[1:], memoryKiB)
	binary.BigEndian.PutUint32(c[5:], passes)
	c[9] = lanes
	return c
}

// work is what a slot asks for, in KiB of memory times passes.
func work(slot []byte) uint64 {
	return uint64(binary.BigEndian.Uint32(slot[1:])) * uint64(binary.BigEndian.Uint32(slot[5:]))
}

func newSlot(t testing.TB, words string) (*crypto.Keyring, []byte) {
	t.Helper()
	k := newKeyring(t)
	slot, err := k.PassphraseSlot(newSecret(t, words), cheap)
	if err != nil {
		t.Fatal(err)
	}
	return k, slot
}

func TestSlotRoundTrip(t *testing.T) {
	k, slot := newSlot(t, "six words of no meaning here")
	if len(slot) != slotSize {
		t.Fatalf("got %d bytes, want %d", len(slot), slotSize)
	}
	root := k.SealRoot([]byte("root"))
	opened, err := crypto.OpenSlot(k.Vault(), slot, newSecret(t, "six words of no meaning here"))
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Destroy()
	if opened.Vault() != k.Vault() {
		t.Error("opened another vault")
	}
	if got, err := opened.OpenRoot(root); err != nil || string(got) != "root" {
		t.Errorf("the opened key is another: %v", err)
	}
	again, err := k.PassphraseSlot(newSecret(t, "six words of no meaning here"), cheap)
	if err != nil {
		t.Fatal(err)
	}
	if string(again[slotSaltAt:slotSealedAt+24]) == string(slot[slotSaltAt:slotSealedAt+24]) {
		t.Error("salt and nonce are used twice")
	}
}

func TestSlotRefusesAWrongPassphrase(t *testing.T) {
	k, slot := newSlot(t, "lantern")
	for _, words := range []string{"", "Lantern", "lantern ", "lanter", "laterne"} {
		if _, err := crypto.OpenSlot(k.Vault(), slot, newSecret(t, words)); !errors.Is(err, crypto.ErrWrongPassphrase) {
			t.Errorf("%q: got %v, want ErrWrongPassphrase", words, err)
		}
	}
	if _, err := k.PassphraseSlot(newSecret(t, ""), cheap); !errors.Is(err, crypto.ErrPassphraseLength) {
		t.Errorf("empty passphrase: got %v, want ErrPassphraseLength", err)
	}
}

func TestSlotOfAnotherVaultIsDamaged(t *testing.T) {
	_, slot := newSlot(t, "lantern")
	other := newKeyring(t)
	if _, err := crypto.OpenSlot(other.Vault(), slot, newSecret(t, "lantern")); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
}

// TestSlotRefusesEachFlippedBit leaves out the few flips that ask for real
// work, which the bounds allow: they cost seconds and prove nothing more.
func TestSlotRefusesEachFlippedBit(t *testing.T) {
	const workLimitKiB = 4 << 10
	pass := newSecret(t, "lantern")
	k, slot := newSlot(t, "lantern")
	skipped := 0
	for bit := range 8 * len(slot) {
		bad := flipped(slot, bit)
		var want []error
		switch at := bit / 8; {
		case at == 0:
			want = []error{crypto.ErrDamaged, crypto.ErrSlotKind}
		case at < slotSaltAt:
			want = []error{crypto.ErrCost, crypto.ErrWrongPassphrase}
			if work(bad) > workLimitKiB && binary.BigEndian.Uint32(bad[1:]) <= 1<<20 && binary.BigEndian.Uint32(bad[5:]) <= 64 {
				skipped++
				continue
			}
		case at < slotSealedAt:
			want = []error{crypto.ErrWrongPassphrase}
		default:
			want = []error{crypto.ErrDamaged}
		}
		_, err := crypto.OpenSlot(k.Vault(), bad, pass)
		if !errors.Is(err, want[0]) && !errors.Is(err, want[len(want)-1]) {
			t.Errorf("bit %d: got %v, want one of %v", bit, err, want)
		}
	}
	// One pass over 4, 8, … 512 MiB. More is refused.
	if skipped != 8 {
		t.Errorf("left out %d flips, want 8", skipped)
	}
}

func TestSlotRefusesOtherLengths(t *testing.T) {
	pass := newSecret(t, "lantern")
	k, slot := newSlot(t, "lantern")
	for n := range len(slot) {
		if _, err := crypto.OpenSlot(k.Vault(), slot[:n], pass); !errors.Is(err, crypto.ErrDamaged) {
			t.Errorf("%d bytes: got %v, want ErrDamaged", n, err)
		}
	}
	if _, err := crypto.OpenSlot(k.Vault(), append(slot, 0), pass); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("one byte more: got %v, want ErrDamaged", err)
	}
}

func TestSlotOfAnotherKind(t *testing.T) {
	pass := newSecret(t, "lantern")
	k, slot := newSlot(t, "lantern")
	for kind := range 256 {
		want := crypto.ErrDamaged
		switch kind {
		case 1:
			continue
		case 2, 3:
			want = crypto.ErrSlotKind
		}
		slot[0] = byte(kind)
		for _, blob := range [][]byte{slot, slot[:1], append(slot, slot...)} {
			if _, err := crypto.OpenSlot(k.Vault(), blob, pass); !errors.Is(err, want) {
				t.Errorf("kind %d, %d bytes: got %v, want %v", kind, len(blob), err, want)
			}
		}
	}
}

// TestPlantedCostIsRefused would take hours, or all memory, if one of these
// were tried.
func TestPlantedCostIsRefused(t *testing.T) {
	pass := newSecret(t, "lantern")
	k, slot := newSlot(t, "lantern")
	for _, c := range []struct {
		name string
		cost crypto.Cost
	}{
		{"nothing", crypto.Cost{}},
		{"no passes", crypto.Cost{MemoryKiB: 64, Threads: 1}},
		{"no lanes", crypto.Cost{MemoryKiB: 64, Time: 1}},
		{"17 lanes", crypto.Cost{MemoryKiB: 64 << 10, Time: 3, Threads: 17}},
		{"255 lanes", crypto.Cost{MemoryKiB: 64 << 10, Time: 3, Threads: 255}},
		{"65 passes", crypto.Cost{MemoryKiB: 64, Time: 65, Threads: 1}},
		{"all passes", crypto.Cost{MemoryKiB: 64, Time: math.MaxUint32, Threads: 1}},
		{"no memory", crypto.Cost{Time: 1, Threads: 1}},
		{"memory under a lane's", crypto.Cost{MemoryKiB: 7, Time: 1, Threads: 1}},
		{"memory under the lanes'", crypto.Cost{MemoryKiB: 127, Time: 1, Threads: 16}},
		{"over 1 GiB", crypto.Cost{MemoryKiB: 1<<20 + 1, Time: 1, Threads: 4}},
		{"all memory", crypto.Cost{MemoryKiB: math.MaxUint32, Time: 1, Threads: 4}},
		{"over 4 GiB in passes", crypto.Cost{MemoryKiB: 1 << 20, Time: 5, Threads: 4}},
		{"64 passes of 64 MiB and 1 KiB", crypto.Cost{MemoryKiB: 64<<10 + 1, Time: 64, Threads: 4}},
		// 2^31 KiB in two passes is nothing in 32 bits.
		{"a product that wraps", crypto.Cost{MemoryKiB: 1 << 31, Time: 2, Threads: 4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			planted := withCost(slot, c.cost.MemoryKiB, c.cost.Time, c.cost.Threads)
			if _, err := crypto.OpenSlot(k.Vault(), planted, pass); !errors.Is(err, crypto.ErrCost) {
				t.Errorf("open: got %v, want ErrCost", err)
			}
			if _, err := k.PassphraseSlot(pass, c.cost); !errors.Is(err, crypto.ErrCost) {
				t.Errorf("make: got %v, want ErrCost", err)
			}
		})
	}
}

// FuzzSlot opens whatever asks for little work. Only the one slot that the
// passphrase was made for may open.
func FuzzSlot(f *testing.F) {
	needSeeds(f)
	frozen := loadFrozen(f)
	genuine := unhex(f, frozen.Slot)
	pass := newSecret(f, frozen.Passphrase)
	f.Add(genuine)
	f.Fuzz(func(t *testing.T, blob []byte) {
		if len(blob) == slotSize && work(blob) > 1<<10 && work(blob) <= 4<<20 {
			t.Skip("asks for allowed but slow work")
		}
		k, err := crypto.OpenSlot(frozen.vault(t), blob, pass)
		if err == nil {
			k.Destroy()
		}
		if (err == nil) != (string(blob) == string(genuine)) {
			t.Errorf("a slot of %d bytes: got %v", len(blob), err)
		}
	})
}
