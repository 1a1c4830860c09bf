package present

import (
	"strings"

	"harbour/app/referral"
)

// vocabulary lists the values of a list in the person's language.
func (e *Editor) vocabulary(name string) []Option {
	switch name {
	case sectionList:
		return e.sectionOptions()
	case refereeList:
		return e.refereeOptions()
	case fileList:
		return e.pictureOptions()
	}
	var all []Option
	for _, entry := range e.desk.Book.Vocabulary(name).Entries {
		all = append(all, Option{string(entry.Code), e.label(name, entry.Code)})
	}
	return all
}

// label is a code in words; an unknown one is shown as it is.
func (e *Editor) label(name string, code referral.Code) string {
	return e.desk.Book.Vocabulary(name).Label(code, e.lang)
}

// Label is the chosen value of a field in words.
func (e *Editor) Label(f Field, key string) string {
	for _, o := range e.Options(f) {
		if o.Key == key {
			return o.Words
		}
	}
	return key
}

// sectionOptions are the sections that somebody may agree to, by their keys:
// quick notes never leave, and compartments are chosen elsewhere. Words starts
// with "section." and is a key itself.
func (e *Editor) sectionOptions() []Option {
	var all []Option
	for _, s := range referral.Sections() {
		if s != referral.SectionQuick {
			all = append(all, Option{string(s), sectionKey + string(s)})
		}
	}
	return all
}

// sectionKey begins the keys of the names of sections.
const sectionKey = "section."

func (e *Editor) peopleOptions(fits func(*referral.Person) bool) []Option {
	var all []Option
	for i := range e.c.Referral.People {
		if p := &e.c.Referral.People[i]; fits == nil || fits(p) {
			all = append(all, Option{string(p.ID), e.personName(p.ID)})
		}
	}
	return all
}

func (e *Editor) paperOptions() []Option {
	var all []Option
	for _, d := range e.c.Referral.Documents {
		all = append(all, Option{string(d.ID), e.paperName(d)})
	}
	return all
}

// pictureOptions are the files of all documents.
func (e *Editor) pictureOptions() []Option {
	var all []Option
	for _, d := range e.c.Referral.Documents {
		for _, a := range d.Attachments {
			all = append(all, Option{string(a.ID), e.paperName(d) + " · " + a.FilenameOriginal})
		}
	}
	return all
}

func (e *Editor) refereeOptions() []Option {
	var all []Option
	for _, x := range e.c.Referral.Referees {
		all = append(all, Option{string(x.ID), joined(", ", x.Name, x.Organisation)})
	}
	return all
}

// agreementOptions are the consents of the person whose field it is, or of
// whoever gave the consent that it is in.
func (e *Editor) agreementOptions(path string) []Option {
	person, own := stepOf(path, 1), ""
	for _, c := range e.c.Referral.Consents {
		if stepOf(path, 0) == "consents" && string(c.ID) == stepOf(path, 1) {
			person, own = string(c.Person), string(c.ID)
		}
	}
	var all []Option
	for _, c := range e.c.Referral.Consents {
		if string(c.Person) == person && string(c.ID) != own {
			all = append(all, Option{string(c.ID), strings.TrimSpace(e.label("consent_method", c.Method) + " " + string(c.Date))})
		}
	}
	return all
}

// personName is how a person is spoken of: the shown name, else the number in
// the list.
func (e *Editor) personName(id referral.ID) string {
	for i := range e.c.Referral.People {
		if p := &e.c.Referral.People[i]; p.ID == id {
			if name := p.ShownName(); name != "" {
				return name
			}
			return e.label("case_role", p.CaseRole)
		}
	}
	return ""
}

func (e *Editor) paperName(d referral.Document) string {
	name := e.label("document_type", d.Type)
	for _, id := range d.Of {
		if p := e.c.Referral.PersonByID(id); p != nil && p.FirstName() != "" {
			return name + ", " + p.FirstName()
		}
	}
	return name
}

// whoOf names the person whose field stands at path, for pages that hold the
// fields of several.
func (e *Editor) whoOf(path string) string {
	if p := e.personOf(path); p != nil {
		return e.personName(p.ID)
	}
	return ""
}
