package present

import (
	"reflect"

	"harbour/app/referral"
)

// maxUndo bounds what is remembered of one visit.
const maxUndo = 200

// undoStep is one step that can be taken back: what stood at a path before, and
// where the person was.
type undoStep struct {
	path    string
	before  reflect.Value
	section referral.Section
	at      string
	closed  bool // typing on does not belong to it
}

// change makes next what stands at path and keeps what stood there. Typing in
// one field is one change until the cursor leaves it.
func (e *Editor) change(path string, next reflect.Value) {
	v, ok := e.at(path)
	if !ok || reflect.DeepEqual(v.Interface(), next.Interface()) {
		return
	}
	e.redo = nil
	delete(e.copied, path)
	delete(e.refused, path)
	if n := len(e.undo); n == 0 || e.undo[n-1].closed || e.undo[n-1].path != path {
		e.closeChange()
		e.undo = append(e.undo, e.step(path, v))
		if len(e.undo) > maxUndo {
			e.undo = e.undo[1:]
		}
	}
	v.Set(next)
	e.changed(path)
}

// step keeps what stands at a path and where the person is.
func (e *Editor) step(path string, v reflect.Value) undoStep {
	return undoStep{path: path, before: cloneValue(v), section: e.place.Section, at: e.place.Path}
}

// closeChange ends the change that typing goes into.
func (e *Editor) closeChange() {
	if n := len(e.undo); n > 0 {
		e.undo[n-1].closed = true
	}
}

// CanUndo reports whether there is anything to take back.
func (e *Editor) CanUndo() bool { return len(e.undo) > 0 }

// CanRedo reports whether anything that was taken back can be done again.
func (e *Editor) CanRedo() bool { return len(e.redo) > 0 }

// Undo takes the last change back and goes to where it was made.
func (e *Editor) Undo() { e.takeStep(&e.undo, &e.redo) }

// Redo does again what Undo took back last, until something else is changed.
func (e *Editor) Redo() { e.takeStep(&e.redo, &e.undo) }

// takeStep puts back what the last step of one list kept, and keeps in the
// other what stood there.
func (e *Editor) takeStep(from, to *[]undoStep) {
	n := len(*from)
	if n == 0 {
		return
	}
	last := (*from)[n-1]
	*from = (*from)[:n-1]
	if v, ok := e.at(last.path); ok {
		back := undoStep{path: last.path, before: cloneValue(v), section: last.section, at: last.at, closed: true}
		*to = append(*to, back)
		delete(e.refused, last.path)
		v.Set(last.before)
		e.changed(last.path)
	}
	e.Show(string(last.section), last.at)
	if last.path != "" && last.at != last.path {
		if _, ok := e.at(last.path); ok && e.partOf(e.page(), last.path) >= 0 {
			e.Show(string(last.section), last.path)
		}
	}
}

// changed notes that path is not what was saved, and judges anew.
func (e *Editor) changed(path string) {
	if section := referral.SectionOf(path); e.safe.parts[section] != nil {
		e.changedPart(section)
		return
	}
	e.saving.dirty = true
	e.check()
}
