package present

import (
	"reflect"
	"strings"

	"harbour/app/referral"
)

// compartment is the root of the paths that lie beside the referral. Of one
// that is closed nothing is in it.
type compartment struct {
	SafeContacts []referral.SafeContact `json:"safe_contacts"`
	Screening    []referral.Screening   `json:"screening"`
	Apart        []referral.Apart       `json:"apart"`
}

// spot finds what stands at path below root, which must be settable. The way
// is that of referral.At: by members and ids, through answers to their values.
func spot(root reflect.Value, path string) (reflect.Value, bool) {
	v := root
	if path == "" {
		return v, true
	}
	for _, step := range strings.Split(path, "/") {
		if isAnswer(v.Type()) {
			if v = v.FieldByName("Value"); v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		next, ok := stepInto(v, step)
		if !ok {
			return v, false
		}
		v = next
	}
	return v, true
}

func stepInto(v reflect.Value, step string) (reflect.Value, bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if referral.MemberName(v.Type().Field(i)) == step {
				return v.Field(i), true
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if keyOf(v.Index(i)) == step && step != "" {
				return v.Index(i), true
			}
		}
	}
	return reflect.Value{}, false
}

// keyOf is the step that leads to an element of a list.
func keyOf(element reflect.Value) string {
	if element.Kind() != reflect.Struct {
		return ""
	}
	if id := element.FieldByName("ID"); id.IsValid() {
		return id.String()
	}
	if person := element.FieldByName("Person"); person.IsValid() {
		return person.String()
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

// plain is what stands at a spot without the answer around it; ok is false
// where an answer has no value.
func plain(v reflect.Value) (value reflect.Value, ok bool) {
	if !isAnswer(v.Type()) {
		return v, true
	}
	p := v.FieldByName("Value")
	if p.IsNil() {
		return p, false
	}
	return p.Elem(), true
}

// listAt returns the list at a spot as it is now; without a value it is empty.
func listAt(v reflect.Value) reflect.Value {
	if value, ok := plain(v); ok {
		return value
	}
	return reflect.Zero(v.FieldByName("Value").Type().Elem())
}

// putSpot makes value what stands at a spot: an answer takes it and is without a
// state from then on.
func putSpot(v, value reflect.Value) {
	if !isAnswer(v.Type()) {
		v.Set(value)
		return
	}
	p := reflect.New(value.Type())
	p.Elem().Set(value)
	v.FieldByName("Value").Set(p)
	v.FieldByName("State").SetZero()
	v.FieldByName("AskOn").SetZero()
	// Whoever types over what was copied has been told it.
	if source := v.FieldByName("Source"); source.String() == string(referral.SourceInferred) {
		source.SetZero()
	}
}

// clearSpot makes a spot one that was never touched.
func clearSpot(v reflect.Value) {
	if isAnswer(v.Type()) {
		v.FieldByName("Value").SetZero()
		return
	}
	v.SetZero()
}

// cloneValue copies a value with all that it leads to, so that neither side sees
// what the other becomes.
func cloneValue(v reflect.Value) reflect.Value {
	next := reflect.New(v.Type()).Elem()
	next.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			next.Set(reflect.New(v.Type().Elem()))
			next.Elem().Set(cloneValue(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			next.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				next.Index(i).Set(cloneValue(v.Index(i)))
			}
		}
	case reflect.Map:
		if !v.IsNil() {
			next.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
			for _, key := range v.MapKeys() {
				next.SetMapIndex(key, v.MapIndex(key))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				next.Field(i).Set(cloneValue(v.Field(i)))
			}
		}
	}
	return next
}

// cloneReferral copies a referral for work away from the screen's thread.
func cloneReferral(r referral.Referral) referral.Referral {
	return cloneValue(reflect.ValueOf(r)).Interface().(referral.Referral)
}
