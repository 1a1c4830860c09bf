package photo

import (
	"bytes"
	"encoding/binary"
)

// Limits of what is looked at: a picture is hostile input.
const (
	maxSegments = 64
	maxEntries  = 512
)

// Facts are what a JPEG says of itself (Exif 2.32).
type Facts struct {
	Orientation int  // 1 to 8 as in TIFF; 1 where nothing is said
	Place       bool // it holds a latitude or longitude
}

// Tags of Exif 2.32, 4.6.
const (
	tagOrientation = 0x0112
	tagPlaceIFD    = 0x8825
	tagLatitude    = 0x0002
	tagLongitude   = 0x0004

	typeShort = 3
	typeLong  = 4
)

// Read finds the facts in the content of a JPEG. What is no JPEG, or says
// nothing that can be understood, gives Facts of nothing said.
func Read(content []byte) Facts {
	facts := Facts{Orientation: 1}
	tiff := exifOf(content)
	order, first, ok := tiffHeader(tiff)
	if !ok {
		return facts
	}
	t := directory{tiff, order}
	t.each(first, func(tag, kind uint16, value []byte) {
		switch {
		case tag == tagOrientation && kind == typeShort:
			if n := int(order.Uint16(value)); n >= 1 && n <= 8 {
				facts.Orientation = n
			}
		case tag == tagPlaceIFD && kind == typeLong:
			t.each(order.Uint32(value), func(tag, _ uint16, _ []byte) {
				facts.Place = facts.Place || tag == tagLatitude || tag == tagLongitude
			})
		}
	})
	return facts
}

// exifOf finds the TIFF structure in the segments before the pixels.
func exifOf(content []byte) []byte {
	const start, app1, scan = 0xD8, 0xE1, 0xDA
	if len(content) < 4 || content[0] != 0xFF || content[1] != start {
		return nil
	}
	rest := content[2:]
	for range maxSegments {
		if len(rest) < 4 || rest[0] != 0xFF || rest[1] == scan {
			return nil
		}
		size := int(binary.BigEndian.Uint16(rest[2:]))
		if size < 2 || size+2 > len(rest) {
			return nil
		}
		segment := rest[4 : size+2]
		if tiff, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); ok && rest[1] == app1 {
			return tiff
		}
		rest = rest[size+2:]
	}
	return nil
}

// tiffHeader returns the order of bytes and where the first directory is.
func tiffHeader(tiff []byte) (binary.ByteOrder, uint32, bool) {
	if len(tiff) < 8 {
		return nil, 0, false
	}
	var order binary.ByteOrder
	switch string(tiff[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
		order = binary.BigEndian
	default:
		return nil, 0, false
	}
	if order.Uint16(tiff[2:]) != 42 {
		return nil, 0, false
	}
	return order, order.Uint32(tiff[4:]), true
}

// directory walks the directories of a TIFF structure.
type directory struct {
	tiff  []byte
	order binary.ByteOrder
}

// each calls see for the entries of the directory at that offset, with the four
// bytes of their value or of its place.
func (d directory) each(at uint32, see func(tag, kind uint16, value []byte)) {
	const entry = 12
	if int64(at)+2 > int64(len(d.tiff)) {
		return
	}
	rest := d.tiff[at:]
	n := min(int(d.order.Uint16(rest)), maxEntries)
	for i := range n {
		from := 2 + i*entry
		if from+entry > len(rest) {
			return
		}
		e := rest[from : from+entry]
		see(d.order.Uint16(e), d.order.Uint16(e[2:]), e[8:])
	}
}
