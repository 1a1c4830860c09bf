package ui_test

import (
	"context"
	"testing"
	"time"

	"harbour/app/present"
	"harbour/app/ui"
)

func TestRunnerAppliesOnce(t *testing.T) {
	applied := 0
	w := ui.NewInlineRunner().Run(func(context.Context, func(present.Progress)) func() {
		return func() { applied++ }
	}, nil)
	if applied != 1 || !w.Finished() {
		t.Errorf("applied %d, finished %t", applied, w.Finished())
	}
	if !ui.NewInlineRunner().Run(nil, nil).Finished() {
		t.Error("no job is not finished")
	}
}

func TestRunnerCancelsAndWaits(t *testing.T) {
	r := ui.NewRunner()
	started, stopped := make(chan struct{}), false
	r.Run(func(ctx context.Context, _ func(present.Progress)) func() {
		close(started)
		<-ctx.Done()
		stopped = true
		return func() { t.Error("applied after close") }
	}, nil)
	<-started
	r.Close()
	if !stopped {
		t.Error("did not wait for the job")
	}
	if !r.Run(func(context.Context, func(present.Progress)) func() { t.Error("ran"); return nil }, nil).Finished() {
		t.Error("a closed runner runs")
	}
}

func TestRunnerTellsTheNewest(t *testing.T) {
	var jobs []func()
	r := ui.NewSteppedRunner(func(job func()) { jobs = append(jobs, job) })
	var told []int64
	r.Run(func(_ context.Context, tell func(present.Progress)) func() {
		for n := range int64(3) {
			tell(present.Progress{Done: n})
		}
		return nil
	}, func(p present.Progress) { told = append(told, p.Done) })
	if !r.Showing() || !r.Busy() {
		t.Error("shows no work")
	}
	jobs[0]()
	if len(told) == 0 || told[len(told)-1] != 2 || r.Showing() {
		t.Errorf("told %v, showing %t", told, r.Showing())
	}
}

// TestBeatsAreNotHeardInTests: a clock would make pictures differ.
func TestBeatsAreNotHeardInTests(t *testing.T) {
	stop := ui.NewInlineRunner().Every(time.Nanosecond, func() { t.Error("heard") })
	stop()
	stop()
}
