package crypto_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"harbour/crypto"
)

func TestSecretTakesRunesBack(t *testing.T) {
	s := newSecret(t, "né海")
	if got := s.Len(); got != 3 {
		t.Fatalf("got %d runes, want 3", got)
	}
	s.TakeRune()
	if !s.Equal(newSecret(t, "né")) {
		t.Error("backspace did not take one rune")
	}
	for range 5 {
		s.TakeRune()
	}
	if got := s.Len(); got != 0 {
		t.Errorf("got %d runes after backspaces, want 0", got)
	}
	s.PutRune('x')
	if !s.Equal(newSecret(t, "x")) {
		t.Error("not usable after it was emptied")
	}
	s.Wipe()
	if s.Len() != 0 || !s.PutRune('y') || s.Len() != 1 {
		t.Error("not usable after Wipe")
	}
}

func TestSecretFollowsAModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := crypto.NewSecret()
		defer s.Destroy()
		var model []rune
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				r := rapid.Rune().Draw(t, "rune")
				if s.PutRune(r) {
					model = append(model, r)
				}
			},
			"take": func(*rapid.T) {
				s.TakeRune()
				model = model[:max(len(model)-1, 0)]
			},
			"wipe": func(*rapid.T) {
				s.Wipe()
				model = nil
			},
			"": func(t *rapid.T) {
				if s.Len() != len(model) {
					t.Fatalf("got %d runes, want %d", s.Len(), len(model))
				}
				read, err := crypto.ReadSecret(strings.NewReader(string(model)))
				if err != nil {
					return // empty, or ends in what is taken for a line end
				}
				defer read.Destroy()
				if last := model[len(model)-1]; last != '\n' && last != '\r' && !s.Equal(read) {
					t.Fatal("holds other bytes than were put")
				}
			},
		})
	})
}

func TestSecretHasBounds(t *testing.T) {
	for _, r := range []rune{-1, 0xD800, 0xDFFF, 0x110000} {
		if s := newSecret(t, "a"); s.PutRune(r) || s.Len() != 1 {
			t.Errorf("took %U", r)
		}
	}
	s := newSecret(t, strings.Repeat("a", crypto.MaxPassphrase-1))
	if s.PutRune('é') {
		t.Error("took a rune that has no room")
	}
	if s.Len() != crypto.MaxPassphrase-1 {
		t.Error("a refused rune changed the secret")
	}
	if !s.PutRune('b') || s.PutRune('c') {
		t.Error("the last byte is not usable, or one more is")
	}
	gone := crypto.NewSecret()
	gone.Destroy()
	gone.TakeRune()
	gone.Wipe()
	gone.Destroy()
	if gone.PutRune('a') || gone.Len() != 0 {
		t.Error("holds something after Destroy")
	}
}

func TestSecretEqual(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"", "", true}, {"a", "a", true}, {"a", "b", false}, {"a", "", false}, {"a", "aa", false},
		{"é", "e\u0301", false}, // the same words, other bytes: only a slot brings them together
	} {
		if got := newSecret(t, c.a).Equal(newSecret(t, c.b)); got != c.want {
			t.Errorf("%q and %q: got %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestReadSecret(t *testing.T) {
	full := strings.Repeat("a", crypto.MaxPassphrase)
	for _, c := range []struct{ name, in, want string }{
		{"no line end", "seven words", "seven words"},
		{"unix line end", "seven words\n", "seven words"},
		{"windows line end", "seven words\r\n", "seven words"},
		{"one line end only", "seven words\n\n", "seven words\n"},
		{"spaces are part of it", " seven  words ", " seven  words "},
		{"other scripts", "海港 мост\n", "海港 мост"},
		{"longest", full, full},
		{"longest with unix line end", full + "\n", full},
		{"longest with windows line end", full + "\r\n", full},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := crypto.ReadSecret(iotest.OneByteReader(strings.NewReader(c.in)))
			if err != nil {
				t.Fatal(err)
			}
			defer got.Destroy()
			if !got.Equal(newSecret(t, c.want)) {
				t.Error("read something else")
			}
		})
	}
}

func TestReadSecretRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"empty":               "",
		"a line end alone":    "\n",
		"a windows line end":  "\r\n",
		"one byte too many":   strings.Repeat("a", crypto.MaxPassphrase+1),
		"far too much":        strings.Repeat("a", 1<<20),
		"too long, line end":  strings.Repeat("a", crypto.MaxPassphrase+1) + "\r\n",
		"not UTF-8":           "caf\xe9",
		"half a rune":         "caf\xc3",
		"a surrogate in UTF8": "\xed\xa0\x80",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := crypto.ReadSecret(strings.NewReader(in)); !errors.Is(err, crypto.ErrPassphraseLength) {
				t.Errorf("got %v, want ErrPassphraseLength", err)
			}
		})
	}
	cause := errors.New("pipe of desk 4 burst")
	_, err := crypto.ReadSecret(iotest.ErrReader(cause))
	if err == nil || errors.Is(err, crypto.ErrPassphraseLength) {
		t.Errorf("got %v for a reader that fails", err)
	}
}

// TestSecretsCannotBeWrittenOut prints and encodes each kind of holder in
// every way that fmt, encoding/json and slog know, and looks for the bytes.
func TestSecretsCannotBeWrittenOut(t *testing.T) {
	const words = "lantern-quay"
	secret := newSecret(t, words)
	seed := []byte("a seed of thirty-two plain bytes")
	ageIdentity := newAgeIdentity(t)
	identity := identityOf(t, seed, ageIdentity)
	keyring := newKeyring(t)

	type holder struct{ Held any }
	for _, c := range []struct {
		name  string
		value any
		// traces are ways in which a leak would show.
		traces []string
	}{
		{"secret", secret, []string{words, fmt.Sprintf("%d", []byte(words))[1:12], fmt.Sprintf("%x", words)}},
		{"secret by value", *secret, []string{words, fmt.Sprintf("%d", []byte(words))[1:12], fmt.Sprintf("%x", words)}},
		{"identity", identity, []string{string(seed), fmt.Sprintf("%d", seed)[1:12], fmt.Sprintf("%x", seed), ageIdentity}},
		{"identity by value", *identity, []string{string(seed), fmt.Sprintf("%d", seed)[1:12], fmt.Sprintf("%x", seed), ageIdentity}},
		{"keyring", keyring, nil},
		{"keyring by value", *keyring, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			// Not %p: it asks no method, and go vet refuses it for a value.
			for _, verb := range "vsqdxXobcUeEfFgGt" {
				for _, flags := range []string{"", "+", "#", "0", " "} {
					for _, v := range []any{c.value, holder{c.value}, []any{c.value}} {
						format := "%" + flags + string(verb)
						got := fmt.Sprintf(format, v)
						// Whatever else it is, it is short: a keyring's bytes
						// are not known here, but they are many.
						if len(got) > 120 {
							t.Errorf("%s printed %d bytes", format, len(got))
						}
						for _, trace := range c.traces {
							if strings.Contains(strings.ToLower(got), strings.ToLower(trace)) {
								t.Errorf("%s printed the secret", format)
							}
						}
					}
				}
			}
			if b, err := json.Marshal(holder{c.value}); err == nil {
				t.Errorf("json wrote %d bytes", len(b))
			}
			var log bytes.Buffer
			slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "held", c.value)
			slog.New(slog.NewTextHandler(io.Writer(&log), nil)).Info("x", "held", c.value)
			for _, trace := range c.traces {
				if strings.Contains(log.String(), trace) {
					t.Error("slog wrote the secret")
				}
			}
		})
	}
}

func TestSlotOpensInBothNormalForms(t *testing.T) {
	const words = "Ångström Việt Nam café 한글"
	composed, decomposed := norm.NFC.String(words), norm.NFD.String(words)
	if composed == decomposed {
		t.Fatal("the words have one form only")
	}
	k := newKeyring(t)
	slot, err := k.PassphraseSlot(newSecret(t, decomposed), cheap)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{composed, decomposed} {
		opened, err := crypto.OpenSlot(k.Vault(), slot, newSecret(t, form))
		if err != nil {
			t.Fatalf("%+q: %v", form, err)
		}
		opened.Destroy()
	}
}
