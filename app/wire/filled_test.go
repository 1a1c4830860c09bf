package wire_test

import (
	"fmt"
	"reflect"
	"time"

	"encoding/json"

	"harbour/app/referral"
)

// filler puts a marker of its own into every field there is, two elements into
// every list, and, where asked, an unknown member into every struct.
type filler struct {
	n       int
	unknown bool
	planted map[reflect.Type]int
}

// filled returns a case in which every field holds something, of two people
// who share everything with the office.
func filled(unknown bool) (*referral.Case, *filler) {
	f := &filler{unknown: unknown, planted: map[reflect.Type]int{}}
	c := new(referral.Case)
	f.fill(reflect.ValueOf(c).Elem(), "case")
	r := c.Referral
	c.Schema, r.PrincipalPersonID = "case/1", r.People[0].ID
	for i := range r.People {
		r.People[i].CaseRole = referral.RoleAccompanying
		r.People[i].BirthDate.Value.EDTF = "1980"
		r.Consents[i].Person = r.People[i].ID
		r.Consents[i].ScopeSections = referral.Sections()
		r.Consents[i].ScopeRecipients = []referral.Code{"office"}
		r.Consents[i].WithdrawnAt = ""
	}
	r.People[0].CaseRole = referral.RolePrincipal
	for i := range r.Documents {
		for j := range r.Documents[i].Attachments {
			r.Documents[i].Attachments[j].KeepHere = false
		}
	}
	return c, f
}

func (f *filler) fill(v reflect.Value, name string) {
	f.n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), name)
	case reflect.Slice:
		f.fillList(v, name)
	case reflect.Struct:
		f.fillStruct(v, name)
	case reflect.String:
		v.SetString(fmt.Sprintf("%s-%d", name, f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
	case reflect.Map:
		if f.unknown {
			v.Set(reflect.ValueOf(referral.Unknown{"planted": json.RawMessage(fmt.Sprintf(`{"n":%d}`, f.n))}))
		}
	default:
		panic("filler: " + v.Type().String())
	}
}

func (f *filler) fillList(v reflect.Value, name string) {
	v.Set(reflect.MakeSlice(v.Type(), 2, 2))
	for i := range v.Len() {
		f.fill(v.Index(i), name)
	}
}

func (f *filler) fillStruct(v reflect.Value, name string) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(time.Date(2026, 3, 1, 12, 0, f.n%60, 0, time.UTC)))
		return
	}
	f.planted[v.Type()]++
	for i := range v.NumField() {
		field := referral.MemberName(v.Type().Field(i))
		if field == "" {
			field = "unknown"
		}
		f.fill(v.Field(i), field)
	}
}
