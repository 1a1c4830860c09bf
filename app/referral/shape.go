package referral

import (
	"reflect"
	"slices"
	"time"
)

// shape is what walking needs to know of a struct type, looked up once:
// readiness walks the whole case after every keystroke.
type shape struct {
	answer  bool // an Answer: the way goes on in its value
	value   int  // field of an answer's value
	key     int  // field that names an element of a list, -1 for none
	members map[string]int
	inOrder []namedField
}

// namedField is a member in the order of the type.
type namedField struct {
	name  string
	field int
	words bool // may hold, or lead to, words that people write
}

// shapes knows every struct of a case. It is never changed.
var shapes = shapesOf(reflect.TypeFor[Case](), map[reflect.Type]*shape{})

func shapesOf(t reflect.Type, known map[reflect.Type]*shape) map[reflect.Type]*shape {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return shapesOf(t.Elem(), known)
	case reflect.Struct:
		if known[t] != nil {
			return known
		}
		known[t] = newShape(t)
		for i := range t.NumField() {
			known = shapesOf(t.Field(i).Type, known)
		}
	}
	return known
}

func newShape(t reflect.Type) *shape {
	s := &shape{key: -1, members: make(map[string]int, t.NumField())}
	_, s.answer = t.MethodByName("AnswerState")
	for i := range t.NumField() {
		if name := MemberName(t.Field(i)); name != "" {
			s.members[name] = i
			s.inOrder = append(s.inOrder, namedField{name, i, !notWords[name] && holdsWords(t.Field(i).Type)})
		}
	}
	if s.answer {
		s.value = s.members["value"]
	}
	for _, name := range slices.Backward([]string{"ID", "Person"}) {
		if field, ok := t.FieldByName(name); ok && field.Type.Kind() == reflect.String {
			s.key = field.Index[0]
		}
	}
	return s
}

// holdsWords reports whether plain text can be found in a type.
func holdsWords(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return holdsWords(t.Elem())
	case reflect.Struct:
		return t != reflect.TypeFor[time.Time]()
	}
	return t == reflect.TypeFor[string]()
}

// shapeOf returns the shape of a struct type, nil for any other type.
func shapeOf(t reflect.Type) *shape {
	if s := shapes[t]; s != nil || t.Kind() != reflect.Struct {
		return s
	}
	return newShape(t)
}
