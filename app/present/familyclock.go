package present

import (
	"time"

	"harbour/app/referral"
)

// When the clock of a child is shown, in days before the birthday on which a
// dependent child is one no longer (V29).
const (
	clockShown = 180
	clockRed   = 30
	clockSince = 365 // after it, the age alone says so
)

// Clock is how near a child is to the age that ends dependence, unless the
// referral is made before (IRPR R2, R25.1(7)). Of a range the earliest day
// counts.
type Clock struct {
	Day   time.Time // the earliest birthday that it can be
	Made  time.Time // where the referral was made in time
	Short Message   // for a node
	Long  Message   // a sentence without its subject
	Shown bool      // near enough for a node
	Red   bool
}

// ClockOf returns the clock of a child in the case; ok is false for whoever has
// none. made is when the referral was made, zero before.
func ClockOf(r *referral.Referral, p *referral.Person, today, made time.Time) (c Clock, ok bool) {
	early, late, dated := p.BirthDate.Get().Range()
	if !dated || early.IsZero() || !p.Member() || p.ID == r.PrincipalPersonID || !r.ChildInCase(p) || p.DisabledBefore22.Get() {
		return Clock{}, false
	}
	c.Day = referral.Birthday(early, referral.DependentUntil)
	left, passed := daysUntil(today, c.Day), 1
	if !late.IsZero() {
		passed = daysUntil(today, referral.Birthday(late, referral.DependentUntil))
	}
	if !made.IsZero() && midnight(made).Before(c.Day) {
		c.Made = made
		c.say("locked", nil)
		return c, left <= clockShown && left > -clockSince
	}
	c.Shown, c.Red = left <= clockShown, left <= clockRed
	args := map[string]any{"age": referral.DependentUntil, "n": left}
	switch {
	case left > clockShown, passed < -clockSince:
		return Clock{}, false
	case left > 0:
		c.say("turns", args)
	case passed > 0:
		c.say("maybe", args)
	default:
		c.say("turned", args)
	}
	return c, true
}

func (c *Clock) say(key string, args map[string]any) {
	c.Short = Message{Key: "family.clock_short." + key, Args: args}
	c.Long = Message{Key: "family.clock." + key, Args: args}
}

func daysUntil(today, day time.Time) int { return int(day.Sub(midnight(today)).Hours() / 24) }

// Clock returns the clock of the person whose page is open, or of a card.
func (e *Editor) Clock(person string) (Clock, bool) {
	p := e.c.Referral.PersonByID(referral.ID(person))
	if p == nil {
		return Clock{}, false
	}
	return ClockOf(&e.c.Referral, p, e.now(), e.c.Progress.ReferralMadeAt)
}
