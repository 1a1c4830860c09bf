package casework_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// killedDir is set for the child that is killed: the folder that it works in.
const killedDir = "HARBOUR_TEST_KILLED"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killedDir); dir != "" {
		work(dir)
		return
	}
	os.Exit(m.Run())
}

// work saves, attaches and hands over until it is killed, and says of each
// only once it was told that it is done.
func work(dir string) {
	t := &childT{}
	ctx := context.Background()
	d := unlock(t, program(t), filepath.Join(dir, "vault"))
	contact, err := d.FindContact("Meridian")
	if err != nil {
		panic(err)
	}
	id := d.All()[0].ID
	c, err := d.Load(ctx, id)
	if err != nil {
		panic(err)
	}
	for n := 0; ; n++ {
		c.Referral.Notes = fmt.Sprintf("note %d of %d", n, os.Getpid())
		if c, err = d.Save(ctx, c); err != nil {
			panic(err)
		}
		fmt.Printf("saved %s\n", c.Referral.Notes)
		if n%3 == 1 {
			content := bytes.Repeat([]byte(c.Referral.Notes), 1+n*500)
			next, document, err := d.Attach(ctx, c, casework.Paper{Type: "other"}, bytes.NewReader(content))
			if err != nil {
				panic(err)
			}
			c = next
			fmt.Printf("attached %s %x\n", document, sha256.Sum256(content))
		}
		if n%3 == 2 {
			plan, err := d.Plan(ctx, contact.ID, id)
			if err != nil {
				panic(err)
			}
			out, err := d.HandOver(ctx, plan, filepath.Join(dir, "stick"), nil)
			if err != nil {
				panic(err)
			}
			if c, err = d.Load(ctx, id); err != nil {
				panic(err)
			}
			fmt.Printf("handed %s\n", filepath.Base(out.Path))
		}
	}
}

// childT lets the child use what tests use.
type childT struct{ testing.TB }

func (*childT) Helper()        {}
func (*childT) Fatal(a ...any) { panic(fmt.Sprint(a...)) }
func (*childT) Cleanup(func()) {}

// acknowledged is what the child said was done.
type acknowledged struct {
	note     string
	attached map[referral.ID]string
	handed   []string
}

// TestKill kills the program 200 times at random moments while it saves,
// attaches and hands over. Nothing that it said was done may be lost, no half
// file may stand under a final name, and the vault must verify.
func TestKill(t *testing.T) {
	rounds := 200
	if testing.Short() {
		rounds = 10
	}
	dir := t.TempDir()
	office := prepareKill(t, dir)
	seen := map[string]bool{}
	attached := map[referral.ID]string{}
	for round := range rounds {
		ack := runAndKill(t, dir)
		for id, sum := range ack.attached {
			attached[id] = sum
		}
		checkKilled(t, dir, ack, attached)
		checkStick(t, office, filepath.Join(dir, "stick"), ack, seen)
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
}

// prepareKill makes the vault that is worked on, and an office for its files.
func prepareKill(t *testing.T, dir string) *casework.Desk {
	t.Helper()
	ctx := context.Background()
	p := program(t)
	if err := p.Create(ctx, filepath.Join(dir, "vault"), passphrase(t, "pebble orchard kettle"),
		casework.SetUp{Role: casework.RoleField, Name: "Desk 3", Practice: true}); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "stick"), 0o700); err != nil {
		t.Fatal(err)
	}
	field, office := unlock(t, p, filepath.Join(dir, "vault")), setUp(t, casework.RoleOffice, "Meridian", true)
	meet(t, field, office)
	meet(t, office, field)
	take(t, field, "one-in-hiding.json")
	if err := field.Close(); err != nil {
		t.Fatal(err)
	}
	return office
}

// runAndKill lets the child work, kills it, and returns what it said.
func runAndKill(t *testing.T, dir string) acknowledged {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self)
	child.Env = append(os.Environ(), killedDir+"="+dir)
	var complaint bytes.Buffer
	child.Stderr = &complaint
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("child said nothing: %s", complaint.String())
	}
	timer := time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() { _ = child.Process.Kill() })
	defer timer.Stop()
	rest, err := io.ReadAll(lines)
	if err != nil {
		t.Fatal(err)
	}
	_ = child.Wait()
	if complaint.Len() > 0 {
		t.Fatalf("child: %s", complaint.String())
	}
	return parseAcknowledged(first + string(rest))
}

func parseAcknowledged(text string) acknowledged {
	ack := acknowledged{attached: map[referral.ID]string{}}
	for line := range strings.Lines(text) {
		if !strings.HasSuffix(line, "\n") {
			continue
		}
		what, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch what {
		case "saved":
			ack.note = rest
		case "attached":
			id, sum, _ := strings.Cut(rest, " ")
			ack.attached[referral.ID(id)] = sum
		case "handed":
			ack.handed = append(ack.handed, rest)
		}
	}
	return ack
}

// checkKilled opens the vault after a kill and finds all that was said.
func checkKilled(t *testing.T, dir string, ack acknowledged, attached map[referral.ID]string) {
	t.Helper()
	ctx := context.Background()
	d, err := program(t).Unlock(ctx, filepath.Join(dir, "vault"), passphrase(t, "pebble orchard kettle"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	c := load(t, d, d.All()[0].ID)
	var said, have, pid int
	fmt.Sscanf(ack.note, "note %d of %d", &said, &pid)
	fmt.Sscanf(c.Referral.Notes, "note %d of %d", &have, &pid)
	if have < said || have > said+1 {
		t.Errorf("said note %d, have %d", said, have)
	}
	documents := map[referral.ID]referral.Document{}
	for _, doc := range c.Referral.Documents {
		documents[doc.ID] = doc
	}
	for id := range ack.attached {
		doc, ok := documents[id]
		if !ok || len(doc.Attachments) != 1 {
			t.Errorf("an attachment is lost")
			continue
		}
		r, err := d.Attachment(ctx, c.ID, doc.Attachments[0].ID)
		if err != nil {
			t.Error(err)
			continue
		}
		sum := sha256.New()
		if _, err := io.Copy(sum, r); err != nil || fmt.Sprintf("%x", sum.Sum(nil)) != attached[id] {
			t.Errorf("an attachment is not what it was: %v", err)
		}
		_ = r.Close()
	}
	if r, err := d.Verify(ctx, nil); err != nil || !r.Sound || r.Unknown != 0 {
		t.Errorf("verify: %+v, %v", r, err)
	}
	// The case must not grow without end over the rounds.
	if len(c.Referral.Documents) > 40 {
		c.Referral.Documents = c.Referral.Documents[:20]
		if _, err := d.Save(ctx, c); err != nil {
			t.Error(err)
		}
	}
}

// checkStick opens every new file with a final name at the office.
func checkStick(t *testing.T, office *casework.Desk, stick string, ack acknowledged, seen map[string]bool) {
	t.Helper()
	entries, err := os.ReadDir(stick)
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, e := range entries {
		there[e.Name()] = true
		path := filepath.Join(stick, e.Name())
		if strings.HasSuffix(e.Name(), ".part") {
			// What a kill leaves under a name that says it is not whole.
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if seen[e.Name()] {
			continue
		}
		seen[e.Name()] = true
		if _, err := office.Open(context.Background(), path, nil); err != nil {
			t.Errorf("a file under a final name does not open: %v", err)
		}
	}
	for _, name := range ack.handed {
		if !there[name] {
			t.Errorf("a file that was said to be written is not there")
		}
	}
}
