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
	return follow(reflect.ValueOf(r).Elem(), "", strings.Split(pattern, "/"), nil)
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
	value := p.value
	if isAnswer(value.Type()) {
		if value = value.FieldByName("Value"); value.IsNil() {
			return false
		}
		value = value.Elem()
		if value.Kind() != reflect.String {
			return true
		}
	}
	if value.Kind() == reflect.String {
		return strings.TrimSpace(value.String()) != ""
	}
	return !value.IsZero()
}

// Value returns what stands there: for an answer its value, or nil.
func (p Place) Value() any {
	value := p.value
	if isAnswer(value.Type()) {
		if value = value.FieldByName("Value"); value.IsNil() {
			return nil
		}
		value = value.Elem()
	}
	return value.Interface()
}

// Len returns how long the list there is; 0 for anything else.
func (p Place) Len() int {
	if value := reflect.ValueOf(p.Value()); value.Kind() == reflect.Slice {
		return value.Len()
	}
	return 0
}

// State returns why an answer has no value, and the note; empty where the spot
// is no answer.
func (p Place) State() (State, string) {
	answer, ok := p.value.Interface().(interface{ AnswerState() (State, string) })
	if !ok {
		return "", ""
	}
	return answer.AnswerState()
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

func follow(v reflect.Value, path string, steps []string, found []Place) []Place {
	if len(steps) == 0 {
		return append(found, Place{path, v})
	}
	if isAnswer(v.Type()) {
		if v = v.FieldByName("Value"); v.IsNil() {
			return found
		}
	}
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Struct:
		if field, ok := member(v, steps[0]); ok {
			return follow(field, join(path, steps[0]), steps[1:], found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			key := elementKey(v.Index(i))
			if key != "" && (steps[0] == Every || steps[0] == key) {
				found = follow(v.Index(i), join(path, key), steps[1:], found)
			}
		}
	}
	return found
}

// member finds a struct's field by its JSON name.
func member(v reflect.Value, name string) (reflect.Value, bool) {
	for i := range v.NumField() {
		if MemberName(v.Type().Field(i)) == name {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
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
	if v.Kind() != reflect.Struct {
		return ""
	}
	for _, name := range []string{"ID", "Person"} {
		if field := v.FieldByName(name); field.IsValid() {
			return field.String()
		}
	}
	return ""
}

func isAnswer(t reflect.Type) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	_, ok := t.MethodByName("AnswerState")
	return ok
}

func join(path, step string) string {
	if path == "" {
		return step
	}
	return path + "/" + step
}
