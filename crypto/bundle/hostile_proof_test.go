package bundle_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"fmt"
	"strings"
	"testing"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	"harbour/crypto"
	"harbour/crypto/bundle"
)

func manifest(change func(string) string) func(*forger) {
	return func(f *forger) { f.manifest = change }
}

func signed(by func(f *forger, tags []byte) []byte) func(*forger) {
	return func(f *forger) { f.sign = func(tags []byte) []byte { return by(f, tags) } }
}

// hostileProofs are wrong in manifests and signature.
func hostileProofs(t *testing.T) []hostile {
	changed, other := bundle.ErrChanged, newDesk(t, "Stranger", bundle.RoleField)
	reframed := func(change func(string) string) func(*forger) {
		return signed(func(f *forger, tags []byte) []byte {
			return []byte(change(string(sign(t, f.from.identity, crypto.NamespaceBundle, tags))))
		})
	}
	return []hostile{
		{"manifest_missing_line", front, changed, manifest(func(s string) string { return s[:len(s)-147] })},
		{"manifest_extra_line", front, changed, manifest(add(sumLine("x", "data/att/0003.bin")))},
		{"manifest_foreign_line", front, changed, manifest(add(sumLine("x", "../../.profile")))},
		{"manifest_empty", front, changed, manifest(func(string) string { return "" })},
		{"manifest_upper_case", front, changed, manifest(func(s string) string { return strings.ToUpper(s[:128]) + s[128:] })},
		{"manifest_sha256", front, changed, manifest(func(s string) string { return s[64:] })},
		{"manifest_binary_mark", front, changed, manifest(replace("  data", " *data"))},
		{"manifest_crlf", front, changed, manifest(replace("\n", "\r\n"))},
		{"manifest_no_last_line_end", front, changed, manifest(func(s string) string { return strings.TrimSuffix(s, "\n") })},
		{"manifest_order", front, changed, manifest(func(s string) string { l := strings.SplitAfter(s, "\n"); return l[1] + l[0] + l[2] })},
		{"manifest_other_hash", content, changed, manifest(func(s string) string { return strings.Repeat("0", 128) + s[128:] })},
		{"manifest_other_attachment_hash", content, changed, manifest(func(s string) string {
			l := strings.SplitAfter(s, "\n")
			return l[0] + sumLine("another", "data/att/0001.bin") + l[2]
		})},
		{"manifest_too_many_lines", front, bundle.ErrLimit, manifest(func(s string) string {
			for n := 3; n <= 2001; n++ {
				s += sumLine("", fmt.Sprintf("data/att/%04d.bin", n))
			}
			return s
		})},
		{"manifest_too_long", front, bundle.ErrLimit, manifest(add(strings.Repeat("0", 1<<20)))},
		{"bag_info", front, changed, func(f *forger) { f.bagInfo = replace("Oxum: ", "Oxum:  ") }},
		{"bag_info_more", front, changed, func(f *forger) { f.bagInfo = add("Contact-Name: Ana\n") }},
		{"bagit_version", front, changed, func(f *forger) { f.bagit = "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n" }},
		{"bagit_byte_order_mark", front, bundle.ErrLimit, func(f *forger) { f.bagit = "\ufeff" + f.bagit }},
		{"tags_over_other_bytes", front, changed, func(f *forger) { f.tags = func(s string) string { return strings.Repeat("0", 128) + s[128:] } }},
		{"tags_missing_line", front, changed, func(f *forger) { f.tags = func(s string) string { return s[strings.Index(s, "\n")+1:] } }},
		{"tags_extra_line", front, changed, func(f *forger) { f.tags = add(sumLine("", "data/records.jsonl")) }},
		{"signature_empty", front, changed, signed(func(*forger, []byte) []byte { return nil })},
		{"signature_by_another", front, bundle.ErrCard, signed(func(_ *forger, tags []byte) []byte {
			return sign(t, other.identity, crypto.NamespaceBundle, tags)
		})},
		{"signature_of_a_card", front, changed, signed(func(f *forger, tags []byte) []byte {
			return sign(t, f.from.identity, crypto.NamespaceCard, tags)
		})},
		{"signature_of_a_roster", front, changed, signed(func(f *forger, tags []byte) []byte {
			return sign(t, f.from.identity, crypto.NamespaceRoster, tags)
		})},
		{"signature_over_other_bytes", front, changed, signed(func(f *forger, _ []byte) []byte {
			return sign(t, f.from.identity, crypto.NamespaceBundle, []byte("another"))
		})},
		{"signature_of_the_card_text", front, changed, signed(func(f *forger, _ []byte) []byte {
			_, sig, _ := strings.Cut(string(f.from.card.Text()), "previous: none\n")
			return []byte(sig)
		})},
		{"signature_rsa", front, changed, signed(func(_ *forger, tags []byte) []byte { return rsaSignature(t, tags) })},
		{"signature_sha256", front, changed, signed(func(f *forger, tags []byte) []byte {
			return otherSignature(t, f.from, tags, sshsig.HashSHA256)
		})},
		{"signature_junk_before", front, changed, reframed(func(s string) string { return "\n" + s })},
		{"signature_junk_behind", front, changed, reframed(add("\n"))},
		{"signature_twice", front, changed, reframed(func(s string) string { return s + s })},
		{"signature_crlf", front, changed, reframed(func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") })},
		{"signature_on_one_line", front, changed, reframed(func(s string) string {
			return strings.Replace(strings.ReplaceAll(s, "\n", ""), "-----U", "-----\nU", 1)
		})},
		{"signature_with_header", front, changed, reframed(replace("-----\n", "-----\nComment: x\n\n"))},
		{"signature_too_long", front, bundle.ErrLimit, reframed(add(strings.Repeat("\n", 1024)))},
	}
}

func rsaSignature(t *testing.T, tags []byte) []byte {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	sig, err := sshsig.Sign(bytes.NewReader(tags), signer, sshsig.HashSHA512, string(crypto.NamespaceBundle))
	if err != nil {
		t.Fatal(err)
	}
	return sshsig.Armor(sig)
}

// otherSignature signs as a desk does, but over another hash.
func otherSignature(t *testing.T, by desk, tags []byte, hash sshsig.HashAlgorithm) []byte {
	t.Helper()
	signer, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(by.seed()))
	if err != nil {
		t.Fatal(err)
	}
	sig, err := sshsig.Sign(bytes.NewReader(tags), signer, hash, string(crypto.NamespaceBundle))
	if err != nil {
		t.Fatal(err)
	}
	return sshsig.Armor(sig)
}
