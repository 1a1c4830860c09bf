package referral

// lifetime is V23: nothing happens to somebody before birth or after death. At
// one place one thing is found, whoever else it is about.
func (a audience) lifetime() []outcome {
	var all []outcome
	for i := range a.Incidents {
		in := &a.Incidents[i]
		all = a.within(all, "incidents/"+string(in.ID)+"/when", in.When.Get(), in.Victims...)
	}
	for i := range a.History {
		h := &a.History[i]
		if _, _, ok := h.From.Get().Range(); ok {
			all = a.within(all, "history/"+string(h.ID)+"/from", h.From.Get(), h.Person)
		} else {
			all = a.afterBirth(all, "history/"+string(h.ID)+"/to", h.To.Get(), h.Person)
		}
	}
	for i := range a.Proceedings {
		p := &a.Proceedings[i]
		all = a.within(all, "proceedings/"+string(p.ID)+"/when", p.When.Get(), p.Person)
	}
	for i := range a.People {
		p := &a.People[i]
		all = a.afterBirth(all, personPath(p, "entry_date_asylum"), p.EntryDateAsylum.Get(), p.ID)
	}
	for i := range a.Documents {
		d := &a.Documents[i]
		all = a.afterBirth(all, "documents/"+string(d.ID)+"/issued", d.Issued.Get(), d.Of...)
	}
	return all
}

// within looks at what each of the people lived through.
func (a audience) within(all []outcome, path string, when FuzzyDate, people ...ID) []outcome {
	early, late, ok := when.Range()
	if !ok {
		return all
	}
	o, known := outcome{path: path, settled: true}, false
	for _, id := range people {
		p := a.PersonByID(id)
		if p == nil || !o.settled {
			continue
		}
		known = true
		if born, _, ok := p.BirthDate.Get().Range(); ok && before(late, born) {
			o.settled, o.part, o.args = false, "birth", a.named(p)
		}
		if _, died, ok := p.StateSince.Get().Range(); ok && p.dead() && before(died, early) {
			o.settled, o.part, o.args = false, "death", a.named(p)
		}
	}
	if !known {
		return all
	}
	return append(all, o)
}

// afterBirth looks at what can outlive people: nothing is wrong with a paper
// that is issued after a death, nor with one of a family into which a child was
// written later. Found is what lies before the birth of each of them.
func (a audience) afterBirth(all []outcome, path string, when FuzzyDate, people ...ID) []outcome {
	_, late, ok := when.Range()
	if !ok {
		return all
	}
	var first *Person
	for _, id := range people {
		p := a.PersonByID(id)
		if p == nil {
			continue
		}
		if born, _, ok := p.BirthDate.Get().Range(); !ok || !before(late, born) {
			return append(all, outcome{path: path, settled: true})
		}
		if first == nil {
			first = p
		}
	}
	if first == nil {
		return all
	}
	return append(all, outcome{path: path, part: "birth", args: a.named(first)})
}
