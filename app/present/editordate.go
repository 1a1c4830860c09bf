package present

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"time"

	"harbour/app/dates"
	"harbour/app/referral"
)

// How a date was understood.
const (
	DateBlank  = "blank"
	DateWords  = "words" // kept as said; the years are asked for
	DateDay    = "day"
	DateRange  = "range"
	DateBefore = "before"
	DateSince  = "since"
)

// DateView is what stands beside a date as it was said.
type DateView struct {
	Calendar  string
	Reading   string
	Early     time.Time
	Late      time.Time
	About     bool
	TwoWays   bool // day and month could be either way round
	Age       *Ages
	Quality   string
	Paper     string // as a paper shows it
	PaperID   string
	FromYear  string // asked for where the words are of another calendar
	UntilYear string
	AskYears  bool // of words in another calendar, or that could not be read
	FirstJan  bool // 1 January, often written when nobody knew the day
}

// Calendars are those that a date may have been said in.
func (e *Editor) Calendars() []Option { return e.vocabulary("calendar") }

// Qualities are how sure a date may be.
func (e *Editor) Qualities() []Option { return e.vocabulary("date_quality") }

func (e *Editor) dateAt(path string) (referral.FuzzyDate, bool) {
	v, ok := e.at(path)
	if !ok {
		return referral.FuzzyDate{}, false
	}
	value, ok := plain(v)
	if !ok {
		return referral.FuzzyDate{}, true
	}
	d, ok := value.Interface().(referral.FuzzyDate)
	return d, ok
}

func (e *Editor) dateView(path string) *DateView {
	d, _ := e.dateAt(path)
	v := &DateView{
		Calendar: string(d.Calendar), Quality: string(d.Quality), Paper: d.DocumentValue, PaperID: string(d.DocumentID),
		Reading: DateBlank,
	}
	if v.Calendar == "" {
		v.Calendar = string(referral.Gregorian)
	}
	if d.OriginalText == "" && d.EDTF == "" {
		return v
	}
	v.Reading, v.AskYears = DateWords, true
	edtf, err := referral.ParseEDTF(d.EDTF)
	if err != nil {
		return v
	}
	v.Early, v.Late = edtf.Range()
	v.Reading, v.About = readingOf(v.Early, v.Late), edtf.Approximate()
	reading, unread := dates.Parse(d.OriginalText, string(d.Calendar))
	v.TwoWays = reading.TwoWays
	if !v.Early.IsZero() {
		v.FromYear = strconv.Itoa(v.Early.Year())
	}
	if !v.Late.IsZero() {
		v.UntilYear = strconv.Itoa(v.Late.Year())
	}
	// Where more than the years is known already, there is nothing to ask.
	v.AskYears = (d.Calendar != referral.Gregorian || unread != nil) && v.Early.YearDay() == 1 && v.Late.AddDate(0, 0, 1).YearDay() == 1
	v.FirstJan = v.Reading == DateDay && v.Early.YearDay() == 1 || firstOfJanuary(d.DocumentValue)
	if age := d.Age(e.now()); strings.HasSuffix(path, "/birth_date") && age.Known {
		v.Age = &Ages{age.Youngest, age.Oldest}
	}
	return v
}

func readingOf(early, late time.Time) string {
	switch {
	case early.IsZero():
		return DateBefore
	case late.IsZero():
		return DateSince
	case early.Equal(late):
		return DateDay
	}
	return DateRange
}

// firstOfJanuary reports whether a paper's date is the one that is written
// when nobody knows the day.
func firstOfJanuary(shown string) bool {
	reading, err := dates.Parse(shown, string(referral.Gregorian))
	if err != nil {
		return false
	}
	early, late, ok := reading.Date.Range()
	return ok && early.Equal(late) && early.YearDay() == 1
}

// SetDate keeps a date as it was said, and what can be read from it. Words
// that cannot be read are kept; then the years are asked for. It returns what
// is wrong with text that is too long.
func (e *Editor) SetDate(path, text, calendar string) Message {
	old, ok := e.dateAt(path)
	if !ok {
		return Message{}
	}
	reading, err := dates.Parse(text, calendar)
	if errors.Is(err, dates.ErrTooLong) {
		return e.refuse(path, text, Message{Key: "editor.wrong.date_long"})
	}
	delete(e.refused, path)
	next := old
	next.OriginalText, next.Calendar = text, referral.Code(calendar)
	if reading.Date.EDTF != "" || text != old.OriginalText || calendar != string(old.Calendar) {
		next.EDTF = reading.Date.EDTF
	}
	if old.Quality == "" || old.Quality == referral.Stated || old.Quality == referral.Estimated {
		next.Quality = reading.Date.Quality
	}
	e.setDate(path, next)
	return Message{}
}

// SetYears says in which Gregorian years a date lies whose words are of
// another calendar or could not be read.
func (e *Editor) SetYears(path, from, until string) Message {
	d, ok := e.dateAt(path)
	if !ok || from == "" && until == "" {
		return Message{}
	}
	if until == "" {
		until = from
	}
	first, err1 := strconv.Atoi(strings.TrimSpace(from))
	last, err2 := strconv.Atoi(strings.TrimSpace(until))
	with, err := dates.WithYears(d.OriginalText, string(d.Calendar), first, last)
	if err1 != nil || err2 != nil || err != nil {
		return Message{Key: "editor.wrong.years"}
	}
	d.EDTF = with.EDTF
	e.setDate(path, d)
	return Message{}
}

// SetQuality says how sure a date is.
func (e *Editor) SetQuality(path, quality string) {
	e.withDate(path, func(d *referral.FuzzyDate) { d.Quality = referral.Code(quality) })
}

// SetPaper keeps what a paper shows, and which, apart from what was said.
func (e *Editor) SetPaper(path, shown, document string) {
	e.withDate(path, func(d *referral.FuzzyDate) { d.DocumentValue, d.DocumentID = shown, referral.ID(document) })
}

func (e *Editor) withDate(path string, by func(*referral.FuzzyDate)) {
	if d, ok := e.dateAt(path); ok {
		by(&d)
		e.setDate(path, d)
	}
}

func (e *Editor) setDate(path string, d referral.FuzzyDate) {
	v, ok := e.at(path)
	if !ok {
		return
	}
	next := cloneValue(v)
	if d.OriginalText == "" && d.DocumentValue == "" && d.DocumentID == "" {
		clearSpot(next)
	} else {
		if d.Calendar == "" {
			d.Calendar = referral.Gregorian
		}
		putSpot(next, reflect.ValueOf(d))
	}
	e.change(path, next)
}
