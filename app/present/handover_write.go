package present

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"harbour/app/casework"
)

// Written is a file that is whole and was read back.
type Written struct {
	File   string // its name
	Folder string
	Name   string // of who can open it
	Codes  string
	Bytes  int64
}

// Again writes the same to a second stick: a hand-over of its own, so that
// what leaves is shown and the passphrase asked for again.
func (h *HandOver) Again() Job {
	h.forget()
	return h.planTo(StepLeaves)
}

// Recognise makes sure that it is the desk's own person who sends.
func (h *HandOver) Recognise() Job {
	if h.recognising || h.Passphrase.Len() == 0 {
		return nil
	}
	h.recognising, h.Message = true, Message{}
	return func(ctx context.Context, _ func(Progress)) func() {
		err := h.desk.Recognise(ctx, h.Passphrase)
		return func() {
			h.recognising = false
			if h.closed {
				h.Passphrase.Destroy()
				return
			}
			h.Passphrase.Wipe()
			h.Recognised, h.Message = err == nil, MessageOf(err)
		}
	}
}

// Write writes the file into a folder. Where it fails or is stopped, nothing
// is left there, and it can be tried again.
func (h *HandOver) Write(dir string) Job {
	if !h.Ready() || h.Step != StepLeaves {
		return nil
	}
	plan := h.plan
	h.Step, h.Message = StepWrite, Message{}
	return func(ctx context.Context, tell func(Progress)) func() {
		out, err := h.desk.HandOver(ctx, plan, dir, tell)
		return func() { h.written(out, err) }
	}
}

// Done reports whether the file is written.
func (h *HandOver) Done() bool { return h.Step == StepWrite && h.Written.File != "" }

func (h *HandOver) written(out casework.HandedOver, err error) {
	if err != nil {
		h.Step, h.Message = StepLeaves, writingMessage(err)
		if errors.Is(err, casework.ErrPlanPassed) {
			h.forget()
			h.Message = MessageOf(err)
		}
		return
	}
	h.Written = Written{
		File: filepath.Base(out.Path), Folder: filepath.Dir(out.Path), Name: out.Contact.Name,
		Codes: strings.Join(out.Cases, ", "), Bytes: out.Bytes,
	}
	h.read()
}

// writingMessage says what went wrong with a file on a stick, where that is
// not what the same error says of the vault.
func writingMessage(err error) Message {
	switch {
	case errors.Is(err, casework.ErrDiskFull):
		return Message{Key: "handover.stick_full"}
	case errors.Is(err, fs.ErrNotExist):
		return Message{Key: "error.stick_gone"}
	}
	return MessageOf(err)
}

// ReadsBack reports whether what was written is being read back.
func ReadsBack(p Progress) bool { return p.Stage == casework.StageRead }
