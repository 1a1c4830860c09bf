package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// ready is the side that says whether the office can go on.
func (i *inbox) ready() fyne.CanvasObject {
	r := i.state.Open
	body := widgets.NewScroll(widgets.Inset(look.Gap16, look.Gap4, i.readyBody(r)))
	return widgets.InsetEach(look.Gap24-4, 0, look.Gap16, 0, widgets.Column(look.Gap12,
		widgets.Grow(1, body), widgets.Inset(look.Gap16, 0, i.readyButtons(r, false))))
}

func (i *inbox) readyBody(r *present.Reading) fyne.CanvasObject {
	w := i.w
	verdict := w.say("inbox.nothing_stops")
	if !r.Ready {
		verdict = w.say("inbox.something_stops")
	}
	share := 0.0
	if r.Points[1] > 0 {
		share = float64(r.Points[0]) / float64(r.Points[1])
	}
	ring := widgets.NewRing(44).Share(share).Figure(w.Words.Number(r.Points[0]))
	if r.Ready {
		ring.InGreen()
	}
	parts := []fyne.CanvasObject{
		widgets.Column(0, widgets.NewText(look.Title, w.say("inbox.ready")), widgets.NewText(look.Small, w.say("inbox.set", "set", r.Set)).In(look.Ink2).Wrap()),
		widgets.Row(look.Gap12, ring, widgets.Grow(1, widgets.Column(-2, widgets.Label(verdict).Wrap(),
			widgets.NewText(look.Small, w.say("count.points", "n", r.Points[0], "all", r.Points[1])).In(look.Ink2)))),
	}
	for _, f := range r.Findings {
		parts = append(parts, i.finding(f))
	}
	return widgets.Column(look.Gap12, parts...)
}

func (i *inbox) finding(f present.ReadingFinding) fyne.CanvasObject {
	icon, ink, why := "warning", look.Amber, f.Why
	switch {
	case f.Blocks:
		icon, ink = "stop", look.Red
	case f.Explained:
		icon, ink, why = "settled", look.Green, i.w.say("inbox.explained")
	}
	return widgets.RowAt(widgets.Top, look.Gap8, widgets.Inset(0, 2, widgets.NewIcon(icon, look.IconRow, ink)),
		widgets.Grow(1, widgets.Column(-2, widgets.NewText(look.Body, f.Title).Wrap(), widgets.NewText(look.Small, why).In(look.Ink2).Wrap())))
}

func (i *inbox) readyButtons(r *present.Reading, folded bool) fyne.CanvasObject {
	w := i.w
	words := w.say("inbox.accept")
	if !r.Waiting {
		words = w.say("inbox.accept_again")
	}
	i.accept = widgets.NewButton(words, i.take).SizeOf(widgets.BigButton)
	if r.Waiting {
		i.accept.Kind(widgets.Main)
	}
	offer(i.accept, r.Sender.Trust != present.TrustUnknown)
	later := widgets.NewButton(w.say("button.not_now"), i.close)
	if folded {
		return widgets.Row(look.Gap12, widgets.Flex(), later, i.accept)
	}
	return widgets.Column(look.Gap8, i.accept, later)
}

// close puts what is read away and leaves it as it is.
func (i *inbox) close() {
	i.state.Close()
	i.body.rebuild()
}

// said is a date in the words in which it was said.
func (w *Window) said(d *present.SaidDate) string {
	if d.Said == "" && d.Known {
		return w.span(d)
	}
	return d.Said
}

// saidDetail is what the date can mean, and what a paper shows.
func (w *Window) saidDetail(d *present.SaidDate) string {
	var parts []string
	if d.Known && d.Said != "" {
		parts = append(parts, w.span(d))
	}
	if d.Birth {
		parts = append(parts, w.age(d))
	}
	if d.QualityWords != "" {
		parts = append(parts, d.QualityWords)
	}
	if d.Paper != "" {
		parts = append(parts, w.say("inbox.paper_says", "date", d.Paper))
	}
	return strings.Join(parts, w.say("inbox.between"))
}

// span is the range of days that a date can mean.
func (w *Window) span(d *present.SaidDate) string {
	day := func(t time.Time) string {
		if t.IsZero() {
			return w.say("inbox.not_known")
		}
		return w.Words.Date(t)
	}
	if d.SurelyOneDay {
		return day(d.Earliest)
	}
	return w.say("inbox.span", "from", day(d.Earliest), "to", day(d.Latest))
}

// age is how old somebody is, as far as the date says.
func (w *Window) age(d *present.SaidDate) string {
	youngest, oldest := d.YoungestOldest[0], d.YoungestOldest[1]
	switch {
	case !d.Known:
		return ""
	case youngest == oldest:
		return w.say("inbox.age", "n", youngest)
	case oldest < 0:
		return w.say("inbox.age_least", "n", youngest)
	}
	return w.say("inbox.age_between", "n", youngest, "m", oldest)
}

// inOneLine puts what is not empty behind each other.
func inOneLine(parts ...string) string {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	return strings.Join(given, ", ")
}
