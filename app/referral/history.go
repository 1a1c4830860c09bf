package referral

// What somebody did or where they lived for a time (domain 7.6).
const (
	ActivityAddress    Code = "address"
	ActivityWork       Code = "work"
	ActivityStudy      Code = "study"
	ActivityMilitary   Code = "military"
	ActivityDetention  Code = "detention"
	ActivityHiding     Code = "hiding"
	ActivityTravel     Code = "travel"
	ActivityUnemployed Code = "unemployed"
)

// Activity is one stretch of a person's history: where they lived, or what
// they did. Ten years of it, or all since 18, are asked of each adult without
// a gap (IMM 5669). Ongoing is set where it has not ended.
type Activity struct {
	ID                ID                `json:"id"`
	Person            ID                `json:"person,omitzero"`
	Kind              Code              `json:"kind,omitzero"`
	From              Answer[FuzzyDate] `json:"from,omitempty"`
	To                Answer[FuzzyDate] `json:"to,omitempty"`
	Ongoing           bool              `json:"ongoing,omitzero"`
	Place             Answer[string]    `json:"place,omitempty"` // coarse where it is sensitive
	Country           Answer[Code]      `json:"country,omitempty"`
	Organisation      string            `json:"organisation,omitzero"`
	Role              string            `json:"role,omitzero"`
	ImmigrationStatus Code              `json:"immigration_status,omitzero"`
	Note              string            `json:"note,omitzero"`
	More              Unknown           `json:",embed"`
}

// Owner returns whose history it is.
func (a Activity) Owner() ID { return a.Person }
