// Package match keeps the summaries of all cases in memory and finds them as
// somebody types.
//
// It never writes anything down: the index is made anew at each unlock and is
// gone with the process.
package match
