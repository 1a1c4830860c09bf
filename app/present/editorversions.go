package present

import (
	"context"
	"strings"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Version is one state of the case that was kept.
type Version struct {
	At     time.Time
	Number int // under which it was handed over; 0 for one that a visit began from
	kept   casework.Version
}

// Said is what stood in a field of a version.
type Said struct {
	Words   string   // as it was typed, or in the words of a list
	Answers []string // yes and no, by the end of their keys
	State   string   // why there was no value
	Why     string
	Files   int
}

// Empty reports whether nothing was said.
func (s Said) Empty() bool {
	return s.Words == "" && len(s.Answers) == 0 && s.State == "" && s.Files == 0
}

// VersionChange is one place that is not the same in two versions.
type VersionChange struct {
	Path    string
	Section string
	Key     string // of the field's label, empty for an element as a whole
	Who     string // the element in which it stands
	Change  string // added, removed or altered
	Was, Is Said
	Back    bool // it can be brought back as it was
}

// Versions returns what was kept of the case, the newest first.
func (e *Editor) Versions() ([]Version, Message) {
	kept, err := e.desk.Versions(e.id)
	if err != nil {
		return nil, MessageOf(err)
	}
	all := make([]Version, len(kept))
	for i, v := range kept {
		all[i] = Version{At: v.At, Number: v.Number, kept: v}
	}
	return all, Message{}
}

// Compare reads a version and gives done what has changed from it to another,
// or to what is shown now where that is nil.
func (e *Editor) Compare(from Version, to *Version, done func([]VersionChange, Message)) Job {
	now := e.withoutUnsaid(cloneReferral(e.c.Referral))
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		was, err := e.desk.ReadVersion(ctx, from.kept)
		is := now
		if err == nil && to != nil {
			is, err = e.desk.ReadVersion(ctx, to.kept)
		}
		return func() {
			if err != nil {
				done(nil, MessageOf(err))
				return
			}
			done(e.changes(&was, &is, to == nil), Message{})
		}
	}
}

// changes words what differs.
func (e *Editor) changes(was, is *referral.Referral, now bool) []VersionChange {
	before, after := e.reading(was), e.reading(is)
	var all []VersionChange
	for _, d := range referral.Differences(was, is) {
		c := VersionChange{
			Path: d.Path, Section: string(referral.SectionOf(d.Path)), Change: string(d.Change),
			Was: before.said(d.Path), Is: after.said(d.Path),
		}
		c.Who = after.elementOf(d.Path)
		if d.Change == referral.Removed {
			c.Who = before.elementOf(d.Path)
		}
		if s, ok := e.specOf(d.Path); ok {
			c.Key, c.Back = s.key(), now && d.Change == referral.Altered
		} else if d.Change == referral.Altered {
			continue // a part that no field shows, such as an order
		}
		all = append(all, c)
	}
	return all
}

// reading is an editor of another version, which only reads.
func (e *Editor) reading(r *referral.Referral) *Editor {
	return &Editor{
		desk: e.desk, id: e.id, lang: e.lang, plans: e.plans, part: map[string]int{},
		c: casework.Case{ID: e.id, Referral: *r}, opened: true,
	}
}

// specOf finds the field that shows a path.
func (e *Editor) specOf(path string) (found spec, ok bool) {
	eachField(e.plans, func(s spec) bool {
		if ok = s.only == nil && matches(s.at, path); ok {
			found = s
		}
		return !ok
	})
	return found, ok
}

// said words what stands at a path.
func (e *Editor) said(path string) Said {
	s, ok := e.specOf(path)
	if !ok {
		return Said{}
	}
	f := e.field(s, path)
	said := Said{State: f.State, Why: f.Why}
	switch f.Kind {
	case KindYesNo, KindFlag:
		if f.Value != "" {
			said.Answers = []string{f.Value}
		}
	case KindAttachment:
		said.Files = len(f.Rows)
	case KindCode, KindPerson, KindPaper, KindPicture, KindAgreement:
		if f.Value != "" {
			said.Words = e.Label(f, f.Value)
		}
	case KindCodes, KindPeople, KindPapers:
		var words []string
		for _, key := range f.Chosen {
			words = append(words, e.Label(f, key))
		}
		said.Words = strings.Join(words, ", ")
	default:
		said.Words = f.Value
	}
	return said
}

// elementOf names the element of a list in which a path stands.
func (e *Editor) elementOf(path string) string {
	steps := strings.Split(path, "/")
	if len(steps) < 2 {
		return ""
	}
	return e.nameOf(steps[0] + "/" + steps[1])
}

// BringBack makes one place what it was in the version from. It can be undone.
func (e *Editor) BringBack(from Version, path string, done func(Message)) Job {
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		was, err := e.desk.ReadVersion(ctx, from.kept)
		return func() {
			if err == nil {
				if v, ok := e.reading(&was).at(path); ok {
					e.closeChange()
					e.change(path, cloneValue(v))
					e.closeChange()
				}
			}
			done(MessageOf(err))
		}
	}
}
