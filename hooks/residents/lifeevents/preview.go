package lifeevents

import (
	"errors"
	"net/http"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/residents/ledger"
)

var errBody = fault.New(fault.Invalid, "event.body",
	"Isian tidak terbaca. Muat ulang halaman, lalu coba lagi.",
	"What was sent cannot be read. Reload the page and try again.")

// errRehearsed ends the transaction of a preview: nothing of it stays.
var errRehearsed = errors.New("rehearsed")

// sent is what the page sends, to be looked at and to be recorded.
type sent struct {
	Kind       string `json:"kind"`
	Resident   string `json:"resident"`
	Household  string `json:"household"`
	EventDate  string `json:"event_date"`
	ReportedOn string `json:"reported_on"`
	ReportedBy string `json:"reported_by"`
	Document   string `json:"document"`
	Note       string `json:"note"`
	Reverses   string `json:"reverses"`
	Data       any    `json:"data"`
}

// preview answers POST /api/population/preview: what recording the event would
// change. It is the recording itself, taken back at the end, so that both can
// never differ.
func preview(e *core.RequestEvent) error {
	if err := mayRecord(e.Auth); err != nil {
		return err
	}
	var body sent
	if err := e.BindBody(&body); err != nil {
		return errBody.Because(err)
	}
	known, err := body.named(e.App)
	if err != nil {
		return err
	}
	// Noted first: a refusal names people and their state as well.
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Viewed, known...)
	var told effects
	var month string
	var counts []ledger.Entry
	var seen []string
	err = e.App.RunInTransaction(func(tx core.App) error {
		event, err := rehearse(tx, body, e.Auth)
		if err != nil {
			return err
		}
		memory, err := memoryOf(event)
		if err != nil {
			return err
		}
		month, seen = event.GetString("month"), memory.people()
		if counts, err = ledger.OfEvent(tx, event.Id); err != nil {
			return err
		}
		if told, err = effectsOf(tx, memory); err != nil {
			return err
		}
		return errRehearsed
	})
	if !errors.Is(err, errRehearsed) {
		return err
	}
	seen = slices.DeleteFunc(seen, func(id string) bool { return slices.Contains(known, id) })
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Viewed, seen...)
	return e.JSON(http.StatusOK, map[string]any{"effects": told, "month": month, "count": summed(counts)})
}

func rehearse(tx core.App, body sent, auth *core.Record) (*core.Record, error) {
	collection, err := tx.FindCollectionByNameOrId("life_events")
	if err != nil {
		return nil, err
	}
	event := core.NewRecord(collection)
	event.Load(map[string]any{
		"kind": body.Kind, "resident": body.Resident, "household": body.Household, "event_date": body.EventDate,
		"reported_on": body.ReportedOn, "reported_by": body.ReportedBy, "document": body.Document, "note": body.Note,
		"reverses": body.Reverses, "data": body.Data,
	})
	sign(event, auth)
	return event, tx.Save(event)
}

// count is how many more, or fewer, the village has after an event.
type count struct {
	Persons    int `json:"persons"`
	Households int `json:"households"`
}

func summed(entries []ledger.Entry) count {
	var sum count
	for _, entry := range entries {
		sum.Persons += entry.Persons
		sum.Households += entry.Households
	}
	return sum
}
