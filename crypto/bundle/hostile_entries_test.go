package bundle_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"

	"harbour/crypto/bundle"
)

// entryHeader gives entry i another header block.
func entryHeader(i int, change func(h []byte)) func(*forger) {
	return func(f *forger) {
		f.parts = func(p []part) []part {
			h := ustar(p[i].name, fmt.Sprintf("%011o\x00", len(p[i].content)), '0')
			change(h)
			p[i].header = summed(h)
			return p
		}
	}
}

func named(i int, name string) func(*forger) {
	return entryHeader(i, func(h []byte) {
		clear(h[:100])
		copy(h, name)
	})
}

func kind(i int, k byte) func(*forger) { return entryHeader(i, func(h []byte) { h[156] = k }) }

func sized(i int, size string) func(*forger) {
	return entryHeader(i, func(h []byte) { copy(h[124:136], size) })
}

func base256(n uint64) string {
	b := make([]byte, 12)
	b[0] = 0x80
	binary.BigEndian.PutUint64(b[4:], n)
	return string(b)
}

const (
	recordsAt = 6
	firstAt   = 7
)

// hostileEntries are wrong in the form of the tar.
func hostileEntries() []hostile {
	cases := []hostile{}
	for _, name := range []string{
		"../bagit.txt", "/bagit.txt", `C:\bagit.txt`, `\\?\C:\bagit.txt`, "./bagit.txt", "CON", "bagit.txt.", "bagit.txt ",
		"bagit\u202e.txt", "BAGIT.TXT", "bag\x00it.txt", "", strings.Repeat("a", 100),
	} {
		cases = append(cases, hostile{fmt.Sprintf("front_named_%q", name), front, bundle.ErrChanged, named(0, name)})
	}
	for _, name := range []string{
		"data/att/../../0001.bin", "../0001.bin", "/etc/passwd", "data/att/0002.bin", "data/att/1.bin", `data\att\0001.bin`,
		"data/att/0001.bin/", "data//att/0001.bin", "data/att/0001.BIN", "data/att/é.bin", "data/att/e\u0301.bin",
	} {
		cases = append(cases, hostile{fmt.Sprintf("attachment_named_%q", name), content, bundle.ErrChanged, named(firstAt, name)})
	}
	for name, k := range map[string]byte{
		"old_regular": 0, "hard_link": '1', "symlink": '2', "char_device": '3', "block_device": '4', "directory": '5',
		"fifo": '6', "contiguous": '7', "pax_global": 'g', "pax": 'x', "gnu_long_link": 'K', "gnu_long_name": 'L',
		"gnu_sparse": 'S', "gnu_multi_volume": 'M', "gnu_volume": 'V', "gnu_dump_dir": 'D', "unknown": 'Z',
	} {
		cases = append(cases,
			hostile{"front_" + name, front, bundle.ErrChanged, kind(0, k)},
			hostile{"attachment_" + name, content, bundle.ErrChanged, kind(firstAt, k)})
	}
	for name, size := range map[string]string{
		"negative": "-0000000001\x00", "plus": "+0000000010\x00", "base_256": base256(8), "base_256_huge": base256(1 << 62),
		"base_256_negative": "\xff" + strings.Repeat("\xff", 11), "spaces": "         10 ", "short": "10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
		"empty": strings.Repeat("\x00", 12), "letters": "0000000zzzz\x00", "hex": "0x000000010\x00", "underscore": "0000000_010\x00",
	} {
		cases = append(cases, hostile{"size_" + name, content, bundle.ErrChanged, sized(firstAt, size)})
	}
	return append(cases,
		hostile{"size_over_the_file_limit", content, bundle.ErrLimit, sized(firstAt, "77777777777\x00")},
		hostile{"size_over_the_total", content, bundle.ErrChanged, sized(firstAt, "00000010000\x00")},
		hostile{"size_too_small", content, bundle.ErrChanged, sized(firstAt, "00000000001\x00")},
		hostile{"records_over_their_limit", content, bundle.ErrLimit, sized(recordsAt, "07777777777\x00")},
		hostile{"front_over_its_limit", front, bundle.ErrLimit, sized(1, "07777777777\x00")},
		hostile{"mode", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { copy(h[100:], "0000777") })},
		hostile{"setuid", content, bundle.ErrChanged, entryHeader(firstAt, func(h []byte) { copy(h[100:], "0004755") })},
		hostile{"owner", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { copy(h[265:], "root") })},
		hostile{"uid", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { copy(h[108:], "0001750") })},
		hostile{"time", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { copy(h[136:], "14737265000") })},
		hostile{"link_name", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { copy(h[157:], "x") })},
		hostile{"prefix", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { copy(h[345:], "..") })},
		hostile{"behind_the_header", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { h[511] = 1 })},
		hostile{"gnu_magic", front, bundle.ErrChanged, entryHeader(0, func(h []byte) { copy(h[257:], "ustar  \x00") })},
		hostile{"checksum", front, bundle.ErrChanged, func(f *forger) { f.tar = poke(148, '7') }},
		hostile{"padding_of_an_entry", front, bundle.ErrChanged, func(f *forger) { f.tar = poke(1023, 1) }},
		hostile{"end_mark", content, bundle.ErrChanged, func(f *forger) { f.end = func(b []byte) []byte { return append(b, 1) } }},
		hostile{"padding_last_byte", content, bundle.ErrChanged, func(f *forger) { f.tar = poke(-1, 1) }},
		hostile{"padding_middle", content, bundle.ErrChanged, func(f *forger) { f.tar = poke(-70_000, 1) }},
		hostile{"padding_a_block_short", content, bundle.ErrTruncated, func(f *forger) {
			f.tar = func(b []byte) []byte { return b[:len(b)-512] }
		}},
		hostile{"padding_none", content, bundle.ErrTruncated, func(f *forger) {
			f.tar = func(b []byte) []byte { return append(bytes.TrimRight(b, "\x00"), make([]byte, 1024)...) }
		}},
		hostile{"padding_a_byte_long", content, bundle.ErrTruncated, func(f *forger) {
			f.tar = func(b []byte) []byte { return append(b, 0) }
		}},
		hostile{"padding_to_the_next_size", content, bundle.ErrChanged, func(f *forger) {
			f.tar = func(b []byte) []byte { return append(b, make([]byte, 8<<10)...) }
		}},
		hostile{"order", front, bundle.ErrChanged, parts(func(p []part) []part { p[0], p[1] = p[1], p[0]; return p })},
		hostile{"order_of_attachments", content, bundle.ErrChanged, parts(func(p []part) []part {
			p[firstAt], p[firstAt+1] = p[firstAt+1], p[firstAt]
			return p
		})},
		hostile{"twice_in_front", front, bundle.ErrChanged, parts(func(p []part) []part { return append(p[:1:1], p...) })},
		hostile{"twice_at_the_end", content, bundle.ErrChanged, parts(func(p []part) []part { return append(p, p[firstAt]) })},
		hostile{"extra_at_the_end", content, bundle.ErrChanged, parts(func(p []part) []part {
			return append(p, part{name: "data/att/0003.bin", content: []byte("x")})
		})},
		hostile{"fetch_txt", front, bundle.ErrChanged, parts(func(p []part) []part {
			return append(p[:4:4], append([]part{{name: "fetch.txt"}}, p[4:]...)...)
		})},
		hostile{"missing_attachment", content, bundle.ErrChanged, parts(func(p []part) []part { return p[:firstAt+1] })},
		hostile{"missing_records", content, bundle.ErrChanged, parts(func(p []part) []part { return append(p[:6:6], p[7:]...) })},
		hostile{"missing_signature", front, bundle.ErrChanged, parts(func(p []part) []part { return append(p[:5:5], p[6:]...) })},
		hostile{"missing_bagit", front, bundle.ErrChanged, parts(func(p []part) []part { return p[1:] })},
		hostile{"nothing_inside", front, bundle.ErrChanged, parts(func([]part) []part { return nil })},
		hostile{"empty_inside", front, bundle.ErrTruncated, func(f *forger) { f.tar = func([]byte) []byte { return nil } }},
		hostile{"entries_without_end", content, bundle.ErrChanged, parts(func(p []part) []part {
			for n := range 100_000 {
				p = append(p, part{name: fmt.Sprintf("data/att/%04d.bin", n+3)})
			}
			return p
		})},
	)
}

func parts(change func([]part) []part) func(*forger) {
	return func(f *forger) { f.parts = change }
}

// poke sets a byte, counted from the end where at is negative.
func poke(at int, to byte) func([]byte) []byte {
	return func(b []byte) []byte {
		if at < 0 {
			at += len(b)
		}
		b[at] = to
		return b
	}
}
