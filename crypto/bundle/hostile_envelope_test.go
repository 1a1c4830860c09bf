package bundle_test

import (
	"bytes"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"

	"harbour/crypto/bundle"
)

func TestRead_refuses_other_envelopes(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	scrypt, err := age.NewScryptRecipient("six words that nobody has written")
	if err != nil {
		t.Fatal(err)
	}
	scrypt.SetWorkFactor(10)
	classic, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	to, other := ageRecipient(t, office.card.Age), ageRecipient(t, field.card.Age)
	good := write(t, outgoing(field, office, []byte("letter")))
	stanza, rest := good[len("age-encryption.org/v1\n"):bytes.Index(good, []byte("--- "))], good[bytes.Index(good, []byte("--- ")):]
	for _, c := range []struct {
		name string
		file []byte
		want error
	}{
		{"passphrase", seal(t, newForger(field, office).plain, scrypt), bundle.ErrNotBundle},
		{"passphrase_of_huge_cost", []byte("age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\n" + strings.Repeat("A", 2000)), bundle.ErrNotBundle},
		{"classic_key", seal(t, newForger(field, office).plain, classic.Recipient()), bundle.ErrNotBundle},
		{"two_recipients", seal(t, newForger(field, office).plain, to, other), bundle.ErrNotBundle},
		{"same_recipient_twice", seal(t, newForger(field, office).plain, to, to), bundle.ErrNotBundle},
		{"stanzas_without_end", []byte("age-encryption.org/v1\n" + strings.Repeat(string(stanza), 100_000) + string(rest)), bundle.ErrNotBundle},
		{"small_stanza_first", []byte("age-encryption.org/v1\n-> x\n\n" + string(stanza) + string(rest)), bundle.ErrNotBundle},
		{"armored", armored(t, good), bundle.ErrNotBundle},
		{"crlf", bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n")), bundle.ErrNotBundle},
		{"version_2_of_age", bytes.Replace(good, []byte("org/v1"), []byte("org/v2"), 1), bundle.ErrNotBundle},
		{"newline_before", append([]byte("\n"), good...), bundle.ErrNotBundle},
		{"empty", nil, bundle.ErrTruncated},
		{"zeros", make([]byte, 1<<20), bundle.ErrNotBundle},
		{"pdf", []byte("%PDF-1.7\n"), bundle.ErrNotBundle},
		{"text", []byte("hello"), bundle.ErrNotBundle},
		{"for_somebody_else", write(t, outgoing(field, newDesk(t, "Altai", bundle.RoleOffice))), bundle.ErrNotRecipient},
	} {
		t.Run(c.name, func(t *testing.T) {
			refuse(t, c.file, office, front, c.want)
			if looks := bundle.LooksLikeBundle(bytes.NewReader(c.file)); looks != (c.want == bundle.ErrNotRecipient) {
				t.Errorf("looks like a bundle: %t", looks)
			}
		})
	}
}

func armored(t *testing.T, file []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := armor.NewWriter(&b)
	if _, err := w.Write(file); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
