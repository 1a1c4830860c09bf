package ui

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"harbour/app/present"
)

// Runner runs Jobs away from the screen's thread and applies what they return
// on it. It is the one place that starts goroutines and crosses threads. Its
// methods are called on the screen's thread.
type Runner struct {
	spawn func(func()) // starts work
	post  func(func()) // calls on the screen's thread
	clock bool         // beats are heard

	done  sync.WaitGroup
	stops []func()

	// A test's driver calls back on the goroutine of the job itself.
	mu     sync.Mutex
	jobs   map[*Work]bool
	closed bool
}

// NewRunner returns a runner with a goroutine for each job.
func NewRunner() *Runner {
	return &Runner{spawn: func(f func()) { go f() }, post: fyne.Do, clock: true, jobs: map[*Work]bool{}}
}

// NewInlineRunner returns a runner whose jobs are done when Run returns, and
// which has no clock: for tests of screens.
func NewInlineRunner() *Runner {
	at := func(f func()) { f() }
	return &Runner{spawn: at, post: at, jobs: map[*Work]bool{}}
}

// NewSteppedRunner returns a runner that hands each job to hold, to be called
// by a test when it likes: what a screen shows meanwhile can be looked at.
func NewSteppedRunner(hold func(job func())) *Runner {
	return &Runner{spawn: hold, post: func(f func()) { f() }, jobs: map[*Work]bool{}}
}

// Work is a job that runs.
type Work struct {
	runner   *Runner
	cancel   context.CancelFunc
	watched  bool
	finished bool
}

// Run starts a job, which may be nil. What it tells goes to onProgress, which
// may be nil, no more often than the screen can show. A job with onProgress
// counts as shown: see Showing.
func (r *Runner) Run(job present.Job, onProgress func(present.Progress)) *Work {
	ctx, cancel := context.WithCancel(context.Background())
	w := &Work{runner: r, cancel: cancel, watched: onProgress != nil}
	if job == nil || !r.begin(w) {
		w.finished = true
		cancel()
		return w
	}
	latest := &newest{show: func(p present.Progress) {
		if onProgress != nil && !w.finished {
			onProgress(p)
		}
	}, post: r.post}
	r.spawn(func() {
		apply := job(ctx, latest.tell)
		// Done before it is applied: what is applied may close the runner.
		r.done.Done()
		r.post(func() { r.finish(w, apply) })
	})
	return w
}

// begin counts w among the jobs, unless the runner is closed.
func (r *Runner) begin(w *Work) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return false
	}
	r.jobs[w] = true
	r.done.Add(1)
	return true
}

func (r *Runner) finish(w *Work, apply func()) {
	w.finished = true
	w.cancel()
	r.mu.Lock()
	delete(r.jobs, w)
	closed := r.closed
	r.mu.Unlock()
	if apply != nil && !closed {
		apply()
	}
}

// Cancel asks the job to stop. What it returns is still applied, so that the
// screen learns that it was stopped.
func (w *Work) Cancel() { w.cancel() }

// Finished reports whether the job was applied.
func (w *Work) Finished() bool { return w.finished }

// Showing reports whether a job runs whose progress is shown.
func (r *Runner) Showing() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for w := range r.jobs {
		if w.watched {
			return true
		}
	}
	return false
}

// Busy reports whether any job runs.
func (r *Runner) Busy() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.jobs) > 0
}

// Every calls beat on the screen's thread at that interval until stop is called
// or the runner is closed. A runner of tests never calls it.
func (r *Runner) Every(interval time.Duration, beat func()) (stop func()) {
	end := make(chan struct{})
	stop = sync.OnceFunc(func() { close(end) })
	if r.isClosed() || !r.clock {
		return stop
	}
	r.stops = append(r.stops, stop)
	go func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-end:
				return
			case <-ticker.C:
				r.post(beat)
			}
		}
	}()
	return stop
}

// Close cancels every job and every beat and waits for the jobs. Nothing is
// applied after.
func (r *Runner) Close() {
	r.mu.Lock()
	r.closed = true
	for w := range r.jobs {
		w.cancel()
	}
	r.mu.Unlock()
	for _, stop := range r.stops {
		stop()
	}
	r.done.Wait()
}

func (r *Runner) isClosed() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.closed
}

// newest hands over the newest progress alone, so that a fast job does not
// fill the screen's thread.
type newest struct {
	show func(present.Progress)
	post func(func())

	mu      sync.Mutex
	value   present.Progress
	pending bool
}

func (n *newest) tell(p present.Progress) {
	n.mu.Lock()
	n.value = p
	posted := n.pending
	n.pending = true
	n.mu.Unlock()
	if !posted {
		n.post(n.apply)
	}
}

func (n *newest) apply() {
	n.mu.Lock()
	p := n.value
	n.pending = false
	n.mu.Unlock()
	n.show(p)
}
