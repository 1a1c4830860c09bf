package present

import (
	"context"
	"slices"

	"harbour/app/casework"
	"harbour/app/referral"
)

// groupFigures is how many figures a group has.
const groupFigures = 5

// Channels are the ways over which groups can be asked for.
func Channels() []string { return []string{"face_to_face", "phone", "video", "paper"} }

// GroupMark is what is known of one group.
type GroupMark int

// What is known of a group.
const (
	MarkClosed GroupMark = iota // not asked for
	MarkOpen                    // asked for, not judged
	MarkRight
	MarkWrong
)

// GroupCheck is the page on which a person makes sure that a contact's card is
// really theirs: the contact says groups of it, and the person types them.
// Nothing on it ever shows a group that was not typed.
type GroupCheck struct {
	desk *casework.Desk
	id   referral.ID

	Party   Party
	Ask     []int // the groups to ask for, counted from 1
	Channel string
	Marked  bool // all were right
	Doubted bool // it was said that it does not match
	Message Message
	Own     []string // the groups of the desk's own card

	typed map[int]string // by number
	marks map[int]GroupMark
}

// NewGroupCheck begins to check a contact. It returns false where there is none of
// that id.
func NewGroupCheck(desk *casework.Desk, id string) (*GroupCheck, bool) {
	c := &GroupCheck{
		desk: desk, id: referral.ID(id), Own: desk.OwnGroups(),
		typed: map[int]string{}, marks: map[int]GroupMark{},
	}
	contact, ok := desk.Contact(c.id)
	if ok {
		c.show(contact)
	}
	return c, ok
}

// Type takes what was typed as the group of that number.
func (c *GroupCheck) Type(number int, figures string) {
	if !slices.Contains(c.Ask, number) || c.Marked {
		return
	}
	c.typed[number] = figures
	if c.marks[number] == MarkWrong {
		c.marks[number] = MarkOpen
	}
}

// Mark is what is known of the group of that number.
func (c *GroupCheck) Mark(number int) GroupMark {
	switch {
	case c.marks[number] != MarkClosed:
		return c.marks[number]
	case slices.Contains(c.Ask, number):
		return MarkOpen
	}
	return MarkClosed
}

// Typed is how many of the groups asked for are whole.
func (c *GroupCheck) Typed() int {
	n := 0
	for _, number := range c.Ask {
		if len(c.typed[number]) == groupFigures && c.marks[number] != MarkWrong {
			n++
		}
	}
	return n
}

// Ready reports whether there is enough to judge: every group and the channel.
func (c *GroupCheck) Ready() bool { return !c.Marked && c.Channel != "" && c.Typed() == len(c.Ask) }

// Judge compares what was typed with the card. Where all is right the contact
// is checked; else Message says so, and the marks which were wrong.
func (c *GroupCheck) Judge() Job {
	if !c.Ready() {
		return nil
	}
	groups, asked, how := make([]string, len(c.Ask)), slices.Clone(c.Ask), c.Channel
	for i, number := range asked {
		groups[i] = c.typed[number]
	}
	c.Message = Message{}
	return func(ctx context.Context, _ func(Progress)) func() {
		contact, right, err := c.desk.CheckGroups(ctx, c.id, groups, how)
		return func() { c.judged(contact, asked, right, err) }
	}
}

// Doubt marks the contact red: what they say does not match.
func (c *GroupCheck) Doubt() Job {
	return func(ctx context.Context, _ func(Progress)) func() {
		contact, err := c.desk.Doubt(ctx, c.id)
		return func() {
			c.Message = MessageOf(err)
			if err != nil {
				return
			}
			c.Doubted, c.Marked = true, false
			c.typed, c.marks = map[int]string{}, map[int]GroupMark{}
			c.show(contact)
			c.Message = Message{Key: "contacts.doubted", Args: map[string]any{"name": contact.Name}}
		}
	}
}

func (c *GroupCheck) judged(contact casework.Contact, asked []int, right []bool, err error) {
	c.Message = MessageOf(err)
	if len(right) != len(asked) {
		return
	}
	for i, number := range asked {
		c.marks[number] = MarkWrong
		if right[i] {
			c.marks[number] = MarkRight
		}
	}
	c.Marked = err == nil
	four := len(asked) < len(c.Own)
	c.show(contact)
	if !c.Marked && four && len(c.Ask) == len(c.Own) {
		c.Message = Message{Key: "contacts.all_twelve"}
	}
}

func (c *GroupCheck) show(contact casework.Contact) {
	c.Party, c.Ask = partyOf(contact), contact.Ask
}
