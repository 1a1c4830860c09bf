package casework

import (
	"errors"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"harbour/app/referral"
)

// Bounds on what heads hold, in bytes. A head has no room for more than
// store.MaxContent, and nothing that people do may run against that after a
// file was written, or keep them from saving.
const (
	maxID    = 64  // of a case or an attachment: it stands in every head of it
	maxCode  = 64  // of a case, as another desk wrote it
	maxShown = 200 // of a text that a list shows
)

// fit encodes v. While that is too large for a head, shorten takes something
// of it away, or says that there is nothing left to take.
func fit(v any, shorten func() bool) ([]byte, error) {
	for {
		content, err := encode(v)
		if !errors.Is(err, ErrTooLarge) || !shorten() {
			return content, err
		}
	}
}

// encode cuts texts that no list shows whole, then the longer of the two lists.
// A thousand names find nobody; the case itself is whole.
func (h *caseHead) encode() ([]byte, error) {
	return fit(h, func() bool {
		who, due := len(h.Who), len(h.Due)
		switch {
		case h.clipTexts():
		case who == 0 && due == 0:
			return false
		case who >= due:
			h.Who = h.Who[:who*3/4]
		default:
			// The nearest deadlines are those that matter.
			h.Due = slices.SortedFunc(slices.Values(h.Due), func(a, b [3]string) int { return strings.Compare(a[2], b[2]) })
			h.Due = h.Due[:due*3/4]
		}
		return true
	})
}

// clipTexts reports whether there was anything to cut.
func (h *caseHead) clipTexts() bool {
	clipped := false
	cut := func(text string) string {
		short := clip(text, maxShown)
		clipped = clipped || short != text
		return short
	}
	h.Lead, h.Native, h.Place = cut(h.Lead), cut(h.Native), cut(h.Place)
	h.Country = referral.Code(cut(string(h.Country)))
	people := make([][]string, len(h.Who))
	for i, who := range h.Who {
		for _, text := range who {
			people[i] = append(people[i], cut(text))
		}
	}
	h.Who = people
	return clipped
}

// encode keeps the newest hand-overs and receipts that fit; older ones stay in
// the records of what was sent and received. The last hand-over is never given
// up: it says which version comes next.
func (h *progressHead) encode() ([]byte, error) {
	return fit(h, func() bool {
		p := &h.Progress
		switch {
		case len(p.HandOvers) > 1 && len(p.HandOvers) >= len(p.Receipts):
			p.HandOvers = p.HandOvers[1:]
		case len(p.Receipts) > 0:
			p.Receipts = p.Receipts[1:]
		default:
			return false
		}
		return true
	})
}

// encode names as many cases as there is room for.
func (e *Event) encode() ([]byte, error) {
	return fit(e, func() bool {
		n := len(e.Cases)
		e.Cases = e.Cases[:n*3/4]
		return n > 0
	})
}

// encode gives up a path that does not fit: the section is left.
func (p *Place) encode() ([]byte, error) {
	return fit(p, func() bool {
		there := p.Path != ""
		p.Path, p.Cursor = "", 0
		return there
	})
}

// checkCases returns ErrTooManyCases where a file of those cases could not be
// recorded to the end, here or by who gets it. What either writes down only
// later is counted at its largest.
func checkCases(cases []casePart) error {
	at := time.Date(2000, 12, 31, 23, 59, 59, 0, time.UTC)
	r := receivedRecord{
		BundleID: strings.Repeat("0", 32), Kind: "referral", Contact: referral.ID(strings.Repeat("0", maxID)),
		Seq: math.MaxUint64, TagManifest: strings.Repeat("0", 128), Created: at, At: at, Accepted: at,
		Bytes: math.MaxInt64, Trust: TrustChecked, Notes: []string{NoteGap, NoteFork, NoteTwin},
	}
	for _, c := range cases {
		// A case gets an id of this length where its own is taken.
		c.ID += referral.ID(strings.Repeat("0", max(0, 26-len(c.ID))))
		c.Result = "refused"
		r.Cases = append(r.Cases, c)
	}
	_, err := encode(r)
	if errors.Is(err, ErrTooLarge) {
		return ErrTooManyCases
	}
	return err
}

// clip returns the start of text, at most n bytes of whole runes.
func clip(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
