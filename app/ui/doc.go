// Package ui is the window: it draws what presenters say and hands them what a
// person does. Every page is a Page that the Window holds one at a time.
//
// It never decides what is true of a referral, never holds a passphrase or a
// key, and never starts a goroutine or crosses threads outside its one Runner.
package ui
