// Package casework is what a person does with Harbour: set up, unlock, write a
// referral, attach, hand over, open, acknowledge. A Desk is an unlocked vault
// with these verbs; window and commands are two ways to call them.
//
// It never gives out anything of a bundle that was not checked whole, never
// writes over a newer version, and never puts a name, a text of a record or a
// key into an error.
package casework
