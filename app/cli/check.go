package cli

import (
	"fmt"

	"harbour/app/casework"
	"harbour/app/referral"
)

type checkCommand struct {
	Case string `arg:"" help:"The case's code or id."`
	JSON bool   `help:"Print JSON."`
}

// Run says what stops a referral and what to look at, each with its reason and
// source.
func (c *checkCommand) Run(r *run) error {
	return r.withCase(c.Case, func(d *casework.Desk, open casework.Case) error {
		report := d.Check(open, "")
		if c.JSON {
			if err := r.json(report); err != nil {
				return err
			}
		} else {
			r.report(report)
		}
		if !report.Ready {
			return complained{casework.ErrNotReady}
		}
		return nil
	})
}

// report prints a readiness report.
func (r *run) report(report referral.Report) {
	if report.Ready {
		r.tell("cli.ready", "case", report.Code)
	} else {
		r.tell("cli.not_ready", "case", report.Code)
	}
	r.tell("count.points", "n", report.Points[0], "all", report.Points[1])
	for _, f := range report.Findings {
		if f.State == referral.Later && f.Severity == referral.Look {
			continue
		}
		mark := "!"
		if f.Severity == referral.Blocks {
			mark = "x"
		}
		fmt.Fprintf(r.Stdout, "\n%s %s\n  %s\n  %s, %s\n", mark, f.Title, f.Why, f.Rule, f.Source)
	}
}
