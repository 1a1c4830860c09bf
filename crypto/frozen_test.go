package crypto_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"harbour/crypto"
)

// frozen is testdata/frozen.json: a vault's parts of format 1 as a second
// implementation wrote them (testdata/vectors.py), to be readable for ever.
type frozen struct {
	Vault       string
	Passphrase  string
	Slot        string
	Item        uint64
	Kind        byte
	Rev         uint64
	Content     string
	Head        string
	BodyContent string
	Body        string
	RootContent string
	Root        string
	FileItem    uint64
	FileContent string
	FileHead    string
	File        string
	PlantedFile string // under a key of zeros
	Card        string
	Groups      crypto.Groups
	Seed        string
	SigningKey  string
	Message     string
	Signature   string
}

func loadFrozen(t testing.TB) frozen {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "frozen.json"))
	if err != nil {
		t.Fatal(err)
	}
	var f frozen
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func (f frozen) vault(t testing.TB) crypto.VaultID {
	t.Helper()
	return crypto.VaultID(unhex(t, f.Vault))
}

// open returns the frozen vault's keyring, by way of its slot.
func (f frozen) open(t testing.TB) *crypto.Keyring {
	t.Helper()
	k, err := crypto.OpenSlot(f.vault(t), unhex(t, f.Slot), newSecret(t, f.Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(k.Destroy)
	return k
}

func TestFrozenVaultOpens(t *testing.T) {
	f := loadFrozen(t)
	k := f.open(t)

	head, err := k.OpenHead(f.Item, unhex(t, f.Head))
	if err != nil {
		t.Fatal(err)
	}
	if head.Kind != f.Kind || head.Rev != f.Rev || string(head.Content) != f.Content {
		t.Errorf("head: got kind %d, rev %d, %q", head.Kind, head.Rev, head.Content)
	}
	if body, err := k.OpenBody(f.Item, unhex(t, f.Head), unhex(t, f.Body)); err != nil || string(body) != f.BodyContent {
		t.Errorf("body: %v", err)
	}
	if root, err := k.OpenRoot(unhex(t, f.Root)); err != nil || !bytes.Equal(root, unhex(t, f.RootContent)) {
		t.Errorf("root: %v", err)
	}

	file := unhex(t, f.File)
	r, size, err := k.OpenFile(f.FileItem, unhex(t, f.FileHead), bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		t.Fatal(err)
	}
	padding := make([]byte, crypto.Padme(int64(len(f.FileContent)))-int64(len(f.FileContent)))
	if string(content) != f.FileContent+string(padding) {
		t.Error("file: content or padding is another")
	}
}

func TestFrozenVaultRefusesTheWrongWords(t *testing.T) {
	f := loadFrozen(t)
	_, err := crypto.OpenSlot(f.vault(t), unhex(t, f.Slot), newSecret(t, f.Passphrase+"s"))
	if !errors.Is(err, crypto.ErrWrongPassphrase) {
		t.Errorf("got %v, want ErrWrongPassphrase", err)
	}
}

func TestFrozenGroups(t *testing.T) {
	f := loadFrozen(t)
	if got := crypto.GroupsOf(crypto.Digest(unhex(t, f.Card))); got != f.Groups {
		t.Errorf("got %v, want %v", got, f.Groups)
	}
}

// TestFrozenSignature holds in both directions: Ed25519 gives the same bytes
// for the same key and text.
func TestFrozenSignature(t *testing.T) {
	f := loadFrozen(t)
	id := identityOf(t, unhex(t, f.Seed), newAgeIdentity(t))
	if got := id.SigningKey().String(); got != f.SigningKey {
		t.Errorf("got key %s, want %s", got, f.SigningKey)
	}
	block, err := id.Sign(crypto.NamespaceBundle, []byte(f.Message))
	if err != nil {
		t.Fatal(err)
	}
	if string(block) != f.Signature {
		t.Errorf("got block\n%swant\n%s", block, f.Signature)
	}
	key, err := crypto.Verify(crypto.NamespaceBundle, []byte(f.Message), []byte(f.Signature))
	if err != nil || key.String() != f.SigningKey {
		t.Errorf("got %v, %v", key, err)
	}
}
