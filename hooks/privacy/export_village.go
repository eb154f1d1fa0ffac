package privacy

import "github.com/pocketbase/pocketbase/core"

// outcome moves a record's state to a name of its own: "accepted" is said of a
// proposal in other words than of a correction.
func outcome(row map[string]any) map[string]any {
	row["outcome"] = row["state"]
	delete(row, "state")
	return row
}

// reports are what all see of the resident's own reports; the requests behind
// them are among the requests.
func (g *gatherer) reports() []map[string]any {
	rows := []map[string]any{}
	for _, report := range g.find("reports", "request.resident = {:me} || request.account = {:account} || request.represented = {:account}", "submitted_at") {
		row := g.fields(report, "code", "category_name", "category_name_en", "identity", "public", "title", "text", "place", "point", "happened_at", "supports",
			"class", "forwarded_to", "forwarded_number", "answer", "reporter_name", "submitted_at", "first_answered_at", "answered_at", "closed_at")
		row["files"] = append(g.bringAll("laporan", report, "photos_before"), g.bringAll("laporan", report, "photos_after")...)
		rows = append(rows, row)
	}
	return rows
}

// supports are reports and proposals of others that the resident stands behind.
// What they are called is told only where all may read it.
func (g *gatherer) supports() []map[string]any {
	rows := []map[string]any{}
	for _, support := range g.find("report_supports", "resident = {:me}", "created") {
		row := g.fields(support, "created")
		row["supported"] = "report"
		if report := g.named(row, "reports", support.GetString("report"), "code", "category_name", "category_name_en"); report != nil && report.GetBool("public") {
			row["title"] = report.GetString("title")
		}
		rows = append(rows, row)
	}
	for _, support := range g.find("proposal_supports", "account = {:account}", "created") {
		row := g.fields(support, "created")
		row["supported"] = "proposal"
		if proposal := g.named(row, "proposals", support.GetString("proposal")); proposal != nil && proposal.GetString("hidden_because") == "" {
			row["title"] = proposal.GetString("title")
		}
		rows = append(rows, row)
	}
	return rows
}

// named adds fields of what a row belongs to, and gives that; nil when it is gone.
func (g *gatherer) named(row map[string]any, collection, id string, names ...string) *core.Record {
	record, err := g.app.FindRecordById(collection, id)
	if err != nil {
		return nil
	}
	for name, value := range g.fields(record, names...) {
		row[name] = value
	}
	return record
}

func (g *gatherer) proposals() []map[string]any {
	rows := []map[string]any{}
	for _, proposal := range g.find("proposals", "account = {:account}", "created") {
		row := outcome(g.fields(proposal, "title", "need", "origin", "meeting_on", "field", "place", "point", "cost", "photos_alt", "state", "reason",
			"decided_by", "decided_at", "year", "hidden_because", "supports", "created"))
		row["files"] = append(g.bringAll("usulan", proposal, "photos"), g.bringAll("usulan", proposal, "minutes")...)
		rows = append(rows, row)
	}
	return rows
}

// information is what the resident asked the office for, with what they objected
// to in its answer.
func (g *gatherer) information() []map[string]any {
	rows := []map[string]any{}
	for _, asked := range g.find("information_requests", "account = {:account} || resident = {:me}", "asked_at") {
		row := outcome(g.fields(asked, "code", "name", "phone", "email", "address", "information", "purpose", "wanted_as", "state", "asked_at", "due_at",
			"extended_at", "extension_reason", "ground", "answer", "answer_link", "decided_name", "decided_title", "decided_at"))
		row["files"] = g.bringAll("informasi", asked, "answer_file")
		rows = append(rows, row)
	}
	return rows
}

func (g *gatherer) objections() []map[string]any {
	rows := []map[string]any{}
	for _, objection := range g.find("objections", "account = {:account} || request.account = {:account} || request.resident = {:me}", "asked_at") {
		row := outcome(g.fields(objection, "ground", "words", "state", "asked_at", "due_at", "answer", "decided_name", "decided_title", "decided_at"))
		g.named(row, "information_requests", objection.GetString("request"), "code")
		rows = append(rows, row)
	}
	return rows
}

func (g *gatherer) businesses() []map[string]any {
	rows := []map[string]any{}
	for _, business := range g.find("businesses", "account = {:account}", "created") {
		row := outcome(g.fields(business, "kind", "name", "about", "about_en", "owner", "phone", "whatsapp", "place", "hours", "link", "photo_alt",
			"consent", "consent_proof", "state", "created"))
		row["files"] = g.bringAll("usaha", business, "photo")
		rows = append(rows, row)
	}
	return rows
}
