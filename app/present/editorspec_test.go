package present_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/words"
	"harbour/assets"
)

// notFilled are the members that nobody fills in a field: what the program
// sets, and what is set by how an element is made or where it is.
var notFilled = []string{
	"id", "schema", "version", "referral", "referral/case_code", "referral/remarks", "referral/people/*/parents/*/person",
	"referral/documents/*/attachments/*/filename_original", "referral/documents/*/attachments/*/mime",
	"referral/documents/*/attachments/*/size", "referral/documents/*/attachments/*/sha512",
	"referral/documents/*/attachments/*/imported_at", "referral/documents/*/attachments/*/part",
	"referral/consents/*/withheld_items/*", "apart/*/path",
}

// TestEditor_has_a_field_for_each_path compares the table of fields with the
// model.
func TestEditor_has_a_field_for_each_path(t *testing.T) {
	have := map[string]bool{}
	for _, at := range present.FieldPatterns() {
		if have[at] && !strings.HasPrefix(at, "people/*/relationship_to_pa") {
			t.Errorf("%s has two fields", at)
		}
		have[at] = true
	}
	paths := map[string]bool{}
	leavesOf(reflect.TypeFor[referral.Case](), "", paths)
	for path := range paths {
		if !filledBy(path, have) {
			t.Errorf("no field for %s", path)
		}
	}
	for at := range have {
		if !paths[at] && !paths["referral/"+at] && !groups(at, paths) {
			t.Errorf("the model has no %s", at)
		}
	}
}

func filledBy(path string, have map[string]bool) bool {
	if slices.ContainsFunc(notFilled, func(n string) bool { return path == n || strings.HasPrefix(path, n+"/") }) ||
		strings.HasSuffix(path, "/id") {
		return true
	}
	return have[strings.TrimPrefix(path, "referral/")]
}

// groups reports whether at is a list of what the model has.
func groups(at string, paths map[string]bool) bool {
	for path := range paths {
		if strings.HasPrefix(strings.TrimPrefix(path, "referral/"), at+"/*/") {
			return true
		}
	}
	return false
}

// leavesOf collects the members that hold a value of their own.
func leavesOf(t reflect.Type, path string, found map[string]bool) {
	if strings.HasPrefix(t.Name(), "Answer[") {
		value, _ := t.FieldByName("Value")
		t = value.Type.Elem()
	}
	switch {
	case t.Kind() == reflect.Pointer:
		leavesOf(t.Elem(), path, found)
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		leavesOf(t.Elem(), path+"/*", found)
	case t.Kind() == reflect.Struct && t.PkgPath() != "time" && t != reflect.TypeFor[referral.FuzzyDate]():
		for i := range t.NumField() {
			if name := referral.MemberName(t.Field(i)); name != "" {
				leavesOf(t.Field(i).Type, strings.TrimPrefix(path+"/"+name, "/"), found)
			}
		}
	default:
		found[path] = true
	}
}

// TestEditor_words has words for each field, list, part and section.
func TestEditor_words(t *testing.T) {
	book, err := words.Parse(assets.Words())
	if err != nil {
		t.Fatal(err)
	}
	has := func(key string) {
		if !slices.Contains(book.Keys(), key) {
			t.Errorf("no words for %s", key)
		}
	}
	for _, at := range present.FieldPatterns() {
		has("field." + strings.ReplaceAll(strings.ReplaceAll(at, "/*", ""), "/", "."))
	}
	d := editorDesk(t)
	e := openEditor(t, d, newCase(t, d))
	for _, s := range e.Sections() {
		for _, key := range []string{"section.", "lead.", "editor.all."} {
			if key != "editor.all." || s.Key != "quick" && s.Key != "case" && s.Key != "claim" {
				has(key + s.Key)
			}
		}
		for _, key := range []string{".why", ".law", ".ask"} {
			has("help.section." + s.Key + key)
		}
		e.Show(s.Key, "")
		if e.View().Locked {
			doEdit(t, e.OpenSafe(editorPass(t, "pebble orchard kettle"), func(m present.Message) { say(t, s.Key, m) }))
		}
		for _, l := range e.View().Lists {
			has("list." + s.Key + "." + l.List)
			if !l.Fixed {
				for _, key := range []string{".add", ".new", ".none", ".none_help"} {
					has("list." + l.List + key)
				}
			}
		}
	}
	if n := len(e.Sections()); n != len(referral.Sections()) {
		t.Errorf("%d sections of %d", n, len(referral.Sections()))
	}
}
