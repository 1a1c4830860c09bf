package referral

import (
	"slices"
	"strings"
)

// paperExpires is V41: a paper is good for six months more, or it is known
// that it is not.
func (a audience) paperExpires() []outcome {
	until := a.Today.AddDate(0, param(a.rule, "months", 6), 0)
	gone := []Code{"expired", "lost", "confiscated", "never_held", "unsafe_to_obtain"}
	var all []outcome
	for i := range a.Documents {
		d := &a.Documents[i]
		early, late, ok := d.Expires.Get().Range()
		if !ok || early.IsZero() || slices.Contains(gone, d.State) {
			continue
		}
		o := outcome{path: "documents/" + string(d.ID) + "/expires", settled: !early.Before(until)}
		if before(late, a.Today) {
			o.part = "over"
		}
		if !o.settled {
			o.args = a.ownerNamed(d)
			o.args["day"] = string(DayOf(early))
		}
		all = append(all, o)
	}
	return all
}

// faces is V44: people who are not of the case and can be seen in a picture
// were asked, or cannot be recognised.
func (a audience) faces() []outcome {
	types := param(a.rule, "types", []Code{"threat_evidence", "hrd_proof", "press", "other"})
	settled := param(a.rule, "settled", []Code{"nobody", "agreed", "hidden", "public"})
	var all []outcome
	a.eachFile(func(path string, d *Document, f *Attachment) {
		if strings.HasPrefix(f.MIME, "image/") && !f.KeepHere && slices.Contains(types, d.Type) {
			all = append(all, outcome{path: path + "/shows_others", settled: slices.Contains(settled, f.ShowsOthers)})
		}
	})
	return all
}

// files is V45: no file is attached twice, and each is what was taken in. A
// file that is not blocks.
func (a audience) files() []outcome {
	var all []outcome
	seen := map[string]bool{}
	a.eachFile(func(path string, _ *Document, f *Attachment) {
		o := outcome{path: path, settled: true, look: true}
		if f.SHA512 != "" && seen[f.SHA512] {
			o.settled, o.part = false, "twice"
		}
		seen[f.SHA512] = true
		if slices.Contains(a.Changed, f.ID) {
			o = outcome{path: path, part: "changed"}
		}
		if !o.settled {
			o.args = map[string]string{"file": f.FilenameOriginal}
		}
		all = append(all, o)
	})
	return all
}

func (a audience) eachFile(found func(path string, d *Document, f *Attachment)) {
	for i := range a.Documents {
		d := &a.Documents[i]
		for j := range d.Attachments {
			f := &d.Attachments[j]
			found("documents/"+string(d.ID)+"/attachments/"+string(f.ID), d, f)
		}
	}
}

// ownerNamed names whose paper it is; the one that nobody owns is nobody's.
func (a audience) ownerNamed(d *Document) map[string]string {
	if len(d.Of) > 0 {
		if args := a.named(a.PersonByID(d.Of[0])); args != nil {
			return args
		}
	}
	return map[string]string{}
}
