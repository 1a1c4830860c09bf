package referral

// What a person is in the case (domain 4.5).
const (
	RolePrincipal    Code = "principal"
	RoleAccompanying Code = "accompanying"
	RoleDeclared     Code = "non_accompanying_declared"
	RoleDeFacto      Code = "de_facto_linked"
	RoleRelative     Code = "relative_not_included"
)

// How a person is (domain 4.5).
const (
	Alive              Code = "alive"
	Deceased           Code = "deceased"
	Missing            Code = "missing"
	Detained           Code = "detained"
	WhereaboutsUnknown Code = "whereabouts_unknown"
)

// Relationships to the principal that code branches on (domain 4.5).
const (
	RelSelf            Code = "self"
	RelSpouse          Code = "spouse"
	RelCommonLaw       Code = "common_law_partner"
	RelConjugal        Code = "conjugal_partner"
	RelChildBiological Code = "child_biological"
	RelChildAdopted    Code = "child_adopted"
	RelStepChild       Code = "step_child"
	RelGrandchild      Code = "grandchild"
	RelFormerSpouse    Code = "former_spouse"
)

// Stateless stands in the place of a country (ICAO 9303).
const Stateless Code = "XXA"

// Person is one human being of a case, whether or not they come along.
type Person struct {
	ID                  ID                    `json:"id"`
	Pseudonym           string                `json:"pseudonym,omitzero"` // never leaves
	CaseRole            Code                  `json:"case_role,omitzero"`
	RelationshipToPA    Answer[Code]          `json:"relationship_to_pa,omitempty"`
	PersonState         Answer[Code]          `json:"person_state,omitempty"`
	StateSince          Answer[FuzzyDate]     `json:"state_since,omitempty"` // dead, missing or detained since
	Names               []Name                `json:"names,omitempty"`
	SexDocument         Answer[Code]          `json:"sex_document,omitempty"`
	GenderSelf          Answer[string]        `json:"gender_self,omitempty"`
	AddressAs           string                `json:"address_as,omitzero"`
	BirthDate           Answer[FuzzyDate]     `json:"birth_date,omitempty"`
	BirthCity           string                `json:"birth_city,omitzero"`
	BirthCountry        Answer[Code]          `json:"birth_country,omitempty"`
	BirthCountryNamed   string                `json:"birth_country_named,omitzero"` // as the person names it
	Nationalities       Answer[[]Nationality] `json:"nationalities,omitempty"`
	MaritalStatus       Answer[Code]          `json:"marital_status,omitempty"`
	SpouseOfAnother     Answer[bool]          `json:"spouse_of_another,omitempty"`
	SpouseOfAnotherWho  string                `json:"spouse_of_another_who,omitzero"`
	CurrentCountry      Answer[Code]          `json:"current_country,omitempty"`
	CityArea            Answer[string]        `json:"city_area,omitempty"`
	LocationRisk        Answer[Code]          `json:"location_risk,omitempty"`
	AsylumStatus        Answer[Code]          `json:"asylum_status,omitempty"`
	AsylumSince         Answer[FuzzyDate]     `json:"asylum_since,omitempty"`
	AsylumUntil         Answer[FuzzyDate]     `json:"asylum_until,omitempty"`
	RecognitionEvidence Answer[Code]          `json:"recognition_evidence,omitempty"`
	EntryDateAsylum     Answer[FuzzyDate]     `json:"entry_date_asylum,omitempty"`
	EntryManner         Answer[Code]          `json:"entry_manner,omitempty"`
	MotherName          Answer[string]        `json:"mother_name,omitempty"`
	FatherName          Answer[string]        `json:"father_name,omitempty"`
	EducationLevel      Answer[Code]          `json:"education_level,omitempty"`
	OccupationNow       Answer[string]        `json:"occupation_now,omitempty"`
	OccupationBefore    Answer[string]        `json:"occupation_before,omitempty"`
	Languages           Answer[[]Language]    `json:"languages,omitempty"`
	LanguagesRefused    string                `json:"languages_refused,omitzero"`  // or dialects, for the interpreter
	InterpreterGender   Code                  `json:"interpreter_gender,omitzero"` // that they prefer
	Ethnicity           Answer[string]        `json:"ethnicity,omitempty"`
	Religion            Answer[string]        `json:"religion,omitempty"`
	HeightCM            int                   `json:"height_cm,omitzero"`
	EyeColour           Code                  `json:"eye_colour,omitzero"`
	CanadaTies          string                `json:"canada_ties,omitzero"`
	PreviousUCI         string                `json:"previous_uci,omitzero"`
	UNHCRIndividualNo   Answer[string]        `json:"unhcr_individual_no,omitempty"`
	PhotoAttachment     Answer[ID]            `json:"photo_attachment,omitempty"`
	DependencyBasis     Answer[Code]          `json:"dependency_basis,omitempty"`
	DisabledBefore22    Answer[bool]          `json:"disability_since_before_22,omitempty"`
	DisabilityDetail    string                `json:"disability_detail,omitzero"`
	Parents             []Parent              `json:"parents,omitempty"`
	ConsentRef          Answer[ID]            `json:"consent_ref,omitempty"`
	More                Unknown               `json:",embed"`
}

// Name is one name as it stands somewhere. Nothing splits Full: whoever types
// it says which part goes where.
type Name struct {
	ID           ID      `json:"id"`
	Kind         Code    `json:"kind,omitzero"`
	Full         string  `json:"full,omitzero"`
	FamilyPart   string  `json:"family_part,omitzero"`
	GivenPart    string  `json:"given_part,omitzero"`
	NoFamilyName bool    `json:"no_family_name,omitzero"`
	Script       string  `json:"script,omitzero"` // ISO 15924
	DocumentID   ID      `json:"document_id,omitzero"`
	IsPrimary    bool    `json:"is_primary,omitzero"`
	IsSensitive  bool    `json:"is_sensitive,omitzero"`
	More         Unknown `json:",embed"`
}

// Nationality is one country whose national a person is, was or claims to be;
// XXA, XXB, XXC and XXX stand for people without one (ICAO 9303).
type Nationality struct {
	ID                  ID           `json:"id"`
	Country             Code         `json:"country,omitzero"`
	CountryNamed        string       `json:"country_named,omitzero"` // as the person names it
	Basis               Code         `json:"basis,omitzero"`
	Status              Code         `json:"status,omitzero"`
	CanReturn           Answer[bool] `json:"can_return,omitempty"`
	ProtectionAvailable Answer[bool] `json:"protection_available,omitempty"`
	ProtectionWhy       string       `json:"protection_why,omitzero"`
	PassportObtainable  Answer[Code] `json:"passport_obtainable,omitempty"` // yes, no, unsafe
	More                Unknown      `json:",embed"`
}

// Language is a language (ISO 639-3) and how well a person has it.
type Language struct {
	ID     ID      `json:"id"`
	Code   Code    `json:"code,omitzero"`
	Speaks Code    `json:"speaks,omitzero"`
	Reads  Code    `json:"reads,omitzero"`
	Writes Code    `json:"writes,omitzero"`
	More   Unknown `json:",embed"`
}

// Parent says whose child a person is, and how: biological, adopted, step,
// foster. Its path is the parent's id.
type Parent struct {
	Person ID      `json:"person"`
	Kind   Code    `json:"kind,omitzero"`
	More   Unknown `json:",embed"`
}
