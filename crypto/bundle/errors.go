package bundle

import "errors"

var (
	// ErrNotBundle is returned for a file that is not a bundle of ours.
	ErrNotBundle = errors.New("not a bundle")
	// ErrNewer is returned for a bundle or card that a later version wrote.
	ErrNewer = errors.New("bundle of a newer version")
	// ErrNotRecipient is returned for a bundle that is for somebody else.
	ErrNotRecipient = errors.New("written for somebody else")
	// ErrTruncated is returned for a bundle that is not as long as any whole
	// one is.
	ErrTruncated = errors.New("file is not whole")
	// ErrChanged is returned for a bundle that was changed on its way, or was
	// never written as the format says.
	ErrChanged = errors.New("file was changed")
	// ErrRewrapped is returned for a genuine bundle that somebody has put in
	// another envelope than its sender did.
	ErrRewrapped = errors.New("wrapped again by somebody else")
	// ErrLimit is returned for a bundle that is larger than the reader allows.
	ErrLimit = errors.New("larger than allowed")
	// ErrCard is returned for a contact card that is not wholly right.
	ErrCard = errors.New("contact card does not hold")
	// ErrAttachment is returned where an attachment is not what was promised
	// when the bundle was begun.
	ErrAttachment = errors.New("attachment changed while it was written")
)
