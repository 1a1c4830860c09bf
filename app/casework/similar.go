package casework

import (
	"encoding/hex"
	"slices"
	"strings"

	"harbour/app/match"
	"harbour/app/referral"
)

// fathersName is the kind of a name that is the father's.
const fathersName referral.Code = "fathers"

// survey fills in what readiness asks of the rest of the vault.
func (d *Desk) survey(c *Case) {
	c.Similar = slices.DeleteFunc(d.index.Similar(c.ID, likenesses(&c.Referral)), func(s referral.Similar) bool {
		return linkedTo(&c.Referral, s.Code)
	})
	c.Altered = nil
	for i := range c.Referral.Documents {
		for _, a := range c.Referral.Documents[i].Attachments {
			if d.altered(c.ID, a) {
				c.Altered = append(c.Altered, a.ID)
			}
		}
	}
}

// altered reports whether the bytes of an attachment are others than the case
// says, or were found broken.
func (d *Desk) altered(id referral.ID, a referral.Attachment) bool {
	item, ok := d.files[fileKey{id, a.ID}]
	if !ok {
		return false
	}
	return d.broken[item.ID] || a.SHA512 != "" && !strings.EqualFold(a.SHA512, hex.EncodeToString(item.File.SHA512[:]))
}

// linkedTo reports whether the case names the one with that code as linked:
// that the same people are in both is known then.
func linkedTo(r *referral.Referral, code string) bool {
	return slices.ContainsFunc(r.LinkedCases, func(l referral.LinkedCase) bool {
		linked, err := referral.ParseCaseCode(l.CaseCode)
		return err == nil && linked.String() == code || l.CaseCode == code
	})
}

// likenesses is what people are compared by. A sensitive name is not: nobody
// is found by it in another case either.
func likenesses(r *referral.Referral) []match.Person {
	var people []match.Person
	for i := range r.People {
		p := &r.People[i]
		like := match.Person{ID: p.ID, Born: p.BirthDate.Get()}
		for _, n := range p.Names {
			switch {
			case n.IsSensitive:
			case n.Kind == fathersName:
				like.Fathers = append(like.Fathers, n.Full)
			default:
				like.Names = append(like.Names, n.Full)
			}
		}
		if father := p.FatherName.Get(); father != "" {
			like.Fathers = append(like.Fathers, father)
		}
		people = append(people, like)
	}
	return people
}
