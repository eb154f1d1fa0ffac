package privacy

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

// notOfResidents are the fields of the register that say nothing of the person,
// and the numbers of other people.
var notOfResidents = []string{"id", "household", "hamlet", "import", "father_nik", "mother_nik"}

// register is the whole record: it is all theirs.
func (g *gatherer) register() map[string]any {
	names := slices.DeleteFunc(g.resident.Collection().Fields.FieldNames(), func(name string) bool {
		return slices.Contains(notOfResidents, name)
	})
	all := g.fields(g.resident, names...)
	if hamlet, err := g.app.FindRecordById("hamlets", g.resident.GetString("hamlet")); err == nil {
		all["hamlet"] = hamlet.GetString("name")
	}
	return all
}

// household is who lives together: names and relations, and the numbers of the
// children that the resident speaks for. A spouse's number is the spouse's.
func (g *gatherer) household() *household {
	card, err := g.app.FindRecordById("households", g.resident.GetString("household"))
	if err != nil {
		return nil // no family card
	}
	home := &household{KK: card.GetString("kk"), Address: card.GetString("address"), Members: []map[string]any{}}
	children, err := childrenOf(g.app, g.resident.Id)
	if err != nil {
		g.fail(err)
	}
	members, err := g.app.FindAllRecords("residents", dbx.HashExp{"household": card.Id})
	if err != nil {
		g.fail(err)
	}
	for _, member := range members {
		row := g.fields(member, "name", "family_role")
		if slices.ContainsFunc(children, func(c *core.Record) bool { return c.Id == member.Id }) {
			row["nik"], row["birth_date"] = member.GetString("nik"), member.GetString("birth_date")
		}
		home.Members = append(home.Members, row)
	}
	return home
}

// mineAre the requests of the resident: filed for them, by them, or with them as
// the one represented.
const mineAre = "(resident = {:me} || account = {:account} || represented = {:account})"

func (g *gatherer) requests() []request {
	requests := []request{}
	for _, record := range g.find("requests", mineAre, "submitted_at") {
		one := request{Events: []map[string]any{}, Answers: g.answersOf(record), Fields: g.fields(record, "code", "service_name", "service_name_en", "applicant_name", "filer_name",
			"relation", "channel", "status", "submitted_at", "due_at", "closed_at", "answers", "attachments")}
		events, err := g.app.FindRecordsByFilter("request_events", "request = {:id}", "seq", 0, 0, dbx.Params{"id": record.Id})
		if err != nil {
			g.fail(err)
		}
		for _, event := range events {
			one.Events = append(one.Events, g.fields(event, "seq", "at", "action", "actor_kind", "actor_name", "actor_title",
				"reason", "note", "data", "prev_hash", "hash"))
		}
		requests = append(requests, one)
	}
	return requests
}

func (g *gatherer) letters() []map[string]any {
	letters := []map[string]any{}
	for _, letter := range g.find("letters", "resident = {:me} || request.account = {:account} || request.represented = {:account}", "issued_at") {
		row := g.fields(letter, "number", "title", "holder_name", "issued_on", "valid_until", "signer_name", "signer_title",
			"signature_form", "signature_kind", "code", "sha256", "data")
		row["file"] = g.bring("surat", letter, "pdf")
		if revoked, err := g.app.FindFirstRecordByData("letter_revocations", "letter", letter.Id); err == nil {
			row["revoked"], row["revoked_at"], row["revoked_for"] = revoked.GetString("kind"), g.local(revoked.GetDateTime("at")), revoked.GetString("reason")
		}
		letters = append(letters, row)
	}
	return letters
}

func (g *gatherer) documents() []map[string]any {
	documents := []map[string]any{}
	for _, document := range g.find("documents", "account = {:account} || resident = {:me}", "created") {
		row := g.fields(document, "name", "kind", "mime", "size", "sha256", "expires_on", "used", "removed_on", "created")
		row["file"] = g.bring("dokumen", document, "file")
		documents = append(documents, row)
	}
	return documents
}

func (g *gatherer) corrections() []map[string]any {
	return g.rows("corrections", "resident = {:me} || account = {:account}", "asked_at",
		"asked_by", "changes", "reason", "state", "answer", "decided_name", "decided_title", "asked_at", "due_at", "decided_at")
}

// carers are who may act for the resident, and for whom the resident may.
func (g *gatherer) carers() []map[string]any {
	rows := []map[string]any{}
	for _, record := range g.find("representations", "resident = {:me} || carer = {:me}", "created") {
		row := g.fields(record, "ground", "state", "confirmed_name", "confirmed_at", "ended_at")
		row["represented"] = record.GetString("name")
		if carer, err := g.app.FindRecordById("residents", record.GetString("carer")); err == nil {
			row["carer"] = carer.GetString("name")
		}
		rows = append(rows, row)
	}
	return rows
}

// registrations are sign-ups with this NIK that the office confirmed, and so
// knows to be theirs; of old ones only that and when.
func (g *gatherer) registrations() []map[string]any {
	rows := []map[string]any{}
	for _, registration := range g.find("registrations", "resident = {:me} && state = 'confirmed'", "created") {
		row := g.fields(registration, "code", "nik", "kk", "name", "birth_date", "email", "phone", "state", "created", "decided_at")
		row["file"] = g.bring("pendaftaran", registration, "photo")
		rows = append(rows, row)
	}
	return rows
}

// seenBy is the resident's part of the trail: looks at them alone, and at
// everybody in their hamlet since they are in the register.
func (g *gatherer) seenBy() []map[string]any {
	rows := []map[string]any{}
	entries := []struct {
		seenEntry
		What    string `db:"what"`
		Purpose string `db:"purpose"`
		Note    string `db:"note"`
		Hash    string `db:"hash"`
	}{}
	err := g.app.ConcurrentDB().Select("actor_kind", "actor", "actor_name", "actor_title", "resident", "hamlets", "at", "what", "purpose", "note", "hash").
		From("audit").Where(dbx.In("resident", g.resident.Id, "")).OrderBy("seq").All(&entries)
	if err != nil {
		g.fail(err)
	}
	for _, entry := range entries {
		if !entry.about(g.resident) {
			continue
		}
		row := map[string]any{"at": g.local(entry.At), "by": shownActor(entry.seenEntry), "actor_title": entry.ActorTitle,
			"what": entry.What, "purpose": entry.Purpose, "note": entry.Note, "everybody": entry.Resident == "", "hash": entry.Hash}
		if entry.ActorKind == audit.ByAdmin {
			row["actor_title"] = ""
		}
		if entry.Resident == "" && entry.What == audit.Found { // it may name a neighbour's NIK
			row["note"] = ""
		}
		rows = append(rows, row)
	}
	return rows
}
