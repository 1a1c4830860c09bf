package cli

import (
	"fmt"
	"text/tabwriter"

	"harbour/app/casework"
	"harbour/app/referral"
)

type listCommand struct {
	JSON bool `help:"Print JSON."`
}

// Run lists the cases, the one changed last first.
func (c *listCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		all := d.All()
		if c.JSON {
			if all == nil {
				all = []referral.Summary{}
			}
			return r.json(all)
		}
		w := tabwriter.NewWriter(r.Stdout, 0, 4, 2, ' ', 0)
		for _, s := range all {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d%%\t%s\n", s.Code, s.Lead,
				r.say("count.people", "n", s.People), s.Place, percent(s.Points), r.say("state."+string(s.State)))
		}
		return w.Flush()
	})
}

func percent(points [2]int) int {
	if points[1] == 0 {
		return 0
	}
	return 100 * points[0] / points[1]
}

type showCommand struct {
	Case string `arg:"" help:"The case's code or id."`
	JSON bool   `help:"Print the case document."`
}

// Run shows a case.
func (c *showCommand) Run(r *run) error {
	return r.withCase(c.Case, func(d *casework.Desk, open casework.Case) error {
		if c.JSON {
			line, err := d.DocumentText(r.ctx, open.ID)
			if err != nil {
				return err
			}
			return r.raw(line)
		}
		r.show(d, open)
		return nil
	})
}

// show prints what a person wants to see of a case at a glance.
func (r *run) show(d *casework.Desk, c casework.Case) {
	s, _ := d.Summary(c.ID)
	fmt.Fprintf(r.Stdout, "%s  (%s)\n", s.Code, c.ID)
	fmt.Fprintf(r.Stdout, "%s, %d%%\n\n", r.say("state."+string(s.State)), percent(s.Points))
	for i := range c.Referral.People {
		person := &c.Referral.People[i]
		line := person.ShownName()
		if native := person.NativeName(); native != "" {
			line += "  " + native
		}
		label := r.Book.Vocabulary("case_role").Label(person.CaseRole, r.Words.Language())
		fmt.Fprintf(r.Stdout, "  %s  [%s]\n  %s\n", line, label, person.ID)
	}
	for _, doc := range c.Referral.Documents {
		label := r.Book.Vocabulary("document_type").Label(doc.Type, r.Words.Language())
		fmt.Fprintf(r.Stdout, "  %s  %s  %d\n", doc.ID, label, len(doc.Attachments))
	}
	for _, h := range c.Progress.HandOvers {
		r.tell("cli.handed_over_at", "version", h.Version, "when", r.Words.ShortDay(h.At))
	}
	for _, h := range c.Progress.Receipts {
		r.tell("cli.receipt_at", "version", h.Version, "when", r.Words.ShortDay(h.ReceivedAt))
	}
}
