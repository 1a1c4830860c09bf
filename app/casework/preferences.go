package casework

import (
	"context"

	"github.com/go-json-experiment/json/jsontext"

	"harbour/store"
)

// The bounds of Preferences.IdleMinutes.
const (
	MinIdleMinutes     = 1
	MaxIdleMinutes     = 30
	DefaultIdleMinutes = 5
)

// Preferences are how the desk looks and when it locks.
type Preferences struct {
	Language    string         `json:"language,omitzero"`
	Dark        bool           `json:"dark,omitzero"`
	IdleMinutes int            `json:"idle_minutes,omitzero"` // until it locks by itself
	Discreet    bool           `json:"discreet,omitzero"`     // lists show codes and initials only
	More        jsontext.Value `json:",embed"`
}

// Preferences returns what was chosen last.
func (d *Desk) Preferences() Preferences {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.settings.Prefs
}

// SetPreferences keeps what was chosen.
func (d *Desk) SetPreferences(ctx context.Context, p Preferences) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := d.settings
	next.Prefs = p.orDefault()
	head, err := encode(next)
	if err != nil {
		return err
	}
	w := &store.Write{}
	w.ReplaceHead(d.settingsItem, head)
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	d.settings, d.settingsItem = next, items[0]
	return nil
}

// orDefault fills in what was never chosen or is out of bounds.
func (p Preferences) orDefault() Preferences {
	if p.Language == "" {
		p.Language = "en"
	}
	if p.IdleMinutes < MinIdleMinutes || p.IdleMinutes > MaxIdleMinutes {
		p.IdleMinutes = DefaultIdleMinutes
	}
	return p
}
