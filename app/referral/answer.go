package referral

import "slices"

// State says why an answer has no value. It is empty when a value is given and
// when nobody has touched the field.
type State string

// The states of an answer without a value.
const (
	UnknownToPerson State = "unknown_to_person"
	NotAsked        State = "not_asked"
	Declined        State = "declined"
	NotApplicable   State = "not_applicable"
	UnsafeToAsk     State = "unsafe_to_ask"
	Pending         State = "pending"
)

// States lists every state, in the order in which they are offered.
func States() []State {
	return []State{UnknownToPerson, NotAsked, Declined, NotApplicable, UnsafeToAsk, Pending}
}

// Where an answer came from.
const (
	SourceSelf       Code = "self"
	SourceDocument   Code = "document"
	SourceFamily     Code = "family"
	SourceThirdParty Code = "third_party"
	SourceInferred   Code = "inferred"
)

// Answer is a value or the reason why there is none. A list as value may be
// empty: that means "none, confirmed".
type Answer[T any] struct {
	Value    *T      `json:"value,omitzero"`
	State    State   `json:"state,omitzero"`
	Note     string  `json:"note,omitzero"`
	AskOn    Day     `json:"ask_on,omitzero"`
	Source   Code    `json:"source,omitzero"`
	Evidence []ID    `json:"evidence,omitempty"`
	More     Unknown `json:",embed"`
}

// Given returns the answer that has v as its value.
func Given[T any](v T) Answer[T] { return Answer[T]{Value: &v} }

// Without returns the answer that has no value for the reason s.
func Without[T any](s State, note string) Answer[T] { return Answer[T]{State: s, Note: note} }

// Given reports whether there is a value.
func (a Answer[T]) Given() bool { return a.Value != nil }

// Blank reports whether the field was never answered in any way.
func (a Answer[T]) Blank() bool { return a.Value == nil && a.State == "" }

// Get returns the value, or the zero value when there is none.
func (a Answer[T]) Get() T {
	if a.Value == nil {
		var zero T
		return zero
	}
	return *a.Value
}

// Settled reports whether the answer is enough for a rule that also accepts
// the given states. Pending never settles; not_asked and unsafe_to_ask settle
// only with a note of why.
func (a Answer[T]) Settled(accepts ...State) bool {
	if a.Given() {
		return true
	}
	return settles(a.State, a.Note, accepts)
}

// AnswerState returns the reason for having no value and its note.
func (a Answer[T]) AnswerState() (State, string) { return a.State, a.Note }

func settles(s State, note string, accepts []State) bool {
	if s == Pending || !slices.Contains(accepts, s) {
		return false
	}
	if s == NotAsked || s == UnsafeToAsk {
		return note != ""
	}
	return true
}
