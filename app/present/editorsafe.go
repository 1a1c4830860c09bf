package present

import (
	"context"
	"reflect"
	"slices"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// SafeFor is how long the safe contact stays open untouched.
const SafeFor = 5 * time.Minute

// safe is the compartment of the safe contact: shown only after the passphrase
// was given again.
type safe struct {
	has     bool
	open    bool
	dirty   bool
	until   time.Time
	content compartment
}

// NewPassphrase returns an empty passphrase to type into; its owner destroys
// it.
func (e *Editor) NewPassphrase() *casework.Passphrase { return casework.NewPassphrase() }

// OpenSafe opens the safe contact when pass is the one of the folder. done is
// called with what is wrong, or with nothing. pass is destroyed.
func (e *Editor) OpenSafe(pass *casework.Passphrase, done func(Message)) Job {
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		defer pass.Destroy()
		err := e.desk.Recognise(ctx, pass)
		var contacts []referral.SafeContact
		if err == nil {
			contacts, err = e.desk.SafeContacts(ctx, e.id)
		}
		return func() {
			if err == nil {
				e.safe = safe{has: len(contacts) > 0, open: true, content: compartment{contacts}}
				e.touchSafe()
			}
			done(MessageOf(err))
		}
	}
}

// SafeOpen reports whether the safe contact is shown.
func (e *Editor) SafeOpen() bool { return e.safe.open }

// Noticed is called when somebody does something on the page: an open safe
// contact stays open.
func (e *Editor) Noticed() {
	if e.safe.open && e.place.Section == referral.SectionSafeContact {
		e.touchSafe()
	}
}

func (e *Editor) touchSafe() { e.safe.until = e.now().Add(SafeFor) }

// SafeDue reports whether the safe contact was left untouched for so long that
// it closes. What is not saved keeps it open until it is.
func (e *Editor) SafeDue() bool {
	return e.safe.open && !e.safe.dirty && !e.saving.busy && !e.now().Before(e.safe.until)
}

// CloseSafe shows the safe contact no longer. Unsaved words keep it open.
func (e *Editor) CloseSafe() {
	if !e.safe.open || e.safe.dirty || e.saving.busy {
		return
	}
	e.undo = slices.DeleteFunc(e.undo, func(s undoStep) bool { return stepOf(s.path, 0) == "safe_contacts" })
	e.safe = safe{has: e.safe.has}
	if e.place.Section == referral.SectionSafeContact {
		e.place.Path, e.place.Cursor = "", 0
	}
}

func cloneContacts(list []referral.SafeContact) []referral.SafeContact {
	return cloneValue(reflect.ValueOf(list)).Interface().([]referral.SafeContact)
}
