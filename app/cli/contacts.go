package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"harbour/app/casework"
)

// maxCardRead is more than any card has.
const maxCardRead = 64 << 10

type cardCommand struct {
	Out  string `required:"" help:"The file to write." placeholder:"FILE"`
	JSON bool   `help:"Print JSON."`
}

// Run writes the card of this vault and prints its groups.
func (c *cardCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		path, err := d.SaveCard(r.ctx, filepath.Dir(c.Out), filepath.Base(c.Out))
		if err != nil {
			return err
		}
		groups := d.OwnGroups()
		if c.JSON {
			return r.json(map[string]any{"path": path, "name": d.Name(), "groups": groups})
		}
		r.tell("cli.card", "path", path)
		for i := 0; i < len(groups); i += 4 {
			fmt.Fprintln(r.Stdout, "  "+strings.Join(groups[i:i+4], "  "))
		}
		return nil
	})
}

type trustCommand struct {
	Card   string `arg:"" help:"A contact card's file, or the name of a contact."`
	Groups string `help:"The groups that they read out: the four that were asked for, or all twelve."`
	As     string `help:"What to call them here."`
	JSON   bool   `help:"Print JSON."`
}

// Run takes a card in or checks it.
func (c *trustCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		contact, err := c.take(r, d)
		if err != nil {
			return err
		}
		if c.Groups != "" {
			contact, _, err = d.CheckGroups(r.ctx, contact.ID, strings.Fields(c.Groups), "command")
			if err != nil {
				return err
			}
		}
		return c.report(r, contact)
	})
}

// take reads the card, or finds the contact of that name.
func (c *trustCommand) take(r *run, d *casework.Desk) (casework.Contact, error) {
	f, err := os.Open(c.Card)
	if errors.Is(err, os.ErrNotExist) {
		contact, err := d.FindContact(c.Card)
		if err != nil {
			return contact, &namedError{err, "error.contact_unknown"}
		}
		return contact, nil
	}
	if err != nil {
		return casework.Contact{}, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxCardRead))
	if err != nil {
		return casework.Contact{}, err
	}
	return d.TakeCard(r.ctx, text, c.As)
}

func (c *trustCommand) report(r *run, contact casework.Contact) error {
	if c.JSON {
		return r.json(map[string]any{
			"id": contact.ID, "name": contact.Name, "role": contact.Role, "trust": contact.Trust, "groups": contact.Ask,
		})
	}
	r.tell(trustKey(contact.Trust), "name", contact.Name)
	if contact.Trust != casework.TrustChecked {
		var numbers []string
		for _, n := range contact.Ask {
			numbers = append(numbers, strconv.Itoa(n))
		}
		r.tell("cli.ask_groups", "groups", strings.Join(numbers, ", "))
	}
	return nil
}

func trustKey(t casework.Trust) string {
	switch t {
	case casework.TrustChecked:
		return "cli.contact_checked"
	case casework.TrustFirst:
		return "cli.contact_first"
	}
	return "cli.contact_unknown"
}
