package wire

import (
	_ "embed"
	"errors"
	"reflect"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"harbour/app/referral"
)

// ErrNoConsent is returned for a case whose principal has not agreed to a
// recipient of the role at all.
var ErrNoConsent = errors.New("principal has not agreed to this recipient")

// leaving names every field of the model and whether it leaves. It is data so
// that somebody who reads no Go can check it.
//
//go:embed leaving.txt
var leaving string

// The words of leaving.txt.
const (
	leaves = "leaves"
	stays  = "stays"
	apart  = "apart" // only in the part for one role
)

// Reader is who a case is written for.
type Reader struct {
	Role  referral.Code
	Today time.Time
	// Part gives an attachment its entry in the bundle, such as
	// data/att/0001.bin. It is called once for each that leaves, in order.
	Part func(attachment referral.ID) string
}

// ForOffice returns a copy of the case with only what leaves to the reader:
// the fields that leaving.txt lets go, less what referral.Stays keeps, less
// every reference to what is not there. The case itself is not changed.
func ForOffice(c *referral.Case, to Reader) (*referral.Case, error) {
	if c.Referral == nil || !c.Referral.CoversAnything(to.Role) {
		return nil, ErrNoConsent
	}
	copied, err := duplicate(c)
	if err != nil {
		return nil, err
	}
	v := reflect.ValueOf(copied).Elem()
	keep(v, "", fieldList())
	for _, s := range referral.Stays(c, to.Role, to.Today) {
		remove(v.FieldByName("Referral").Elem(), strings.Split(s.Path, "/"))
	}
	prune(v, missing(c, copied))
	for i := range copied.Referral.Documents {
		attachments := copied.Referral.Documents[i].Attachments
		for j := range attachments {
			attachments[j].Part = to.Part(attachments[j].ID)
		}
	}
	return copied, nil
}

func duplicate(c *referral.Case) (*referral.Case, error) {
	data, err := encode(c)
	if err != nil {
		return nil, err
	}
	copied := new(referral.Case)
	return copied, malformed(json.Unmarshal(data, copied))
}

// fieldList reads leaving.txt: a word and a path on each line.
func fieldList() map[string]string {
	list := map[string]string{}
	for line := range strings.Lines(leaving) {
		if word, path, ok := strings.Cut(strings.TrimSpace(line), " "); ok && word != "#" {
			list[strings.TrimSpace(path)] = word
		}
	}
	return list
}

// keep empties every field that the list does not let go. Answers and fuzzy
// dates are listed once, as answer/ and date/, for wherever they stand.
func keep(v reflect.Value, path string, list map[string]string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			keep(v.Elem(), path, list)
		}
	case reflect.Slice:
		for i := range v.Len() {
			keep(v.Index(i), path+"*/", list)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			listed, inner := fieldPaths(v.Type(), i, path)
			if listed == "" || list[listed] != leaves {
				v.Field(i).SetZero()
				continue
			}
			keep(v.Field(i), inner, list)
		}
	}
}

// fieldPaths returns under which path a field is listed, and the path that
// goes on below it; nothing for the field of unknown members.
func fieldPaths(t reflect.Type, i int, path string) (listed, inner string) {
	name := referral.MemberName(t.Field(i))
	switch {
	case name == "":
		return "", ""
	case isAnswer(t):
		return "answer/" + name, path
	case t == reflect.TypeFor[referral.FuzzyDate]():
		return "date/" + name, ""
	}
	return path + name, path + name + "/"
}

func isAnswer(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && strings.HasPrefix(t.Name(), "Answer[")
}
