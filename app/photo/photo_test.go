package photo_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"harbour/app/photo"
)

// entry is one line of a directory with a value of at most four bytes.
type entry struct {
	tag, kind uint16
	value     uint32
}

// exif writes a TIFF structure of one directory and, where there are any, one
// of the place.
func exif(order binary.AppendByteOrder, first, place []entry) []byte {
	mark := map[bool]string{true: "II", false: "MM"}[order == binary.LittleEndian]
	b := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	write := func(entries []entry) {
		b = order.AppendUint16(b, uint16(len(entries)))
		for _, e := range entries {
			b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, e.tag), e.kind), 1)
			if e.kind == 3 {
				b = order.AppendUint16(order.AppendUint16(b, uint16(e.value)), 0)
			} else {
				b = order.AppendUint32(b, e.value)
			}
		}
		b = order.AppendUint32(b, 0)
	}
	if len(place) > 0 {
		first = append(first, entry{0x8825, 4, uint32(8 + 2 + 12*(len(first)+1) + 4)})
	}
	write(first)
	if len(place) > 0 {
		write(place)
	}
	return b
}

// withExif puts the structure into a real JPEG.
func withExif(t testing.TB, tiff []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 2)), nil); err != nil {
		t.Fatal(err)
	}
	segment := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(segment)+2))
	return bytes.Join([][]byte{b.Bytes()[:2], head, segment, b.Bytes()[2:]}, nil)
}

func TestRead(t *testing.T) {
	little, big := binary.LittleEndian, binary.BigEndian
	turned := []entry{{0x0112, 3, 6}}
	tests := map[string]struct {
		content []byte
		want    photo.Facts
	}{
		"held upright":      {withExif(t, exif(little, []entry{{0x0112, 3, 1}}, nil)), photo.Facts{Orientation: 1}},
		"held on its side":  {withExif(t, exif(little, turned, nil)), photo.Facts{Orientation: 6}},
		"the other order":   {withExif(t, exif(big, turned, nil)), photo.Facts{Orientation: 6}},
		"with a place":      {withExif(t, exif(big, turned, []entry{{0x0002, 4, 0}})), photo.Facts{Orientation: 6, Place: true}},
		"a place of a time": {withExif(t, exif(big, nil, []entry{{0x0007, 4, 0}})), photo.Facts{Orientation: 1}},
		"nonsense":          {withExif(t, exif(little, []entry{{0x0112, 3, 9}}, nil)), photo.Facts{Orientation: 1}},
		"no directory":      {withExif(t, []byte("II*\x00\xff\xff\xff\xff")), photo.Facts{Orientation: 1}},
		"no JPEG":           {[]byte("%PDF-1.7"), photo.Facts{Orientation: 1}},
		"nothing":           {nil, photo.Facts{Orientation: 1}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := photo.Read(test.content); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

// Every cut of a picture is read without a fault.
func TestReadCuts(t *testing.T) {
	whole := withExif(t, exif(binary.BigEndian, []entry{{0x0112, 3, 6}}, []entry{{0x0004, 4, 0}}))
	for n := range whole {
		if got := photo.Read(whole[:n]); got.Orientation < 1 || got.Orientation > 8 {
			t.Fatalf("cut to %d bytes: got %+v", n, got)
		}
	}
}

// A picture of each orientation, turned, is the upright one.
func TestTurned(t *testing.T) {
	upright := image.NewGray(image.Rect(0, 0, 3, 2))
	for i := range upright.Pix {
		upright.Pix[i] = uint8(10 * (i + 1))
	}
	// How each orientation stores the upright picture, row by row (TIFF 6.0).
	stored := map[int]struct {
		w   int
		pix []uint8
	}{
		1: {3, []uint8{10, 20, 30, 40, 50, 60}}, 2: {3, []uint8{30, 20, 10, 60, 50, 40}},
		3: {3, []uint8{60, 50, 40, 30, 20, 10}}, 4: {3, []uint8{40, 50, 60, 10, 20, 30}},
		5: {2, []uint8{10, 40, 20, 50, 30, 60}}, 6: {2, []uint8{30, 60, 20, 50, 10, 40}},
		7: {2, []uint8{60, 30, 50, 20, 40, 10}}, 8: {2, []uint8{40, 10, 50, 20, 60, 30}},
	}
	for orientation, s := range stored {
		picture := &image.Gray{Pix: s.pix, Stride: s.w, Rect: image.Rect(0, 0, s.w, len(s.pix)/s.w)}
		quarters, mirrored := photo.Turns(orientation)
		got := photo.Turned(picture, quarters, mirrored)
		if got.Bounds().Size() != upright.Bounds().Size() {
			t.Errorf("%d: got size %v", orientation, got.Bounds().Size())
			continue
		}
		for y := range 2 {
			for x := range 3 {
				if g := color.GrayModel.Convert(got.At(x, y)).(color.Gray).Y; g != upright.GrayAt(x, y).Y {
					t.Errorf("%d: at %d,%d got %d, want %d", orientation, x, y, g, upright.GrayAt(x, y).Y)
				}
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		f.Add(withExif(f, exif(order, []entry{{0x0112, 3, 8}}, []entry{{0x0002, 4, 0}})))
	}
	f.Add([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, 2})
	f.Fuzz(func(t *testing.T, content []byte) {
		before := bytes.Clone(content)
		got := photo.Read(content)
		if got.Orientation < 1 || got.Orientation > 8 {
			t.Errorf("got %+v", got)
		}
		if !bytes.Equal(before, content) {
			t.Error("the content was changed")
		}
	})
}
