package referral

import (
	"reflect"
	"strings"
)

// Every is the step of a path pattern that stands for each element of a list.
const Every = "*"

// Place is one spot of a referral that a path or a pattern leads to.
type Place struct {
	Path  string
	value reflect.Value
}

// Places returns every spot that the pattern leads to, such as
// people/*/birth_date; a list is stepped into by ids. The way goes through
// answers to their values; where one has none, it ends.
func (r *Referral) Places(pattern string) []Place {
	return follow(reflect.ValueOf(r).Elem(), strings.Split(pattern, "/"))
}

// At returns the spot of that path; ok is false when there is none.
func (r *Referral) At(path string) (place Place, ok bool) {
	places := r.Places(path)
	if len(places) != 1 {
		return Place{}, false
	}
	return places[0], true
}

// Given reports whether there is something: the value of an answer, text that
// is not only space, anything that is not zero.
func (p Place) Given() bool {
	value, answered := p.plain()
	if !value.IsValid() {
		return false
	}
	if answered && value.Kind() != reflect.String {
		return true
	}
	if value.Kind() == reflect.String {
		return strings.TrimSpace(value.String()) != ""
	}
	return !value.IsZero()
}

// Value returns what stands there: for an answer its value, or nil.
func (p Place) Value() any {
	value, _ := p.plain()
	if !value.IsValid() {
		return nil
	}
	return value.Interface()
}

// plain returns what stands there without an answer around it; the zero Value
// where the answer has none.
func (p Place) plain() (value reflect.Value, answered bool) {
	s := shapeOf(p.value.Type())
	if s == nil || !s.answer {
		return p.value, false
	}
	return p.value.Field(s.value).Elem(), true
}

// Len returns how long the list there is; 0 for anything else.
func (p Place) Len() int {
	if value, _ := p.plain(); value.Kind() == reflect.Slice {
		return value.Len()
	}
	return 0
}

// State returns why an answer has no value, and the note; empty where the spot
// is no answer.
func (p Place) State() (State, string) {
	s := shapeOf(p.value.Type())
	if s == nil || !s.answer {
		return "", ""
	}
	return State(p.value.Field(s.members["state"]).String()), p.value.Field(s.members["note"]).String()
}

// Settled reports whether what stands there is enough for a rule that also
// accepts the given states.
func (p Place) Settled(accepts []State) bool {
	if p.Given() {
		return true
	}
	state, note := p.State()
	return settles(state, note, accepts)
}

// follow finds what the steps lead to from v.
func follow(v reflect.Value, steps []string) []Place {
	w := way{steps: steps, trail: make([]string, 0, len(steps)), found: make([]Place, 0, 4)}
	w.follow(v)
	return w.found
}

// way is a walk along the steps of a pattern; trail are those taken.
type way struct {
	steps, trail []string
	found        []Place
}

func (w *way) follow(v reflect.Value) {
	if len(w.trail) == len(w.steps) {
		w.found = append(w.found, Place{strings.Join(w.trail, "/"), v})
		return
	}
	if s := shapeOf(v.Type()); s != nil && s.answer {
		if v = v.Field(s.value); v.IsNil() {
			return
		}
	}
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	step := w.steps[len(w.trail)]
	switch v.Kind() {
	case reflect.Struct:
		if i, ok := shapeOf(v.Type()).members[step]; ok {
			w.take(step, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			key := elementKey(v.Index(i))
			if key != "" && (step == Every || step == key) {
				w.take(key, v.Index(i))
			}
		}
	}
}

func (w *way) take(step string, to reflect.Value) {
	w.trail = append(w.trail, step)
	w.follow(to)
	w.trail = w.trail[:len(w.trail)-1]
}

// MemberName returns the JSON name of a field of this package's types, and
// nothing for the one that holds unknown members.
func MemberName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

// elementKey is the step that leads to an element of a list: its id, or for a
// parent the person's.
func elementKey(v reflect.Value) string {
	s := shapeOf(v.Type())
	if s == nil || s.key < 0 {
		return ""
	}
	return v.Field(s.key).String()
}

func isAnswer(t reflect.Type) bool {
	s := shapeOf(t)
	return s != nil && s.answer
}

func join(path, step string) string {
	if path == "" {
		return step
	}
	return path + "/" + step
}
