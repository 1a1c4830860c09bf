package bundle_test

import (
	"bytes"
	"crypto/sha512"
	"encoding/json"
	"fmt"
	"io"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"harbour/crypto/bundle"
)

// Whatever is written is read as it was, and what the sender keeps of it is
// what the recipient finds.
func TestBundle_is_read_as_it_was_written(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	rapid.Check(t, func(r *rapid.T) {
		out := outgoing(field, office)
		out.Records = nil
		for _, text := range rapid.SliceOfN(rapid.String(), 0, 5).Draw(r, "records") {
			line, err := json.Marshal(map[string]string{"text": norm.NFC.String(text)})
			if err != nil {
				r.Fatal(err)
			}
			out.Records = append(out.Records, line)
		}
		var contents [][]byte
		for _, size := range rapid.SliceOfN(rapid.IntRange(0, 600_000), 0, 3).Draw(r, "sizes") {
			contents = append(contents, noise(size))
			out.Attachments = append(out.Attachments, attachment(noise(size)))
		}
		out.Header.Created = time.Unix(rapid.Int64Range(0, 1<<34).Draw(r, "created"), 0).UTC()
		if out.Header.Seq = rapid.Uint64Range(1, 1<<60).Draw(r, "seq"); out.Header.Seq > 1 {
			out.Header.Prev = out.Header.BundleID
		}
		var file bytes.Buffer
		written, err := bundle.Write(t.Context(), &file, out, nil)
		if err != nil {
			r.Fatal(err)
		}
		got, files, err := read(t, file.Bytes(), office)
		if err != nil {
			r.Fatal(err)
		}
		if fmt.Sprintf("%q", got.Records) != fmt.Sprintf("%q", out.Records) {
			r.Errorf("got records %q, want %q", got.Records, out.Records)
		}
		if len(files) != len(contents) {
			r.Fatalf("got %d attachments, want %d", len(files), len(contents))
		}
		for i := range files {
			if !bytes.Equal(files[i].Bytes(), contents[i]) {
				r.Errorf("attachment %d is another", i+1)
			}
		}
		if got.TagManifest != written.TagManifest || got.Header.Seq != out.Header.Seq || !got.Header.Created.Equal(out.Header.Created) {
			r.Errorf("got %v", got.Arrival)
		}
	})
}

func TestCard_text_has_one_form(t *testing.T) {
	field := newDesk(t, "Desk 3", bundle.RoleField)
	rapid.Check(t, func(r *rapid.T) {
		day := rapid.IntRange(0, 20_000)
		from := day.Draw(r, "from")
		c := bundle.Card{
			Name: rapid.String().Draw(r, "name"), Practice: rapid.Bool().Draw(r, "practice"),
			Role:  rapid.SampledFrom([]string{"field", "organisation", "office", "root"}).Draw(r, "role"),
			From:  time.Unix(int64(from)*86400, 0).UTC().Format(time.DateOnly),
			Until: time.Unix(int64(from+day.Draw(r, "days"))*86400, 0).UTC().Format(time.DateOnly),
		}
		card, err := bundle.NewCard(field.identity, c)
		if (err == nil) != bundle.PlainName(c.Name) {
			r.Fatalf("name %q: got %v", c.Name, err)
		}
		if err != nil {
			return
		}
		again, err := bundle.ParseCard(card.Text())
		if err != nil || again.ID() != card.ID() || !bytes.Equal(again.Text(), card.Text()) || again.Name != c.Name {
			r.Errorf("got %v and %v, want %v", err, again, card)
		}
	})
}

// A writer that lets out what no reader takes would cost days.
func TestWrite_refuses_what_no_reader_takes(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	for _, c := range []struct {
		name   string
		change func(*bundle.Outgoing)
		want   error
	}{
		{"card_of_another", func(o *bundle.Outgoing) { o.Card = office.card }, bundle.ErrCard},
		{"no_card", func(o *bundle.Outgoing) { o.Card = bundle.Card{} }, bundle.ErrCard},
		{"no_recipient", func(o *bundle.Outgoing) { o.Recipient = bundle.Card{} }, bundle.ErrCard},
		{"two_lines", func(o *bundle.Outgoing) { o.Records = [][]byte{[]byte("{\n}")} }, bundle.ErrChanged},
		{"two_records_in_one", func(o *bundle.Outgoing) { o.Records = [][]byte{[]byte("{}\n{}")} }, bundle.ErrChanged},
		{"no_json", func(o *bundle.Outgoing) { o.Records = [][]byte{[]byte("hello")} }, bundle.ErrChanged},
		{"empty_record", func(o *bundle.Outgoing) { o.Records = [][]byte{nil} }, bundle.ErrChanged},
		{"long_record", func(o *bundle.Outgoing) {
			o.Records = [][]byte{[]byte(`"` + string(bytes.Repeat([]byte("a"), 256<<10)) + `"`)}
		}, bundle.ErrLimit},
		{"many_records", func(o *bundle.Outgoing) { o.Records = slicesOf("1", 10_001) }, bundle.ErrLimit},
		{"many_attachments", func(o *bundle.Outgoing) { o.Attachments = make([]bundle.Attachment, 2001) }, bundle.ErrLimit},
		{"no_bundle_id", func(o *bundle.Outgoing) { o.Header.BundleID = "" }, bundle.ErrChanged},
		{"no_number", func(o *bundle.Outgoing) { o.Header.Seq = 0 }, bundle.ErrChanged},
		{"no_kind", func(o *bundle.Outgoing) { o.Header.Kind = "" }, bundle.ErrNewer},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := outgoing(field, office)
			c.change(&out)
			var file bytes.Buffer
			if _, err := bundle.Write(t.Context(), &file, out, nil); !errorIs(err, c.want) || file.Len() > 0 {
				t.Errorf("got %v after %d bytes, want %v", err, file.Len(), c.want)
			}
		})
	}
}

func slicesOf(s string, n int) [][]byte {
	all := make([][]byte, n)
	for i := range all {
		all[i] = []byte(s)
	}
	return all
}

func TestWrite_tells_how_far_it_is(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	last, all := int64(0), int64(0)
	written, err := bundle.Write(t.Context(), io.Discard, outgoing(field, office, noise(1<<20)), func(done, of int64) {
		if done < last || of < done {
			t.Errorf("%d of %d after %d", done, of, last)
		}
		last, all = done, of
	})
	if err != nil || last != all || all != written.PlainBytes {
		t.Errorf("got %v, %d of %d, want %d", err, last, all, written.PlainBytes)
	}
}

func TestReceipt_comes_back_as_it_was(t *testing.T) {
	id := fmt.Sprintf("%032x", 1)
	sum := sha512.Sum512(nil)
	r := bundle.Receipt{
		ID: "r1", BundleID: id, TagManifestSHA512: fmt.Sprintf("%x", sum[:]), State: bundle.ReceiptRefused, Reason: "consent",
		Records: []bundle.ReceiptRecord{{ID: "A", Version: 2, Result: bundle.ResultOlder}},
	}
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := bundle.ParseReceipt(text)
	if r.Schema = "receipt/1"; err != nil || fmt.Sprint(got) != fmt.Sprint(r) {
		t.Errorf("got %v and %v, want %v", err, got, r)
	}
	for _, c := range []struct {
		old, with string
		want      error
	}{
		{`receipt/1`, `receipt/2`, bundle.ErrNewer},
		{`receipt/1`, `case/1`, bundle.ErrChanged},
		{`"refused"`, `"lost"`, bundle.ErrNewer},
		{`"older"`, `"mislaid"`, bundle.ErrNewer},
		{id, id[1:], bundle.ErrChanged},
		{`"r1"`, `""`, bundle.ErrChanged},
		{`"r1"`, `"r\u202e1"`, bundle.ErrChanged},
		{`"A"`, `"\u0000"`, bundle.ErrChanged},
		{`"reason"`, `"id"`, bundle.ErrChanged},
		{`"consent"`, `"a\nb"`, bundle.ErrChanged},
	} {
		if _, err := bundle.ParseReceipt(bytes.Replace(text, []byte(c.old), []byte(c.with), 1)); !errorIs(err, c.want) {
			t.Errorf("%s for %s: got %v, want %v", c.with, c.old, err, c.want)
		}
	}
}
