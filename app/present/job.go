package present

import (
	"context"

	"harbour/app/casework"
)

// Job is work that may take long. Run is called away from the screen's thread
// and touches no state; what it returns is called on the screen's thread and
// may. A nil Job is nothing to do.
type Job func(ctx context.Context, tell func(casework.Progress)) (apply func())

// Route is a place in the program: a page, and what is open on it.
type Route struct {
	Page    Page
	Case    string // id of a referral
	Section string // of the editor
	Path    string // of a field
	Contact string // id
	Bundle  string // id
}

// Page names a page of the program.
type Page string

// The pages. The start page of an office is its inbox.
const (
	PageSetUp     Page = "setup"
	PageUnlock    Page = "unlock"
	PageStart     Page = "start"
	PageReferrals Page = "referrals"
	PageEditor    Page = "editor"
	PageHandOver  Page = "handover"
	PageContacts  Page = "contacts"
	PageInbox     Page = "inbox"
	PageActivity  Page = "activity"
	PageSettings  Page = "settings"
	PageAbout     Page = "about"
)
