package referral

import "time"

// Document is a paper, held or missing.
type Document struct {
	ID                  ID                `json:"id"`
	Type                Code              `json:"type,omitzero"`
	Of                  []ID              `json:"of,omitempty"` // people
	Number              string            `json:"number,omitzero"`
	Issuer              string            `json:"issuer,omitzero"`
	Issued              Answer[FuzzyDate] `json:"issued,omitempty"`
	Expires             Answer[FuzzyDate] `json:"expires,omitempty"`
	NameAsShown         string            `json:"name_as_shown,omitzero"`
	DOBAsShown          string            `json:"dob_as_shown,omitzero"`
	State               Code              `json:"state,omitzero"`
	ReasonMissing       string            `json:"reason_missing,omitzero"`
	MaybeUnreliable     bool              `json:"maybe_unreliable,omitzero"`
	Describes           string            `json:"describes,omitzero"`
	Language            Code              `json:"language,omitzero"`
	TranslationOf       ID                `json:"translation_of,omitzero"`
	Translator          string            `json:"translator,omitzero"`
	TranslatorStatement bool              `json:"translator_statement,omitzero"`
	Attachments         []Attachment      `json:"attachments,omitempty"`
	More                Unknown           `json:",embed"`
}

// Attachment is one file of a document. The file itself is elsewhere.
type Attachment struct {
	ID               ID             `json:"id"`
	FilenameOriginal string         `json:"filename_original,omitzero"`
	MIME             string         `json:"mime,omitzero"`
	Size             int64          `json:"size,omitzero"`
	SHA512           string         `json:"sha512,omitzero"`
	ImportedAt       time.Time      `json:"imported_at,omitzero"`
	Source           string         `json:"source,omitzero"` // who gave it, and how
	IsOriginalScan   bool           `json:"is_original_scan,omitzero"`
	ParentID         ID             `json:"parent_id,omitzero"` // the attachment that it was made of
	Describes        string         `json:"describes,omitzero"`
	Sensitivity      Code           `json:"sensitivity,omitzero"`
	ShowsOthers      Code           `json:"shows_others,omitzero"` // faces of people who are not of the case
	KeepHere         bool           `json:"keep_here,omitzero"`    // out of every bundle
	Custody          []CustodyEvent `json:"custody,omitempty"`
	Part             string         `json:"part,omitzero"` // its entry, in a bundle only
	More             Unknown        `json:",embed"`
}

// CustodyEvent is one step in the life of a file: who had it, and what they
// did with it (Berkeley Protocol).
type CustodyEvent struct {
	ID      ID      `json:"id"`
	WhoCode string  `json:"who,omitzero"`
	Action  Code    `json:"action,omitzero"`
	When    Day     `json:"when,omitzero"`
	Note    string  `json:"note,omitzero"`
	More    Unknown `json:",embed"`
}
