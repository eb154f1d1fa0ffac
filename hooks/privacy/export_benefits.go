package privacy

// benefit is aid that the resident or their household gets or got, with what was
// paid of it.
type benefit struct {
	Fields   map[string]any   `json:"benefit"`
	Payments []map[string]any `json:"payments"`
}

// benefits are the resident's own, and those of the household they live in now.
func (g *gatherer) benefits() []benefit {
	all := []benefit{}
	for _, record := range g.find("beneficiaries", "(target = 'person' && resident = {:me}) || (target = 'household' && household != '' && household = {:household})", "starts_on") {
		one := benefit{Payments: []map[string]any{}, Fields: g.fields(record, "target", "participant_number", "amount", "in_kind", "period", "starts_on", "ends_on",
			"status", "reference", "double_for", "stopped_for", "stopped_on", "attention", "by", "created")}
		if program, err := g.app.FindRecordById("programs", record.GetString("program")); err == nil {
			one.Fields["title"] = program.GetString("title")
		}
		payments, err := g.app.FindRecordsByFilter("benefit_payments", "beneficiary = {:id}", "paid_on", 0, 0, map[string]any{"id": record.Id})
		if err != nil {
			g.fail(err)
		}
		for _, payment := range payments {
			one.Payments = append(one.Payments, g.fields(payment, "period", "amount", "in_kind", "paid_on", "received_by", "cancelled_for", "cancelled_on"))
		}
		all = append(all, one)
	}
	return all
}
