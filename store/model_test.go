package store_test

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"harbour/store"
	"pgregory.net/rapid"
)

// modelItem is what the model knows of one item.
type modelItem struct {
	item    store.Item
	content []byte
	body    []byte // nil for none
	file    []byte // nil for no attachment
}

// model is a vault and what it must hold.
type model struct {
	t     *testing.T
	dir   string
	v     *store.Vault
	items map[store.ID]modelItem
	past  []store.Item // revisions that have passed
	audit [][]byte
}

func TestVault_behaves_as_a_map(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := &model{t: t, dir: newVault(t, &store.Write{}), items: map[store.ID]modelItem{}}
		m.v, _ = open(t, m.dir)
		defer func() { closeVault(t, m.v) }()
		rt.Repeat(map[string]func(*rapid.T){
			"write":  m.write,
			"past":   m.changePast,
			"reopen": m.reopen,
			"body":   m.checkBodies,
		})
		m.reopen(rt)
		m.checkBodies(rt)
		verify(t, m.v)
	})
}

// write commits one to five changes of different items.
func (m *model) write(rt *rapid.T) {
	w := &store.Write{}
	var after []modelItem
	var audit [][]byte
	free := slices.Sorted(maps.Keys(m.items))
	for range rapid.IntRange(1, 5).Draw(rt, "changes") {
		op := rapid.SampledFrom([]string{"add", "attach", "audit", "replace", "head", "remove"}).Draw(rt, "op")
		content := rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(rt, "content")
		switch op {
		case "add":
			body := drawBody(rt)
			w.Add(kindTest+store.Kind(len(content)%3), content, body)
			after = append(after, modelItem{content: content, body: body})
			continue
		case "attach":
			file := append([]byte{}, rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(rt, "file")...)
			w.AddFile(newFile(m.t, m.v, file), content)
			after = append(after, modelItem{content: content, file: file})
			continue
		case "audit":
			w.Audit(content)
			audit = append(audit, content)
			continue
		}
		if len(free) == 0 {
			continue
		}
		i := rapid.IntRange(0, len(free)-1).Draw(rt, "item")
		before := m.items[free[i]]
		free = slices.Delete(free, i, i+1)
		m.past = append(m.past, before.item)
		now := modelItem{content: content, body: before.body, file: before.file}
		switch {
		case op == "remove":
			w.Remove(before.item)
			now = modelItem{item: before.item}
		case op == "replace" && before.file == nil:
			now.body = drawBody(rt)
			w.Replace(before.item, content, now.body)
		default:
			w.ReplaceHead(before.item, content)
		}
		after = append(after, now)
	}
	got := commit(m.t, m.v, w)
	if len(got) != len(after)+len(audit) {
		rt.Fatalf("got %d items, want %d", len(got), len(after)+len(audit))
	}
	for i, a := range after {
		if a.item.ID != 0 {
			delete(m.items, a.item.ID)
			continue
		}
		a.item = got[i]
		m.items[got[i].ID] = a
	}
	m.audit = append(m.audit, audit...)
}

func drawBody(rt *rapid.T) []byte {
	if rapid.Bool().Draw(rt, "no body") {
		return nil
	}
	return append([]byte{}, rapid.SliceOfN(rapid.Byte(), 0, 6000).Draw(rt, "body")...)
}

// changePast tries a change over a revision that is no longer the newest.
func (m *model) changePast(rt *rapid.T) {
	if len(m.past) == 0 {
		rt.Skip("nothing has passed")
	}
	w := &store.Write{}
	w.Audit([]byte("never there"))
	w.ReplaceHead(rapid.SampledFrom(m.past).Draw(rt, "past"), []byte("never there"))
	gen, state := m.v.State()
	if _, err := m.v.Commit(context.Background(), w); !errors.Is(err, store.ErrConflict) {
		rt.Fatalf("got %v, want ErrConflict", err)
	}
	if g, s := m.v.State(); g != gen || s != state {
		rt.Fatal("a refused change moved the state")
	}
}

// reopen closes and unlocks the vault and compares every head.
func (m *model) reopen(rt *rapid.T) {
	gen, state := m.v.State()
	closeVault(m.t, m.v)
	var items map[store.ID]store.Item
	m.v, items = open(m.t, m.dir)
	if g, s := m.v.State(); g != gen || s != state {
		rt.Fatal("state differs after unlock")
	}
	if m.v.Damage().Any() {
		rt.Fatalf("damage after unlock: %+v", m.v.Damage())
	}
	for id, item := range items {
		if item.IsAudit() {
			n, content := item.AuditEntry()
			if n == 0 || n > uint64(len(m.audit)) || !bytes.Equal(content, m.audit[n-1]) {
				rt.Fatalf("audit entry %d is not the one that was written", n)
			}
			continue
		}
		want, ok := m.items[id]
		if !ok || !bytes.Equal(item.Content, want.content) || item.Kind != want.item.Kind || item.Rev != want.item.Rev {
			rt.Fatalf("item %d is not the one that was written", id)
		}
		want.item = item
		m.items[id] = want
	}
	if len(items) != len(m.items)+len(m.audit) {
		rt.Fatalf("got %d items, want %d", len(items), len(m.items)+len(m.audit))
	}
}

// checkBodies compares every body and attachment.
func (m *model) checkBodies(rt *rapid.T) {
	for _, want := range m.items {
		if want.file != nil {
			if got := readFile(m.t, m.v, want.item); !bytes.Equal(got, want.file) {
				rt.Fatalf("attachment differs: got %d bytes", len(got))
			}
			continue
		}
		body, err := m.v.Body(context.Background(), want.item)
		if want.body == nil {
			if !errors.Is(err, store.ErrNotFound) {
				rt.Fatalf("no body: got %v", err)
			}
		} else if err != nil || !bytes.Equal(body, want.body) {
			rt.Fatalf("body differs: %v", err)
		}
	}
}
