package referral

// Pathways and priorities that code branches on (domain 1.5, 2.3).
const (
	PathwayPermanent Code = "permanent_hrd_stream"
	PathwayTemporary Code = "temporary_protection"
	PriorityNormal   Code = "normal"
)

// Referral is what is known of one case, without its compartments (safe
// contact, screening, answers kept apart) and without its progress.
type Referral struct {
	CaseCode          string `json:"case_code"`
	PrincipalPersonID ID     `json:"principal_person_id,omitzero"`

	DangerNow     Answer[string] `json:"danger_now,omitempty"`
	ConsentToNote Answer[bool]   `json:"consent_to_note,omitempty"`
	Notes         string         `json:"notes,omitzero"` // never leave

	Pathway                  Answer[Code]   `json:"pathway,omitempty"`
	CountryOfResidence       Answer[Code]   `json:"country_of_residence,omitempty"`
	Priority                 Answer[Code]   `json:"priority,omitempty"`
	PriorityReason           Answer[string] `json:"priority_reason,omitempty"`
	ReviewBy                 Answer[Day]    `json:"review_by,omitempty"`
	UNHCREmergencyApproached Answer[Code]   `json:"unhcr_emergency_approached,omitempty"`
	UNHCREmergencyOn         Day            `json:"unhcr_emergency_on,omitzero"`
	UNHCREmergencyRef        string         `json:"unhcr_emergency_ref,omitzero"`
	CategoryPrimary          Answer[Code]   `json:"category_primary,omitempty"`
	CategorySecondary        Answer[Code]   `json:"category_secondary,omitempty"`
	ReferrerOrg              Answer[Code]   `json:"referrer_org,omitempty"`
	ReferrerContact          Answer[string] `json:"referrer_contact,omitempty"`
	PartnerChain             []Partner      `json:"partner_chain,omitempty"`
	LinkedCases              []LinkedCase   `json:"linked_cases,omitempty"`
	UNHCRCaseNo              Answer[string] `json:"unhcr_case_no,omitempty"`
	OtherRefs                []Reference    `json:"other_refs,omitempty"`
	Applications             []Application  `json:"applications,omitempty"`
	InterviewLanguage        Answer[Code]   `json:"interview_language,omitempty"`
	InterpreterNeeded        Answer[bool]   `json:"interpreter_needed,omitempty"`
	SpecialHandling          Answer[[]Code] `json:"special_handling,omitempty"`

	StatedSize       Answer[int]            `json:"stated_size,omitempty"` // "how many are you?"
	People           []Person               `json:"people,omitempty"`
	Unions           []Union                `json:"unions,omitempty"`
	Sweep            Sweep                  `json:"sweep,omitempty"`
	Work             []HRDProfile           `json:"work,omitempty"`
	Referees         []Referee              `json:"referees,omitempty"`
	Incidents        []Incident             `json:"incidents,omitempty"`
	History          []Activity             `json:"history,omitempty"`
	Proceedings      []Proceeding           `json:"proceedings,omitempty"`
	Claim            Claim                  `json:"claim,omitempty"`
	Eligibility      Eligibility            `json:"eligibility,omitempty"`
	Needs            Answer[[]SpecificNeed] `json:"needs,omitempty"` // an empty list: none, confirmed
	SupportRequested Answer[[]Code]         `json:"support_requested,omitempty"`
	Children         []ChildProtection      `json:"children,omitempty"`
	Consents         []Consent              `json:"consents,omitempty"`
	Documents        []Document             `json:"documents,omitempty"`
	Sessions         []Session              `json:"sessions,omitempty"`
	Remarks          []Remark               `json:"remarks,omitempty"`
	More             Unknown                `json:",embed"`
}

// Partner is an organisation through which the case came.
type Partner struct {
	ID   ID      `json:"id"`
	Org  string  `json:"org,omitzero"`
	Role Code    `json:"role,omitzero"`
	Date Day     `json:"date,omitzero"`
	More Unknown `json:",embed"`
}

// LinkedCase names another case, such as that of a de facto dependant. Person
// is who of this case it is about.
type LinkedCase struct {
	ID       ID      `json:"id"`
	CaseCode string  `json:"case_code,omitzero"`
	Relation Code    `json:"relation,omitzero"`
	Person   ID      `json:"person,omitzero"`
	More     Unknown `json:",embed"`
}

// Reference is a number under which another body knows the case.
type Reference struct {
	ID     ID      `json:"id"`
	Scheme Code    `json:"scheme,omitzero"`
	Number string  `json:"number,omitzero"`
	More   Unknown `json:",embed"`
}

// New returns a referral with its code and its one person, the principal.
func New(code string, newID func() ID) Referral {
	lead := newID()
	return Referral{
		CaseCode:          code,
		PrincipalPersonID: lead,
		People:            []Person{{ID: lead, CaseRole: RolePrincipal}},
	}
}
