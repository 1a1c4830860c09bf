package casework

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"harbour/app/referral"
	"harbour/store"
)

// TestHeadsAreBounded fills every head that can grow beyond what the store
// takes: each is cut to what fits, or refused with a clear error.
func TestHeadsAreBounded(t *testing.T) {
	at := time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC)
	for _, test := range []struct {
		name string
		head func(n int) ([]byte, error)
		want error
	}{
		{"case", func(n int) ([]byte, error) { h := longCase(n); return h.encode() }, nil},
		{"progress", func(n int) ([]byte, error) {
			p := longProgress(n, at)
			return p.encode()
		}, nil},
		{"event", func(n int) ([]byte, error) {
			e := Event{At: at, What: EventOpened, Random: randomHex(16)}
			for _, c := range longParts(n) {
				e.Cases = append(e.Cases, c.Code)
			}
			return e.encode()
		}, nil},
		{"place", func(n int) ([]byte, error) {
			p := Place{Case: longID(0), Section: referral.SectionPeople, Path: strings.Repeat("/", n*100)}
			return p.encode()
		}, nil},
		{"contact", func(n int) ([]byte, error) {
			return encode(contactRecord{Name: "Meridian", Card: strings.Repeat("k", 8<<10), How: clip(strings.Repeat("é", n*100), maxShown)})
		}, nil},
		{"sent", func(n int) ([]byte, error) {
			r := sentRecord{Cases: longParts(n), At: at}
			if err := checkCases(r.Cases); err != nil {
				return nil, err
			}
			return encode(r)
		}, ErrTooManyCases},
		{"received", func(n int) ([]byte, error) {
			r := receivedRecord{Cases: longParts(n), At: at}
			if err := checkCases(r.Cases); err != nil {
				return nil, err
			}
			return encode(r)
		}, ErrTooManyCases},
		{"settings", func(n int) ([]byte, error) { return encode(settings{Name: strings.Repeat("n", n*100)}) }, ErrTooLarge},
	} {
		for _, n := range []int{0, 1, 20, 40, 80, 160, 400} {
			content, err := test.head(n)
			if test.want != nil && n > 160 {
				if !errors.Is(err, test.want) {
					t.Errorf("%s with %d: got %v", test.name, n, err)
				}
				continue
			}
			if err != nil && (test.want == nil || n < 40) {
				t.Errorf("%s with %d: %v", test.name, n, err)
			}
			if len(content) > store.MaxContent {
				t.Errorf("%s with %d: %d bytes", test.name, n, len(content))
			}
		}
	}
}

func TestProgress_keeps_the_newest(t *testing.T) {
	h := longProgress(400, time.Date(2026, 3, 19, 0, 0, 0, 0, time.UTC))
	if _, err := h.encode(); err != nil {
		t.Fatal(err)
	}
	p := h.Progress
	if len(p.HandOvers) < 20 || len(p.Receipts) < 20 {
		t.Fatalf("kept %d hand-overs and %d receipts", len(p.HandOvers), len(p.Receipts))
	}
	if lastVersion(p) != 400 || p.Receipts[len(p.Receipts)-1].Version != 400 {
		t.Errorf("the last version is %d", lastVersion(p))
	}
	h = longProgress(1, time.Time{})
	h.Progress.Receipts[0].OfficeRef = strings.Repeat("r", store.MaxContent)
	if _, err := h.encode(); err != nil || lastVersion(h.Progress) != 1 {
		t.Errorf("with a receipt that has no room: %v, version %d", err, lastVersion(h.Progress))
	}
}

// TestCheckCases_covers_every_later_form: what passes can be recorded by the
// sender and by the recipient to the end.
func TestCheckCases_covers_every_later_form(t *testing.T) {
	n := 1
	for checkCases(longParts(n+1)) == nil {
		n++
	}
	at := time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC)
	cases := longParts(n)
	for i := range cases {
		cases[i].Result = "refused"
	}
	sent := sentRecord{
		BundleID: randomHex(16), Kind: "referral", Contact: longID(1), Seq: 1 << 40, State: sentHandedOver,
		TagManifest: randomHex(64), Cases: cases, At: at,
	}
	if _, err := encode(sent); err != nil {
		t.Errorf("sent with %d cases: %v", n, err)
	}
	received := receivedRecord{
		BundleID: randomHex(16), Kind: "referral", Contact: longID(1), Seq: 1 << 40, TagManifest: randomHex(64),
		Cases: cases, Created: at, At: at, Bytes: 4 << 30, Trust: TrustChecked,
		Notes: []string{NoteFork, NoteTwin}, Accepted: at,
	}
	if _, err := encode(received); err != nil {
		t.Errorf("received with %d cases: %v", n, err)
	}
}

func longID(n int) referral.ID { return referral.ID(fmt.Sprintf("%0*d", 26, n)) }

func longParts(n int) []casePart {
	var parts []casePart
	for i := range n {
		parts = append(parts, casePart{ID: longID(i), Remote: longID(i), Code: fmt.Sprintf("Kestrel %03d", i), Version: 1})
	}
	return parts
}

func longCase(n int) caseHead {
	h := caseHead{Summary: referral.Summary{
		ID: longID(0), Code: "Kestrel 27", Lead: strings.Repeat("Ⴟ", n*10), Native: strings.Repeat("م", n*10),
		Place: strings.Repeat("\x01", n*10), Country: referral.Code(strings.Repeat("K", n*10)),
	}, From: longID(1), Remote: longID(2)}
	for i := range n {
		h.Who = append(h.Who, []string{"1980", strings.Repeat("n", n*10), "نام"})
		h.Due = append(h.Due, [3]string{referral.DueChild22, string(longID(i)), fmt.Sprintf("2027-01-%02d", i%28+1)})
	}
	return h
}

func longProgress(n int, at time.Time) progressHead {
	h := progressHead{Case: longID(0), Progress: referral.Progress{State: referral.ProgressHandedOver}}
	for i := range n {
		h.Progress.HandOvers = append(h.Progress.HandOvers, referral.HandOver{
			BundleID: randomHex(16), Version: i + 1, Contact: longID(1), Role: "office", At: at,
		})
		h.Progress.Receipts = append(h.Progress.Receipts, referral.Receipt{
			BundleID: randomHex(16), Version: i + 1, State: "stored", ReceivedAt: at,
		})
	}
	return h
}
