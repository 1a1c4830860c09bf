package present

import (
	"harbour/app/referral"
)

func (f readingForm) workGroups() []ReadingGroup {
	var groups []ReadingGroup
	for n := range f.Work {
		w := &f.Work[n]
		var r readingRows
		readAnswer(&r, "inbox.row.roles", w.Roles, f.listIn("hrd_role"))
		readAnswer(&r, "inbox.row.areas", w.Areas, f.listIn("rights_area"))
		readAnswer(&r, "inbox.row.summary", w.Summary, asWritten)
		r.date("inbox.row.since", f, w.Since, false)
		r.date("inbox.row.until", f, w.ActiveUntil, false)
		for _, o := range w.Organisations {
			r.text("inbox.row.organisation", inOneLine(o.Name, o.Role))
		}
		readAnswer(&r, "inbox.row.visibility", w.PublicVisibility, f.in("visibility"))
		for _, c := range w.Corroboration.Get() {
			r.text("inbox.row.corroboration", inOneLine(c.Describes, f.label("corroboration_kind", c.Kind)))
		}
		groups = append(groups, r.group("", f.names([]referral.ID{w.Person}), "")...)
	}
	return groups
}

func (f readingForm) eventGroups() []ReadingGroup {
	var groups []ReadingGroup
	for n := range f.Incidents {
		e := &f.Incidents[n]
		var r readingRows
		r.date("inbox.row.when", f, e.When, false)
		r.text("inbox.row.where", inOneLine(e.Area, f.label("country", e.Country.Get()), f.label("setting", e.Setting.Get())))
		r.text("inbox.row.to_whom", f.names(e.Victims))
		for _, p := range e.Perpetrators {
			r.text("inbox.row.by_whom", inOneLine(f.label("perpetrator", p.Kind), p.Who, p.Unit))
		}
		readAnswer(&r, "inbox.row.what", e.WhatHappened, asWritten)
		readAnswer(&r, "inbox.row.because", e.LinkToHRDWork, asWritten)
		r.text("inbox.row.consequences", e.Consequences)
		r.text("inbox.row.reported", inOneLine(e.ReportedTo, e.ReportOutcome))
		r.text("inbox.row.sources", inOneLine(f.labels("incident_source", e.Sources), f.label("reliability", e.Reliability)))
		groups = append(groups, r.group("", f.labels("incident_type", e.Types.Get()), "")...)
	}
	return groups
}

func (f readingForm) claimGroups() []ReadingGroup {
	c := &f.Claim
	var fled readingRows
	readAnswer(&fled, "inbox.row.reason_fled", c.ReasonFled, asWritten)
	fled.date("inbox.row.left", f, c.DateLeft, false)
	readAnswer(&fled, "inbox.row.grounds", c.Grounds, func(list []referral.Ground) string {
		codes := make([]referral.Code, len(list))
		for n, g := range list {
			codes[n] = g.Ground
		}
		return f.labels("convention_ground", codes)
	})
	readAnswer(&fled, "inbox.row.fear", c.FearOnReturn, asWritten)
	readAnswer(&fled, "inbox.row.protection", c.StateProtectionSought, asWritten)

	var now readingRows
	readAnswer(&now, "inbox.row.risk_now", c.RiskInAsylum, f.listIn("risk_in_asylum"))
	now.text("inbox.row.risk_why", c.RiskInAsylumWhy)
	readAnswer(&now, "inbox.row.imminence", c.Imminence, asWritten)

	var other readingRows
	readAnswer(&other, "inbox.row.no_return", c.ReturnWhyNot, asWritten)
	readAnswer(&other, "inbox.row.no_integration", c.LocalIntegrationWhyNot, asWritten)
	readAnswer(&other, "inbox.row.no_country", c.OtherCountryWhyNot, asWritten)
	readAnswer(&other, "inbox.row.why_canada", c.WhyResettlementCanada, asWritten)

	groups := fled.group("inbox.group.fled", "", "")
	groups = append(groups, now.group("inbox.group.now", "", "")...)
	return append(groups, other.group("inbox.group.other", "", "")...)
}

func (f readingForm) documentGroups() []ReadingGroup {
	var groups []ReadingGroup
	for n := range f.Documents {
		d := &f.Documents[n]
		var r readingRows
		r.text("inbox.row.of", f.names(d.Of))
		r.text("inbox.row.state", f.label("document_state", d.State))
		r.text("inbox.row.number", inOneLine(d.Number, d.Issuer))
		r.text("inbox.row.name_shown", d.NameAsShown)
		r.text("inbox.row.born_shown", d.DOBAsShown)
		r.date("inbox.row.expires", f, d.Expires, false)
		r.text("inbox.row.shows", d.Describes)
		r.text("inbox.row.missing", d.ReasonMissing)
		groups = append(groups, ReadingGroup{Head: f.label("document_type", d.Type), Rows: r, Files: f.filesOf(d)})
	}
	return groups
}

// filesOf are the files of a paper. One whose name did not come along is called
// after the paper.
func (f readingForm) filesOf(d *referral.Document) []PaperFile {
	var files []PaperFile
	for _, a := range d.Attachments {
		name := a.FilenameOriginal
		if name == "" {
			name = f.label("document_type", d.Type)
		}
		files = append(files, PaperFile{
			ID: string(a.ID), Name: name, MIME: a.MIME, Size: a.Size, SHA512: a.SHA512, Document: "documents/" + string(d.ID),
		})
	}
	return files
}
