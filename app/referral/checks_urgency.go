package referral

import "slices"

// PriorityEmergency is removal within days (domain 2.3).
const PriorityEmergency Code = "emergency"

// emergency is V36: behind an emergency stands something that happened in the
// last 90 days, or a threat with a date (UNHCR Resettlement Handbook 4.2).
func (a audience) emergency() []outcome {
	if a.Priority.Get() != PriorityEmergency {
		return nil
	}
	threats := param(a.rule, "threats", []Code{"THR_D", "THR", "THR_F"})
	recent := a.Today.AddDate(0, 0, -param(a.rule, "days", 90))
	dated := a.Today.AddDate(0, 0, -param(a.rule, "threat_days", 365))
	shown := slices.ContainsFunc(a.Incidents, func(in Incident) bool {
		_, late, ok := in.When.Get().Range()
		if !ok || late.IsZero() {
			return false
		}
		threat := slices.ContainsFunc(in.Types.Get(), func(c Code) bool { return slices.Contains(threats, c) })
		return !late.Before(recent) || threat && !late.Before(dated)
	})
	return []outcome{{path: "priority", settled: shown}}
}

// unhcrAsked is V37: Canada's urgent programme takes cases through UNHCR only,
// so an emergency says whether UNHCR was asked (IRCC REF-OVS-13-2).
func (a audience) unhcrAsked() []outcome {
	if a.Priority.Get() != PriorityEmergency {
		return nil
	}
	o := outcome{path: "unhcr_emergency_approached", pending: a.UNHCREmergencyApproached.State == Pending}
	o.settled = a.UNHCREmergencyApproached.Settled(notAskedStates()...)
	return []outcome{o}
}
