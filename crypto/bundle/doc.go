// Package bundle is the file that is handed over: a strict writer and reader
// of one age file to one recipient, with a signed tar in BagIt form inside,
// and the contact cards and receipts that go with it. Its format is written
// down in FORMAT.md.
//
// It never gives out anything of a bundle before signature, recipient and all
// hashes were checked, never uses a name from a bundle as a path, and never
// knows what the records mean.
package bundle
