package present

import (
	"context"
	"time"

	"harbour/app/casework"
)

// Settings are how this desk looks and when it locks.
type Settings struct {
	Why     Message              // why the last change was not kept
	Found   *casework.Soundness  // of the last full check
	Checked time.Time            // when that was
	prefs   casework.Preferences // as chosen, kept or not
	shell   *Shell
}

// The bounds of the minutes until a desk locks by itself.
const (
	MinIdleMinutes = casework.MinIdleMinutes
	MaxIdleMinutes = casework.MaxIdleMinutes
)

// NewSettings reads what was chosen.
func NewSettings(shell *Shell) *Settings {
	return &Settings{prefs: shell.Desk.Preferences(), shell: shell}
}

// Dark reports whether the theme is dark.
func (s *Settings) Dark() bool { return s.prefs.Dark }

// Discreet reports whether lists show codes and initials only.
func (s *Settings) Discreet() bool { return s.prefs.Discreet }

// IdleMinutes is how long nobody does anything before the desk locks.
func (s *Settings) IdleMinutes() int { return s.prefs.IdleMinutes }

// Dir is where the vault is.
func (s *Settings) Dir() string { return s.shell.Dir }

// Name is what the desk calls itself.
func (s *Settings) Name() string { return s.shell.Desk.Name() }

// Office reports whether the desk is an office's.
func (s *Settings) Office() bool { return s.shell.Desk.Role() == casework.RoleOffice }

// Damaged reports whether the vault can be read only.
func (s *Settings) Damaged() bool { return s.shell.Desk.Damaged() }

// SetDark keeps the theme.
func (s *Settings) SetDark(dark bool, then func()) Job {
	s.prefs.Dark = dark
	return s.keep(then)
}

// SetDiscreet keeps whether lists name people.
func (s *Settings) SetDiscreet(discreet bool, then func()) Job {
	s.prefs.Discreet = discreet
	return s.keep(then)
}

// SetIdleMinutes keeps when the desk locks by itself, within the bounds.
func (s *Settings) SetIdleMinutes(minutes int, then func()) Job {
	s.prefs.IdleMinutes = min(max(minutes, MinIdleMinutes), MaxIdleMinutes)
	return s.keep(then)
}

func (s *Settings) keep(then func()) Job {
	prefs := s.prefs
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		err := s.shell.Desk.SetPreferences(ctx, prefs)
		return func() {
			s.Why = MessageOf(err)
			then()
		}
	}
}

// Verify reads the whole vault and says whether it is sound.
func (s *Settings) Verify(then func()) Job {
	return func(ctx context.Context, tell func(casework.Progress)) func() {
		found, err := s.shell.Desk.Verify(ctx, func(done, of int) {
			tell(casework.Progress{Done: int64(done), Of: int64(of)})
		})
		return func() {
			s.Why, s.Found = MessageOf(err), nil
			if err == nil {
				s.Found, s.Checked = &found, s.shell.Now()
			}
			then()
		}
	}
}

// Verdict is what the last full check found, and whether it is good. It is
// empty before there was one.
func (s *Settings) Verdict() (m Message, sound bool) {
	switch {
	case s.Found == nil:
		return Message{}, true
	case s.Found.Sound:
		return Message{Key: "settings.sound", Args: map[string]any{"n": s.Found.Items}}, true
	default:
		return Message{Key: "settings.unsound", Args: map[string]any{"n": s.Found.Damaged}}, false
	}
}
