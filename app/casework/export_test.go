package casework

import (
	"context"

	"harbour/app/referral"
	"harbour/store"
)

// Fill puts n copies of c under codes and ids of their own into d, in large
// transactions: a vault for measurements.
func Fill(ctx context.Context, d *Desk, c Case, n int) error {
	const batch = 5_000
	head := caseHead{Summary: d.summarise(c)}
	for done := 0; done < n; {
		w := &store.Write{}
		for ; done < n && w.Len() < batch; done++ {
			next := c
			next.ID, next.item = d.NewID(), store.Item{}
			code := referral.CaseCode{Word: string(next.ID[:4]), Digits: "22"}
			next.Referral.CaseCode = code.String()
			if _, err := d.writeCase(w, next, head.with(next.ID, code.String())); err != nil {
				return err
			}
		}
		if _, err := d.vault.Commit(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// with names the summary's case.
func (h caseHead) with(id referral.ID, code string) caseHead {
	h.ID, h.Code = id, code
	return h
}
