package present

import "regexp"

// refusal is what was typed into a field that cannot hold it.
type refusal struct {
	text string
	why  Message
}

// dayBegun is a day that is still being typed.
var dayBegun = regexp.MustCompile(`^\d{0,4}$|^\d{4}-\d{0,2}$|^\d{4}-\d{2}-\d?$`)

// refuse keeps what was typed while the referral is open, so that it stands in
// its field whenever that is shown, with what is wrong.
func (e *Editor) refuse(path, text string, why Message) Message {
	if e.refused == nil {
		e.refused = map[string]refusal{}
	}
	e.refused[path] = refusal{text, why}
	return why
}

// Refusal says what is wrong with what stands in a field, or nothing.
func (e *Editor) Refusal(path string) Message { return e.refused[path].why }
