package present

import "harbour/app/referral"

func contactFields() []spec {
	return []spec{
		kindAt("safe_contacts/*/person", KindPerson), yesNoAt("safe_contacts/*/safe_to_contact"),
		codeAt("safe_contacts/*/channel", "contact_channel"), textAt("safe_contacts/*/handle"),
		textAt("safe_contacts/*/verification"), textAt("safe_contacts/*/safe_hours"), textAt("safe_contacts/*/time_zone"),
		codeAt("safe_contacts/*/language", "language"), textAt("safe_contacts/*/shared_with"),
		textAt("safe_contacts/*/cover_story"), flagAt("safe_contacts/*/no_message"), textAt("safe_contacts/*/code_word"),
		textAt("safe_contacts/*/duress_word"), textAt("safe_contacts/*/intermediary"),
		dayAt("safe_contacts/*/last_confirmed"), numberAt("safe_contacts/*/check_in_days"), textAt("safe_contacts/*/if_silent"),
		groupAt("safe_contacts/*/attempts",
			dayAt("safe_contacts/*/attempts/*/date"), codeAt("safe_contacts/*/attempts/*/channel", "contact_channel"),
			codeAt("safe_contacts/*/attempts/*/result", "contact_result"), textAt("safe_contacts/*/attempts/*/by_code"),
			textAt("safe_contacts/*/attempts/*/note")),
	}
}

// screeningParts ask the questions of the statute, each with its words beside
// it once there is a yes, unless all of them are left to the office.
func screeningParts() []partPlan {
	var asked []spec
	here := where("needs_follow_up_by_office", isBlank)
	for _, subject := range referral.ScreeningSubjects() {
		asked = append(asked, yesNoAt("screening/*/"+subject).onlyIf(here),
			textAt("screening/*/"+subject+"_why").onlyIf(where(subject, isYes)))
	}
	return []partPlan{{"", append([]spec{
		kindAt("screening/*/person", KindPerson), flagAt("screening/*/needs_follow_up_by_office"), dayAt("screening/*/asked_on"),
	}, asked...)}}
}

func apartFields() []spec {
	return []spec{
		kindAt("apart/*/person", KindPerson), longAt("apart/*/text"), kindAt("apart/*/kept_from", KindPeople),
		codeAt("apart/*/why", "withheld_reason"), codeAt("apart/*/section", sectionList), dayAt("apart/*/told_on"),
	}
}
