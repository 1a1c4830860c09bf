package present

import (
	"reflect"
	"strings"

	"harbour/app/referral"
)

// Repeat gives a field of an element what the element before it in the list
// has there, or the nearest other one: the same nationality, the same address,
// the same family name. What was copied is marked as such until it is touched:
// nobody said it. It reports whether there was anything to copy.
func (e *Editor) Repeat(path string) bool {
	from, ok := e.before(path)
	if !ok {
		return false
	}
	v, ok := e.at(path)
	if !ok || from.Type() != v.Type() {
		return false
	}
	value, ok := plain(from)
	if !ok {
		return false
	}
	next, copied := cloneValue(v), cloneValue(value)
	e.renew(copied)
	putSpot(next, copied)
	if isAnswer(next.Type()) {
		next.FieldByName("Source").SetString(string(referral.SourceInferred))
	}
	e.closeChange()
	e.change(path, next)
	e.closeChange()
	if e.copied == nil {
		e.copied = map[string]bool{}
	}
	e.copied[path] = true
	return true
}

// Copied reports whether what a field holds was copied and not touched since.
func (e *Editor) Copied(path string) bool {
	v, ok := e.at(path)
	if !ok {
		return false
	}
	if isAnswer(v.Type()) {
		return v.FieldByName("Source").String() == string(referral.SourceInferred)
	}
	return e.copied[path]
}

// before finds what stands at the same place of the nearest other element: of
// those before in their order, then of those after.
func (e *Editor) before(path string) (reflect.Value, bool) {
	steps := strings.Split(path, "/")
	if len(steps) < 3 {
		return reflect.Value{}, false
	}
	list, ok := e.at(steps[0])
	if !ok || list.Kind() != reflect.Slice {
		return reflect.Value{}, false
	}
	at := -1
	for i := range list.Len() {
		if keyOf(list.Index(i)) == steps[1] {
			at = i
		}
	}
	if at < 0 {
		return reflect.Value{}, false
	}
	rest := e.pattern(steps)
	for _, i := range nearest(at, list.Len()) {
		for _, place := range e.c.Referral.Places(steps[0] + "/" + keyOf(list.Index(i)) + "/" + rest) {
			if v, ok := e.at(place.Path); ok && place.Given() {
				return v, true
			}
		}
	}
	return reflect.Value{}, false
}

// nearest lists the places of n that are not at: those before it, the nearest
// first, then those after.
func nearest(at, n int) []int {
	var all []int
	for i := at - 1; i >= 0; i-- {
		all = append(all, i)
	}
	for i := at + 1; i < n; i++ {
		all = append(all, i)
	}
	return all
}

// pattern is the way from an element to the field, with any element of the
// lists in between.
func (e *Editor) pattern(steps []string) string {
	rest := make([]string, 0, len(steps)-2)
	for i, step := range steps[2:] {
		path := strings.Join(steps[:i+2], "/")
		if v, ok := e.at(path); ok && listAt(v).IsValid() && listAt(v).Kind() == reflect.Slice {
			step = referral.Every
		}
		rest = append(rest, step)
	}
	return strings.Join(rest, "/")
}

// renew gives the elements of a copied list ids of their own.
func (e *Editor) renew(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			e.renew(v.Index(i))
		}
	case reflect.Struct:
		if id := v.FieldByName("ID"); id.IsValid() && id.Type() == reflect.TypeFor[referral.ID]() {
			id.SetString(string(e.desk.NewID()))
		}
	}
}

// TextAt is what a place holds, as it is typed.
func (e *Editor) TextAt(path string) string {
	v, ok := e.at(path)
	if !ok {
		return ""
	}
	return textOf(v)
}
