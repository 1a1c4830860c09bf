package present

import (
	"strings"
	"time"

	"harbour/app/referral"
)

// readingForm turns a referral into what is read: labels by key, codes in the
// words of the book, dates as they were said.
type readingForm struct {
	*referral.Referral
	book  referral.Book
	lang  string
	today time.Time
}

// parts are the tabs of the reading pane, without those that hold nothing.
func (f readingForm) parts() []ReadingPart {
	all := []ReadingPart{
		{"inbox.part.people", f.peopleGroups()},
		{"inbox.part.work", f.workGroups()},
		{"inbox.part.events", f.eventGroups()},
		{"inbox.part.claim", f.claimGroups()},
		{"inbox.part.documents", f.documentGroups()},
	}
	var parts []ReadingPart
	for _, p := range all {
		if len(p.Groups) > 0 {
			parts = append(parts, p)
		}
	}
	return parts
}

func (f readingForm) label(vocabulary string, code referral.Code) string {
	if code == "" {
		return ""
	}
	return f.book.Vocabulary(vocabulary).Label(code, f.lang)
}

func (f readingForm) labels(vocabulary string, codes []referral.Code) string {
	words := make([]string, len(codes))
	for i, code := range codes {
		words[i] = f.label(vocabulary, code)
	}
	return strings.Join(words, ", ")
}

func (f readingForm) names(ids []referral.ID) string {
	var names []string
	for _, id := range ids {
		if p := f.PersonByID(id); p != nil && p.FirstName() != "" {
			names = append(names, p.FirstName())
		}
	}
	return strings.Join(names, ", ")
}

func (f readingForm) said(d referral.FuzzyDate, birth bool) *SaidDate {
	earliest, latest, known := d.Range()
	s := &SaidDate{
		Said: d.OriginalText, Earliest: earliest, Latest: latest, Known: known, Paper: d.DocumentValue,
		QualityWords: f.label("date_quality", d.Quality), Birth: birth,
		SurelyOneDay: known && earliest.Equal(latest),
	}
	if age := d.Age(f.today); birth && age.Known {
		s.YoungestOldest = [2]int{age.Youngest, age.Oldest}
	}
	return s
}

// readingRows collects the rows of a group and leaves out what was never touched.
type readingRows []ReadingRow

func (r *readingRows) text(key, value string) {
	if strings.TrimSpace(value) != "" {
		*r = append(*r, ReadingRow{Key: key, Value: value})
	}
}

// readAnswer adds what was answered, worded by words, or why it was not.
func readAnswer[T any](r *readingRows, key string, a referral.Answer[T], words func(T) string) {
	row := ReadingRow{Key: key, Note: a.Note}
	switch {
	case a.Given():
		row.Value = words(a.Get())
	case a.State != "":
		row.State = "answer." + string(a.State)
	}
	if row.Value != "" || row.State != "" {
		*r = append(*r, row)
	}
}

func (r *readingRows) date(key string, f readingForm, a referral.Answer[referral.FuzzyDate], birth bool) {
	row := ReadingRow{Key: key, Note: a.Note}
	switch {
	case a.Given():
		row.Date = f.said(a.Get(), birth)
	case a.State != "":
		row.State = "answer." + string(a.State)
	default:
		return
	}
	*r = append(*r, row)
}

func asWritten(s string) string { return s }

func (f readingForm) in(vocabulary string) func(referral.Code) string {
	return func(code referral.Code) string { return f.label(vocabulary, code) }
}

func (f readingForm) listIn(vocabulary string) func([]referral.Code) string {
	return func(codes []referral.Code) string { return f.labels(vocabulary, codes) }
}

// group returns the rows under a heading, none where there are no rows.
func (r readingRows) group(headKey, head, native string) []ReadingGroup {
	if len(r) == 0 {
		return nil
	}
	return []ReadingGroup{{HeadKey: headKey, Head: head, Native: native, Rows: r}}
}
