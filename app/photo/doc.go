// Package photo reads what a telephone writes beside the pixels of a picture:
// how it was held, and whether the picture says where it was taken. It never
// decodes pixels and never changes a file: the original is evidence.
package photo
