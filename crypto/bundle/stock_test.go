package bundle_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"harbour/crypto/bundle"
)

// opening is the recipe of FORMAT.md, word for word; bundle.age, key.txt and
// allowed_signers lie in the working folder.
const opening = `
age -d -i key.txt -o b.tar bundle.age
mkdir b && tar -xf b.tar -C b && cd b
ssh-keygen -Y verify -f ../allowed_signers -I sender -n bundle-v1@harbour -s tagmanifest-sha512.txt.sig < tagmanifest-sha512.txt
sha512sum -c tagmanifest-sha512.txt && sha512sum -c manifest-sha512.txt
sed '/^--- /q' ../bundle.age | sha256sum
`

func needStock(t testing.TB) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Symlink(program(t, "age"), filepath.Join(dir, "age")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tar", "ssh-keygen", "sha512sum", "sha256sum", "sed", "sh"} {
		program(t, name)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// shell runs a recipe in dir and returns what it wrote.
func shell(t testing.TB, dir, recipe string) (string, error) {
	t.Helper()
	cmd := exec.Command("sh", "-e", "-c", recipe)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestStock_programs_open_a_bundle(t *testing.T) {
	needStock(t)
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	letter := noise(100_000)
	file := write(t, outgoing(field, office, letter, nil))
	lay := func(t *testing.T) string {
		dir := t.TempDir()
		writeFile(t, filepath.Join(dir, "bundle.age"), file)
		writeFile(t, filepath.Join(dir, "key.txt"), office.ageIdentity())
		writeFile(t, filepath.Join(dir, "allowed_signers"), []byte("sender "+field.card.Sign.String()+"\n"))
		return dir
	}
	t.Run("by_the_recipe", func(t *testing.T) {
		dir := lay(t)
		out, err := shell(t, dir, opening)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		for _, line := range []string{"Good \"bundle-v1@harbour\" signature for sender", "bundle.json: OK", "data/records.jsonl: OK", "data/att/0002.bin: OK"} {
			if !strings.Contains(out, line) {
				t.Errorf("no %q in\n%s", line, out)
			}
		}
		got, err := os.ReadFile(filepath.Join(dir, "b/data/att/0001.bin"))
		if err != nil || !bytes.Equal(got, letter) {
			t.Errorf("the attachment is another: %v", err)
		}
		text, err := os.ReadFile(filepath.Join(dir, "b/bundle.json"))
		if err != nil {
			t.Fatal(err)
		}
		var h bundle.Header
		if err := json.Unmarshal(text, &h); err != nil || !strings.Contains(out, h.AgeHeaderSHA256+"  -") {
			t.Errorf("envelope hash %s is not in\n%s", h.AgeHeaderSHA256, out)
		}
	})
	t.Run("not_in_another_namespace", func(t *testing.T) {
		out, err := shell(t, lay(t), strings.Replace(opening, "bundle-v1@", "card-v1@", 1))
		if err == nil || !strings.Contains(out, "namespace") {
			t.Errorf("got %v\n%s", err, out)
		}
	})
	t.Run("not_by_another_signer", func(t *testing.T) {
		dir := lay(t)
		writeFile(t, filepath.Join(dir, "allowed_signers"), []byte("sender "+office.card.Sign.String()+"\n"))
		if out, err := shell(t, dir, opening); err == nil {
			t.Errorf("verified\n%s", out)
		}
	})
}

// The recipes that are tested are those that are written down.
func TestStock_recipes_are_those_of_the_format(t *testing.T) {
	text, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, recipe := range []string{opening, stockTags, stockSign, stockTar} {
		if !strings.Contains(string(text), "```\n"+strings.Trim(recipe, "\n")+"\n```") {
			t.Errorf("FORMAT.md has no\n%s", recipe)
		}
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), "```\n"+strings.Trim(opening, "\n")+"\n```") {
		t.Errorf("README.md has no\n%s", opening)
	}
}

func TestStock_programs_check_a_card(t *testing.T) {
	needStock(t)
	field, dir := newDesk(t, "Desk 3", bundle.RoleField), t.TempDir()
	writeFile(t, filepath.Join(dir, "card"), field.card.Text())
	writeFile(t, filepath.Join(dir, "allowed_signers"), []byte("sender "+field.card.Sign.String()+"\n"))
	out, err := shell(t, dir, `
head -n 3 card | sha256sum
sed '/^-----BEGIN/,$d' card > front
sed -n '/^-----BEGIN/,$p' card > card.sig
ssh-keygen -Y verify -f allowed_signers -I sender -n card-v1@harbour -s card.sig < front
`)
	if id := field.card.ID(); err != nil || !strings.Contains(out, fmt.Sprintf("%x  -", id[:])) {
		t.Errorf("got %v\n%s", err, out)
	}
}

// stockTar and stockSign are what FORMAT.md tells a stranger to make a bundle
// with.
const (
	stockTar = `tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=0600 -b1 -cf ../b.tar ` +
		`bagit.txt bundle.json bag-info.txt manifest-sha512.txt tagmanifest-sha512.txt tagmanifest-sha512.txt.sig ` +
		`data/records.jsonl data/att/0001.bin data/att/0002.bin`
	stockSign = `
ssh-keygen -q -Y sign -f ../sign -n bundle-v1@harbour tagmanifest-sha512.txt
{ sed -n 1p tagmanifest-sha512.txt.sig; sed '1d;$d' tagmanifest-sha512.txt.sig | tr -d '\n' | fold -w 64; echo; sed -n '$p' tagmanifest-sha512.txt.sig; } > ../sig
mv ../sig tagmanifest-sha512.txt.sig
`
	stockTags = `
sha512sum data/records.jsonl data/att/0001.bin data/att/0002.bin > manifest-sha512.txt
sha512sum bagit.txt bundle.json bag-info.txt manifest-sha512.txt > tagmanifest-sha512.txt
`
)

// age names the envelope before it takes content, so a program that writes one
// has to hold age's output open between the two: the test does what a
// stranger's program would do with a pipe.
func TestStock_programs_make_a_bundle(t *testing.T) {
	needStock(t)
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	dir := t.TempDir()
	bag := filepath.Join(dir, "bag")
	if err := os.MkdirAll(filepath.Join(bag, "data/att"), 0o700); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "sign"), opensshKey(t, field))
	letter := noise(300_000)
	f := newForger(field, office)
	f.attachments = []string{string(letter), "x"}
	for name, content := range map[string]string{
		"bagit.txt": f.bagit, "data/records.jsonl": f.records, "data/att/0001.bin": string(letter), "data/att/0002.bin": "x",
		"bag-info.txt": fmt.Sprintf("Payload-Oxum: %d.3\n", len(f.records)+len(letter)+1),
	} {
		writeFile(t, filepath.Join(bag, name), []byte(content))
	}

	var file bytes.Buffer
	enc := exec.Command("age", "-r", office.card.Age)
	stdin, err := enc.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := enc.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := enc.Start(); err != nil {
		t.Fatal(err)
	}
	for !bytes.Contains(file.Bytes(), []byte("\n--- ")) || !bytes.HasSuffix(file.Bytes()[:min(file.Len(), 1627)], []byte("\n")) {
		piece := make([]byte, 1)
		if _, err := stdout.Read(piece); err != nil {
			t.Fatal(err)
		}
		file.Write(piece)
	}
	writeFile(t, filepath.Join(bag, "bundle.json"), []byte(f.headerText(t, file.Bytes(), len(f.records)+len(letter)+1)))
	if out, err := shell(t, bag, stockTags+stockSign+stockTar); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	tar, err := os.ReadFile(filepath.Join(dir, "b.tar"))
	if err != nil {
		t.Fatal(err)
	}
	plain := padded(tar[:len(tar)-1024])
	go func() {
		// A failure shows as a file that is not whole.
		_, _ = stdin.Write(plain)
		_ = stdin.Close()
	}()
	if _, err := file.ReadFrom(stdout); err != nil {
		t.Fatal(err)
	}
	if err := enc.Wait(); err != nil {
		t.Fatal(err)
	}
	b, files, err := read(t, file.Bytes(), office)
	if err != nil || len(files) != 2 || !bytes.Equal(files[0].Bytes(), letter) {
		t.Fatalf("got %v and %d attachments", err, len(files))
	}
	if b.Card.ID() != field.card.ID() {
		t.Errorf("got sender %x", b.Card.ID())
	}
}

// opensshKey is the desk's signing key as ssh-keygen reads it.
func opensshKey(t testing.TB, d desk) []byte {
	t.Helper()
	block, err := ssh.MarshalPrivateKey(ed25519.NewKeyFromSeed(d.seed()), "")
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(block)
}
