package present

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"

	"harbour/app/casework"
)

// Message is a sentence by its key, with what is filled in. The zero Message
// says nothing.
type Message struct {
	Key  string
	Args map[string]any
}

// Empty reports whether m says nothing.
func (m Message) Empty() bool { return m.Key == "" }

// MessageOf turns an error into what a person can do about it. An error that
// is not known here gives a neutral sentence: its own text is for programmers.
// A nil error says nothing.
func MessageOf(err error) Message {
	if err == nil {
		return Message{}
	}
	for _, m := range messages {
		if errors.Is(err, m.err) {
			return Message{Key: m.key}
		}
	}
	return Message{Key: "error.unknown", Args: map[string]any{"code": code(err)}}
}

// code is what a person can read out of an error that nobody foresaw: a number
// that says where it came from and nothing of what it was about.
func code(err error) string {
	h := fnv.New32a()
	h.Write([]byte(err.Error()))
	return fmt.Sprintf("%08x", h.Sum32())
}

// messages are tried in this order: of two errors that are joined the one that
// decides comes first.
var messages = [...]struct {
	err error
	key string
}{
	{casework.ErrWrongPassphrase, "error.wrong_passphrase"},
	{casework.ErrInUse, "error.vault_in_use"},
	{casework.ErrNoVault, "error.vault_missing"},
	{casework.ErrExists, "error.vault_exists"},
	{casework.ErrForeign, "error.vault_foreign"},
	{casework.ErrNewer, "error.vault_newer"},
	{casework.ErrDiskFull, "error.disk_full"},
	{casework.ErrConflict, "error.conflict"},
	{casework.ErrPlanPassed, "error.plan_stale"},
	{casework.ErrNotChecked, "error.not_checked"},
	{casework.ErrNoConsent, "error.no_consent"},
	{casework.ErrNotReady, "error.not_ready_now"},
	{casework.ErrPractice, "error.practice_real"},
	{casework.ErrRole, "error.wrong_role"},
	{casework.ErrNotRecipient, "error.not_for_us"},
	{casework.ErrUnknownSender, "error.unknown_sender"},
	{casework.ErrOtherSigner, "error.wrong_signer"},
	{casework.ErrRewrapped, "error.rewrapped"},
	{casework.ErrTruncated, "error.truncated"},
	{casework.ErrChanged, "error.changed"},
	{casework.ErrFork, "error.changed"},
	{casework.ErrNotBundle, "error.not_a_bundle"},
	{casework.ErrNewerBundle, "error.bundle_newer"},
	{casework.ErrOtherKind, "error.other_kind"},
	{casework.ErrUnknownBundle, "error.receipt_unknown"},
	{casework.ErrGroups, "error.groups_differ"},
	{casework.ErrCard, "error.card"},
	{casework.ErrOwnCard, "error.own_card"},
	{casework.ErrName, "error.name_taken"},
	{casework.ErrCodeTaken, "error.case_code_taken"},
	{casework.ErrNewerCase, "error.document_newer"},
	{casework.ErrMalformed, "error.document_malformed"},
	{casework.ErrIncomplete, "error.incomplete"},
	{casework.ErrLimit, "error.over_limit"},
	{casework.ErrTooManyCases, "error.too_many_cases"},
	{casework.ErrTooLarge, "error.over_limit"},
	{casework.ErrCaseTooLarge, "error.over_limit"},
	{casework.ErrPassphraseLength, "error.passphrase_length"},
	{casework.ErrDamaged, "error.item_damaged"},
	{casework.ErrReadOnly, "error.read_only_vault"},
	{casework.ErrNotFound, "error.not_found"},
	{fs.ErrNotExist, "error.no_file"},
	{fs.ErrExist, "error.file_exists"},
	{fs.ErrPermission, "error.read_only"},
	{context.Canceled, "error.cancelled"},
}
