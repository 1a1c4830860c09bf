package assets_test

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"harbour/assets"
)

func TestWordlist(t *testing.T) {
	tests := []struct {
		name  string
		count int
		word  *regexp.Regexp
	}{
		{assets.CaseWords, 512, regexp.MustCompile(`^[A-Z][a-z]{3,7}$`)},
		{assets.PassphraseWords, 7776, regexp.MustCompile(`^[a-z-]{3,9}$`)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			list := wordlist(t, tt.name)
			if len(list) != tt.count {
				t.Errorf("got %d words, want %d", len(list), tt.count)
			}
			if !slices.IsSorted(list) {
				t.Error("not sorted")
			}
			if unique := slices.Compact(slices.Clone(list)); len(unique) != len(list) {
				t.Errorf("%d words stand twice", len(list)-len(unique))
			}
			for _, w := range list {
				if !tt.word.MatchString(w) {
					t.Errorf("%q has the wrong letters or length", w)
				}
			}
		})
	}
}

func TestWordlistUnknown(t *testing.T) {
	if _, err := assets.Wordlist("names"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want fs.ErrNotExist", err)
	}
}

// A code is read out over bad lines: one letter must not turn a case into
// another, nor two words sound alike but for their vowels.
func TestCaseWordsSoundDifferent(t *testing.T) {
	sound := strings.NewReplacer("a", "", "e", "", "i", "", "o", "", "u", "", "y", "")
	heard := map[string]string{}
	list := wordlist(t, assets.CaseWords)
	for i, w := range list {
		w = strings.ToLower(w)
		s := w[:1] + sound.Replace(w[1:])
		if other, ok := heard[s]; ok {
			t.Errorf("%s sounds like %s", w, other)
		}
		heard[s] = w
		for _, other := range list[:i] {
			if oneApart(w, strings.ToLower(other)) {
				t.Errorf("%s is one letter from %s", w, other)
			}
		}
	}
}

// oneApart reports whether one letter put, taken or changed turns a into b.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	head := 0
	for head < len(a) && a[head] == b[head] {
		head++
	}
	switch len(b) - len(a) {
	case 0:
		return head < len(a) && a[head+1:] == b[head+1:]
	case 1:
		return a[head:] == b[head+1:]
	}
	return false
}

func wordlist(t testing.TB, name string) []string {
	t.Helper()
	raw, err := assets.Wordlist(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
}
