package crypto

// The labels that separate one use of a key or hash from every other. None is
// the beginning of another, and no other label is ever used.
const (
	labelHeadKey  = "harbour/v1/k-head"
	labelRootKey  = "harbour/v1/k-root"
	labelSlot     = "harbour/v1/slot"
	labelHead     = "harbour/v1/head"
	labelBody     = "harbour/v1/body"
	labelRoot     = "harbour/v1/root"
	labelBucket   = "harbour/v1/bucket"
	labelTop      = "harbour/v1/top"
	labelAllSlots = "harbour/v1/allslots"
	labelAudit    = "harbour/v1/audit"
	labelState    = "harbour/v1/state"
	labelGroups   = "harbour/v1/groups"
)
