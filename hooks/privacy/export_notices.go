package privacy

import "github.com/pocketbase/dbx"

// told is one notice, with how it went out.
type told struct {
	Fields     map[string]any   `json:"notice"`
	Deliveries []map[string]any `json:"deliveries"`
}

func (g *gatherer) notices() []told {
	all := []told{}
	for _, notice := range g.find("notices", "account = {:account} || resident = {:me}", "at") {
		one := told{Fields: g.fields(notice, "key", "group", "text", "text_en", "link", "urgency", "at", "read_at"), Deliveries: []map[string]any{}}
		deliveries, err := g.app.FindRecordsByFilter("notice_deliveries", "notice = {:id}", "at", 0, 0, dbx.Params{"id": notice.Id})
		if err != nil {
			g.fail(err)
		}
		for _, delivery := range deliveries {
			one.Deliveries = append(one.Deliveries, outcome(g.fields(delivery, "channel", "state", "reason", "purpose", "attempts", "at", "sent_at", "delivered_at")))
		}
		all = append(all, one)
	}
	return all
}
