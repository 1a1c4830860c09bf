package casework

import (
	"context"
	"slices"

	"harbour/app/referral"
	"harbour/store"
)

// Fill puts n copies of c under codes and ids of their own into d, in large
// transactions: a vault for measurements. A name is one of a thousand.
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
			named := head.with(next.ID, code.String(), done%1000)
			if _, err := d.writeCase(w, next, &named); err != nil {
				return err
			}
		}
		if _, err := d.vault.Commit(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// FillProgress writes down that a case was handed over n times.
func FillProgress(ctx context.Context, d *Desk, id referral.ID, n int) error {
	p := referral.Progress{State: referral.ProgressHandedOver}
	for i := range n {
		p.HandOvers = append(p.HandOvers, referral.HandOver{
			BundleID: randomHex(16), Version: i + 1, Contact: d.NewID(), Role: RoleOffice, At: d.now(),
		})
	}
	w := &store.Write{}
	keep, err := d.writeProgress(w, id, p)
	if err != nil {
		return err
	}
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	return keep(items[0])
}

// with names the summary's case.
// with gives the head of a copy another id and code, and its people names that
// end in letters of their own.
func (h caseHead) with(id referral.ID, code string, end int) caseHead {
	h.ID, h.Code = id, code
	letters := string([]rune{'a' + rune(end/100), 'a' + rune(end/10%10), 'a' + rune(end%10)})
	people := make([][]string, len(h.Who))
	for i, who := range h.Who {
		people[i] = slices.Clone(who)
		for j := 1; j < len(who); j++ {
			people[i][j] += letters
		}
	}
	h.Who = people
	return h
}
