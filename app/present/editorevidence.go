package present

import (
	"reflect"
	"slices"

	"harbour/app/referral"
)

// Proven is an answer that a document proves.
type Proven struct {
	Path    string
	Section string
	Key     string // of the field's label
	Who     string // the element in which it stands
}

// Evidence returns the documents that prove the answer at a path; ok is false
// where nothing there can be proven.
func (e *Editor) Evidence(path string) (documents []string, ok bool) {
	v, ok := e.at(path)
	if !ok || !isAnswer(v.Type()) {
		return nil, false
	}
	list, _ := v.FieldByName("Evidence").Interface().([]referral.ID)
	for _, id := range list {
		documents = append(documents, string(id))
	}
	return documents, true
}

// SetEvidence ties documents to the answer at a path, in place of those before.
func (e *Editor) SetEvidence(path string, documents []string) {
	v, ok := e.at(path)
	if !ok || !isAnswer(v.Type()) {
		return
	}
	next := cloneValue(v)
	var list []referral.ID
	for _, id := range documents {
		list = append(list, referral.ID(id))
	}
	next.FieldByName("Evidence").Set(valueOf(list))
	e.closeChange()
	e.change(path, next)
	e.closeChange()
}

// Papers lists the documents of the case, by id.
func (e *Editor) Papers() []Option { return e.paperOptions() }

// ProvenBy lists the answers that the document at a path proves.
func (e *Editor) ProvenBy(document string) []Proven {
	id := stepOf(document, 1)
	var all []Proven
	seen := map[string]bool{}
	eachField(e.plans, func(s spec) bool {
		for _, path := range e.pathsOf(s, "") {
			if documents, ok := e.Evidence(path); ok && !seen[path] && slices.Contains(documents, id) {
				seen[path] = true
				all = append(all, Proven{path, string(referral.SectionOf(path)), s.key(), e.elementOf(path)})
			}
		}
		return true
	})
	return all
}

// removeDocument takes a document out, and from the answers that it proved.
func (e *Editor) removeDocument(id referral.ID) {
	next := cloneReferral(e.c.Referral)
	next.Documents = slices.DeleteFunc(next.Documents, func(d referral.Document) bool { return d.ID == id })
	untie(reflect.ValueOf(&next).Elem(), id)
	e.change("", reflect.ValueOf(next))
	e.closeChange()
	e.place.Path = ""
}

// untie takes a document from the evidence of every answer below v.
func untie(v reflect.Value, id referral.ID) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			untie(v.Elem(), id)
		}
	case reflect.Slice:
		for i := range v.Len() {
			untie(v.Index(i), id)
		}
	case reflect.Struct:
		if isAnswer(v.Type()) {
			list := v.FieldByName("Evidence").Addr().Interface().(*[]referral.ID)
			*list = slices.DeleteFunc(*list, func(of referral.ID) bool { return of == id })
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				untie(v.Field(i), id)
			}
		}
	}
}
