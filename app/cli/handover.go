package cli

import (
	"fmt"
	"strings"

	"harbour/app/casework"
	"harbour/app/referral"
)

type exportCommand struct {
	To    string   `required:"" help:"The name of the contact who gets it."`
	Out   string   `required:"" help:"The folder to write into." placeholder:"DIR"`
	Cases []string `arg:"" name:"case" help:"Codes or ids."`
	JSON  bool     `help:"Print JSON."`
}

// Run hands referrals over as one file and prints its path.
func (c *exportCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		contact, err := d.FindContact(c.To)
		if err != nil {
			return &namedError{err, "error.contact_unknown"}
		}
		var ids []referral.ID
		for _, text := range c.Cases {
			id, err := findCase(d, text)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		plan, err := d.Plan(r.ctx, contact.ID, ids...)
		if err != nil {
			return err
		}
		out, err := d.HandOver(r.ctx, plan, c.Out, nil)
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(map[string]any{"path": out.Path, "bundle_id": out.BundleID, "cases": out.Cases, "bytes": out.Bytes})
		}
		fmt.Fprintln(r.Stdout, out.Path)
		return nil
	})
}

type openCommand struct {
	File    string `arg:"" help:"The file that came."`
	Receipt string `help:"Register it and write the receipt into DIR." placeholder:"DIR"`
	JSON    bool   `help:"Print JSON."`
}

// opened is what open prints as JSON.
type opened struct {
	BundleID string                  `json:"bundle_id"`
	Sender   string                  `json:"sender"`
	Trust    casework.Trust          `json:"trust"`
	Again    bool                    `json:"again"`
	Cases    []casework.ReceivedCase `json:"cases"`
	Notes    []string                `json:"notes,omitempty"`
	Receipt  string                  `json:"receipt,omitempty"`
}

// Run verifies a file, takes it in, and writes the receipt where asked.
func (c *openCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		got, err := d.Open(r.ctx, c.File, nil)
		if err != nil {
			return r.explainSender(err, got.Contact)
		}
		out := opened{
			BundleID: got.BundleID, Sender: got.Contact.Name, Trust: got.Contact.Trust, Again: got.Again,
			Cases: got.Cases, Notes: got.Notes,
		}
		if c.Receipt != "" {
			receipt, err := d.Accept(r.ctx, got.BundleID, c.Receipt, nil)
			if err != nil {
				return err
			}
			out.Receipt = receipt.Path
		}
		if c.JSON {
			return r.json(out)
		}
		r.tellOpened(out)
		return nil
	})
}

// explainSender says of a sender whom nobody knows which groups to ask for.
func (r *run) explainSender(err error, sender casework.Contact) error {
	if !isOneOf(err, casework.ErrUnknownSender) {
		return err
	}
	r.complain(err)
	var numbers []string
	for _, n := range sender.Ask {
		numbers = append(numbers, fmt.Sprint(n))
	}
	fmt.Fprintln(r.Stderr, "harbour:", r.say("cli.ask_sender", "name", sender.Name, "groups", strings.Join(numbers, ", ")))
	return complained{err}
}

func (r *run) tellOpened(out opened) {
	if out.Again {
		r.tell("cli.again")
	}
	key := "cli.signed_checked"
	if out.Trust != casework.TrustChecked {
		key = "cli.signed_first"
	}
	r.tell(key, "name", out.Sender)
	for _, c := range out.Cases {
		fmt.Fprintf(r.Stdout, "  %s  %s  %s\n", c.Code, r.say("cli.version", "n", c.Version), r.say("cli.result_"+c.Result))
	}
	for _, note := range out.Notes {
		r.tell(note)
	}
	if out.Receipt != "" {
		r.tell("cli.receipt_written", "path", out.Receipt)
	}
}

type receiptCommand struct {
	File string `arg:"" help:"The receipt that came back."`
	JSON bool   `help:"Print JSON."`
}

// Run takes a receipt in.
func (c *receiptCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		ack, err := d.TakeReceipt(r.ctx, c.File)
		if err != nil {
			return r.explainSender(err, ack.Contact)
		}
		if c.JSON {
			return r.json(map[string]any{"sender": ack.Contact.Name, "state": ack.State, "again": ack.Again, "cases": ack.Cases})
		}
		if ack.Again {
			r.tell("cli.again")
		}
		r.tell("cli.receipt_state_"+ack.State, "name", ack.Contact.Name)
		for _, c := range ack.Cases {
			fmt.Fprintf(r.Stdout, "  %s  %s  %s\n", c.Code, r.say("cli.version", "n", c.Version), r.say("cli.result_"+c.Result))
		}
		return nil
	})
}
