package referral

import (
	"reflect"
)

// Change says what became of a place between two versions.
type Change string

// The kinds of Change.
const (
	Added   Change = "added"   // an element of a list that was not there before
	Removed Change = "removed" // one that is not there any more
	Altered Change = "altered" // an answer or a plain member
)

// Difference is one place that is not the same in two versions of a referral.
type Difference struct {
	Path   string
	Change Change
}

// Differences compares two versions by path, in the order of the model:
// elements of lists by their ids, wherever they stand; answers, and lists
// without ids, as wholes. Unknown members of newer versions are not compared.
func Differences(before, after *Referral) []Difference {
	var c comparison
	c.members("", reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem())
	return c.found
}

// comparison gathers what differs.
type comparison struct{ found []Difference }

func (c *comparison) add(path string, change Change) {
	c.found = append(c.found, Difference{path, change})
}

func (c *comparison) members(path string, before, after reflect.Value) {
	for _, m := range shapeOf(before.Type()).inOrder {
		c.place(join(path, m.name), before.Field(m.field), after.Field(m.field))
	}
}

func (c *comparison) place(path string, before, after reflect.Value) {
	s := shapeOf(before.Type())
	switch {
	case keyed(before.Type()):
		c.list(path, before, after)
	case s != nil && s.answer:
		c.answer(path, s, before, after)
	case s != nil && before.Type() != reflect.TypeFor[FuzzyDate]():
		c.members(path, before, after)
	case !reflect.DeepEqual(before.Interface(), after.Interface()):
		c.add(path, Altered)
	}
}

// answer compares two answers: element by element where both are a list with
// ids, and else as wholes.
func (c *comparison) answer(path string, s *shape, before, after reflect.Value) {
	was, is := before.Field(s.value), after.Field(s.value)
	if !was.IsNil() && !is.IsNil() && keyed(was.Type().Elem()) {
		c.list(path, was.Elem(), is.Elem())
		return
	}
	if !reflect.DeepEqual(before.Interface(), after.Interface()) {
		c.add(path, Altered)
	}
}

// list compares two lists whose elements have ids.
func (c *comparison) list(path string, before, after reflect.Value) {
	was := map[string]reflect.Value{}
	for i := range before.Len() {
		was[elementKey(before.Index(i))] = before.Index(i)
	}
	for i := range after.Len() {
		key := elementKey(after.Index(i))
		at := join(path, key)
		if old, ok := was[key]; ok {
			c.members(at, old, after.Index(i))
			delete(was, key)
			continue
		}
		c.add(at, Added)
	}
	for i := range before.Len() {
		if key := elementKey(before.Index(i)); was[key].IsValid() {
			c.add(join(path, key), Removed)
			delete(was, key)
		}
	}
}

// keyed reports whether t is a list whose elements have ids.
func keyed(t reflect.Type) bool {
	if t.Kind() != reflect.Slice {
		return false
	}
	s := shapeOf(t.Elem())
	return s != nil && s.key >= 0
}
