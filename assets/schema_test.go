package assets_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"harbour/app/referral"
	"harbour/assets"
)

type definition struct {
	Ref        string                `json:"$ref"`
	Type       string                `json:"type"`
	Enum       []string              `json:"enum"`
	Items      *definition           `json:"items"`
	Required   []string              `json:"required"`
	Properties map[string]definition `json:"properties"`
	Defs       map[string]definition `json:"$defs"`
}

// The schema and the types say the same members, in both directions.
func TestSchemaIsThatOfTheTypes(t *testing.T) {
	s := schema(t)
	w := walker{t: t, defs: s.Defs, seen: map[string]bool{}}
	w.walk("case", reflect.TypeFor[referral.Case](), definition{Ref: s.Ref})
	for name := range s.Defs {
		if !w.seen[name] {
			t.Errorf("no type has the definition %s", name)
		}
	}
}

// A comparison that cannot fail shows nothing.
func TestSchemaComparisonFindsPlantedFaults(t *testing.T) {
	type planted struct {
		ID   referral.ID `json:"id"`
		Born string      `json:"born"`
	}
	tests := map[string]definition{
		"member of the type is missing":    {Type: "object", Properties: map[string]definition{"id": {Ref: "#/$defs/id"}}},
		"member of the schema is too many": {Type: "object", Properties: map[string]definition{"id": {Ref: "#/$defs/id"}, "born": {Type: "string"}, "age": {Type: "integer"}}},
		"kind differs":                     {Type: "object", Properties: map[string]definition{"id": {Ref: "#/$defs/id"}, "born": {Type: "integer"}}},
	}
	for name, def := range tests {
		t.Run(name, func(t *testing.T) {
			rec := &recorder{TB: t}
			w := walker{t: rec, defs: schema(t).Defs, seen: map[string]bool{}}
			w.walk("planted", reflect.TypeFor[planted](), def)
			if rec.faults == 0 {
				t.Error("not found")
			}
		})
	}
}

func TestSchemaEnums(t *testing.T) {
	var states, sections []string
	for _, s := range referral.States() {
		states = append(states, string(s))
	}
	for _, s := range referral.Sections() {
		sections = append(sections, string(s))
	}
	defs := schema(t).Defs
	if got := defs["state"].Enum; !slices.Equal(got, states) {
		t.Errorf("got states %v, want %v", got, states)
	}
	if got := defs["section"].Enum; !slices.Equal(got, sections) {
		t.Errorf("got sections %v, want %v", got, sections)
	}
}

// walker goes through types and definitions side by side.
type walker struct {
	t    testing.TB
	defs map[string]definition
	seen map[string]bool
}

func (w walker) walk(path string, typ reflect.Type, def definition) {
	if name, ok := strings.CutPrefix(def.Ref, "#/$defs/"); ok {
		target, known := w.defs[name]
		if !known {
			w.t.Errorf("%s: no definition %s", path, name)
			return
		}
		if w.seen[name] {
			return
		}
		w.seen[name] = true
		def = target
	}
	switch typ.Kind() {
	case reflect.Pointer:
		w.walk(path, typ.Elem(), def)
	case reflect.Slice:
		if typ == reflect.TypeFor[json.RawMessage]() {
			return
		}
		if def.Type != "array" || def.Items == nil {
			w.t.Errorf("%s: schema has no list", path)
			return
		}
		w.walk(path, typ.Elem(), *def.Items)
	case reflect.Struct:
		w.members(path, typ, def)
	default:
		w.kind(path, typ.Kind(), def)
	}
}

func (w walker) members(path string, typ reflect.Type, def definition) {
	if typ.PkgPath() == "time" {
		return
	}
	fields := map[string]bool{}
	for i := range typ.NumField() {
		field := typ.Field(i)
		name := referral.MemberName(field)
		if name == "" {
			continue
		}
		fields[name] = true
		inner, ok := def.Properties[name]
		if !ok {
			w.t.Errorf("%s: schema lacks %s", path, name)
			continue
		}
		w.walk(path+"/"+name, field.Type, inner)
	}
	for name := range def.Properties {
		if !fields[name] {
			w.t.Errorf("%s: type lacks %s", path, name)
		}
	}
	for _, name := range def.Required {
		if !fields[name] {
			w.t.Errorf("%s: type lacks the required %s", path, name)
		}
	}
}

func (w walker) kind(path string, kind reflect.Kind, def definition) {
	want := map[reflect.Kind]string{
		reflect.String: "string", reflect.Bool: "boolean", reflect.Int: "integer", reflect.Int64: "integer",
	}[kind]
	if def.Type != want && def.Type != "" { // const and enum name no type
		w.t.Errorf("%s: schema says %q, type is %q", path, def.Type, want)
	}
}

// recorder counts faults instead of failing.
type recorder struct {
	testing.TB
	faults int
}

func (r *recorder) Errorf(string, ...any) { r.faults++ }

func schema(t testing.TB) definition {
	t.Helper()
	var d definition
	if err := json.Unmarshal(assets.Schema(), &d); err != nil {
		t.Fatal(err)
	}
	return d
}
