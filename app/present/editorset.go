package present

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"time"

	"harbour/app/referral"
)

// Errors of values that a field cannot hold. The words stay in the field.
var (
	errNumber = errors.New("not a number")
	errDay    = errors.New("not a day")
)

// SetText gives a field what was typed or chosen. It returns what is wrong
// with it, and changes nothing then; a day that only has to be typed on is not
// wrong yet, and what it lacks is told by Refusal.
func (e *Editor) SetText(path, text string) Message {
	v, ok := e.at(path)
	if !ok {
		return Message{}
	}
	next := cloneValue(v)
	if err := setText(next, text); err != nil {
		why := e.refuse(path, text, wrongValue(err))
		if errors.Is(err, errDay) && dayBegun.MatchString(text) {
			return Message{}
		}
		return why
	}
	delete(e.refused, path)
	e.change(path, next)
	return Message{}
}

// SetChosen gives a field the several values that were chosen. None chosen is
// an answer, too, where it is said: see SetNone.
func (e *Editor) SetChosen(path string, chosen []string) {
	v, ok := e.at(path)
	if !ok {
		return
	}
	next := cloneValue(v)
	if len(chosen) == 0 {
		clearSpot(next)
	} else {
		putSpot(next, stringsAs(listAt(v).Type(), chosen))
	}
	e.change(path, next)
}

// SetNone says of a list that it is empty, and that this is known.
func (e *Editor) SetNone(path string) {
	if v, ok := e.at(path); ok && isAnswer(v.Type()) {
		next := cloneValue(v)
		putSpot(next, reflect.MakeSlice(listAt(v).Type(), 0, 0))
		e.change(path, next)
	}
}

// SetState says why a field has no value; an empty state takes that back.
func (e *Editor) SetState(path, state string) {
	v, ok := e.at(path)
	if !ok || !isAnswer(v.Type()) {
		return
	}
	next := cloneValue(v)
	next.FieldByName("Value").SetZero()
	next.FieldByName("State").SetString(state)
	if state == "" {
		next.FieldByName("Note").SetString("")
		next.FieldByName("AskOn").SetString("")
	}
	e.change(path, next)
}

// SetWhy gives the few words of why there is no value.
func (e *Editor) SetWhy(path, why string) {
	v, ok := e.at(path)
	if !ok || !isAnswer(v.Type()) {
		return
	}
	next := cloneValue(v)
	next.FieldByName("Note").SetString(why)
	e.change(path, next)
}

// SetAskOn says on which day to ask again; the empty day takes that back.
func (e *Editor) SetAskOn(path, day string) Message {
	v, ok := e.at(path)
	if !ok || !isAnswer(v.Type()) {
		return Message{}
	}
	if _, ok := referral.Day(day).Time(); day != "" && !ok {
		return wrongValue(errDay)
	}
	next := cloneValue(v)
	next.FieldByName("AskOn").SetString(day)
	e.change(path, next)
	return Message{}
}

// DayOf reads words that are a day and nothing else, as the referral keeps it.
func DayOf(words string) (time.Time, bool) { return referral.Day(words).Time() }

func wrongValue(err error) Message {
	if errors.Is(err, errNumber) {
		return Message{Key: "editor.wrong.number"}
	}
	return Message{Key: "editor.wrong.day"}
}

// setText reads text as what a spot holds.
func setText(v reflect.Value, text string) error {
	if strings.TrimSpace(text) == "" {
		clearSpot(v)
		return nil
	}
	t := v.Type()
	if isAnswer(t) {
		t = v.FieldByName("Value").Type().Elem()
	}
	value := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		value.SetBool(text == Yes)
	case reflect.Int:
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 0 {
			return errNumber
		}
		value.SetInt(int64(n))
	case reflect.String:
		if _, ok := referral.Day(text).Time(); t == reflect.TypeFor[referral.Day]() && !ok {
			return errDay
		}
		value.SetString(text)
	}
	putSpot(v, value)
	return nil
}

// textOf writes what a spot holds.
func textOf(v reflect.Value) string {
	value, ok := plain(v)
	if !ok {
		return ""
	}
	switch value.Kind() {
	case reflect.Bool:
		return boolText(value.Bool(), isAnswer(v.Type()))
	case reflect.Int:
		if value.Int() == 0 && !isAnswer(v.Type()) {
			return ""
		}
		return strconv.FormatInt(value.Int(), 10)
	case reflect.String:
		return value.String()
	case reflect.Struct:
		if d, ok := value.Interface().(referral.FuzzyDate); ok {
			return d.OriginalText
		}
	}
	return ""
}

// The values of a field of yes and no.
const (
	Yes = "yes"
	No  = "no"
)

func boolText(b, answered bool) string {
	switch {
	case b:
		return Yes
	case answered:
		return No
	}
	return ""
}

// chosenOf lists what is chosen of several.
func chosenOf(v reflect.Value) []string {
	value, ok := plain(v)
	if !ok || value.Kind() != reflect.Slice || value.Type().Elem().Kind() != reflect.String {
		return nil
	}
	all := make([]string, 0, value.Len())
	for i := range value.Len() {
		all = append(all, value.Index(i).String())
	}
	return all
}

func stringsAs(t reflect.Type, chosen []string) reflect.Value {
	list := reflect.MakeSlice(t, len(chosen), len(chosen))
	for i, c := range chosen {
		list.Index(i).SetString(c)
	}
	return list
}

// at returns the spot of a path, in the referral or in what lies beside it.
func (e *Editor) at(path string) (reflect.Value, bool) {
	return spot(e.root(path), path)
}

func (e *Editor) root(path string) reflect.Value {
	if e.safe.parts[referral.SectionOf(path)] != nil {
		return reflect.ValueOf(&e.safe.content).Elem()
	}
	return reflect.ValueOf(&e.c.Referral).Elem()
}
