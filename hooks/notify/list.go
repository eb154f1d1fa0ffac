package notify

import (
	"net/http"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

var errRead = fault.New(fault.Invalid, "notice.read",
	"Pilih kabar yang sudah dibaca.",
	"Choose the notices that are read.")

// perPage is how many notices a page shows at a time.
const perPage = 30

// item is a notice as its page shows it.
type item struct {
	ID       string    `db:"id" json:"id"`
	Group    string    `db:"group" json:"group"` // key
	Text     string    `db:"text" json:"text"`
	TextEN   string    `db:"text_en" json:"text_en"`
	Link     string    `db:"link" json:"link"` // path, "" for none
	Urgency  string    `db:"urgency" json:"urgency"`
	At       string    `db:"at" json:"at"`
	ReadAt   string    `db:"read_at" json:"read_at"` // "" when new
	Receipts []receipt `db:"-" json:"receipts"`
}

// receipt is how a notice went by one channel.
type receipt struct {
	Notice  string `db:"notice" json:"-"`
	Channel string `db:"channel" json:"channel"`
	State   string `db:"state" json:"state"` // "sending" is told as "queued"
	At      string `db:"at" json:"at"`       // of the state; of what is queued, when it leaves
}

// mineSQL is the condition that a notice is the caller's, who is logged in.
func mineSQL(e *core.RequestEvent) (condition string, params dbx.Params) {
	owner := ownerField(e.Auth)
	return owner + ` = {:me} AND ` + owner + ` != ''`, dbx.Params{"me": e.Auth.Id}
}

// ownerField is the field that names a login of this kind.
func ownerField(auth *core.Record) string {
	return strings.TrimSuffix(auth.Collection().Name, "s") // account, officer
}

// list answers GET /api/notices?before=… with the caller's notices, the newest
// first: {items, unread, next}; next is what to send as before for more, "" at
// the end.
func list(e *core.RequestEvent) error {
	mine, params := mineSQL(e)
	query := `SELECT id, [[group]], text, text_en, link, urgency, at, read_at FROM notices WHERE ` + mine
	if at, id, more := strings.Cut(e.Request.URL.Query().Get("before"), "~"); more {
		query += ` AND (at, id) < ({:at}, {:id})`
		params["at"], params["id"] = at, id
	}
	items := []item{}
	err := e.App.DB().NewQuery(query + ` ORDER BY at DESC, id DESC LIMIT ` + itoa(perPage+1)).Bind(params).All(&items)
	if err != nil {
		return err
	}
	next := ""
	if len(items) > perPage {
		items = items[:perPage]
		next = items[perPage-1].At + "~" + items[perPage-1].ID
	}
	if err := addReceipts(e.App, items); err != nil {
		return err
	}
	n, err := countUnread(e)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "unread": n, "next": next})
}

func addReceipts(app core.App, items []item) error {
	places := map[string]int{}
	ids := make([]string, len(items))
	for i := range items {
		items[i].Receipts = []receipt{}
		places[items[i].ID], ids[i] = i, items[i].ID
	}
	params := dbx.Params{}
	var receipts []receipt
	err := app.DB().NewQuery(`SELECT notice, channel, CASE state WHEN 'sending' THEN 'queued' ELSE state END AS state,
		COALESCE(NULLIF(delivered_at, ''), NULLIF(sent_at, ''), not_before) AS at
		FROM notice_deliveries WHERE notice IN (` + oneOfThese(ids, params) + `) ORDER BY channel, rowid`).Bind(params).All(&receipts)
	if err != nil {
		return err
	}
	for _, r := range receipts {
		place := places[r.Notice]
		items[place].Receipts = append(items[place].Receipts, r)
	}
	return nil
}

func countUnread(e *core.RequestEvent) (n int, err error) {
	mine, params := mineSQL(e)
	err = e.App.DB().NewQuery(`SELECT count(*) FROM (SELECT 1 FROM notices WHERE ` + mine + ` AND read_at = '' LIMIT 100)`).Bind(params).Row(&n)
	return n, err
}

// unread answers GET /api/notices/unread with {unread}, at most 100.
func unread(e *core.RequestEvent) error {
	n, err := countUnread(e)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]int{"unread": n})
}

// markRead answers POST /api/notices/read {ids} or {until}, the moment of the
// newest notice that was shown, with {unread}.
func markRead(e *core.RequestEvent) error {
	asked := struct {
		IDs   []string `json:"ids"`
		Until string   `json:"until"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errRead.Because(err)
	}
	mine, params := mineSQL(e)
	set := `UPDATE notices SET read_at = {:now} WHERE read_at = '' AND ` + mine
	params["now"] = types.NowDateTime().String()
	switch {
	case len(asked.IDs) > 0 && len(asked.IDs) <= 100:
		set += ` AND id IN (` + oneOfThese(asked.IDs, params) + `)`
	case asked.Until != "":
		set += ` AND at <= {:until}`
		params["until"] = asked.Until
	default:
		return errRead
	}
	if _, err := e.App.DB().NewQuery(set).Bind(params).Execute(); err != nil {
		return err
	}
	ping(e.App, e.Auth.Id, false) // the count in another window
	return unread(e)
}
