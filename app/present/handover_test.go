package present_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
)

// leaves takes a case to the step What leaves, with the passphrase given.
func leaves(t testing.TB, p pair, id, to string) *present.HandOver {
	t.Helper()
	h := present.NewHandOver(p.field, present.Route{Case: id, Contact: to})
	t.Cleanup(h.Close)
	do(t, h.Next())
	if next := h.Next(); next != nil || h.Step != present.StepLeaves {
		t.Fatalf("step %d, %+v", h.Step, h.Missing)
	}
	putWords(h.Passphrase, pairWords)
	do(t, h.Recognise())
	if !h.Recognised {
		t.Fatalf("not recognised: %+v", h.Message)
	}
	return h
}

func TestHandOver_goes_step_by_step(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "family-of-four.json"), trust(t, p.field, p.office)
	h := present.NewHandOver(p.field, present.Route{})
	defer h.Close()

	if h.Ready() || h.Next() != nil || h.Step != present.StepCases {
		t.Error("went on without a referral")
	}
	h.Toggle(id)
	h.Next()
	if h.Step != present.StepToWhom || h.Title() != "Kestrel 27" || h.Ready() {
		t.Fatalf("step %d, title %q", h.Step, h.Title())
	}
	if !h.Choose(to) {
		t.Fatal("a checked office cannot be chosen")
	}
	do(t, h.Next())
	if h.Step != present.StepMissing || len(h.Missing) != 1 || h.Missing[0].Blocks != 0 {
		t.Fatalf("step %d, missing %+v", h.Step, h.Missing)
	}
	h.Next()
	checkLeaving(t, h)
	if h.Ready() || h.Write(p.stick) != nil {
		t.Error("could be written without the passphrase")
	}
	putWords(h.Passphrase, pairWords)
	do(t, h.Recognise())
	var stages []string
	doWith(t, context.Background(), h.Write(p.stick), func(at present.Progress) { stages = append(stages, at.Stage) })
	if !h.Done() || h.Written.Name != "Meridian" || h.Written.Folder != p.stick {
		t.Fatalf("written %+v, %+v", h.Written, h.Message)
	}
	if !slices.Contains(stages, casework.StageWrite) || !slices.Contains(stages, casework.StageRead) {
		t.Errorf("told %v", stages)
	}
	if files := filesIn(t, p.stick); !slices.Equal(files, []string{h.Written.File}) {
		t.Errorf("on the stick: %v", files)
	}
}

func checkLeaving(t *testing.T, h *present.HandOver) {
	t.Helper()
	if h.Step != present.StepLeaves || len(h.Leaving) != 1 || h.Bytes == 0 {
		t.Fatalf("step %d, leaving %+v", h.Step, h.Leaving)
	}
	found := map[string]present.LeavingLine{}
	for _, l := range h.Leaving[0].Lines {
		found[l.Section] = l
	}
	if people := found["people"]; people.Leave == referral.LeavesNone || len(people.People) == 0 {
		t.Errorf("people: %+v", people)
	}
	if papers := found["documents"]; papers.Leave != referral.LeavesPart || papers.Count >= papers.Of || len(papers.WhyKeys) == 0 {
		t.Errorf("documents: %+v", papers)
	}
	if safe := found["safe_contact"]; safe.Leave != referral.LeavesNone {
		t.Errorf("safe contact: %+v", safe)
	}
	if len(h.Warnings) != 1 || h.Warnings[0].Key != "handover.turns_22" {
		t.Errorf("warnings: %+v", h.Warnings)
	}
}

func TestHandOver_chooses_checked_offices_alone(t *testing.T) {
	p := newPair(t)
	id := takeCase(t, p.field, "one-in-hiding.json")
	amber := meet(t, p.field, p.office)
	h := present.NewHandOver(p.field, present.Route{Case: id, Contact: amber})
	defer h.Close()
	if h.Step != present.StepToWhom || h.To.ID != "" || h.Choose(amber) || h.Next() != nil {
		t.Errorf("an office that is not checked was chosen: %+v", h.To)
	}
	if len(h.Offices) != 1 || h.Offices[0].Trust != present.TrustFirst {
		t.Errorf("offices: %+v", h.Offices)
	}
}

func TestHandOver_stops_at_what_is_missing(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "not-ready.json"), trust(t, p.field, p.office)
	h := present.NewHandOver(p.field, present.Route{Case: id, Contact: to})
	defer h.Close()
	do(t, h.Next())
	if h.Ready() || h.Next() != nil || h.Step != present.StepMissing {
		t.Fatalf("went past what is missing: step %d", h.Step)
	}
	line := h.Missing[0].Lines[0]
	if !line.Blocks || line.Title == "" || line.To.Page != present.PageEditor || line.To.Case != id || line.To.Section == "" {
		t.Errorf("first line: %+v", line)
	}
}

func TestHandOver_wrong_passphrase(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "one-in-hiding.json"), trust(t, p.field, p.office)
	h := present.NewHandOver(p.field, present.Route{Case: id, Contact: to})
	defer h.Close()
	do(t, h.Next())
	h.Next()
	if h.Recognise() != nil {
		t.Error("nothing typed can be recognised")
	}
	putWords(h.Passphrase, "some other words")
	do(t, h.Recognise())
	if h.Recognised || h.Message.Key != "error.wrong_passphrase" || h.Passphrase.Len() != 0 || h.Ready() {
		t.Errorf("recognised %v, message %+v", h.Recognised, h.Message)
	}
	putWords(h.Passphrase, pairWords)
	do(t, h.Recognise())
	if !h.Recognised || !h.Message.Empty() {
		t.Errorf("message %+v", h.Message)
	}
	if h.Back(); h.Recognised {
		t.Error("stays recognised after going back")
	}
}

func TestHandOver_cancel_leaves_nothing(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "one-in-hiding.json"), trust(t, p.field, p.office)
	h := leaves(t, p, id, to)
	ctx, cancel := context.WithCancel(context.Background())
	doWith(t, ctx, h.Write(p.stick), func(present.Progress) { cancel() })
	if h.Done() || h.Step != present.StepLeaves || h.Message.Key != "error.cancelled" {
		t.Fatalf("step %d, message %+v", h.Step, h.Message)
	}
	if left := filesIn(t, p.stick); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if open := p.field.Desk.Unfinished(); len(open) != 0 {
		t.Errorf("unfinished: %+v", open)
	}
	do(t, h.Write(p.stick))
	if !h.Done() {
		t.Errorf("not written at the second try: %+v", h.Message)
	}
}

func TestHandOver_failures(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "one-in-hiding.json"), trust(t, p.field, p.office)
	t.Run("the stick is gone", func(t *testing.T) {
		h := leaves(t, p, id, to)
		do(t, h.Write(filepath.Join(p.stick, "gone")))
		if h.Step != present.StepLeaves || h.Message.Key != "error.stick_gone" {
			t.Errorf("step %d, message %+v", h.Step, h.Message)
		}
	})
	t.Run("changed since it was shown", func(t *testing.T) {
		h := leaves(t, p, id, to)
		ctx := context.Background()
		c, err := p.field.Desk.Load(ctx, referral.ID(id))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.field.Desk.Save(ctx, c); err != nil {
			t.Fatal(err)
		}
		do(t, h.Write(p.stick))
		if h.Message.Key != "error.plan_stale" || h.Recognised || len(filesIn(t, p.stick)) != 0 {
			t.Errorf("message %+v, recognised %v", h.Message, h.Recognised)
		}
	})
	t.Run("doubted since it was shown", func(t *testing.T) {
		h := leaves(t, p, id, to)
		if _, err := p.field.Desk.Doubt(context.Background(), referral.ID(to)); err != nil {
			t.Fatal(err)
		}
		do(t, h.Write(p.stick))
		if h.Message.Key != "error.not_checked" || len(filesIn(t, p.stick)) != 0 {
			t.Errorf("message %+v", h.Message)
		}
	})
}

func TestHandOver_second_stick_and_receipt(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "one-in-hiding.json"), trust(t, p.field, p.office)
	trust(t, p.office, p.field)
	h := leaves(t, p, id, to)
	do(t, h.Write(p.stick))
	first := filepath.Join(h.Written.Folder, h.Written.File)
	do(t, h.Again())
	if h.Step != present.StepLeaves || h.Recognised || h.Done() {
		t.Fatalf("again: step %d, recognised %v", h.Step, h.Recognised)
	}
	putWords(h.Passphrase, pairWords)
	do(t, h.Recognise())
	second := t.TempDir()
	do(t, h.Write(second))
	if !h.Done() || len(filesIn(t, second)) != 1 {
		t.Fatalf("second stick: %+v", h.Message)
	}

	in := present.NewInbox(p.office)
	do(t, in.OpenFile(first))
	do(t, in.Accept(p.stick))
	do(t, h.OpenReceipt(filepath.Join(in.Receipt.Folder, in.Receipt.File)))
	if h.Answer.Key != "handover.answer.stored" || h.Answer.Name != "Meridian" || h.Answer.Codes != "Heron 18" {
		t.Errorf("answer %+v, message %+v", h.Answer, h.Message)
	}
	do(t, h.OpenReceipt(filepath.Join(in.Receipt.Folder, in.Receipt.File)))
	if !h.Answer.Again {
		t.Error("the same receipt is not known again")
	}
	do(t, h.OpenReceipt(first))
	if h.Message.Key != "error.not_for_us" || h.Answer.Key != "" {
		t.Errorf("a hand-over opened as a receipt: %+v", h.Message)
	}
}

func TestHandOver_closed_while_the_passphrase_is_read(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "one-in-hiding.json"), trust(t, p.field, p.office)
	h := present.NewHandOver(p.field, present.Route{Case: id, Contact: to})
	do(t, h.Next())
	h.Next()
	putWords(h.Passphrase, pairWords)
	job := h.Recognise()
	h.Close()
	do(t, job)
	if h.Recognised || h.Passphrase.Len() != 0 {
		t.Error("the passphrase outlives the hand-over")
	}
}

// A program that ends while it writes leaves a hand-over of which nobody knows.
func TestHandOver_shows_what_is_unfinished(t *testing.T) {
	p := newPair(t)
	id, to := takeCase(t, p.field, "one-in-hiding.json"), trust(t, p.field, p.office)
	job := leaves(t, p, id, to).Write(p.stick)
	func() {
		defer func() { _ = recover() }()
		job(context.Background(), func(present.Progress) { panic("the power went") })
	}()
	again := present.NewHandOver(p.field, present.Route{})
	defer again.Close()
	if len(again.Unfinished) != 1 || again.Unfinished[0].Codes != "Heron 18" || again.Unfinished[0].Name != "Meridian" {
		t.Errorf("unfinished: %+v", again.Unfinished)
	}
}
