package present

func needFields() []spec {
	return []spec{
		groupAt("needs",
			codeAt("needs/*/code", "specific_need"), kindAt("needs/*/person", KindPerson),
			textAt("needs/*/needed_support").onlyIf(discreetNot), textAt("needs/*/treatment_now").onlyIf(medical),
			textAt("needs/*/medication_continuity").onlyIf(medical),
			codeAt("needs/*/fitness_to_travel", "fitness_to_travel").onlyIf(medical),
			kindAt("needs/*/report", KindPaper).onlyIf(discreetNot), codeAt("needs/*/share_scope", "share_scope")).choosing("code"),
		codesAt("support_requested", "support_requested"),
	}
}

func childParts() []partPlan {
	elsewhere := whereNoneOf("with_whom", "", "both_parents", "alone")
	assessed := whereOneOf("best_interests", "assessment", "determination")
	return []partPlan{
		{"", []spec{
			kindAt("children/*/child", KindPerson), codeAt("children/*/with_whom", "child_with_whom"),
			kindAt("children/*/caregiver", KindPerson).onlyIf(elsewhere), textAt("children/*/caregiver_who").onlyIf(elsewhere),
			yesNoAt("children/*/caregiver_informed").orNot(), yesNoAt("children/*/both_parents_case"),
			codeAt("children/*/other_parent_consent", "other_parent_consent").orNot(),
			kindAt("children/*/custody_document", KindPaper), longAt("children/*/child_views").orNot(),
			yesNoAt("children/*/spouse_or_partner"),
		}},
		{"alone", []spec{
			codeAt("children/*/separated_or_unaccompanied", "separated_child"),
			codeAt("children/*/best_interests", "best_interests").onlyIf(childAlone),
			dateAt("children/*/best_interests_date").onlyIf(assessed), textAt("children/*/best_interests_outcome").onlyIf(assessed),
			kindAt("children/*/best_interests_document", KindPaper).onlyIf(assessed),
			longAt("children/*/follow_up").onlyIf(childAlone),
		}},
	}
}
