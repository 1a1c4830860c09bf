package present

import (
	"context"
	"strings"
	"time"
	"unicode"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Filter chooses among referrals by how far they have come.
type Filter string

// The filters.
const (
	FilterAll        Filter = "all"
	FilterDrafts     Filter = "drafts"
	FilterHandedOver Filter = "handed_over"
	FilterAnswered   Filter = "answered"
	FilterReceived   Filter = "received"   // at an office: no receipt yet
	FilterRegistered Filter = "registered" // at an office
)

// searchLimit is how many referrals a search shows: whoever gets more types on.
const searchLimit = 500

// Start is the list of referrals, and on the start page what needs somebody.
type Start struct {
	shell  *Shell
	filter Filter
	query  string
	whole  []referral.Summary // the list, the newest change first
	all    []referral.Summary // what the query finds in it
	shown  []int              // of all
	failed Message
}

// NewStart reads the list.
func NewStart(shell *Shell) *Start {
	s := &Start{shell: shell, filter: FilterAll}
	s.Reload()
	return s
}

// Reload reads the list anew, after something was saved.
func (s *Start) Reload() {
	s.whole = s.shell.Desk.All()
	s.SetQuery(s.query)
}

// Today is the day.
func (s *Start) Today() time.Time { return s.shell.Now() }

// Office reports whether the desk is an office's.
func (s *Start) Office() bool { return s.shell.Desk.Role() == casework.RoleOffice }

// Filters are the filters that make sense at this desk, the first shows all.
func (s *Start) Filters() []Filter {
	if s.Office() {
		return []Filter{FilterAll, FilterReceived, FilterRegistered}
	}
	return []Filter{FilterAll, FilterDrafts, FilterHandedOver, FilterAnswered}
}

// Filter is the one that is on.
func (s *Start) Filter() Filter { return s.filter }

// SetFilter shows those of a filter.
func (s *Start) SetFilter(f Filter) {
	s.filter = f
	s.pick()
}

// Query is what is searched for.
func (s *Start) Query() string { return s.query }

// SetQuery searches.
func (s *Start) SetQuery(query string) {
	if strings.TrimSpace(query) == "" {
		query = ""
	}
	s.query, s.all = query, s.whole
	if query != "" {
		s.all = s.shell.Desk.Search(query, searchLimit)
	}
	s.pick()
}

func (s *Start) pick() {
	s.shown = s.shown[:0]
	for i := range s.all {
		if s.filter.takes(s.all[i].State) {
			s.shown = append(s.shown, i)
		}
	}
}

func (f Filter) takes(state referral.Code) bool {
	switch f {
	case FilterDrafts:
		return state == referral.ProgressDraft
	case FilterHandedOver:
		return state == referral.ProgressHandedOver
	case FilterAnswered:
		return state == referral.ProgressAcknowledged || state == referral.ProgressReturned
	case FilterReceived:
		return state == referral.ProgressReceived
	case FilterRegistered:
		return state == referral.ProgressRegistered
	default:
		return true
	}
}

// Count is how many rows there are.
func (s *Start) Count() int { return len(s.shown) }

// Empty reports whether the desk has no referral at all.
func (s *Start) Empty() bool { return len(s.whole) == 0 }

// Row is what the list shows of one referral.
type Row struct {
	ID       string
	Code     string
	Initials string
	Name     string // empty in discreet mode
	Native   string
	People   int
	Place    string
	Share    float64
	State    State
	Next     Next
	Changed  time.Time
}

// Row is the row at i. In discreet mode it names nobody and no place.
func (s *Start) Row(i int) Row {
	sum := &s.all[s.shown[i]]
	r := Row{
		ID: string(sum.ID), Code: sum.Code, Initials: monogram(sum.Lead), Name: sum.Lead, Native: sum.Native,
		People: sum.People, Place: sum.Place, State: stateOf(sum.State), Next: nextOf(sum, s.Today()), Changed: sum.Changed.Local(),
	}
	if sum.Points[1] > 0 {
		r.Share = float64(sum.Points[0]) / float64(sum.Points[1])
	}
	if r.Native == r.Name {
		r.Native = ""
	}
	if s.shell.Desk.Preferences().Discreet {
		r.Name, r.Native, r.Place = "", "", ""
	}
	return r
}

// Failed says why the last thing was not done.
func (s *Start) Failed() Message { return s.failed }

// New makes a referral and calls open with where it is.
func (s *Start) New(open func(Route)) Job {
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		c, err := s.shell.Desk.New(ctx)
		return func() {
			s.failed = MessageOf(err)
			if err == nil {
				open(Route{Page: PageEditor, Case: string(c.ID)})
			}
		}
	}
}

// CanPractise reports whether the invented cases can be brought in: into a
// practice desk that has none yet.
func (s *Start) CanPractise() bool {
	return s.shell.Desk.Practice() && !s.Office() && s.Empty() && len(s.shell.Invented) > 0
}

// Practise brings the invented cases in.
func (s *Start) Practise() Job {
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		var err error
		for _, document := range s.shell.Invented {
			if _, err = s.shell.Desk.Take(ctx, document); err != nil {
				break
			}
		}
		return func() {
			s.failed = MessageOf(err)
			s.Reload()
		}
	}
}

// monogram is the first letters of the first and the last name.
func monogram(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) })
	if len(words) == 0 {
		return ""
	}
	first := letterOf(words[0])
	if len(words) == 1 {
		return first
	}
	return first + letterOf(words[len(words)-1])
}

func letterOf(word string) string {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return ""
}
