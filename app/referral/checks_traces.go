package referral

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// traces is V48: no telephone number, address of e-mail or pair of coordinates
// stands in words that leave. They belong in the safe contact, or nowhere.
func (a audience) traces() []outcome {
	var all []outcome
	w := texts{}
	w.found = func(text string) {
		if kind := traceIn(text); kind != "" {
			all = append(all, outcome{path: strings.Join(w.steps, "/"), part: kind})
		}
	}
	w.walk(reflect.ValueOf(a.Referral).Elem())
	if len(all) == 0 {
		return []outcome{{path: "case_code", settled: true}}
	}
	return all
}

// notWords are members of plain text that hold numbers, addresses or names of
// files by their nature, or that never leave.
var notWords = map[string]bool{
	"case_code": true, "notes": true, "pseudonym": true, "script": true, "number": true, "reference": true,
	"unhcr_case_no": true, "unhcr_emergency_ref": true, "unhcr_individual_no": true, "previous_uci": true,
	"url": true, "sha512": true, "mime": true, "part": true, "filename_original": true, "edtf": true,
	"original_text": true, "document_value": true, "dob_as_shown": true, "path": true, "rule": true,
	"contact": true, "law_and_article": true, "remarks": true, "withheld_items": true,
}

// texts walks to every text of a referral that people write in words. The
// steps are those to where it is.
type texts struct {
	steps []string
	found func(text string)
}

func (w *texts) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.walk(v.Elem())
		}
	case reflect.Slice:
		w.list(v)
	case reflect.Struct:
		w.members(v)
	case reflect.String:
		if v.Len() > 0 && v.Type() == reflect.TypeFor[string]() {
			w.found(v.String())
		}
	}
}

func (w *texts) list(v reflect.Value) {
	if v.Type().Elem().Kind() != reflect.Struct {
		return
	}
	for i := range v.Len() {
		w.steps = append(w.steps, elementKey(v.Index(i)))
		w.walk(v.Index(i))
		w.steps = w.steps[:len(w.steps)-1]
	}
}

func (w *texts) members(v reflect.Value) {
	s := shapeOf(v.Type())
	if s.answer {
		w.walk(v.Field(s.value))
		w.walk(v.Field(s.members["note"]))
		return
	}
	for _, m := range s.inOrder {
		if m.words {
			w.steps = append(w.steps, m.name)
			w.walk(v.Field(m.field))
			w.steps = w.steps[:len(w.steps)-1]
		}
	}
}

// traceIn tells which trace a text holds: email, phone, place, or none.
func traceIn(text string) string {
	if hasEmail(text) {
		return "email"
	}
	if strings.IndexFunc(text, unicode.IsDigit) < 0 {
		return ""
	}
	kind := ""
	eachRun(text, func(run string) {
		switch {
		case kind != "":
		case isCoordinates(run):
			kind = "place"
		case isPhone(run):
			kind = "phone"
		}
	})
	return kind
}

func hasEmail(text string) bool {
	for at := strings.IndexByte(text, '@'); at >= 0; {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _, _ := strings.Cut(text[at+1:], " ")
		dot := strings.IndexByte(after, '.')
		if (unicode.IsLetter(before) || unicode.IsDigit(before)) && dot > 0 && dot < len(after)-1 {
			return true
		}
		next := strings.IndexByte(text[at+1:], '@')
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}

// eachRun calls found for each stretch of figures and what may stand between
// those of one number.
func eachRun(text string, found func(run string)) {
	start := -1
	for i, r := range text {
		inRun := unicode.IsDigit(r) || strings.ContainsRune("+-()., \u00a0", r)
		switch {
		case inRun && start < 0:
			start = i
		case !inRun && start >= 0:
			found(text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		found(text[start:])
	}
}

// isPhone looks for nine figures or more, or seven after a plus, with no more
// between them than one sign. Groups that could be a date or an amount are
// none: a year among them, or a point or comma.
func isPhone(run string) bool {
	for _, part := range strings.FieldsFunc(run, func(r rune) bool { return r == ',' }) {
		part = strings.TrimSpace(part)
		digits := countDigits(part)
		if strings.HasPrefix(part, "+") && digits >= 7 {
			return true
		}
		if digits >= 9 && digits <= 15 && !strings.Contains(part, ".") && !hasYear(part) {
			return true
		}
	}
	return false
}

func hasYear(part string) bool {
	for _, group := range strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsDigit(r) }) {
		if n, ok := figures(group); ok && utf8.RuneCountInString(group) == 4 && n >= 1300 && n <= 2100 {
			return true
		}
	}
	return false
}

// isCoordinates looks for two numbers with three decimals or more that could
// be a latitude and a longitude.
func isCoordinates(run string) bool {
	fine := 0
	for _, word := range strings.FieldsFunc(run, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' }) {
		whole, decimals, ok := strings.Cut(strings.TrimLeft(word, "+-"), ".")
		if n, isNumber := figures(whole); ok && isNumber && n <= 180 && countDigits(decimals) >= 3 && countDigits(decimals) == utf8.RuneCountInString(decimals) {
			fine++
		}
	}
	return fine >= 2
}

func countDigits(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
