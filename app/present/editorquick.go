package present

import (
	"slices"

	"harbour/app/referral"
)

// nameGiven is the kind of a name that was only heard.
const nameGiven referral.Code = "current_use"

// prepareQuick makes room for what the first ten minutes are for: the name of
// the person in front of the desk, and how to reach them. Nothing of it is
// saved before something is typed. A safe contact that is kept already stays
// closed.
func (e *Editor) prepareQuick() {
	lead := e.c.Referral.Principal()
	if lead == nil {
		return
	}
	if len(lead.Names) == 0 {
		e.unsaid = e.desk.NewID()
		lead.Names = []referral.Name{{ID: e.unsaid, Kind: nameGiven, IsPrimary: true}}
	}
	if part := e.safe.parts[referral.SectionSafeContact]; !part.has && !part.open {
		part.open = true
		e.safe.content.SafeContacts = []referral.SafeContact{{ID: e.desk.NewID(), Person: lead.ID}}
		e.touchSafe(referral.SectionSafeContact)
	}
}

// leaveQuick closes a safe contact into which nothing was typed: in its own
// section it asks for the passphrase like any other.
func (e *Editor) leaveQuick() {
	if part := e.safe.parts[referral.SectionSafeContact]; part.open && !part.has && !part.dirty {
		e.closePart(referral.SectionSafeContact)
	}
}

// withoutUnsaid leaves out the room for a name that nobody has said yet.
func (e *Editor) withoutUnsaid(r referral.Referral) referral.Referral {
	lead := r.Principal()
	if lead == nil || e.unsaid == "" {
		return r
	}
	lead.Names = slices.DeleteFunc(lead.Names, func(n referral.Name) bool {
		return n.ID == e.unsaid && n.Full == "" && n.FamilyPart == "" && n.GivenPart == ""
	})
	return r
}

func (e *Editor) sizePath() []string { return []string{"stated_size"} }

// leadName is the path of the first name of the principal.
func (e *Editor) leadName() []string {
	lead := e.c.Referral.Principal()
	if lead == nil || len(lead.Names) == 0 {
		return nil
	}
	return []string{"people/" + string(lead.ID) + "/names/" + string(lead.Names[0].ID) + "/full"}
}

func (e *Editor) leadCountry() []string {
	if lead := e.c.Referral.Principal(); lead != nil {
		return []string{"people/" + string(lead.ID) + "/current_country"}
	}
	return nil
}

// quickContact is the path of a member of the first safe contact, while that
// is open.
func quickContact(member string) func(*Editor) []string {
	return func(e *Editor) []string {
		if contacts := e.safe.content.SafeContacts; !e.locked(referral.SectionSafeContact) && len(contacts) > 0 {
			return []string{"safe_contacts/" + string(contacts[0].ID) + "/" + member}
		}
		return nil
	}
}

// unnamed reports whether nobody has said yet who the principal is.
func (e *Editor) unnamed() bool {
	lead := e.c.Referral.Principal()
	return lead != nil && lead.FirstName() == ""
}

// Principal is the id of the person whose referral it is.
func (e *Editor) Principal() referral.ID { return e.c.Referral.PrincipalPersonID }
