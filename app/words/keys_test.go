package words_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"harbour/app/words"
	"harbour/assets"
)

// Every key that code of ours asks for has its words.
func TestKeysUsedInCodeExist(t *testing.T) {
	b := english(t)
	known := map[string]bool{}
	book, err := words.Parse(assets.Words())
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range book.Keys() {
		known[key] = true
	}
	used, err := keysUsed(os.DirFS(".."), areas(known))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, u := range used {
		seen[u.key] = true
		if !u.prefix && !b.Has(u.key) {
			t.Errorf("%s: no words for %s", u.at, u.key)
		}
		if u.prefix && !slices.ContainsFunc(book.Keys(), func(k string) bool { return strings.HasPrefix(k, u.key) }) {
			t.Errorf("%s: no words begin with %s", u.at, u.key)
		}
	}
	for _, key := range book.Keys() {
		// Soft: words are often written before their screen.
		if !seen[key] && !slices.ContainsFunc(used, func(u use) bool { return u.prefix && strings.HasPrefix(key, u.key) }) {
			t.Logf("not used by name: %s", key)
		}
	}
}

// A language that lacks a key falls back to English, and no release should.
func TestLanguagesAreWhole(t *testing.T) {
	b, err := words.Parse(assets.Words())
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range b.Languages() {
		for _, key := range b.Missing(lang) {
			t.Errorf("%s lacks %s", lang, key)
		}
	}
}

func TestPlantedKeysAreFound(t *testing.T) {
	used, err := keysUsed(os.DirFS("testdata/planted"), map[string]bool{"foot": true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range used {
		got = append(got, u.key)
	}
	want := []string{"foot.saved", "foot.as_constant", "alone", "foot.in_field", "foot.converted", "in_list", "foot.begins.", "foot.loose"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// use is one key in code. A prefix is what a key is built on: "section." + id.
type use struct {
	key, at string
	prefix  bool
}

// areas are the first parts of keys: any text that looks like a key of a known
// area is taken for one, wherever it stands.
func areas(known map[string]bool) map[string]bool {
	all := map[string]bool{}
	for key := range known {
		area, _, _ := strings.Cut(key, ".")
		all[area] = true
	}
	return all
}

func keysUsed(tree fs.FS, areas map[string]bool) ([]use, error) {
	var all []use
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if path.Base(name) == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		raw, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, raw, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		all = append(all, usesIn(set, file, areas)...)
		return nil
	})
	return all, err
}

func usesIn(set *token.FileSet, file *ast.File, areas map[string]bool) []use {
	sure := map[*ast.BasicLit]bool{}
	ast.Inspect(file, func(n ast.Node) bool { markSure(n, sure); return true })
	var all []use
	imports := map[*ast.BasicLit]bool{}
	for _, spec := range file.Imports {
		imports[spec.Path] = true
	}
	ast.Inspect(file, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING || imports[literal] {
			return true
		}
		text, err := strconv.Unquote(literal.Value)
		if err == nil && (sure[literal] || looksLikeKey(text, areas)) {
			p := set.Position(literal.Pos())
			all = append(all, use{text, fmt.Sprintf("%s:%d", p.Filename, p.Line), strings.HasSuffix(text, ".") || strings.HasSuffix(text, "_")})
		}
		return true
	})
	return all
}

// markSure marks the literals that stand where only a key can: the first
// argument of Text, a Key constant or conversion, a field or list of them.
func markSure(n ast.Node, sure map[*ast.BasicLit]bool) {
	mark := func(values ...ast.Expr) {
		for _, v := range values {
			if literal, ok := v.(*ast.BasicLit); ok {
				sure[literal] = true
			}
		}
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		selector, method := n.Fun.(*ast.SelectorExpr)
		if (isKey(n.Fun) || method && selector.Sel.Name == "Text") && len(n.Args) > 0 {
			mark(n.Args[0])
		}
	case *ast.ValueSpec:
		if isKey(n.Type) {
			mark(n.Values...)
		}
	case *ast.KeyValueExpr:
		// Choices have a Key, too: a word without an area.
		if literal, ok := n.Value.(*ast.BasicLit); ok && isKey(n.Key) && strings.Contains(literal.Value, ".") {
			mark(n.Value)
		}
	case *ast.CompositeLit:
		if list, ok := n.Type.(*ast.ArrayType); ok && isKey(list.Elt) {
			mark(n.Elts...)
		}
	}
}

func isKey(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "Key"
	case *ast.SelectorExpr:
		return e.Sel.Name == "Key"
	}
	return false
}

var keyForm = regexp.MustCompile(`^([a-z_]+)\.([a-z0-9_]+\.)*[a-z0-9_]*$`)

func looksLikeKey(text string, areas map[string]bool) bool {
	m := keyForm.FindStringSubmatch(text)
	if m == nil || !areas[m[1]] {
		return false
	}
	return !slices.Contains([]string{".go", ".json", ".txt", ".png", ".svg", ".db", ".age", ".part", ".lock"}, path.Ext(text))
}
