package ui_test

import (
	"reflect"
	"strconv"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

func tapQuick(h *house) {
	h.at("quick", "consent_to_note")
	h.changes(func() { h.answer("no") }, "altered consent_to_note")
	h.mustKeep("consent_to_note", "false")
	h.mustChoose(present.No)
}

// What the first ten minutes say of reaching them is kept with the safe
// contacts.
func keepQuick(h *house) {
	h.at("quick", "")
	h.stays("quick", h.pathOf("/handle"), "+66 00 000 0152")
	if got := h.contacts(); len(got) != 1 || got[0].Handle.Get() != "+66 00 000 0152" {
		h.tb.Errorf("kept %+v", got)
	}
}

func refuseQuick(h *house) {
	h.mustRefuse("quick", "stated_size", "x", "editor.wrong.number", func() string { return h.keptAt("stated_size") })
	h.mustKeep("stated_size", "5")
}

func tapCase(h *house) {
	h.at("case", "priority")
	why := h.Words.Text("field.priority_reason")
	h.mustSay(why)
	h.changes(func() { h.answer("Normal") }, "altered priority")
	h.mustKeep("priority", "normal")
	h.mustChoose("normal")
	h.mustNotSay(why)
}

func keepCase(h *house) {
	h.stays("case", "referrer_contact", "The second desk, on Fridays")
	h.mustKeep("referrer_contact", "The second desk, on Fridays")
}

func refuseCase(h *house) {
	h.mustRefuse("case", "review_by", "next week", "editor.wrong.day", func() string { return h.keptAt("review_by") })
	h.mustKeep("review_by", "")
	h.refusesUnlisted("case", "interview_language", "shn")
}

// refusesUnlisted types what no list has: nothing is taken for it.
func (h *house) refusesUnlisted(section, path, kept string) {
	h.tb.Helper()
	h.at(section, path)
	choice := h.Window.Window.Canvas().Focused().(*widgets.Choice)
	h.letters("zzz")
	h.key(fyne.KeyReturn)
	h.mustStand("zzz")
	h.key(fyne.KeyEscape)
	if choice.Chosen() != kept || h.Page().(page).At() != path {
		h.tb.Errorf("chosen %q, the keyboard is at %q", choice.Chosen(), h.Page().(page).At())
	}
	h.beat(saved)
	h.mustKeep(path, kept)
}

// A sensitive name goes from the card of whose it is.
func tapPeople(h *house) {
	h.at("people", "")
	h.openCard("Yusuf Salem Al-hamdar")
	h.changes(func() { h.tap(h.Words.Text("field.people.names.is_sensitive")) }, "altered people/1/names/0/is_sensitive")
	h.mustBeOn(true)
	h.at("people", "")
	h.mustNotSay("Yusuf Salem Al-hamdar")
}

func keepPeople(h *house) {
	until := h.nth("people/0/asylum_until")
	h.stays("people", until, "spring 2027")
	h.mustKeep(until, "spring 2027 = 2027-21")
	h.mustSay("1 March 2027")
}

func refusePeople(h *house) {
	height := h.nth("people/0/height_cm")
	h.mustRefuse("people", height, "tall", "editor.wrong.number", func() string { return h.keptAt(height) })
	h.refusesUnlisted("people", h.nth("people/1/birth_country"), "YEM")
}

func tapFamily(h *house) {
	h.at("family", h.nth("unions/1"))
	h.changes(func() { h.tap(h.Words.Text("button.remove")) }, "removed unions/1")
	h.mustSay(h.Words.Text("editor.taken_out"), h.Words.Text("lead.family"))
	h.tap(h.Words.Text("family.as_list"))
	h.mustNotSay("One of them died")
}

func keepFamily(h *house) {
	place := h.nth("people/1/spouse_of_another_who")
	h.at("family", h.nth("people/1/spouse_of_another"))
	h.answer("yes")
	h.stays("family", place, "To Huda, in Taiz")
	h.mustKeep(place, "To Huda, in Taiz")
}

func refuseFamily(h *house) { h.refusesYears("family", h.nth("unions/0/to")) }

func tapWork(h *house) {
	h.at("work", h.nth("work/0/organisations"))
	h.changes(func() { h.tap(h.Words.Text("group.work.organisations.add")) }, "added work/0/organisations/1")
	if at := h.Page().(page).At(); at != h.nth("work/0/organisations/1/name") {
		h.tb.Errorf("the keyboard is at %q", at)
	}
	if got := h.count(h.Words.Text("field.work.organisations.role")); got != 2 {
		h.tb.Errorf("%d organisations on the page", got)
	}
}

func keepWork(h *house) {
	until := h.nth("work/0/active_until")
	h.stays("work", until, "avant l'automne 2021")
	h.mustKeep(until, "avant l'automne 2021 = ../2021-23")
}

func refuseWork(h *house) {
	until := h.nth("work/0/active_until")
	h.at("work", until)
	h.letters("when it closed")
	h.mustSay(h.Words.Text("editor.date_help"))
	h.tab(2)
	h.letters("20x1")
	h.mustSay(h.Words.Text("editor.wrong.years"))
	h.mustStand("20x1")
	h.beat(saved)
	h.mustKeep(until, "when it closed = ")
}

func tapEvents(h *house) {
	h.at("events", h.nth("incidents/0/setting"))
	h.changes(func() { h.answer("On the way") }, "altered incidents/0/setting")
	h.mustChoose("transit")
}

// A new event stands in the list as it is said.
func keepEvents(h *house) {
	before := len(h.kept().Incidents)
	h.at("events", "")
	h.tap(h.Words.Text("list.incidents.add"))
	h.letters("o")
	h.key(fyne.KeyReturn)
	h.beat(saved)
	added := h.kept().Incidents
	if len(added) != before+1 || added[before].Setting.Get() != "transit" {
		h.tb.Fatalf("%d events, %d before", len(added), before)
	}
	when := "incidents/" + string(added[before].ID) + "/when"
	h.stays("events", when, "spring 2019")
	h.mustKeep(when, "spring 2019 = 2019-21")
	h.at("events", h.nth("incidents/0"))
	h.mustSay("spring 2019")
}

func refuseEvents(h *house) { h.refusesStory("events", h.nth("incidents/0/when")) }

func tapHistory(h *house) {
	h.at("history", h.nth("history/0/ongoing"))
	until := h.Words.Text("field.history.to")
	h.mustSay(until)
	h.changes(func() { h.key(fyne.KeySpace) }, "altered history/0/ongoing")
	h.mustBeOn(true)
	h.mustNotSay(until)
}

func keepHistory(h *house) {
	note := h.nth("history/0/note")
	h.stays("history", note, "Two rooms behind the station")
	h.mustKeep(note, "Two rooms behind the station")
}

func refuseHistory(h *house) {
	h.at("history", "")
	h.tap(h.Words.Text("list.history.add"))
	h.letters("l")
	h.key(fyne.KeyReturn)
	h.beat(saved)
	added := h.kept().History
	h.refusesYears("history", "history/"+string(added[len(added)-1].ID)+"/from")
}

func tapProceedings(h *house) {
	h.at("proceedings", h.nth("proceedings/0/interpol_notice"))
	h.changes(func() { h.answer("yes") }, "altered proceedings/0/interpol_notice")
	h.mustKeep(h.nth("proceedings/0/interpol_notice"), "true")
	h.mustChoose(present.Yes)
}

// The first letter of the one date brings the field of the other.
func keepProceedings(h *house) {
	from := h.nth("proceedings/1/detained_from")
	h.at("proceedings", from)
	h.mustNotSay(h.Words.Text("field.proceedings.detained_to"))
	h.stays("proceedings", from, "spring 2019")
	h.mustSay(h.Words.Text("field.proceedings.detained_to"))
	h.mustKeep(from, "spring 2019 = 2019-21")
}

func refuseProceedings(h *house) { h.refusesStory("proceedings", h.nth("proceedings/0/when")) }

func tapClaim(h *house) {
	h.at("claim", "claim/risk_in_asylum")
	h.changes(func() { h.answer("Community") }, "altered claim/risk_in_asylum")
	h.mustKeep("claim/risk_in_asylum", "[refoulement no_status community]")
	if c, ok := h.Window.Window.Canvas().Focused().(*widgets.Chip); !ok || c.AccessibilityLabel() != "Community" {
		h.tb.Errorf("a %T has the keyboard", h.Window.Window.Canvas().Focused())
	}
}

func keepClaim(h *house) {
	h.stays("claim", "claim/route", "By bus to Mae Sot")
	h.mustKeep("claim/route", "By bus to Mae Sot")
}

// Words that are no date are kept as said, and asked after; taken back, the
// date is there again.
func refuseClaim(h *house) {
	help := h.Words.Text("editor.date_help")
	h.at("claim", "claim/date_left")
	h.mustNotSay(help)
	h.letters("q")
	h.mustSay(help)
	h.mustStand("qend of 2022")
	h.beat(saved)
	h.mustKeep("claim/date_left", "qend of 2022 = ")
	h.key(fyne.KeyBackspace)
	h.mustNotSay(help)
	h.beat(saved)
	h.mustKeep("claim/date_left", "end of 2022 = 2022")
}

func tapNeeds(h *house) {
	h.at("needs", "needs")
	h.changes(func() {
		h.tap(h.Words.Text("group.needs.add"))
		h.letters("in hiding")
		h.key(fyne.KeyReturn)
	}, "altered needs")
	if got := h.kept().Needs.Get(); len(got) != 1 || got[0].Code != "LP-IH" {
		h.tb.Errorf("kept %+v", got)
	}
	h.mustSay("In hiding", h.Words.Text("field.needs.needed_support"))
}

func keepNeeds(h *house) {
	h.at("needs", "needs")
	h.tap(h.Words.Text("group.needs.add"))
	h.letters("in hiding")
	h.key(fyne.KeyReturn)
	h.beat(saved)
	support := h.nth("needs/0/needed_support")
	h.stays("needs", support, "A door that locks")
	h.mustKeep(support, "A door that locks")
}

// Nothing here can be wrong: what is missing is said, and goes with "none".
func refuseNeeds(h *house) {
	h.at("needs", "needs")
	if got := h.count(h.Words.Text("editor.needed")); got != 1 {
		h.tb.Errorf("%d needed, want 1", got)
	}
	h.answer(h.Words.Text("editor.none"))
	h.beat(saved)
	if a := h.kept().Needs; !a.Given() || len(a.Get()) != 0 {
		h.tb.Errorf("kept %+v", a)
	}
	if got := h.count(h.Words.Text("editor.needed")); got != 0 {
		h.tb.Errorf("%d still needed", got)
	}
}

func tapChildren(h *house) {
	h.at("children", h.nth("children/0/spouse_or_partner"))
	h.changes(func() { h.answer("yes") }, "altered children/0/spouse_or_partner")
	h.mustKeep(h.nth("children/0/spouse_or_partner"), "true")
	h.mustChoose(present.Yes)
}

func keepChildren(h *house) {
	who := h.nth("children/0/caregiver_who")
	h.stays("children", who, "A neighbour, at night")
	h.mustKeep(who, "A neighbour, at night")
}

func refuseChildren(h *house) { h.refusesStory("children", h.nth("children/0/best_interests_date")) }

func tapConsent(h *house) {
	h.at("consent", h.nth("consents/0/withheld_items"))
	h.mustSay("Fear of harm to self or others")
	h.changes(func() { h.tapLast(h.Words.Text("button.remove")) }, "altered consents/0/withheld_items")
	h.mustNotSay("Fear of harm to self or others")
}

func keepConsent(h *house) {
	witness := h.nth("consents/0/witness_code")
	h.stays("consent", witness, "W-7")
	h.mustKeep(witness, "W-7")
}

func refuseConsent(h *house) {
	day := h.nth("consents/0/date")
	h.mustRefuse("consent", day, "1", "editor.wrong.day", func() string { return h.keptAt(day) })
	h.mustKeep(day, "2026-03-12")
}

func tapDocuments(h *house) {
	h.at("documents", "")
	h.tap("Other paper, Mina Yusuf")
	h.changes(func() { h.tap(h.Words.Text("field.documents.maybe_unreliable")) }, "altered documents/9/maybe_unreliable")
	h.mustBeOn(true)
}

func keepDocuments(h *house) {
	issuer := h.nth("documents/1/issuer")
	h.stays("documents", issuer, "Herat, the old office")
	h.mustKeep(issuer, "Herat, the old office")
}

func refuseDocuments(h *house) { h.refusesYears("documents", h.nth("documents/1/issued")) }

func tapSessions(h *house) {
	h.at("sessions", h.nth("sessions/0/distress"))
	h.changes(func() { h.answer("yes") }, "altered sessions/0/distress")
	h.mustKeep(h.nth("sessions/0/distress"), "true")
	h.mustChoose(present.Yes)
}

func keepSessions(h *house) {
	others := h.nth("sessions/0/others_present")
	h.stays("sessions", others, "A midwife, in the next room")
	h.mustKeep(others, "A midwife, in the next room")
}

func refuseSessions(h *house) {
	due := h.nth("sessions/0/feedback_due")
	h.mustRefuse("sessions", due, "by ", "editor.wrong.day", func() string { return h.keptAt(due) })
	h.mustKeep(due, "2026-04-09")
}

// contacts are the safe contacts as the folder has them.
func (h *house) contacts() []referral.SafeContact {
	h.tb.Helper()
	all, err := h.Shell.Desk.SafeContacts(h.tb.Context(), referral.ID(h.Route().Case))
	if err != nil {
		h.tb.Fatal(err)
	}
	return all
}

// screened are the answers to the questions of the law as the folder has them.
func (h *house) screened() []referral.Screening {
	h.tb.Helper()
	all, err := h.Shell.Desk.Screening(h.tb.Context(), referral.ID(h.Route().Case))
	if err != nil {
		h.tb.Fatal(err)
	}
	return all
}

// apart is what is kept from each other as the folder has it.
func (h *house) apart() []referral.Apart {
	h.tb.Helper()
	all, err := h.Shell.Desk.Apart(h.tb.Context(), referral.ID(h.Route().Case))
	if err != nil {
		h.tb.Fatal(err)
	}
	return all
}

func tapSafeContact(h *house) {
	h.unseal("safe_contact")
	h.openCard("09:00 to 12:00")
	want := h.contacts()
	want[0].NoMessage = false
	h.changes(func() { h.tap(h.Words.Text("field.safe_contacts.no_message")) })
	h.mustBeOn(false)
	if got := h.contacts(); !reflect.DeepEqual(got, want) {
		h.tb.Errorf("kept %+v", got)
	}
}

func keepSafeContact(h *house) {
	h.unseal("safe_contact")
	h.stays("safe_contact", "safe_contacts/"+string(h.contacts()[0].ID)+"/intermediary", "Through the bakery")
	if got := h.contacts()[0].Intermediary; got != "Through the bakery" {
		h.tb.Errorf("kept %q", got)
	}
}

func refuseSafeContact(h *house) {
	h.refusesPassphrase("safe_contact", h.Words.Text("list.safe_contacts.add"))
	days := "safe_contacts/" + string(h.contacts()[0].ID) + "/check_in_days"
	h.mustRefuse("safe_contact", days, "a", "editor.wrong.number", func() string { return strconv.Itoa(h.contacts()[0].CheckInDays) })
}

// addFirst adds the first of what is offered to the open section, which has
// none.
func (h *house) addFirst(list string) {
	h.tb.Helper()
	h.mustSay(h.Words.Text("list." + list + ".none"))
	h.tap(h.Words.Text("list." + list + ".add"))
	h.key(fyne.KeyDown)
	h.key(fyne.KeyReturn)
	h.beat(saved)
}

func tapScreening(h *house) {
	h.unseal("screening")
	h.addFirst("screening")
	if got := h.screened(); len(got) != 1 || got[0].Person != h.kept().PrincipalPersonID {
		h.tb.Fatalf("kept %+v", got)
	}
	want := h.screened()
	want[0].NeedsFollowUp = true
	question := h.Words.Text("field.screening.memberships")
	h.mustSay(question, h.Words.Text("field.screening.needs_follow_up_by_office_help"))
	h.changes(func() { h.tap(h.Words.Text("field.screening.needs_follow_up_by_office")) })
	h.mustBeOn(true)
	h.mustNotSay(question)
	if got := h.screened(); !reflect.DeepEqual(got, want) {
		h.tb.Errorf("kept %+v", got)
	}
}

// A yes brings the field of how it was.
func keepScreening(h *house) {
	h.unseal("screening")
	h.addFirst("screening")
	h.at("screening", h.pathOf("/memberships"))
	h.answer("yes")
	h.stays("screening", h.pathOf("/memberships_why"), "The reporters’ union, 2006 to 2021")
	if got := h.screened()[0]; !got.Memberships.Get() || got.MembershipsWhy != "The reporters’ union, 2006 to 2021" {
		h.tb.Errorf("kept %+v, %q", got.Memberships, got.MembershipsWhy)
	}
}

func refuseScreening(h *house) {
	h.refusesPassphrase("screening", h.Words.Text("list.screening.none"))
	h.addFirst("screening")
	h.mustRefuse("screening", h.pathOf("/asked_on"), "today", "editor.wrong.day", func() string { return string(h.screened()[0].AskedOn) })
}

func tapApart(h *house) {
	h.unseal("apart")
	h.addFirst("apart")
	people := h.kept().People
	want := h.apart()
	if len(want) != 1 {
		h.tb.Fatalf("kept %+v", want)
	}
	want[0].KeptFrom = []referral.ID{people[1].ID}
	h.at("apart", h.pathOf("/kept_from"))
	h.changes(func() { h.answer(people[1].ShownName()) })
	if got := h.apart(); !reflect.DeepEqual(got, want) {
		h.tb.Errorf("kept %+v, want %+v", got, want)
	}
	if c, ok := h.Window.Window.Canvas().Focused().(*widgets.Chip); !ok || c.AccessibilityLabel() != people[1].ShownName() {
		h.tb.Errorf("a %T has the keyboard", h.Window.Window.Canvas().Focused())
	}
}

func keepApart(h *house) {
	h.unseal("apart")
	h.addFirst("apart")
	h.stays("apart", h.pathOf("/text"), "She has not told him of the letters")
	if got := h.apart()[0].Text; got != "She has not told him of the letters" {
		h.tb.Errorf("kept %q", got)
	}
}

func refuseApart(h *house) {
	h.refusesPassphrase("apart", h.Words.Text("list.apart.none"))
	h.addFirst("apart")
	h.mustRefuse("apart", h.pathOf("/told_on"), "today", "editor.wrong.day", func() string { return string(h.apart()[0].ToldOn) })
}
