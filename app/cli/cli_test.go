package cli_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"harbour/app/casework"
	"harbour/app/cli"
	"harbour/app/referral"
	"harbour/app/words"
	"harbour/assets"
	"harbour/crypto"
)

// TestMain makes the test binary the program: scripts run it as harbour, with
// a key derivation that costs nothing and the day of the practice cases.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"harbour": func() { os.Exit(run(os.Args[1:])) }})
}

func run(args []string) int {
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		panic(err)
	}
	language, err := words.Parse(assets.Words())
	if err != nil {
		panic(err)
	}
	codes, err := assets.Wordlist(assets.CaseWords)
	if err != nil {
		panic(err)
	}
	p := casework.NewProgram(book, strings.Fields(string(codes)), "test")
	p.Cost = func() crypto.Cost { return crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1} }
	p.Now = now
	commands := &cli.Program{
		Program: p, Words: language.In("en"), Practice: assets.Practice(),
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Getenv,
		Window: func(string) error { return nil },
	}
	return commands.Run(context.Background(), args)
}

func now() time.Time { return time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC) }

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			names, err := fs.Glob(assets.Practice(), "*")
			if err != nil {
				return err
			}
			for _, name := range names {
				b, err := fs.ReadFile(assets.Practice(), name)
				if err != nil {
					return err
				}
				if err := os.WriteFile(filepath.Join(env.WorkDir, name), b, 0o600); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "groups": groups, "damage": damage, "leaks": leaks, "word": word,
			"agrees": agrees,
		},
	})
}

// exits runs harbour and wants the exit code that it names first.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE ARGS…")
	}
	err := ts.Exec("harbour", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// groups reads the groups that are asked for out of what trust has printed as
// JSON and what card has: groups ASKED CARD VARIABLE.
func groups(ts *testscript.TestScript, neg bool, args []string) {
	asked := numbers(ts.ReadFile(args[0]))
	all := numbers(ts.ReadFile(args[1]))
	var told []string
	for _, n := range asked {
		i := 0
		for _, r := range n {
			i = 10*i + int(r-'0')
		}
		told = append(told, all[i-1])
	}
	ts.Setenv(args[2], strings.Join(told, " "))
}

// numbers returns the numbers in the array "groups" of a JSON text.
func numbers(text string) []string {
	_, rest, _ := strings.Cut(text, `"groups":[`)
	list, _, _ := strings.Cut(rest, "]")
	return strings.Split(strings.ReplaceAll(list, `"`, ""), ",")
}

// damage flips one bit of a file at an offset from its end.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	b[len(b)-100] ^= 1
	ts.Check(os.WriteFile(path, b, 0o600))
}

// word puts the first word that a file has after a marker into a variable:
// word FILE MARKER VARIABLE.
func word(ts *testscript.TestScript, neg bool, args []string) {
	_, rest, ok := strings.Cut(ts.ReadFile(args[0]), args[1])
	if !ok {
		ts.Fatalf("%q is not there", args[1])
	}
	end := strings.IndexAny(rest, "\"\n ,")
	ts.Setenv(args[2], rest[:max(end, 0)])
}
