package present

import (
	"reflect"
	"strings"

	"harbour/app/referral"
)

// Option is one value that can be chosen, in the words of its list.
type Option struct {
	Key   string
	Words string
}

// Field is what a screen shows of one field.
type Field struct {
	Path   string
	Key    string // of the label; its help stands under this and "_help"
	Who    string // whose field it is, where the page holds several people's
	Kind   Kind
	Short  bool // few options, offered side by side
	Value  string
	Wrong  Message // why Value is not what the referral holds
	Chosen []string
	None   bool // a list that is known to be empty
	State  string
	Why    string
	AskOn  string
	States []string // the ways of having no answer; none where the model has no place for them
	Needed bool     // an open finding about it blocks a hand-over
	Look   bool     // an open finding about it asks for a look
	Date   *DateView
	Rows   []GroupRow // of KindGroup, KindWithheld and KindAttachment
	Adding []Option
	First  string // of KindGroup: the member that is chosen before an element is made
	list   string
}

// Filled reports whether anything is said in the field.
func (f Field) Filled() bool {
	return f.Value != "" || len(f.Chosen) > 0 || f.State != "" || f.None || len(f.Rows) > 0
}

// GroupRow is one element of a group that is filled in where it stands.
type GroupRow struct {
	Path   string
	Title  string
	Detail string
	Fields []Field
	File   *PaperFile // of KindAttachment
}

// Options lists what can be chosen in a field. It is asked for when the list
// opens, for some are long.
func (e *Editor) Options(f Field) []Option {
	switch f.Kind {
	case KindPerson, KindPeople:
		return e.peopleOptions(nil)
	case KindPaper, KindPapers:
		return e.paperOptions()
	case KindPicture:
		return e.pictureOptions()
	case KindAgreement:
		return e.agreementOptions(f.Path)
	}
	return e.vocabulary(f.list)
}

// fields returns the fields of a part at an element, those that apply.
func (e *Editor) fields(specs []spec, element string) []Field {
	var all []Field
	for _, s := range specs {
		for _, path := range e.pathsOf(s, element) {
			if s.when == nil || s.when(e, path) {
				f := e.field(s, path)
				if element == "" {
					f.Who = e.whoOf(path)
				}
				all = append(all, f)
			}
		}
	}
	return all
}

// pathsOf fills the pattern with the element, or with every one there is.
func (e *Editor) pathsOf(s spec, element string) []string {
	if s.only != nil {
		return s.only(e)
	}
	if !strings.Contains(s.at, referral.Every) {
		return []string{s.at}
	}
	if element != "" {
		n := len(strings.Split(element, "/"))
		rest := strings.Split(s.at, "/")[n:]
		return []string{strings.Join(append([]string{element}, rest...), "/")}
	}
	var paths []string
	for _, place := range e.c.Referral.Places(s.at) {
		paths = append(paths, place.Path)
	}
	return paths
}

func (e *Editor) field(s spec, path string) Field {
	f := Field{Path: path, Key: s.key(), Kind: s.kind, Short: s.short, list: s.vocabulary}
	v, ok := e.at(path)
	if !ok {
		return f
	}
	f.Needed, f.Look = e.found(path)
	f.Value, f.Chosen = textOf(v), chosenOf(v)
	if r, ok := e.refused[path]; ok {
		f.Value, f.Wrong = r.text, r.why
	}
	if isAnswer(v.Type()) {
		f.State, f.Why, f.AskOn = v.FieldByName("State").String(), v.FieldByName("Note").String(), v.FieldByName("AskOn").String()
		f.States = e.states(s)
	}
	switch s.kind {
	case KindDate:
		f.Date = e.dateView(path)
	case KindGroup:
		f.Rows = e.rows(s, path, listAt(v))
		f.None = emptyList(v)
		f.Adding, f.First = e.adding(s, path), s.first
	case KindWithheld:
		f.Rows, f.Adding = e.withheld(v), e.withholdable()
	case KindAttachment:
		f.Rows = e.files(s, path, v)
	case KindCodes, KindPeople, KindPapers:
		f.None = emptyList(v)
	}
	return f
}

// emptyList reports whether a list is known to be empty.
func emptyList(v reflect.Value) bool {
	value, ok := plain(v)
	return isAnswer(v.Type()) && ok && value.Kind() == reflect.Slice && value.Len() == 0
}

// states lists the ways of having no answer in the order of their chips, "not
// applicable" last and only where the field is conditional.
func (e *Editor) states(s spec) []string {
	var all []string
	for _, state := range referral.States() {
		if state != referral.NotApplicable {
			all = append(all, string(state))
		}
	}
	if s.maybe {
		all = append(all, string(referral.NotApplicable))
	}
	return all
}

// rows are the elements of a group, with their fields.
func (e *Editor) rows(s spec, path string, list reflect.Value) []GroupRow {
	var rows []GroupRow
	for i := range list.Len() {
		key := keyOf(list.Index(i))
		if key == "" {
			continue
		}
		at := path + "/" + key
		row := GroupRow{Path: at, Fields: e.fields(s.group, at)}
		if strings.HasSuffix(path, "/parents") {
			row.Title = e.personName(referral.ID(key))
		}
		rows = append(rows, row)
	}
	return rows
}

// found tells what readiness has open about exactly this path.
func (e *Editor) found(path string) (blocks, looks bool) {
	for _, f := range e.report.Findings {
		if f.Path != path || f.State == referral.Explained {
			continue
		}
		blocks = blocks || f.Severity == referral.Blocks
		looks = looks || f.Severity == referral.Look
	}
	return blocks, looks
}

// Found tells what readiness has open about a field now.
func (e *Editor) Found(path string) (blocks, looks bool) { return e.found(path) }

// FieldAt returns one field of the open page as it now is.
func (e *Editor) FieldAt(path string) (Field, bool) {
	var seek func(fields []Field) (Field, bool)
	seek = func(fields []Field) (Field, bool) {
		for _, f := range fields {
			if f.Path == path {
				return f, true
			}
			for _, row := range f.Rows {
				if g, ok := seek(row.Fields); ok {
					return g, true
				}
			}
		}
		return Field{}, false
	}
	return seek(e.View().Fields)
}
