package referral

import (
	"slices"
	"time"
)

// usualRole is the recipient's role that consent is judged for until a
// recipient is chosen.
const usualRole Code = "office"

// consent is V06: the principal and each accompanying adult have agreed, for
// themselves, to this recipient; other declared adults have agreed or there is
// a reason why they were not asked. For a child who leads the case a caregiver
// or guardian agrees.
func (a audience) consent() []outcome {
	role := param(a.rule, "role", usualRole)
	if a.Recipient != nil && a.Recipient.Role != "" {
		role = a.Recipient.Role
	}
	var all []outcome
	for _, p := range a.Adults(a.Today) {
		agreed := a.agreed(p, role)
		if p.Accompanies() {
			pending := p.ConsentRef.State == Pending
			all = append(all, outcome{path: personPath(p), settled: agreed, pending: pending, args: a.named(p)})
			continue
		}
		o := a.field(personPath(p, "consent_ref"))
		o.part = "declared"
		o.settled = agreed || !p.ConsentRef.Given() && p.ConsentRef.Settled(notAskedStates()...)
		all = append(all, o)
	}
	if lead := a.Principal(); lead != nil && !lead.Adult(a.Today) {
		all = append(all, outcome{path: personPath(lead), part: "minor", settled: a.agreed(lead, role), args: a.named(lead)})
	}
	return all
}

func (a audience) agreed(p *Person, role Code) bool {
	return slices.ContainsFunc(a.ConsentsOf(p), func(c *Consent) bool {
		return c.ValidOn(a.Today) && c.Covers(role)
	})
}

// ConsentsOf returns the consents that were given for the person.
func (r *Referral) ConsentsOf(p *Person) []*Consent {
	var found []*Consent
	for i := range r.Consents {
		if r.Consents[i].Person == p.ID {
			found = append(found, &r.Consents[i])
		}
	}
	return found
}

// ValidOn reports whether the consent says when and to what, is not withdrawn
// and has not run out on the day.
func (c *Consent) ValidOn(today time.Time) bool {
	return c.Date != "" && c.GivenBy != "" && len(c.ScopeSections) > 0 && c.WithdrawnAt == "" &&
		(c.Expires == "" || c.Expires >= DayOf(today))
}

// Covers reports whether the consent reaches recipients of the role.
func (c *Consent) Covers(role Code) bool { return slices.Contains(c.ScopeRecipients, role) }

// recipient is V12: the recipient's keys are checked and not expired.
func (a audience) recipient() []outcome {
	o := outcome{path: RecipientPath, waits: a.Recipient == nil}
	if a.Recipient != nil {
		o.settled = a.Recipient.Verified && !a.Recipient.Expired
		if a.Recipient.Expired {
			o.part = "expired"
		}
	}
	return []outcome{o}
}

// consentOld is V42: a consent is not older than a year, and reaches whoever
// the case goes to now. What a newer one stands for is not judged.
func (a audience) consentOld() []outcome {
	old := a.Today.AddDate(0, -param(a.rule, "months", 12), 0)
	var all []outcome
	for i := range a.Consents {
		c := &a.Consents[i]
		day, dated := c.Date.Time()
		if !dated || c.WithdrawnAt != "" || a.replaced(c) {
			continue
		}
		path, name := "consents/"+string(c.ID), a.named(a.PersonByID(c.Person))
		all = append(all, outcome{path: path + "/date", settled: !day.Before(old), args: name})
		if a.Recipient != nil && a.Recipient.Role != "" {
			all = append(all, outcome{path: path + "/scope_recipients", part: "recipient", settled: c.Covers(a.Recipient.Role), args: name})
		}
	}
	return all
}

// replaced reports whether the person gave a newer consent.
func (a audience) replaced(c *Consent) bool {
	return slices.ContainsFunc(a.Consents, func(other Consent) bool {
		return other.Person == c.Person && other.ID != c.ID && other.WithdrawnAt == "" && (other.Date > c.Date || other.Supersedes == c.ID)
	})
}

// contactOld is V43: how to reach somebody was confirmed in the last 60 days.
// One that is not safe is left alone: to confirm it is to use it. A closed
// compartment is not judged.
func (a audience) contactOld() []outcome {
	old := a.Today.AddDate(0, 0, -param(a.rule, "days", 60))
	var all []outcome
	for i := range a.Contacts {
		c := &a.Contacts[i]
		if c.unsafe() {
			continue
		}
		day, ok := c.LastConfirmed.Time()
		o := outcome{path: "safe_contacts/" + string(c.ID) + "/last_confirmed", settled: ok && !day.Before(old)}
		o.args = a.named(a.PersonByID(c.Person))
		all = append(all, o)
	}
	return all
}

func notAskedStates() []State {
	return []State{UnknownToPerson, NotAsked, Declined, NotApplicable, UnsafeToAsk}
}
