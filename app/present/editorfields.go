package present

// quickFields are what ten minutes are enough for. All but the first and the
// last have their place elsewhere, too: nothing is asked twice.
func quickFields() []spec {
	return []spec{
		yesNoAt("consent_to_note"),
		numberAt("stated_size").onlyAt("quick.size", (*Editor).sizePath),
		textAt("people/*/names/*/full").onlyAt("quick.name", (*Editor).leadName),
		codeAt("people/*/current_country", "country").onlyAt("quick.country", (*Editor).leadCountry),
		codeAt("safe_contacts/*/channel", "contact_channel").onlyAt("quick.channel", quickContact("channel")),
		textAt("safe_contacts/*/handle").onlyAt("quick.handle", quickContact("handle")),
		textAt("safe_contacts/*/safe_hours").onlyAt("quick.hours", quickContact("safe_hours")),
		textAt("safe_contacts/*/cover_story").onlyAt("quick.cover", quickContact("cover_story")),
		longAt("danger_now"), longAt("notes"),
	}
}

func caseFields() []spec {
	return []spec{
		codeAt("pathway", "pathway"),
		codeAt("country_of_residence", "country"),
		segmentsAt("priority", "priority"),
		textAt("priority_reason").onlyIf(urgent),
		dayAt("review_by").onlyIf(urgent),
		segmentsAt("unhcr_emergency_approached", "unhcr_approached").onlyIf(urgent),
		dayAt("unhcr_emergency_on").onlyIf(where("unhcr_emergency_approached", isGiven)),
		textAt("unhcr_emergency_ref").onlyIf(urgent),
		codeAt("category_primary", "category"),
		codeAt("category_secondary", "category").orNot(),
		codeAt("referrer_org", "referrer_org"),
		textAt("referrer_contact"),
		codeAt("interview_language", "language"),
		yesNoAt("interpreter_needed"),
		codesAt("special_handling", "special_handling"),
	}
}

func caseReferences() []spec {
	return []spec{
		textAt("unhcr_case_no").orNot(),
		groupAt("other_refs", codeAt("other_refs/*/scheme", "reference_scheme"), textAt("other_refs/*/number")).choosing("scheme"),
		groupAt("applications",
			codeAt("applications/*/kind", "application_kind"), textAt("applications/*/to"),
			codeAt("applications/*/country", "country"), dateAt("applications/*/date"),
			codeAt("applications/*/result", "application_result"), textAt("applications/*/reference"),
			textAt("applications/*/note")).choosing("kind"),
		groupAt("partner_chain",
			textAt("partner_chain/*/org"), codeAt("partner_chain/*/role", "partner_role"), dayAt("partner_chain/*/date")),
		groupAt("linked_cases",
			textAt("linked_cases/*/case_code"), codeAt("linked_cases/*/relation", "case_relation"),
			kindAt("linked_cases/*/person", KindPerson)),
	}
}

func peopleFields() []spec {
	return []spec{numberAt("stated_size"), kindAt("principal_person_id", KindPerson)}
}

func personParts() []partPlan {
	return []partPlan{
		{"who", []spec{
			groupAt("people/*/names",
				textAt("people/*/names/*/full"), codeAt("people/*/names/*/kind", "name_kind"),
				textAt("people/*/names/*/family_part"), textAt("people/*/names/*/given_part"),
				codeAt("people/*/names/*/script", "script"), kindAt("people/*/names/*/document_id", KindPaper),
				flagAt("people/*/names/*/no_family_name"), flagAt("people/*/names/*/is_primary"),
				flagAt("people/*/names/*/is_sensitive")),
			dateAt("people/*/birth_date"),
			textAt("people/*/birth_city"), codeAt("people/*/birth_country", "country"), textAt("people/*/birth_country_named"),
			codeAt("people/*/sex_document", "sex_document"), textAt("people/*/gender_self"),
			textAt("people/*/address_as"), textAt("people/*/pseudonym"),
		}},
		{"belongs", []spec{
			codeAt("people/*/case_role", "case_role"), codeAt("people/*/relationship_to_pa", "relationship").onlyIf(notPrincipal),
			codeAt("people/*/person_state", "person_state"), dateAt("people/*/state_since").onlyIf(notAlive),
			codeAt("people/*/current_country", "country"),
			textAt("people/*/city_area"), codeAt("people/*/location_risk", "location_risk"),
			codeAt("people/*/asylum_status", "asylum_status"), dateAt("people/*/asylum_since").orNot(),
			dateAt("people/*/asylum_until").orNot(), codeAt("people/*/recognition_evidence", "recognition_evidence").orNot(),
			dateAt("people/*/entry_date_asylum").orNot(), codeAt("people/*/entry_manner", "entry_manner").orNot(),
			textAt("people/*/unhcr_individual_no").orNot(), kindAt("people/*/photo_attachment", KindPicture),
		}},
		{"nationality", []spec{
			groupAt("people/*/nationalities",
				codeAt("people/*/nationalities/*/country", "country"), textAt("people/*/nationalities/*/country_named"),
				codeAt("people/*/nationalities/*/basis", "nationality_basis"),
				codeAt("people/*/nationalities/*/status", "nationality_status"), yesNoAt("people/*/nationalities/*/can_return"),
				yesNoAt("people/*/nationalities/*/protection_available"), textAt("people/*/nationalities/*/protection_why"),
				codeAt("people/*/nationalities/*/passport_obtainable", "passport_obtainable")).choosing("country"),
			textAt("people/*/previous_uci"), textAt("people/*/canada_ties"),
		}},
		{"life", []spec{
			textAt("people/*/mother_name"), textAt("people/*/father_name"),
			codeAt("people/*/education_level", "education_level"), textAt("people/*/occupation_now"),
			textAt("people/*/occupation_before").orNot(),
			groupAt("people/*/languages",
				codeAt("people/*/languages/*/code", "language"), codeAt("people/*/languages/*/speaks", "language_skill"),
				codeAt("people/*/languages/*/reads", "language_skill"), codeAt("people/*/languages/*/writes", "language_skill")).choosing("code"),
			textAt("people/*/languages_refused"), codeAt("people/*/interpreter_gender", "gender_preference"),
			textAt("people/*/ethnicity").orNot(), textAt("people/*/religion").orNot(),
			numberAt("people/*/height_cm"), codeAt("people/*/eye_colour", "eye_colour"),
		}},
	}
}

func unionFields() []spec {
	return []spec{
		kindAt("unions/*/a", KindPerson), kindAt("unions/*/b", KindPerson), codeAt("unions/*/kind", "union_kind"),
		textAt("unions/*/place"), dateAt("unions/*/from"), dateAt("unions/*/to").orNot(),
		yesNoAt("unions/*/ceremony_both_present").orNot(), yesNoAt("unions/*/prior_spouse_of_either"),
		codeAt("unions/*/why_not_cohabiting", "why_not_cohabiting").orNot(),
	}
}

func kinFields() []spec {
	return []spec{
		codeAt("people/*/relationship_to_pa", "relationship").onlyIf(notPrincipal),
		codeAt("people/*/marital_status", "marital_status"), yesNoAt("people/*/spouse_of_another"),
		textAt("people/*/spouse_of_another_who").onlyIf(where("spouse_of_another", isYes)),
		groupAt("people/*/parents", codeAt("people/*/parents/*/kind", "parent_kind")).choosing("person"),
		codeAt("people/*/dependency_basis", "dependency_basis").onlyIf(grownChild),
		yesNoAt("people/*/disability_since_before_22").onlyIf(grownChild),
		textAt("people/*/disability_detail").onlyIf(where("disability_since_before_22", isYes)),
	}
}

func sweepFields() []spec {
	return []spec{
		yesNoAt("sweep/previous_unions"), yesNoAt("sweep/children_elsewhere"),
		yesNoAt("sweep/children_of_partner").onlyIf(hasPartner), yesNoAt("sweep/missing"), yesNoAt("sweep/detained"),
		yesNoAt("sweep/estranged"), yesNoAt("sweep/believed_dead"),
	}
}

func workParts() []partPlan {
	return []partPlan{
		{"", []spec{
			kindAt("work/*/person", KindPerson), codesAt("work/*/roles", "hrd_role"), codesAt("work/*/areas", "rights_area"),
			longAt("work/*/summary"), dateAt("work/*/since"), yesNoAt("work/*/still_active"),
			dateAt("work/*/active_until").orNot(), codeAt("work/*/public_visibility", "visibility"),
			yesNoAt("work/*/continuing_abroad"), yesNoAt("work/*/non_violent_declared"),
		}},
		{"confirmed", []spec{
			groupAt("work/*/corroboration",
				codeAt("work/*/corroboration/*/kind", "corroboration_kind"), textAt("work/*/corroboration/*/describes"),
				codeAt("work/*/corroboration/*/strength", "reliability"), kindAt("work/*/corroboration/*/document", KindPaper),
				codeAt("work/*/corroboration/*/referee", refereeList),
				yesNoAt("work/*/corroboration/*/contact_safe"),
				flagAt("work/*/corroboration/*/may_be_contacted_by_office")).choosing("kind"),
		}},
		{"public", []spec{
			groupAt("work/*/organisations",
				textAt("work/*/organisations/*/name"), textAt("work/*/organisations/*/role"),
				yesNoAt("work/*/organisations/*/registered"), dateAt("work/*/organisations/*/from"),
				dateAt("work/*/organisations/*/to").orNot()),
			groupAt("work/*/work_links", textAt("work/*/work_links/*/url"), textAt("work/*/work_links/*/sha512")),
			groupAt("work/*/recognition", textAt("work/*/recognition/*/title"), dateAt("work/*/recognition/*/date")),
		}},
	}
}

func eventParts() []partPlan {
	return []partPlan{
		{"", []spec{
			codesAt("incidents/*/types", "incident_type"), dateAt("incidents/*/when"),
			codeAt("incidents/*/country", "country"), textAt("incidents/*/area"),
			segmentsAt("incidents/*/setting", "setting"), kindAt("incidents/*/victims", KindPeople),
			longAt("incidents/*/what_happened"), longAt("incidents/*/link_to_hrd_work"),
		}},
		{"more", []spec{
			groupAt("incidents/*/perpetrators",
				codeAt("incidents/*/perpetrators/*/kind", "perpetrator"), textAt("incidents/*/perpetrators/*/who"),
				textAt("incidents/*/perpetrators/*/unit"), codeAt("incidents/*/perpetrators/*/involvement", "involvement")).choosing("kind"),
			codeAt("incidents/*/threat_channel", "threat_channel"), textAt("incidents/*/reported_to"),
			textAt("incidents/*/report_outcome"), textAt("incidents/*/consequences"), textAt("incidents/*/still_effects"),
			kindAt("incidents/*/evidence_ids", KindPapers), codesAt("incidents/*/sources", "incident_source"),
			codeAt("incidents/*/reliability", "reliability"),
			codeAt("incidents/*/referred_for_evaluation", "evaluation").onlyIf(tortured),
			kindAt("incidents/*/confidential_from_members", KindPeople),
		}},
	}
}

func claimParts() []partPlan {
	return []partPlan{
		{"", []spec{
			longAt("claim/reason_fled"), longAt("claim/fear_on_return"), dateAt("claim/date_left"), textAt("claim/route"),
			groupAt("claim/grounds", codeAt("claim/grounds/*/ground", "convention_ground"), textAt("claim/grounds/*/why")).orNot().choosing("ground"),
			codeAt("claim/class_claimed", "claim_class"), textAt("claim/state_protection_sought"),
		}},
		{"solutions", []spec{
			longAt("claim/return_why_not"), codesAt("claim/return_barriers", "durable_barrier"),
			longAt("claim/local_integration_why_not"), codesAt("claim/local_integration_barriers", "durable_barrier"),
			longAt("claim/other_country_why_not"), codesAt("claim/other_country_barriers", "durable_barrier"),
			longAt("claim/why_resettlement_canada"), segmentsAt("claim/imminence", "imminence"),
			codesAt("claim/risk_in_asylum", "risk_in_asylum"), textAt("claim/risk_in_asylum_why"),
			codesAt("claim/urgent_need_of_protection", "urgent_need"), textAt("claim/urgent_need_why"),
			textAt("claim/vulnerable_reason"), textAt("claim/protection_measures_tried"),
		}},
		{"eligibility", []spec{
			yesNoAt("eligibility/track_record"), yesNoAt("eligibility/fled_for_work"), yesNoAt("eligibility/outside_country"),
			yesNoAt("eligibility/refugee_class"), yesNoAt("eligibility/no_other_solution"),
			yesNoAt("eligibility/seeks_permanence"), yesNoAt("eligibility/valid_referral"),
		}},
	}
}

func consentParts() []partPlan {
	return []partPlan{
		{"", []spec{
			kindAt("consents/*/person", KindPerson), segmentsAt("consents/*/given_by", "given_by"),
			kindAt("consents/*/given_by_person", KindPerson).onlyIf(whereNoneOf("given_by", "", "self")),
			codesAt("consents/*/purposes", "consent_purpose"),
			codesAt("consents/*/scope_sections", sectionList), codesAt("consents/*/scope_recipients", "recipient_role"),
			kindAt("consents/*/withheld_items", KindWithheld),
			dayAt("consents/*/date"), codeAt("consents/*/method", "consent_method"),
			codeAt("consents/*/language", "language"), codeAt("consents/*/basis", "consent_basis"),
			flagAt("consents/*/read_back"), flagAt("consents/*/declared_accurate"), flagAt("consents/*/via_interpreter"),
		}},
		{"more", []spec{
			codesAt("consents/*/information_given", "information_given"), textAt("consents/*/wording"),
			textAt("consents/*/interpreter_code").onlyIf(where("via_interpreter", isYes)), codeAt("consents/*/place_type", "place_type"),
			textAt("consents/*/witness_code"), dayAt("consents/*/expires"), flagAt("consents/*/photo_share"),
			flagAt("consents/*/medical_share"), flagAt("consents/*/stats_use"), dayAt("consents/*/withdrawn_at"),
			textAt("consents/*/withdrawn_how").onlyIf(where("withdrawn_at", isGiven)),
			kindAt("consents/*/supersedes", KindAgreement), kindAt("consents/*/attachment", KindPicture),
		}},
	}
}

func refereeFields() []spec {
	return []spec{
		kindAt("referees/*/person", KindPerson), textAt("referees/*/name"), yesNoAt("referees/*/agreed"),
		textAt("referees/*/position"), textAt("referees/*/organisation"), codeAt("referees/*/country", "country"),
		textAt("referees/*/relation"), textAt("referees/*/contact"), yesNoAt("referees/*/contact_safe"),
		flagAt("referees/*/may_be_contacted_by_office"), kindAt("referees/*/letter", KindPaper),
	}
}

func documentFields() []spec {
	return []spec{
		filesAt("documents/*/attachments", attachmentFields()...),
		codeAt("documents/*/type", "document_type"), codeAt("documents/*/state", "document_state"),
		textAt("documents/*/reason_missing").onlyIf(missingPaper), kindAt("documents/*/of", KindPeople),
		textAt("documents/*/number"), textAt("documents/*/issuer"), textAt("documents/*/name_as_shown"),
		textAt("documents/*/dob_as_shown"), dateAt("documents/*/issued"), dateAt("documents/*/expires").orNot(),
		textAt("documents/*/describes"), codeAt("documents/*/language", "language"),
		kindAt("documents/*/translation_of", KindPaper),
		textAt("documents/*/translator").onlyIf(where("translation_of", isGiven)),
		flagAt("documents/*/translator_statement").onlyIf(where("translation_of", isGiven)),
		flagAt("documents/*/maybe_unreliable"),
	}
}

func attachmentFields() []spec {
	return []spec{
		textAt("documents/*/attachments/*/describes"), textAt("documents/*/attachments/*/source"),
		flagAt("documents/*/attachments/*/is_original_scan"),
		codeAt("documents/*/attachments/*/parent_id", fileList),
		codeAt("documents/*/attachments/*/sensitivity", "sensitivity"),
		codeAt("documents/*/attachments/*/shows_others", "shows_others"), flagAt("documents/*/attachments/*/keep_here"),
		groupAt("documents/*/attachments/*/custody",
			dayAt("documents/*/attachments/*/custody/*/when"), textAt("documents/*/attachments/*/custody/*/who"),
			codeAt("documents/*/attachments/*/custody/*/action", "custody_action"),
			textAt("documents/*/attachments/*/custody/*/note")).choosing("action"),
	}
}
