package referral

import (
	"strings"
	"time"
)

// FindingState says what has been done about a finding.
type FindingState string

// The states of a finding.
const (
	Open      FindingState = "open"
	Explained FindingState = "explained" // listed, and settled
	Later     FindingState = "later"
)

// RecipientPath is the one path of a finding that is no field of a referral:
// the recipient of the hand-over.
const RecipientPath = "recipient"

// Situation is what readiness depends on besides the referral.
type Situation struct {
	Today     time.Time
	Set       Requirements
	Recipient *Recipient // nil until one is chosen
	Lang      string     // of titles and reasons; English where it is empty or lacks words

	// ReferralMade is when the office says that the referral was made: then the
	// children's ages are locked in (R25.1(7)). Zero until it does.
	ReferralMade time.Time
	// Contacts and Screening are compartments that are open for whoever reads
	// the report; nil while they are closed, and then nothing is said of them.
	Contacts  []SafeContact
	Screening []Screening
	// Changed are attachments whose bytes are not those that were taken in.
	Changed []ID
	// Similar are cases of the same device that may be of the same people; nil
	// where nobody looked.
	Similar []Similar
}

// Similar is a case that may be of the same person as one of this.
type Similar struct {
	Code   string // of the other case
	Person ID     // of this one
}

// Recipient is who a hand-over goes to, as far as readiness asks.
type Recipient struct {
	CardID   string
	Role     Code
	Verified bool // green
	Expired  bool
}

// Report is what a requirement set finds in a referral. Points are the settled
// of all applicable rules and needed fields.
type Report struct {
	Code     string    `json:"code"`
	Set      string    `json:"set"`
	Ready    bool      `json:"ready"`
	Points   [2]int    `json:"points"`
	Findings []Finding `json:"findings"`

	Sections map[Section]SectionReport `json:"-"`
}

// SectionReport is one section's share of a report.
type SectionReport struct {
	Points [2]int
	Blocks int
	Looks  int
}

// Finding is one rule that is not settled at one place, or settled only by an
// explanation. Rule is what a remark on it names: the id of the rule, with the
// part behind it where that has remarks of its own, such as V29.turned. Key and
// Args let a screen use words of its own.
type Finding struct {
	Rule     string       `json:"rule"`
	Severity Severity     `json:"severity"`
	State    FindingState `json:"state"`
	Path     string       `json:"path"`
	Section  Section      `json:"section"`
	Title    string       `json:"title"`
	Why      string       `json:"why"`
	Source   string       `json:"source"`

	Part string            `json:"-"` // of the check, such as E3
	Key  string            `json:"-"`
	Args map[string]string `json:"-"`
}

// Check judges the referral. It is pure: the window, the commands and the
// office get the same report for the same situation.
func Check(r *Referral, s Situation) Report {
	report := Report{
		Code: r.CaseCode, Set: s.Set.Name(), Ready: true,
		Findings: []Finding{}, Sections: map[Section]SectionReport{},
	}
	names := map[ID]string{}
	for _, rule := range s.Set.Rules {
		for _, o := range outcomes(r, rule, s, names) {
			report.add(r, rule, o, s.Lang)
		}
	}
	return report
}

// Blocks returns how many findings stop a hand-over.
func (rep Report) Blocks() int { return rep.count(func(s SectionReport) int { return s.Blocks }) }

// Looks returns how many findings ask for a look and are not explained.
func (rep Report) Looks() int { return rep.count(func(s SectionReport) int { return s.Looks }) }

func (rep Report) count(of func(SectionReport) int) int {
	n := 0
	for _, s := range rep.Sections {
		n += of(s)
	}
	return n
}

// add counts one outcome and lists what is not settled.
func (rep *Report) add(r *Referral, rule Rule, o outcome, lang string) {
	f := finding(r, rule, o)
	share := rep.Sections[f.Section]
	if !o.waits {
		share.Points[1]++
		rep.Points[1]++
	}
	settled := o.settled || f.State == Explained
	if settled {
		share.Points[0]++
		rep.Points[0]++
	}
	switch {
	case settled, o.waits:
	case f.Severity == Blocks:
		share.Blocks++
		rep.Ready = false
	default:
		share.Looks++
	}
	rep.Sections[f.Section] = share
	if !o.settled {
		f.Key = rule.key(o)
		f.Title, f.Why = rule.words(o, lang)
		rep.Findings = append(rep.Findings, f)
	}
}

func finding(r *Referral, rule Rule, o outcome) Finding {
	f := Finding{
		Rule: rule.remarked(o), Severity: rule.Severity, State: Open, Path: o.path, Section: rule.Section,
		Source: rule.Source, Part: o.part, Args: o.args,
	}
	if f.Section == "" {
		f.Section = SectionOf(o.path)
	}
	if o.look || o.waits {
		f.Severity = Look
	}
	f.State = o.state(r, f)
	return f
}

// state follows the remarks: an explanation settles a look, never a block; a
// block is set aside only where its check allows it and a reason stands there.
func (o outcome) state(r *Referral, f Finding) FindingState {
	if o.waits {
		return Later
	}
	m := r.RemarkOn(f.Path, f.Rule)
	switch {
	case m == nil:
	case m.Kind == RemarkExplained && f.Severity == Look && strings.TrimSpace(m.Text) != "" && !o.unknown:
		return Explained
	case m.Kind == RemarkOverride && o.overridable && strings.TrimSpace(m.Text) != "":
		return Explained
	case m.Kind == RemarkLater:
		return Later
	}
	if o.pending {
		return Later
	}
	return Open
}

// remarked names what a remark answers: the rule, or a part of it that is apart.
func (rule Rule) remarked(o outcome) string {
	if o.apart {
		return rule.ID + "." + o.part
	}
	return rule.ID
}

// key names the words of an outcome for a screen that has its own.
func (rule Rule) key(o outcome) string {
	if o.part == "" {
		return "rule." + rule.ID
	}
	return "rule." + rule.ID + "." + o.part
}

func (rule Rule) words(o outcome, lang string) (title, why string) {
	title, why = inLanguage(rule.Title, lang), inLanguage(rule.Why, lang)
	if part, ok := rule.Parts[o.part]; ok {
		if text := inLanguage(part.Title, lang); text != "" {
			title = text
		}
		if text := inLanguage(part.Why, lang); text != "" {
			why = text
		}
	}
	if o.unknown {
		why = inLanguage(map[string]string{
			"en": "This cannot be checked here: it needs a newer version of the program.",
			"fr": "Ceci ne peut pas être vérifié ici : il faut une version plus récente du programme.",
		}, lang)
	}
	return fillIn(title, o.args, lang), fillIn(why, o.args, lang)
}

// fillIn fills the arguments in. Who has no name here is somebody.
func fillIn(text string, args map[string]string, lang string) string {
	if args["name"] == "" && strings.Contains(text, "{name}") {
		text = strings.ReplaceAll(text, "{name}", inLanguage(map[string]string{"en": "Somebody", "fr": "Quelqu’un"}, lang))
	}
	return fill(text, args)
}

func inLanguage(words map[string]string, lang string) string {
	if text := words[lang]; text != "" {
		return text
	}
	return words["en"]
}

func fill(text string, args map[string]string) string {
	for name, value := range args {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	return text
}
