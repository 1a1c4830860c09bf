package present

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// SaveWithin is how soon after the last change a save begins.
const SaveWithin = 700 * time.Millisecond

// VisitEnds is after how long without a save the next one begins a visit anew.
const VisitEnds = 15 * time.Minute

// saving is what is known of the saves of a visit.
type saving struct {
	dirty    bool // the vault does not hold what is shown
	busy     bool // a save is under way, or a file is being taken in
	savedAt  time.Time
	why      Message
	conflict bool
	place    casework.Place // that was written last
}

// newest is the case as the vault last took it. Work away from the screen's
// thread goes on from it, one after the other: a save on leaving waits for the
// one under way, and is no conflict with it.
type newest struct {
	mu sync.Mutex
	c  casework.Case
}

// save writes r over what is newest, by the given verb.
func (n *newest) save(r referral.Referral, by func(casework.Case) (casework.Case, error)) (casework.Case, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	c := n.c
	c.Referral = r
	saved, err := by(c)
	if err == nil {
		n.c = saved
	}
	return saved, err
}

// Unsaved reports whether there is anything that the vault does not hold.
func (e *Editor) Unsaved() bool {
	return e.opened && (e.saving.dirty || e.anyPart(func(p *sealed) bool { return p.dirty }))
}

// reread goes on from what the vault holds now.
func (n *newest) reread(ctx context.Context, desk *casework.Desk, id referral.ID) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	c, err := desk.Load(ctx, id)
	if err == nil {
		n.c = c
	}
	return err
}

// SaveState says how the last save went.
func (e *Editor) SaveState() Save {
	return Save{Busy: e.saving.busy, At: e.saving.savedAt, Why: e.saving.why}
}

// Save returns the work that writes the newest of what is shown, with the
// place, or nil where there is nothing to write or a save is under way: what
// is typed meanwhile is for the next one. Words that could not be written stay.
func (e *Editor) Save() Job {
	if e.saving.busy || e.saving.conflict || !e.Unsaved() {
		return nil
	}
	return e.write()
}

// Leave returns the work that saves at once, after a save under way, whatever
// was changed or only moved. stay is called where it did not succeed.
func (e *Editor) Leave(stay func()) Job {
	if !e.opened || !e.saving.busy && !e.Unsaved() && samePlace(e.saving.place, e.place) {
		return nil
	}
	job := e.write()
	return func(ctx context.Context, tell func(casework.Progress)) func() {
		apply := job(ctx, tell)
		return func() {
			apply()
			if !e.saving.why.Empty() {
				stay()
			}
		}
	}
}

// Conflict reports whether something newer stands in the folder: saving waits
// until a person decides.
func (e *Editor) Conflict() bool { return e.saving.conflict }

// Overwrite returns the work that writes what is shown over what is newer. It
// is for a person to decide: what was saved elsewhere is gone then.
func (e *Editor) Overwrite() Job {
	if !e.saving.conflict || e.saving.busy {
		return nil
	}
	e.saving.conflict, e.saving.dirty = false, true
	write := e.write()
	return func(ctx context.Context, tell func(casework.Progress)) func() {
		err := e.newest.reread(ctx, e.desk, e.id)
		if err != nil {
			return func() {
				e.saving.dirty = true
				e.saved(err)
			}
		}
		return write(ctx, tell)
	}
}

// samePlace reports whether the person would return to the same spot.
func samePlace(a, b casework.Place) bool {
	return a.Case == b.Case && a.Section == b.Section && a.Path == b.Path && a.Cursor == b.Cursor
}

// write saves a copy: the screen's thread may go on changing what is shown.
func (e *Editor) write() Job {
	r, place := e.withoutUnsaid(cloneReferral(e.c.Referral)), e.place
	dirty := e.saving.dirty
	content, sections := e.safe.copyToSave()
	e.saving.busy, e.saving.dirty = true, false
	save := e.desk.SaveAt
	if e.now().Sub(e.visited) >= VisitEnds {
		save = e.desk.SaveVisit
	}
	e.tellSave()
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		saved, err := e.newest.save(r, func(c casework.Case) (casework.Case, error) {
			if !dirty {
				return c, e.desk.SetPlace(ctx, place)
			}
			return save(ctx, c, place)
		})
		var safeErr error
		for _, section := range sections {
			safeErr = errors.Join(safeErr, e.savePart(ctx, section, content))
		}
		return func() {
			e.saving.dirty = e.saving.dirty || dirty && err != nil
			for _, section := range sections {
				e.safe.parts[section].dirty = e.safe.parts[section].dirty || safeErr != nil
			}
			if err == nil {
				if e.take(saved); dirty {
					e.visited = e.now()
				}
				e.saving.place = place
				err = safeErr
			}
			e.saved(err)
		}
	}
}

// take goes on from what was saved, with what was typed meanwhile. Saving looks
// for cases of the same people, too.
func (e *Editor) take(saved casework.Case) {
	newest, similar := e.c.Referral, e.c.Similar
	e.c = saved
	e.c.Referral = newest
	if !slices.Equal(similar, saved.Similar) {
		e.check()
	}
}

func (e *Editor) saved(err error) {
	e.saving.busy = false
	e.saving.conflict = errors.Is(err, casework.ErrConflict)
	if e.saving.why = MessageOf(err); err == nil {
		e.saving.savedAt = e.now()
	}
	e.tellSave()
}

func (e *Editor) tellSave() {
	if e.OnSaveState != nil {
		e.OnSaveState(e.SaveState())
	}
}
