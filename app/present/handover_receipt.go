package present

import (
	"context"
	"strings"
)

// ReceiptAnswer is what a receipt told.
type ReceiptAnswer struct {
	Name  string // of who wrote it
	Codes string
	Key   string // of the words for its state
	Again bool   // it was here already
}

// OpenReceipt takes in the receipt at path and says what it tells.
func (h *HandOver) OpenReceipt(path string) Job {
	h.Message, h.Answer = Message{}, ReceiptAnswer{}
	return func(ctx context.Context, _ func(Progress)) func() {
		ack, err := h.desk.TakeReceipt(ctx, path)
		return func() {
			h.Message = MessageOf(err)
			if err != nil {
				return
			}
			var codes []string
			for _, c := range ack.Cases {
				codes = append(codes, c.Code)
			}
			h.Answer = ReceiptAnswer{
				Name: ack.Contact.Name, Codes: strings.Join(codes, ", "),
				Key: answerKey(ack.State), Again: ack.Again,
			}
			h.read()
		}
	}
}

func answerKey(state string) string {
	switch state {
	case "stored", "incomplete", "refused":
		return "handover.answer." + state
	}
	return "handover.answer.other"
}
