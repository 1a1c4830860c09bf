package cli

import (
	"bufio"
	"errors"
	"io"
	"os"

	"harbour/app/casework"
)

// maxDocument is more than any case document may have.
const maxDocument = 1 << 20

type addCommand struct {
	Files []string `arg:"" help:"Case documents (JSON); - reads one a line from standard input." name:"file"`
	JSON  bool     `help:"Print JSON."`
}

// Run takes documents in, each in a transaction of its own. The first failure
// sets the exit code; the others go on.
func (c *addCommand) Run(r *run) error {
	if len(c.Files) > 1 && r.global.PassphraseFile == "-" {
		for _, f := range c.Files {
			if f == "-" {
				return errUsage
			}
		}
	}
	return r.withDesk(func(d *casework.Desk) error {
		a := &adding{run: r, desk: d, json: c.JSON, taken: []casework.Taken{}}
		for _, name := range c.Files {
			if name == "-" {
				a.lines(r.Stdin)
			} else {
				a.file(name)
			}
		}
		if c.JSON {
			if err := r.json(a.taken); err != nil {
				return err
			}
		}
		if a.first != nil {
			return complained{a.first}
		}
		return nil
	})
}

// adding is documents on their way in.
type adding struct {
	*run
	desk  *casework.Desk
	json  bool
	taken []casework.Taken
	first error
}

func (a *adding) file(name string) {
	f, err := os.Open(name)
	if err != nil {
		a.fail(err)
		return
	}
	defer f.Close()
	document, err := io.ReadAll(io.LimitReader(f, maxDocument))
	if err != nil {
		a.fail(err)
		return
	}
	a.take(document)
}

func (a *adding) lines(r io.Reader) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxDocument)
	for lines.Scan() {
		if len(lines.Bytes()) > 0 {
			a.take(lines.Bytes())
		}
	}
	if err := lines.Err(); err != nil {
		a.fail(err)
	}
}

func (a *adding) take(document []byte) {
	taken, err := a.desk.Take(a.ctx, document)
	if err != nil {
		a.fail(err)
		return
	}
	a.taken = append(a.taken, taken)
	if !a.json {
		a.tell(takenKey(taken.Result), "case", taken.Code)
	}
}

// fail says what went wrong with one document and remembers the first.
func (a *adding) fail(err error) {
	a.complain(err)
	if a.first == nil {
		a.first = errors.Join(err)
	}
}

func takenKey(result string) string {
	switch result {
	case casework.TakenUpdated:
		return "cli.updated"
	case casework.TakenSame:
		return "cli.same"
	}
	return "cli.added"
}
