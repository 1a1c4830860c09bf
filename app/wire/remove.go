package wire

import (
	"reflect"
	"slices"
	"strings"

	"harbour/app/referral"
)

// remove takes away what is at the path. A path that leads on into an answer or
// a plain field takes that whole: too much stays rather than too little. What
// no field is called is a member unknown here, and those never leave.
func remove(v reflect.Value, steps []string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			remove(v.Elem(), steps)
		}
	case reflect.Slice:
		removeFrom(v, steps)
	case reflect.Struct:
		if isAnswer(v.Type()) {
			removeAnswer(v, steps)
			return
		}
		for i := range v.NumField() {
			if referral.MemberName(v.Type().Field(i)) != steps[0] {
				continue
			}
			if len(steps) == 1 || isLeaf(v.Field(i)) {
				v.Field(i).SetZero()
			} else {
				remove(v.Field(i), steps[1:])
			}
			return
		}
	}
}

// removeAnswer steps through an answer to its list; anything else of it is the
// answer.
func removeAnswer(answer reflect.Value, steps []string) {
	value := answer.FieldByName("Value")
	if !value.IsNil() && value.Elem().Kind() == reflect.Slice && elementType(value.Elem()).Kind() == reflect.Struct {
		removeFrom(value.Elem(), steps)
		return
	}
	answer.SetZero()
}

func removeFrom(list reflect.Value, steps []string) {
	if elementType(list).Kind() != reflect.Struct {
		list.SetZero()
		return
	}
	for i := range list.Len() {
		if key(list.Index(i)) != steps[0] {
			continue
		}
		if len(steps) > 1 {
			remove(list.Index(i), steps[1:])
			return
		}
		list.Set(reflect.AppendSlice(list.Slice(0, i), list.Slice(i+1, list.Len())))
		return
	}
}

func isLeaf(v reflect.Value) bool { return v.Kind() != reflect.Struct && v.Kind() != reflect.Slice }

func elementType(list reflect.Value) reflect.Type { return list.Type().Elem() }

func key(element reflect.Value) string {
	for _, name := range []string{"ID", "Person"} {
		if field := element.FieldByName(name); field.IsValid() {
			return field.String()
		}
	}
	return ""
}

// missing returns the ids that the case has and the copy no longer has.
func missing(c, copied *referral.Case) map[referral.ID]bool {
	gone := map[referral.ID]bool{}
	collect(reflect.ValueOf(c), func(id referral.ID) { gone[id] = true })
	collect(reflect.ValueOf(copied), func(id referral.ID) { delete(gone, id) })
	return gone
}

// collect calls found with the own id of every object.
func collect(v reflect.Value, found func(referral.ID)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), found)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if id, ok := asID(v.Field(i)); ok && referral.MemberName(v.Type().Field(i)) == "id" {
				found(id)
				continue
			}
			if v.Type().Field(i).IsExported() {
				collect(v.Field(i), found)
			}
		}
	}
}

// prune empties every reference to what is gone: that something is kept back
// must not show either.
func prune(v reflect.Value, gone map[referral.ID]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			prune(v.Elem(), gone)
		}
	case reflect.Slice:
		pruneList(v, gone)
	case reflect.Struct:
		if refersToGone(v, gone) {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			if id, ok := asID(v.Field(i)); ok && gone[id] {
				v.Field(i).SetZero()
				dropShown(v)
				continue
			}
			if v.Type().Field(i).IsExported() {
				prune(v.Field(i), gone)
			}
		}
	}
}

// dropShown takes from a date what a paper that is kept back shows.
func dropShown(v reflect.Value) {
	if v.Type() == reflect.TypeFor[referral.FuzzyDate]() {
		v.FieldByName("DocumentValue").SetZero()
	}
}

// pruneList drops the ids, and the objects that are nothing without what they
// refer to.
func pruneList(list reflect.Value, gone map[referral.ID]bool) {
	kept := reflect.MakeSlice(list.Type(), 0, list.Len())
	for i := range list.Len() {
		element := list.Index(i)
		id, isID := asID(element)
		if isID && gone[id] || element.Kind() == reflect.Struct && refersToGone(element, gone) {
			continue
		}
		prune(element, gone)
		kept = reflect.Append(kept, element)
	}
	if list.Len() != kept.Len() {
		list.Set(kept)
	}
}

// refersToGone reports whether the object is about something that is gone: a
// tie between people, or an answer that is an id.
func refersToGone(v reflect.Value, gone map[referral.ID]bool) bool {
	switch object := v.Interface().(type) {
	case referral.Parent:
		return gone[object.Person]
	case referral.Union:
		return gone[object.A] || gone[object.B]
	case referral.Owned:
		return gone[object.Owner()]
	case referral.Answer[referral.ID]:
		return object.Given() && gone[object.Get()]
	case referral.Remark:
		return slices.ContainsFunc(strings.Split(object.Path, "/"), func(step string) bool { return gone[referral.ID(step)] })
	}
	return false
}

func asID(v reflect.Value) (referral.ID, bool) {
	if v.Type() != reflect.TypeFor[referral.ID]() {
		return "", false
	}
	return referral.ID(v.String()), true
}
