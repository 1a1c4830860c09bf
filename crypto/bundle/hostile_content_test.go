package bundle_test

import (
	"strings"
	"testing"

	"harbour/crypto/bundle"
)

// hostileContents are wrong in the card inside, or in the records.
func hostileContents(t *testing.T) []hostile {
	changed := bundle.ErrChanged
	cases := []hostile{}
	for name, records := range map[string]string{
		"invalid_utf8": "\"\xff\"\n", "lone_surrogate": "\"\\ud800\"\n", "name_twice": `{"a":1,"a":2}` + "\n",
		"name_twice_inside": `{"a":[{"b":1,"\u0062":2}]}` + "\n", "no_line_end": record, "blank_line": record + "\n\n",
		"two_values": "{} {}\n", "half_a_value": "{\n", "not_nfc": "\"e\u0301\"\n", "not_json": "hello\n",
		"too_deep": strings.Repeat("[", 17) + strings.Repeat("]", 17) + "\n", "nul": "\x00\n", "nan": "NaN\n",
		"byte_order_mark": "\ufeff{}\n", "comment": "{}//\n",
	} {
		cases = append(cases, hostile{"records_" + name, content, changed, func(f *forger) {
			f.records = records
			f.members["counts"] = map[string]int{"records": 1, "attachments": 2}
		}})
	}
	for name, change := range map[string]func(string) string{
		"practice_line": replace("harbour-card/1", "harbour-practice-card/1"), "name": replace("Desk 3", "Desk 4"),
		"role": replace("role: field", "role: office"), "until": replace("2029-02-02", "2039-02-02"),
		"line_less": replace("role: field\n", ""), "line_more": replace("role: field\n", "role: field\nnote: x\n"),
		"signature": replace("U1NIU0lH", "U1NIU0lG"), "line_end": add("\n"),
	} {
		cases = append(cases, hostile{"card_" + name, front, bundle.ErrCard, func(f *forger) {
			card := change(string(f.from.card.Text()))
			f.members["card"], f.members["sender"] = card, cardID(card)
		}})
	}
	other := newDesk(t, "Stranger", bundle.RoleField)
	return append(cases,
		hostile{"records_line_too_long", content, bundle.ErrLimit, func(f *forger) {
			f.records = `"` + strings.Repeat("a", 256<<10) + `"` + "\n"
		}},
		hostile{"records_too_many", content, bundle.ErrLimit, func(f *forger) {
			f.records = strings.Repeat("1\n", 20_001)
			f.members["counts"] = map[string]int{"records": 1, "attachments": 2}
		}},
		hostile{"card_newer", front, bundle.ErrNewer, func(f *forger) {
			f.members["card"] = strings.Replace(string(f.from.card.Text()), "card/1", "card/2", 1)
		}},
		hostile{"card_of_another", front, bundle.ErrCard, func(f *forger) {
			card := string(other.card.Text())
			f.members["card"], f.members["sender"] = card, cardID(card)
		}},
	)
}
