package wire_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"harbour/app/referral"
	"harbour/app/wire"
)

func TestCase_comes_back_as_it_was(t *testing.T) {
	for _, unknown := range []bool{false, true} {
		want, f := filled(unknown)
		data := encoded(t, want)
		got, err := wire.DecodeCase(data)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("unknown members %v: case differs after a round", unknown)
		}
		if again := encoded(t, got); !bytes.Equal(again, data) {
			t.Error("second encoding differs from the first")
		}
		planted := 0
		for _, n := range f.planted {
			planted += n
		}
		if n := bytes.Count(data, []byte(`"planted"`)); unknown && n != planted {
			t.Errorf("%d unknown members written, want %d, one for each struct", n, planted)
		}
	}
}

func TestDecodeCase_refuses(t *testing.T) {
	for _, test := range []struct {
		name, document string
		want           error
	}{
		{"newer_schema", `{"schema":"case/2","referral":{"case_code":1}}`, wire.ErrNewer},
		{"other_schema", `{"schema":"vocabulary/1"}`, wire.ErrMalformed},
		{"no_schema", `{}`, wire.ErrMalformed},
		{"schema_zero", `{"schema":"case/0"}`, wire.ErrMalformed},
		{"schema_padded", `{"schema":"case/01"}`, wire.ErrMalformed},
		{"no_json", `schema: case/1`, wire.ErrMalformed},
		{"empty", ``, wire.ErrMalformed},
		{"two_documents", `{"schema":"case/1"}{"schema":"case/1"}`, wire.ErrMalformed},
		{"member_twice", `{"schema":"case/1","referral":{"case_code":"a","case_code":"b"}}`, wire.ErrMalformed},
		{"unknown_member_twice", `{"schema":"case/1","x":{"a":1,"a":2}}`, wire.ErrMalformed},
		{"bad_utf8", "{\"schema\":\"case/1\",\"x\":\"\xff\"}", wire.ErrMalformed},
		{"lone_surrogate", `{"schema":"case/1","x":"\ud800"}`, wire.ErrMalformed},
		{"not_nfc", "{\"schema\":\"case/1\",\"referral\":{\"case_code\":\"a\",\"notes\":\"e\u0301\"}}", wire.ErrMalformed},
		{"not_nfc_escaped", `{"schema":"case/1","referral":{"case_code":"a","notes":"e\u0301"}}`, wire.ErrMalformed},
		{"too_deep", `{"schema":"case/1","x":` + strings.Repeat("[", 16) + strings.Repeat("]", 16) + `}`, wire.ErrMalformed},
		{"too_large", `{"schema":"case/1","x":"` + strings.Repeat("a", wire.MaxCase) + `"}`, wire.ErrTooLarge},
		{"wrong_type", `{"schema":"case/1","referral":{"case_code":7}}`, wire.ErrMalformed},
		{"id_missing", `{"schema":"case/1","referral":{"case_code":"a","people":[{"pseudonym":"x"}]}}`, wire.ErrMalformed},
		{"id_twice", `{"schema":"case/1","referral":{"case_code":"a","people":[{"id":"A"}],"documents":[{"id":"A"}]}}`, wire.ErrMalformed},
		{"control_in_id", `{"schema":"case/1","referral":{"case_code":"a","people":[{"id":"A\u0007"}]}}`, wire.ErrMalformed},
		{"c1_in_code", `{"schema":"case/1","referral":{"case_code":"a","pathway":{"value":"x\u0085"}}}`, wire.ErrMalformed},
		{"bidi_in_case_code", `{"schema":"case/1","referral":{"case_code":"a\u202e"}}`, wire.ErrMalformed},
		{"bidi_in_member", `{"schema":"case/1","a\u2066b":1}`, wire.ErrMalformed},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := wire.DecodeCase([]byte(test.document)); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

func TestDecodeCase_takes(t *testing.T) {
	for name, document := range map[string]string{
		"as_deep_as_allowed": `{"schema":"case/1","x":` + strings.Repeat("[", 15) + strings.Repeat("]", 15) + `}`,
		"lines_in_text":      `{"schema":"case/1","referral":{"case_code":"a","notes":"one\n\ttwo"}}`,
		"bidi_in_text":       `{"schema":"case/1","referral":{"case_code":"a","notes":"a\u200fb"}}`,
		"null_is_blank":      `{"schema":"case/1","referral":{"case_code":"a","pathway":{"value":null}}}`,
		"parts_lacking":      `{"schema":"case/1"}`,
	} {
		if _, err := wire.DecodeCase([]byte(document)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestErrors_quote_nothing(t *testing.T) {
	for _, document := range []string{
		`{"schema":"case/1","referral":{"case_code":"Secret`,
		`{"schema":"case/1","referral":{"case_code":{"Secret":"Secret"}}}`,
		`{"schema":"case/1","referral":{"Secret":1,"Secret":2}}`,
		`{"schema":"Secret/1"}`,
	} {
		if _, err := wire.DecodeCase([]byte(document)); err == nil || strings.Contains(err.Error(), "Secret") {
			t.Errorf("got %v, want an error that quotes nothing", err)
		}
	}
}

func TestNormalise_makes_typed_text_acceptable(t *testing.T) {
	document := []byte("{\"schema\":\"case/1\",\"referral\":{\"case_code\":\"a\",\"notes\":\"\\n\u0301 e\u0301\"}}")
	if _, err := wire.DecodeCase(document); !errors.Is(err, wire.ErrMalformed) {
		t.Fatalf("got %v, want %v", err, wire.ErrMalformed)
	}
	mended, err := wire.Normalise(document)
	if err != nil {
		t.Fatal(err)
	}
	c, err := wire.DecodeCase(mended)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.Referral.Notes, "\n\u0301 \u00e9"; got != want {
		t.Errorf("notes %q, want %q", got, want)
	}
}

func TestEncodeCase_refuses_what_no_reader_takes(t *testing.T) {
	c := &referral.Case{Referral: &referral.Referral{Notes: strings.Repeat("a", wire.MaxCase)}}
	if _, err := wire.EncodeCase(c); !errors.Is(err, wire.ErrTooLarge) {
		t.Errorf("got %v, want %v", err, wire.ErrTooLarge)
	}
	if _, err := wire.EncodeReferral(c.Referral); err != nil {
		t.Errorf("vault body: %v, want no refusal of size", err)
	}
}

func TestEncodeReferral_refuses_no_text(t *testing.T) {
	data, err := wire.EncodeReferral(&referral.Referral{CaseCode: "Kestrel 27", Notes: "a\xffb e\u0301 \x00"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := wire.DecodeReferral(data)
	if err != nil {
		t.Fatal(err)
	}
	if want := "a\ufffdb \u00e9 \x00"; r.Notes != want {
		t.Errorf("notes %q, want %q", r.Notes, want)
	}
}

func TestVault_parts_come_back(t *testing.T) {
	c, _ := filled(true)
	contacts, err := wire.EncodeSafeContacts(c.SafeContacts)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := wire.DecodeSafeContacts(contacts); err != nil || !reflect.DeepEqual(got, c.SafeContacts) {
		t.Errorf("safe contacts differ, error %v", err)
	}
	screening, err := wire.EncodeScreening(c.Screening)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := wire.DecodeScreening(screening); err != nil || !reflect.DeepEqual(got, c.Screening) {
		t.Errorf("screening differs, error %v", err)
	}
	apart, err := wire.EncodeApart(c.Apart)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := wire.DecodeApart(apart); err != nil || !reflect.DeepEqual(got, c.Apart) {
		t.Errorf("what is kept apart differs, error %v", err)
	}
	f := &filler{unknown: true, planted: map[reflect.Type]int{}}
	var p referral.Progress
	f.fill(reflect.ValueOf(&p).Elem(), "progress")
	progress, err := wire.EncodeProgress(p)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := wire.DecodeProgress(progress); err != nil || !reflect.DeepEqual(got, p) {
		t.Errorf("progress differs, error %v", err)
	}
}

// TestVault_reads_what_an_older_version_carried: compartments were once kept
// without being understood.
func TestVault_reads_what_an_older_version_carried(t *testing.T) {
	const old = `{"schema":"compartment/1","values":[{"id":"Q","x":[true]}]}`
	screening, err := wire.DecodeScreening([]byte(old))
	if err != nil || len(screening) != 1 || screening[0].ID != "Q" {
		t.Fatalf("got %+v, %v", screening, err)
	}
	if data, err := wire.EncodeScreening(screening); err != nil || string(data) != old {
		t.Errorf("written as %s, %v", data, err)
	}
}

func encoded(t testing.TB, c *referral.Case) []byte {
	t.Helper()
	data, err := wire.EncodeCase(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
