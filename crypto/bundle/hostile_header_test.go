package bundle_test

import (
	"fmt"
	"strings"

	"harbour/crypto/bundle"
)

func member(name string, value any) func(*forger) {
	return func(f *forger) { f.members[name] = value }
}

func headText(change func(string) string) func(*forger) {
	return func(f *forger) { f.headText = change }
}

// hostileHeaders are wrong in bundle.json.
func hostileHeaders() []hostile {
	changed, newer := bundle.ErrChanged, bundle.ErrNewer
	cases := []hostile{
		{"version_2", front, newer, member("version", 2)},
		{"version_2_of_other_shape", front, newer, func(f *forger) { f.members["version"], f.members["seq"] = 2, "seven" }},
		{"critical", front, newer, member("critical", []string{"escrow"})},
		{"kind_of_later", front, newer, member("kind", "roster")},
		{"volume_1_of_2", front, newer, member("volume", []int{1, 2})},
		{"twice", front, changed, headText(replace(`"kind":`, `"kind":"receipt","kind":`))},
		{"twice_by_escape", front, changed, headText(replace(`"kind":`, `"k\u0069nd":"receipt","kind":`))},
		{"two_values", front, changed, headText(add("{}"))},
		{"no_json", front, changed, headText(func(string) string { return "bundle" })},
		{"empty", front, changed, headText(func(string) string { return "" })},
		{"array", front, changed, headText(func(s string) string { return "[" + s + "]" })},
		{"invalid_utf8", front, changed, headText(replace("1.0.0", "1.\xff.0"))},
		{"lone_surrogate", front, changed, headText(replace("1.0.0", `\ud800`))},
		{"not_nfc", front, changed, headText(replace("1.0.0", `e\u0301`))},
		{"bidi", front, changed, headText(replace("1.0.0", `1\u202e0`))},
		{"control", front, changed, headText(replace("1.0.0", `1\u001b[2J`))},
		{"c1_control", front, changed, headText(replace("1.0.0", `1\u009b`))},
		{"deep", front, changed, member("more", deep(17))},
		{"very_deep", front, changed, headText(replace("{", `{"more":`+strings.Repeat("[", 15_000)+strings.Repeat("]", 15_000)+","))},
		{"number_overflow", front, changed, headText(replace(`"seq":1`, `"seq":18446744073709551616`))},
		{"number_exponent", front, changed, headText(replace(`"seq":1`, `"seq":1e400`))},
		{"too_long", front, bundle.ErrLimit, headText(add(strings.Repeat(" ", 64<<10)))},
		{"recipients_not_this", front, bundle.ErrRewrapped, member("recipients", []string{hexSum("age1pq1other")})},
		{"recipients_two", front, changed, func(f *forger) {
			f.members["recipients"] = []string{hexSum(f.to.card.Age), hexSum("age1pq1other")}
		}},
		{"recipients_none", front, changed, member("recipients", []string{})},
		{"envelope_hash", front, bundle.ErrRewrapped, member("age_header_sha256", hexSum("another"))},
		{"sender_not_card", front, bundle.ErrCard, member("sender", hexSum("another"))},
		{"card_none", front, bundle.ErrCard, member("card", "")},
		{"counts_attachments", front, changed, member("counts", map[string]int{"records": 1, "attachments": 1})},
		{"counts_records", content, changed, member("counts", map[string]int{"records": 2, "attachments": 2})},
		{"counts_negative", front, changed, member("counts", map[string]int{"records": -1, "attachments": 2})},
		{"counts_over_limit", front, bundle.ErrLimit, member("counts", map[string]int{"records": 10_001, "attachments": 2})},
		{"total_small", front, changed, member("total_bytes", 1)},
		{"total_over_limit", front, bundle.ErrLimit, func(f *forger) {
			f.members["total_bytes"] = 5 << 30
			f.bagInfo = func(string) string { return fmt.Sprintf("Payload-Oxum: %d.3\n", 5<<30) }
		}},
		{"total_large", content, changed, func(f *forger) {
			f.members["total_bytes"] = 1 << 20
			f.bagInfo = func(string) string { return "Payload-Oxum: 1048576.3\n" }
		}},
	}
	for name, value := range map[string]any{
		"format": "another", "version": 0, "bundle_id": strings.Repeat("0A", 16), "set": strings.Repeat("0d", 16),
		"volume": []int{0, 1}, "seq": 0, "prev": strings.Repeat("0a", 16), "audit": "0b", "say": strings.Repeat("0", 31), "created": "yesterday",
		"lang": "e\nn", "app": strings.Repeat("1", 65), "counts": 7, "sender": 1, "recipients": "one",
	} {
		cases = append(cases, hostile{"wrong_" + name, front, changed, member(name, value)})
	}
	for _, name := range []string{"format", "version", "bundle_id", "set", "volume", "sender", "recipients", "age_header_sha256", "seq", "audit", "say"} {
		cases = append(cases, hostile{"without_" + name, front, changed, member(name, nil)})
	}
	return cases
}

func deep(n int) any {
	var v any = 1
	for range n {
		v = []any{v}
	}
	return v
}
