// Package wire turns the model into bytes and back, strictly, and holds the
// list, field by field, of what may leave the device (leaving.txt).
//
// It never guesses at what it reads and never lets a field out that the list
// does not name.
package wire
