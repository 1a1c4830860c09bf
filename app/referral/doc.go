// Package referral holds what a referral of a human rights defender says and
// the rules it is judged by: people, answers, dates, consent, readiness, and
// what leaves the device.
//
// It never reads a clock, a file or randomness, and never changes a value that
// it is given to judge: everything it computes comes from its arguments.
package referral
