package crypto

import (
	"strings"
	"testing"
)

func TestNoLabelBeginsAnother(t *testing.T) {
	labels := []string{
		labelHeadKey, labelRootKey, labelSlot, labelHead, labelBody, labelRoot, labelBucket,
		labelTop, labelAllSlots, labelAudit, labelState, labelGroups,
		"harbour/v1/k-recovery", "harbour/v1/voice", // kept free for later parts
	}
	for i, a := range labels {
		for j, b := range labels {
			if i != j && strings.HasPrefix(b, a) {
				t.Errorf("%s begins %s", a, b)
			}
		}
	}
}
