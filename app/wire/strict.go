package wire

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"

	"harbour/app/referral"
)

// maxDepth is how deep a document may nest (security.md 3.9).
const maxDepth = 16

// strict checks a document from outside, before it is decoded: depth, NFC, and
// no controls in the names of members.
func strict(data []byte) error {
	d := jsontext.NewDecoder(bytes.NewReader(data))
	for {
		kind := d.PeekKind()
		if kind == '{' || kind == '[' {
			if d.StackDepth() >= maxDepth {
				return fmt.Errorf("%w: nested too deep", ErrMalformed)
			}
		}
		token, err := d.ReadToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return malformed(err)
		}
		if kind != '"' {
			continue
		}
		text := token.String()
		if !norm.NFC.IsNormalString(text) {
			return fmt.Errorf("%w: text is not in NFC", ErrMalformed)
		}
		if isName(d) && hasControl(text) {
			return fmt.Errorf("%w: control in a name", ErrMalformed)
		}
	}
}

// isName reports whether the string just read names a member.
func isName(d *jsontext.Decoder) bool {
	in, length := d.StackIndex(d.StackDepth())
	return in == '{' && length%2 == 1
}

// hasControl reports whether an identifier holds what could make it look like
// another: C0 and C1 controls, and those that turn the direction of text.
func hasControl(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool {
		return unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c)
	})
}

// normalise writes the document anew with every string in NFC.
func normalise(data []byte) ([]byte, error) {
	var out bytes.Buffer
	d := jsontext.NewDecoder(bytes.NewReader(data))
	e := jsontext.NewEncoder(&out)
	for {
		kind := d.PeekKind()
		token, err := d.ReadToken()
		if err == io.EOF {
			return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
		}
		if err != nil {
			return nil, malformed(err)
		}
		if kind == '"' {
			token = jsontext.String(norm.NFC.String(token.String()))
		}
		if err := e.WriteToken(token); err != nil {
			return nil, malformed(err)
		}
	}
}

// checkIdentifiers walks a decoded document: each object of a list has an id
// that nothing else has, and no identifier holds a control.
func checkIdentifiers(v reflect.Value, seen map[string]bool) error {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return checkIdentifiers(v.Elem(), seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := checkIdentifiers(v.Index(i), seen); err != nil {
				return err
			}
		}
	case reflect.Struct:
		return checkStruct(v, seen)
	case reflect.String:
		if v.Type() != reflect.TypeFor[string]() && hasControl(v.String()) {
			return fmt.Errorf("%w: control in an identifier", ErrMalformed)
		}
	}
	return nil
}

func checkStruct(v reflect.Value, seen map[string]bool) error {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := referral.MemberName(field)
		if name == "" || !field.IsExported() {
			continue
		}
		if name == "id" && v.Type() != reflect.TypeFor[referral.Case]() {
			id := v.Field(i).String()
			if id == "" || seen[id] {
				return fmt.Errorf("%w: ids are missing or not unique", ErrMalformed)
			}
			seen[id] = true
		}
		if namesThings(name) && v.Field(i).Kind() == reflect.String && hasControl(v.Field(i).String()) {
			return fmt.Errorf("%w: control in an identifier", ErrMalformed)
		}
		if err := checkIdentifiers(v.Field(i), seen); err != nil {
			return err
		}
	}
	return nil
}

// namesThings tells which plain texts are identifiers all the same.
func namesThings(member string) bool {
	switch member {
	case "schema", "case_code", "path", "rule", "part", "sha512", "mime", "edtf", "script":
		return true
	}
	return false
}
