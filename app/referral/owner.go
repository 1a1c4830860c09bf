package referral

import "reflect"

// Owned is an object of a list that is about one person.
type Owned interface{ Owner() ID }

// ownedBy calls found for each object of the referral's lists that is about
// somebody, with its path. Lists within answers count too.
func (r *Referral) ownedBy(found func(path string, object Owned)) {
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		name, list := MemberName(v.Type().Field(i)), listOf(v.Field(i))
		if name == "" || !list.IsValid() {
			continue
		}
		for j := range list.Len() {
			if object, ok := list.Index(j).Interface().(Owned); ok {
				found(join(name, elementKey(list.Index(j))), object)
			}
		}
	}
}

// listOf returns the list of structs that a field holds, also as an answer;
// the zero Value for anything else.
func listOf(v reflect.Value) reflect.Value {
	if isAnswer(v.Type()) {
		if v = v.FieldByName("Value"); v.IsNil() {
			return reflect.Value{}
		}
		v = v.Elem()
	}
	if v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Struct {
		return reflect.Value{}
	}
	return v
}

// ownerOf returns whom the element of that list is about, empty for nobody.
func (r *Referral) ownerOf(list string, id ID) ID {
	switch list {
	case "work":
		return ownerIn(r.Work, id, func(w *HRDProfile) (ID, ID) { return w.ID, w.Person })
	case "referees":
		return ownerIn(r.Referees, id, func(x *Referee) (ID, ID) { return x.ID, x.Person })
	case "history":
		return ownerIn(r.History, id, func(x *Activity) (ID, ID) { return x.ID, x.Person })
	case "proceedings":
		return ownerIn(r.Proceedings, id, func(x *Proceeding) (ID, ID) { return x.ID, x.Person })
	case "needs":
		return ownerIn(r.Needs.Get(), id, func(x *SpecificNeed) (ID, ID) { return x.ID, x.Person })
	case "children":
		return ownerIn(r.Children, id, func(x *ChildProtection) (ID, ID) { return x.ID, x.Child })
	case "consents":
		return ownerIn(r.Consents, id, func(x *Consent) (ID, ID) { return x.ID, x.Person })
	}
	return ""
}

func ownerIn[T any](list []T, id ID, of func(*T) (id, owner ID)) ID {
	for i := range list {
		if own, owner := of(&list[i]); own == id {
			return owner
		}
	}
	return ""
}
