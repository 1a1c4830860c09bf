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
