package present

import "harbour/app/referral"

func historyFields() []spec {
	busy := whereOneOf("kind", referral.ActivityWork, referral.ActivityStudy, referral.ActivityMilitary)
	return []spec{
		kindAt("history/*/person", KindPerson), codeAt("history/*/kind", "activity_kind"),
		dateAt("history/*/from"), flagAt("history/*/ongoing"), dateAt("history/*/to").onlyIf(where("ongoing", isBlank)),
		textAt("history/*/place"), codeAt("history/*/country", "country"),
		textAt("history/*/organisation").onlyIf(busy), textAt("history/*/role").onlyIf(busy),
		codeAt("history/*/immigration_status", "asylum_status"), textAt("history/*/note"),
	}
}

func proceedingParts() []partPlan {
	return []partPlan{
		{"", []spec{
			kindAt("proceedings/*/person", KindPerson), codeAt("proceedings/*/kind", "proceeding_kind"),
			dateAt("proceedings/*/when"), codeAt("proceedings/*/country", "country"), textAt("proceedings/*/authority"),
			textAt("proceedings/*/law_and_article"), codeAt("proceedings/*/charge_type", "charge_type"),
			longAt("proceedings/*/alleged_act"), longAt("proceedings/*/what_actually_happened"),
			longAt("proceedings/*/why_reprisal").orNot(),
		}},
		{"course", []spec{
			yesNoAt("proceedings/*/in_absentia").orNot(), dateAt("proceedings/*/detained_from").orNot(),
			dateAt("proceedings/*/detained_to").onlyIf(where("detained_from", isGiven)), textAt("proceedings/*/counsel").orNot(),
			codesAt("proceedings/*/fair_trial_concerns", "fair_trial_concern").orNot(),
			codeAt("proceedings/*/outcome", "proceeding_outcome"),
			textAt("proceedings/*/sentence").onlyIf(convicted), codeAt("proceedings/*/current_status", "proceeding_status"),
			yesNoAt("proceedings/*/interpol_notice"), kindAt("proceedings/*/documents", KindPapers),
		}},
	}
}

func sessionParts() []partPlan {
	interpreted := where("via_interpreter", isYes)
	return []partPlan{
		{"", []spec{
			dayAt("sessions/*/date"), segmentsAt("sessions/*/mode", "session_mode"),
			codeAt("sessions/*/place_type", "place_type"), codeAt("sessions/*/place_safety", "place_safety"),
			textAt("sessions/*/interviewer_code"), kindAt("sessions/*/present", KindPeople), textAt("sessions/*/others_present"),
			yesNoAt("sessions/*/via_interpreter"), textAt("sessions/*/interpreter_code").onlyIf(interpreted),
			codeAt("sessions/*/interpreter_language", "language").onlyIf(interpreted),
			codeAt("sessions/*/interpreter_gender", "gender_preference").onlyIf(interpreted),
			yesNoAt("sessions/*/interpreter_pledge").onlyIf(interpreted),
		}},
		{"after", []spec{
			longAt("sessions/*/summary"), yesNoAt("sessions/*/read_back"), yesNoAt("sessions/*/distress"),
			yesNoAt("sessions/*/support_offered"), dayAt("sessions/*/feedback_due"),
		}},
	}
}
