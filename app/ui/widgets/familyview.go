package widgets

// FamilyView is what a FamilyPicture shows: places side by side, people in
// rows, and the lines between them. All of it is words and ids.
type FamilyView struct {
	Places   []FamilyPlace
	Nodes    []FamilyNode // row by row, along each row
	Couples  []FamilyCouple
	Descents []FamilyDescent
	Rows     int
	Legend   [3]string // what a filled, a hollow and no bar mean
}

// FamilyPlace is the head of a column. Brief stands for Detail where there is
// less room, and neither where even that would be cut; Add says what the plus
// does.
type FamilyPlace struct {
	Name, Detail, Brief, Add string
	Width                    float32 // of its nodes, each 1 with the gap after it
}

// FamilyBar is the bar at the leading side of a node.
type FamilyBar int

// The bars: in the case, named only, neither.
const (
	BarFilled FamilyBar = iota
	BarHollow
	BarNone
)

// FamilyNode is one person.
type FamilyNode struct {
	ID, Initials, Name, Native string
	Line                       string // relation and age
	Icon, State                string
	Tone                       Tone // of the state
	Bar                        FamilyBar
	Place, Row                 int
	X                          float32 // from the start of the place
	Up, Down, Before, After    string  // ids where the arrows lead
}

// FamilyCouple joins two by a level line. Marked ones bear the two rings, which
// stand apart where it has ended.
type FamilyCouple struct {
	A, B   string
	Marked bool
	Ended  bool
}

// FamilyDescent leads from one or two parents to children.
type FamilyDescent struct{ Parents, Children []string }
