package arch

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Fault is one break of a rule. Rule is "imports" or the name of a Ban.
type Fault struct {
	File string
	Line int
	Rule string
	Text string
}

// String returns file, line and what is wrong there.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Rule, f.Text)
}

// Scan reads every Go file of a source tree but tests, testdata and folders
// that begin with a dot or underscore, and returns the faults in the order of
// files. The error is that of a file that cannot be read or parsed.
func Scan(tree fs.FS) ([]Fault, error) {
	var faults []Fault
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if skipped(name) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		found, err := scanFile(tree, name)
		faults = append(faults, found...)
		return err
	})
	return faults, err
}

func skipped(dir string) bool {
	base := path.Base(dir)
	return base == "testdata" || base != "." && strings.ContainsAny(base[:1], "._")
}

func scanFile(tree fs.FS, name string) ([]Fault, error) {
	raw, err := fs.ReadFile(tree, name)
	if err != nil {
		return nil, err
	}
	s := source{name: name, set: token.NewFileSet(), names: map[string]string{}}
	if s.file, err = parser.ParseFile(s.set, name, raw, parser.SkipObjectResolution); err != nil {
		return nil, err
	}
	s.scan()
	return s.faults, nil
}

// source is one file on its way through the rules.
type source struct {
	name   string
	set    *token.FileSet
	file   *ast.File
	names  map[string]string // what an import is called here, to its path
	faults []Fault
}

func (s *source) scan() {
	room, known := Rooms()[path.Dir(s.name)]
	if !known {
		s.fault(s.file.Package, "imports", "package has no row in the table")
	}
	for _, spec := range s.file.Imports {
		what, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // the parser has refused it already
		}
		s.names[localName(spec, what)] = what
		if known && !room.allows(what) {
			s.fault(spec.Pos(), "imports", "may not import "+what)
		}
	}
	for _, ban := range Bans() {
		if ban.holds(s.name) {
			s.apply(ban)
		}
	}
}

func (s *source) apply(ban Ban) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			what, _ := strconv.Unquote(n.Path.Value) // scan has read it
			if slices.ContainsFunc(ban.Imports, func(b string) bool { return matches(b, what, "/") }) {
				s.fault(n.Pos(), ban.Name, ban.Why)
			}
		case *ast.SelectorExpr:
			x, ok := n.X.(*ast.Ident)
			if !ok || s.names[x.Name] == "" {
				break
			}
			what := s.names[x.Name] + "." + n.Sel.Name
			if slices.ContainsFunc(ban.Calls, func(b string) bool { return matches(b, what, "*") }) {
				s.fault(n.Pos(), ban.Name, ban.Why)
			}
		case *ast.GoStmt:
			if ban.GoKeyword {
				s.fault(n.Pos(), ban.Name, ban.Why)
			}
		}
		return true
	})
}

func (s *source) fault(pos token.Pos, rule, text string) {
	s.faults = append(s.faults, Fault{s.name, s.set.Position(pos).Line, rule, text})
}

// allows reports whether a package of this room may import what. Std has no
// dot in its first part; what of it is unwanted stands in the bans.
func (r Room) allows(what string) bool {
	if ours, ok := strings.CutPrefix(what, Module+"/"); ok {
		return slices.Contains(r.Ours, All) || slices.Contains(r.Ours, ours)
	}
	first, _, _ := strings.Cut(what, "/")
	if !strings.Contains(first, ".") {
		return true
	}
	return slices.ContainsFunc(r.Outside, func(o string) bool { return within(what, o) })
}

func (b Ban) holds(file string) bool {
	if slices.ContainsFunc(b.Except, func(e string) bool { return file == e || path.Dir(file) == e }) {
		return false
	}
	return b.In == nil || slices.ContainsFunc(b.In, func(in string) bool { return within(file, in) })
}

// matches reports whether what is the pattern, or begins with one that ends
// in the mark.
func matches(pattern, what, mark string) bool {
	if !strings.HasSuffix(pattern, mark) {
		return pattern == what
	}
	return strings.HasPrefix(what, strings.TrimSuffix(pattern, "*"))
}

func within(what, folder string) bool {
	return what == folder || strings.HasPrefix(what, folder+"/")
}

// localName is the name by which a file speaks of an import. Without an alias
// that is the last part of the path, before it for a major version.
func localName(spec *ast.ImportSpec, what string) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	base := path.Base(what)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(what))
	}
	return base
}
