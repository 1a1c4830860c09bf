package casework

import (
	"errors"
	"fmt"

	"harbour/app/wire"
	"harbour/crypto"
	"harbour/crypto/bundle"
	"harbour/store"
)

// What can go wrong below and is decided on above. Screens and commands know
// these alone.
var (
	ErrWrongPassphrase  = crypto.ErrWrongPassphrase
	ErrPassphraseLength = crypto.ErrPassphraseLength
	ErrDamaged          = crypto.ErrDamaged
	ErrTooLarge         = crypto.ErrTooLarge
	ErrNoVault          = store.ErrNoVault
	ErrExists           = store.ErrExists
	ErrForeign          = store.ErrForeign
	ErrNewer            = store.ErrNewer
	ErrInUse            = store.ErrInUse
	ErrConflict         = store.ErrConflict
	ErrNotFound         = store.ErrNotFound
	ErrDiskFull         = store.ErrDiskFull
	ErrReadOnly         = store.ErrReadOnly
	ErrNotBundle        = bundle.ErrNotBundle
	ErrNotRecipient     = bundle.ErrNotRecipient
	ErrTruncated        = bundle.ErrTruncated
	ErrChanged          = bundle.ErrChanged
	ErrRewrapped        = bundle.ErrRewrapped
	ErrLimit            = bundle.ErrLimit
	ErrNewerBundle      = bundle.ErrNewer
	ErrCard             = bundle.ErrCard
	ErrNoConsent        = wire.ErrNoConsent
	ErrNewerCase        = wire.ErrNewer
	ErrMalformed        = wire.ErrMalformed
	ErrCaseTooLarge     = wire.ErrTooLarge
)

var (
	// ErrNotReady is returned for a hand-over of a referral that has a block.
	ErrNotReady = errors.New("referral is not ready")
	// ErrNotChecked is returned for a hand-over to anyone but a checked contact.
	ErrNotChecked = errors.New("contact is not checked")
	// ErrPractice is returned where practice meets real.
	ErrPractice = errors.New("practice and real do not mix")
	// ErrRole is returned for a verb that this desk or contact has no part in.
	ErrRole = errors.New("not for this role")
	// ErrTooManyCases is returned for more cases than the record of one file
	// has room for; it is an ErrTooLarge.
	ErrTooManyCases = fmt.Errorf("too many cases for one file: %w", ErrTooLarge)
	// ErrPlanPassed is returned for a plan that does not show what would leave
	// now.
	ErrPlanPassed = errors.New("changed since it was shown")
	// ErrUnknownSender is returned for a bundle of a sender whom nobody here
	// has checked. Nothing of it is taken in.
	ErrUnknownSender = errors.New("unknown sender")
	// ErrOtherSigner is returned for a receipt by anyone but the contact to
	// whom its bundle went.
	ErrOtherSigner = errors.New("signed by somebody else")
	// ErrUnknownBundle is returned for a receipt of a bundle that this vault
	// does not know: it may be an older copy.
	ErrUnknownBundle = errors.New("receipt for an unknown bundle")
	// ErrFork is returned for two different bundles of one id.
	ErrFork = errors.New("another bundle has the same number")
	// ErrOtherKind is returned for a bundle that another verb opens.
	ErrOtherKind = errors.New("bundle of another kind")
	// ErrName is returned for a name that is taken or cannot stand on a card.
	ErrName = errors.New("name cannot be used")
	// ErrOwnCard is returned for the desk's own card.
	ErrOwnCard = errors.New("this desk's own card")
	// ErrGroups is returned for groups that are not the card's.
	ErrGroups = errors.New("groups do not match")
	// ErrIncomplete is returned for a document without a person who has any
	// name: less than a draft needs.
	ErrIncomplete = errors.New("no person with a name")
	// ErrCodeTaken is returned for a case code that another case has.
	ErrCodeTaken = errors.New("case code is taken")
)
