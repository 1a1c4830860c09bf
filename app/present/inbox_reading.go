package present

import (
	"context"
	"slices"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Reading is one referral that came in, to be read and not to be changed.
type Reading struct {
	Bundle   string
	Case     string // id
	Code     string
	Priority string
	Others   []OtherCase // the cases of the bundle, where there are several
	Sender   Party
	Trust    Trust     // of the sender when it came
	Created  time.Time // by the sender's clock
	Bytes    int64
	Notes    []Message // what is remarkable about the bundle
	Waiting  bool      // no receipt is written yet
	Parts    []ReadingPart
	Ready    bool // nothing stops it, by the office's own rules
	Set      string
	Points   [2]int
	Findings []ReadingFinding
}

// OtherCase is one of several referrals of a bundle.
type OtherCase struct{ ID, Code string }

// ReadingPart is a section in reading form.
type ReadingPart struct {
	Key    string // of its name
	Groups []ReadingGroup
}

// ReadingGroup is what belongs together: a person, an event, a paper.
type ReadingGroup struct {
	HeadKey string // of its heading, or
	Head    string // its heading as it was written
	Native  string // beside Head, in its own script
	Rows    []ReadingRow
	People  []ReadingPerson
	Files   []PaperFile
}

// ReadingRow is one field: its value, or why there is none.
type ReadingRow struct {
	Key    string // of the label
	Value  string
	Native string // more of the value, in its own script
	Note   string
	Date   *SaidDate
	State  string // key of why there is no value
}

// SaidDate is a date as it was said and what it can mean.
type SaidDate struct {
	Said           string
	Earliest       time.Time
	Latest         time.Time
	Known          bool   // there is a range
	Paper          string // what a paper shows
	QualityWords   string
	SurelyOneDay   bool
	YoungestOldest [2]int // age today, -1 for no limit; for births alone
	Birth          bool
}

// ReadingPerson is somebody of the family.
type ReadingPerson struct {
	ID, Name, Native, Initials string
	Role                       string // as the office's list words it
	Relation                   string
	Birth                      *SaidDate
	State                      string
}

// ReadingFinding is what the office's own rules find.
type ReadingFinding struct {
	Blocks    bool
	Explained bool
	Title     string
	Why       string
}

// reading turns one referral of a bundle into reading form.
func (i *Inbox) reading(ctx context.Context, r casework.Received, id referral.ID) (*Reading, error) {
	n := slices.IndexFunc(r.Cases, func(c casework.ReceivedCase) bool { return id == "" || c.ID == id })
	if n < 0 {
		return nil, casework.ErrNotFound
	}
	c, err := i.desk.Load(ctx, r.Cases[n].ID)
	if err != nil {
		return nil, err
	}
	form := readingForm{Referral: &c.Referral, book: i.desk.Book, lang: i.desk.Preferences().Language, today: i.now()}
	reading := &Reading{
		Bundle: r.BundleID, Case: string(c.ID), Code: c.Referral.CaseCode, Sender: partyOf(r.Contact), Trust: r.Trust,
		Created: r.Created.Local(), Bytes: r.Bytes, Waiting: r.Accepted.IsZero(),
		Priority: form.label("priority", c.Referral.Priority.Get()),
		Parts:    form.parts(),
	}
	if len(r.Cases) > 1 {
		for _, other := range r.Cases {
			reading.Others = append(reading.Others, OtherCase{string(other.ID), other.Code})
		}
	}
	for _, note := range r.Notes {
		reading.Notes = append(reading.Notes, Message{Key: "inbox." + note})
	}
	reading.judge(i.desk.Check(c, ""))
	return reading, nil
}

// ofTheMeeting reports whether a section tells how the referral was taken down:
// little of it leaves, and only the field can still ask.
func ofTheMeeting(section referral.Section) bool {
	return section == referral.SectionQuick || section == referral.SectionSessions
}

// judge adds what the office's own rules find.
func (r *Reading) judge(report referral.Report) {
	r.Ready, r.Set, r.Points = report.Ready, report.Set, report.Points
	for _, f := range report.Findings {
		if f.Path == referral.RecipientPath {
			// It asks who the referral goes to: it is here.
			continue
		}
		if f.Severity != referral.Blocks && ofTheMeeting(referral.SectionOf(f.Path)) {
			continue
		}
		r.Findings = append(r.Findings, ReadingFinding{
			Blocks: f.Severity == referral.Blocks && f.State != referral.Explained, Explained: f.State == referral.Explained,
			Title: f.Title, Why: f.Why,
		})
	}
	slices.SortStableFunc(r.Findings, func(a, b ReadingFinding) int { return trueFirst(a.Blocks) - trueFirst(b.Blocks) })
}
