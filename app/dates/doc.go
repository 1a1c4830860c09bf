// Package dates turns a date as people type it into a fuzzy date.
//
// It never rewrites what was typed and never makes a date surer than it was
// said: what can be read in two ways becomes the range of both.
package dates
