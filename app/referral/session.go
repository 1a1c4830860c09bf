package referral

// Session is one conversation with the people. Staff and interpreters stand
// there by code, never by name.
type Session struct {
	ID                  ID             `json:"id"`
	Date                Day            `json:"date,omitzero"`
	Mode                Answer[Code]   `json:"mode,omitempty"` // in person, phone, video
	PlaceType           Code           `json:"place_type,omitzero"`
	PlaceSafety         Answer[Code]   `json:"place_safety,omitempty"`
	InterviewerCode     string         `json:"interviewer_code,omitzero"`
	ViaInterpreter      Answer[bool]   `json:"via_interpreter,omitempty"`
	InterpreterCode     string         `json:"interpreter_code,omitzero"`
	InterpreterLanguage Code           `json:"interpreter_language,omitzero"`
	InterpreterGender   Code           `json:"interpreter_gender,omitzero"`
	InterpreterPledge   Answer[bool]   `json:"interpreter_pledge,omitempty"`
	Present             []ID           `json:"present,omitempty"` // people
	OthersPresent       string         `json:"others_present,omitzero"`
	ReadBack            Answer[bool]   `json:"read_back,omitempty"`
	Distress            Answer[bool]   `json:"distress,omitempty"`
	SupportOffered      Answer[bool]   `json:"support_offered,omitempty"`
	Summary             Answer[string] `json:"summary,omitempty"`
	FeedbackDue         Day            `json:"feedback_due,omitzero"` // when they hear from us again
	More                Unknown        `json:",embed"`
}
