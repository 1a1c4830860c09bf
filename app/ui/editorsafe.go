package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// lockedSafe asks for the passphrase before the safe contact is shown.
func (e *editor) lockedSafe() fyne.CanvasObject {
	e.forgetSecret()
	secret := e.ed.NewPassphrase()
	e.secret = secret
	pass := widgets.NewPassphrase(secret)
	labelled := widgets.NewLabelled(e.w.say("editor.safe.passphrase"), pass).Help(e.w.say("editor.safe.help." + e.ed.Section()))
	open := widgets.NewButton(e.w.say("button.open"), nil).Kind(widgets.Main).Icon("lock")
	open.OnTap = func() {
		if open.Busy() {
			return
		}
		// From here on the secret belongs to the job, which destroys it.
		e.secret = nil
		pass.Disable()
		e.w.RunBusy(open, e.w.say("editor.safe.opening"), e.ed.OpenSafe(secret, func(m present.Message) {
			e.rebuild()
			if m.Empty() {
				return
			}
			// What was typed is gone: the page asks again.
			if c, ok := e.cells[safePath]; ok {
				c.wrong(e.w, m)
				e.reflow()
			}
			e.focusOn(safePath)
		}), nil)
	}
	pass.OnSubmitted = open.OnTap
	e.cells[safePath] = &cell{path: safePath, labelled: labelled, focus: pass}
	e.order = append(e.order, safePath)
	return widgets.AtMost(formWidth/2+look.Gap32, widgets.Column(look.Gap16, labelled, widgets.Row(0, open, widgets.Flex())))
}

// forgetSecret destroys a passphrase that was typed and not given.
func (e *editor) forgetSecret() {
	if e.secret != nil {
		e.secret.Destroy()
		e.secret = nil
	}
}

// safePath stands for the passphrase among the fields of the page.
const safePath = "safe_contacts"
