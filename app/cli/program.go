// Package cli is Harbour's commands: for scripts, and for machines without a
// screen. Each is one verb of a desk with its words and its exit code.
//
// It never writes anything private to standard error, never echoes the name of
// a file that is attached, and never takes a passphrase from the command line
// or the environment.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/alecthomas/kong"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/words"
)

// The exit codes of every command.
const (
	exitDone    = 0 // also for a file that was taken in before, and an older version
	exitFailed  = 1 // wrong passphrase, vault in use, newer format, disk
	exitUsage   = 2
	exitRefused = 3 // a block, no consent, a contact not checked, practice against real, the wrong role
	exitBroken  = 4 // damaged, truncated, wrapped again, wrong or unknown signer, not a recipient
)

// Program is what the commands work with. Its streams, clock, randomness and
// key-derivation cost are given, so that a test runs the commands themselves.
type Program struct {
	casework.Program
	Words    words.Words
	Practice fs.FS // invented cases and papers
	Stdin    io.Reader
	Stdout   io.Writer
	Stderr   io.Writer
	Env      func(string) string
	// Window opens the window on the vault in dir, until it is closed.
	Window func(dir string) error
}

// Run does what args say and returns the exit code.
func (p *Program) Run(ctx context.Context, args []string) int {
	var grammar grammar
	exited := -1
	parser, err := kong.New(&grammar,
		kong.Name("harbour"), kong.Description(p.say("cli.about")), kong.UsageOnError(),
		kong.Writers(p.Stdout, p.Stderr), kong.Exit(func(code int) { exited = code }),
		kong.Vars{"version": p.Version}, kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		fmt.Fprintln(p.Stderr, "harbour:", err)
		return exitUsage
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintln(p.Stderr, "harbour:", p.say("cli.usage"))
		return exitUsage
	}
	if err := parsed.Run(&run{Program: p, ctx: ctx, global: &grammar.global}); err != nil {
		p.complain(err)
		return exitCode(err)
	}
	return exitDone
}

// run is one command at work.
type run struct {
	*Program
	global *global
	ctx    context.Context
}

// errUsage is returned by a command whose arguments do not go together.
var errUsage = errors.New("arguments do not go together")

// complained is an error of which everything was said already.
type complained struct{ error }

func (c complained) Unwrap() error { return c.error }

// complain says on standard error what went wrong and what can be done.
func (p *Program) complain(err error) {
	var said complained
	if errors.As(err, &said) {
		return
	}
	var named *namedError
	if errors.As(err, &named) {
		fmt.Fprintln(p.Stderr, "harbour:", p.say(named.key))
		return
	}
	if errors.Is(err, errUsage) {
		fmt.Fprintln(p.Stderr, "harbour:", p.say("cli.usage"))
		return
	}
	m := present.MessageOf(err)
	fmt.Fprintln(p.Stderr, "harbour:", p.Words.Text(m.Key, pairs(m.Args)...))
}

// namedError is an error with words of its own.
type namedError struct {
	error
	key string
}

func (e *namedError) Unwrap() error { return e.error }

// exitCode sorts an error into the kinds that a script tells apart.
func exitCode(err error) int {
	switch {
	case errors.Is(err, errUsage):
		return exitUsage
	case isOneOf(err, casework.ErrNotReady, casework.ErrNotChecked, casework.ErrNoConsent, casework.ErrPractice,
		casework.ErrRole, casework.ErrGroups, casework.ErrPlanPassed):
		return exitRefused
	case isOneOf(err, casework.ErrDamaged, casework.ErrTruncated, casework.ErrChanged, casework.ErrRewrapped,
		casework.ErrUnknownSender, casework.ErrOtherSigner, casework.ErrNotRecipient, casework.ErrNotBundle,
		casework.ErrFork, casework.ErrCard, casework.ErrUnknownBundle, casework.ErrMalformed, casework.ErrLimit):
		return exitBroken
	}
	return exitFailed
}

func isOneOf(err error, those ...error) bool {
	for _, e := range those {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func (p *Program) say(key string, args ...any) string { return p.Words.Text(key, args...) }

// tell writes one line for people.
func (p *Program) tell(key string, args ...any) { fmt.Fprintln(p.Stdout, p.say(key, args...)) }

func pairs(args map[string]any) []any {
	var list []any
	for name, value := range args {
		list = append(list, name, value)
	}
	return list
}
