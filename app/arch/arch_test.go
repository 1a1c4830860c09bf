package arch_test

import (
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"harbour/app/arch"
)

const root = "../.."

func TestRepositoryKeepsTheRules(t *testing.T) {
	faults, err := arch.Scan(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// A guard that sees nothing passes too: each rule must find what is planted,
// where it is planted, and nothing else.
func TestPlantedFaultsAreFound(t *testing.T) {
	planted := os.DirFS("testdata/planted")
	faults, err := arch.Scan(planted)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	proved := map[string]bool{}
	for _, f := range faults {
		got = append(got, f.String())
		proved[f.Rule] = true
	}
	want := wanted(t, planted)
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w+":") }) {
			t.Errorf("not found: %s", w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %d faults, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
	}
	for _, ban := range arch.Bans() {
		if !proved[ban.Name] {
			t.Errorf("nothing is planted for %q", ban.Name)
		}
	}
	if !proved["imports"] {
		t.Error("nothing is planted for the imports")
	}
}

// wanted reads the marks "// want: rule" of planted files as file:line: rule.
func wanted(t testing.TB, tree fs.FS) []string {
	t.Helper()
	mark := regexp.MustCompile(`// want: (.+)$`)
	var list []string
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(tree, name)
		for i, line := range strings.Split(string(raw), "\n") {
			if m := mark.FindStringSubmatch(line); m != nil {
				list = append(list, arch.Fault{File: name, Line: i + 1, Rule: m[1]}.String())
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i] = strings.TrimSuffix(list[i], ": ")
	}
	return list
}

// The translated C library must be the very one that the database driver was
// tested with.
func TestLibcIsTheOneThatSQLiteNames(t *testing.T) {
	ours := read(t, filepath.Join(root, "go.mod"))
	driver := version(t, ours, "modernc.org/sqlite")
	cache := os.Getenv("GOMODCACHE")
	if cache == "" {
		cache = filepath.Join(filepath.SplitList(build.Default.GOPATH)[0], "pkg", "mod")
	}
	theirs := filepath.Join(cache, "modernc.org", "sqlite@"+driver, "go.mod")
	if _, err := os.Stat(theirs); err != nil {
		t.Skipf("the module cache does not hold sqlite %s: not compared", driver)
	}
	got, want := version(t, ours, "modernc.org/libc"), version(t, read(t, theirs), "modernc.org/libc")
	if got != want {
		t.Errorf("modernc.org/libc %s, but sqlite %s names %s", got, driver, want)
	}
}

func version(t testing.TB, gomod, module string) string {
	t.Helper()
	m := regexp.MustCompile(`(?m)^\s*(?:require )?` + regexp.QuoteMeta(module) + ` (v\S+)`).FindStringSubmatch(gomod)
	if m == nil {
		t.Fatalf("go.mod does not name %s", module)
	}
	return m[1]
}

func read(t testing.TB, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
