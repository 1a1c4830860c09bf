package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// TableColumn is one column: a fixed width, or a share of what is left.
type TableColumn struct {
	Head   string
	Width  float32 // fixed, or 0
	Weight float32 // share of the rest where Width is 0
	End    bool    // the head stands at the far side, as the values should
	Hidden bool    // not shown in narrow windows
}

// tableGap is the room between two columns.
const tableGap = look.Gap12

// TableRow sets the cells of a row at the places of its columns.
func TableRow(columns []TableColumn, cells ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tableLayout{columns: columns}, cells...)
}

type tableLayout struct{ columns []TableColumn }

func (l *tableLayout) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range l.widths(size.Width) {
		cell, column := cells[i], l.columns[i]
		if column.Hidden {
			show(cell, false)
			continue
		}
		show(cell, true)
		fit(cell, w)
		h := min(cell.MinSize().Height, size.Height)
		put(cell, x, (size.Height-h)/2, w, h, size.Width)
		x += w + tableGap
	}
}

func (l *tableLayout) MinSize(cells []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, cell := range cells {
		if column := l.columns[i]; !column.Hidden {
			s.Width += max(column.Width, 40) + tableGap
			s.Height = max(s.Height, cell.MinSize().Height)
		}
	}
	return s
}

// widths gives each column its width, 0 for a hidden one.
func (l *tableLayout) widths(width float32) []float32 {
	widths := make([]float32, len(l.columns))
	rest, weights, gap := width, float32(0), float32(0)
	for _, c := range l.columns {
		if c.Hidden {
			continue
		}
		rest -= c.Width + gap
		gap = tableGap
		if c.Width == 0 {
			weights += c.Weight
		}
	}
	for i, c := range l.columns {
		switch {
		case c.Hidden:
		case c.Width > 0:
			widths[i] = c.Width
		default:
			widths[i] = max(0, rest*c.Weight/weights)
		}
	}
	return widths
}

// Measures of a table.
const (
	tableHeadHeight float32 = 34
	tablePadding            = look.Gap16
)

// Table is a card of rows under a head. Rows are recycled, so there may be any number.
type Table struct {
	widget.BaseWidget

	// List holds the rows: OnChoose, SetCount, Choose.
	List *List

	head *fyne.Container
	tree *fyne.Container
}

// NewTable makes an empty table. make builds the cells of a row, fill shows a row's
// values in them, in the order of the columns.
func NewTable(columns []TableColumn, height float32, make func() []fyne.CanvasObject, fill func(row int, cells []fyne.CanvasObject, chosen bool)) *Table {
	heads := []fyne.CanvasObject{}
	for _, c := range columns {
		head := NewText(look.Small, c.Head).In(look.Ink2).Ellipsis()
		if c.End {
			head.Align(End)
		}
		heads = append(heads, head)
	}
	t := &Table{}
	t.List = NewList(height, func() fyne.CanvasObject {
		return TableRow(columns, make()...)
	}, func(row int, object fyne.CanvasObject, chosen bool) {
		fill(row, object.(*fyne.Container).Objects, chosen)
	}).Padded(tablePadding)
	t.head = Height(tableHeadHeight,
		NewFrame(Paint{Fill: look.Paper, Radius: look.Radius - look.LineWidth}).TopCorners(),
		Inset(tablePadding, 0, TableRow(columns, heads...)))
	frame := NewFrame(Paint{Fill: look.Surface, Line: look.Hair, Radius: look.Radius})
	t.tree = Stack(frame, Inset(look.LineWidth, look.LineWidth, Column(0, t.head, NewDivider(), Grow(1, t.List))))
	t.ExtendBaseWidget(t)
	return t
}

// HeightFor is how high the table stands with a number of rows, none scrolled away.
func (t *Table) HeightFor(rows int) float32 {
	return tableHeadHeight + 3*look.LineWidth + t.List.rowHeight()*float32(rows)
}

// CreateRenderer implements fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return filled(t.tree, t.tree.Refresh)
}
