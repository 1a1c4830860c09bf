package widgets

import "fyne.io/fyne/v2"

// named is what tells its name to those who do not see the label beside it.
type named interface{ callIt(words string) }

// callAll gives a name to an object, or to all that a container holds.
func callAll(object fyne.CanvasObject, words string) {
	switch o := object.(type) {
	case named:
		o.callIt(words)
	case *fyne.Container:
		for _, inside := range o.Objects {
			callAll(inside, words)
		}
	}
}

func (c *control) callIt(words string) { c.name = words }

// calledWith is the name of a component and what it now holds.
func (c *control) calledWith(value string) string { return besidesName(c.name, value) }

func besidesName(name, more string) string {
	if name == "" || more == "" {
		return name + more
	}
	return name + ": " + more
}

// callIt implements named.
func (i *Input) callIt(words string) { i.entry.name = words }

// AccessibilityLabel implements fyne.Accessible.
func (e *entry) AccessibilityLabel() string { return besidesName(e.name, e.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (e *entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (s *Segments) AccessibilityLabel() string {
	if s.chosen < 0 {
		return s.name
	}
	return s.calledWith(s.options[s.chosen].Words)
}

// AccessibilityRole implements fyne.Accessible.
func (s *Segments) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible: the name alone, never what was typed.
func (p *Passphrase) AccessibilityLabel() string { return p.name }

// AccessibilityRole implements fyne.Accessible.
func (p *Passphrase) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (p *PersonCard) AccessibilityLabel() string { return p.name }

// AccessibilityRole implements fyne.Accessible.
func (p *PersonCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
