package photo

import (
	"image"
	"image/draw"
)

// Turns says by how many quarter turns to the right a picture of an
// orientation stands upright, and whether it is mirrored first.
func Turns(orientation int) (quarters int, mirrored bool) {
	switch orientation {
	case 2:
		return 0, true
	case 3:
		return 2, false
	case 4:
		return 2, true
	case 5:
		return 3, true
	case 6:
		return 1, false
	case 7:
		return 1, true
	case 8:
		return 3, false
	}
	return 0, false
}

// Turned returns the picture mirrored along its width, where that is asked,
// and turned by quarters to the right. The pixels are copied.
func Turned(picture image.Image, quarters int, mirrored bool) image.Image {
	quarters = ((quarters % 4) + 4) % 4
	if quarters == 0 && !mirrored {
		return picture
	}
	from := pixelsOf(picture)
	w, h := from.Rect.Dx(), from.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if quarters%2 == 1 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		row := from.Pix[y*from.Stride:]
		for x := range w {
			source := x
			if mirrored {
				source = w - 1 - x
			}
			tx, ty := x, y
			switch quarters {
			case 1:
				tx, ty = h-1-y, x
			case 2:
				tx, ty = w-1-x, h-1-y
			case 3:
				tx, ty = y, w-1-x
			}
			copy(out.Pix[ty*out.Stride+4*tx:][:4], row[4*source:][:4])
		}
	}
	return out
}

// pixelsOf is the picture as pixels of four bytes from the corner on.
func pixelsOf(picture image.Image) *image.RGBA {
	b := picture.Bounds()
	pixels := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(pixels, pixels.Rect, picture, b.Min, draw.Src)
	return pixels
}
