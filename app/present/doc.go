// Package present is the state and the actions of each screen: what is shown,
// what can be done, and what became of it, as values and message keys. Every
// screen test of behaviour is a test of this package, without a window.
//
// It never knows a toolkit, never holds a key, never starts a goroutine and
// never makes a sentence: words are looked up by key where they are shown.
package present
