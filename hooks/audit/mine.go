package audit

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

const minePage = 30

// looks are the entries of one person on one day about one matter, as the
// resident reads them.
type looks struct {
	ID         string         `db:"id" json:"id"` // of the latest, to ask about
	At         types.DateTime `db:"at" json:"at"` // of the latest
	Times      int            `db:"times" json:"times"`
	ActorKind  string         `db:"actor_kind" json:"actor_kind"`
	ActorName  string         `db:"actor_name" json:"actor_name"`
	ActorTitle string         `db:"actor_title" json:"actor_title"`
	Whats      string         `db:"whats" json:"-"`
	What       []string       `json:"what"`
	Purpose    string         `db:"purpose" json:"purpose"`
	Notes      string         `db:"notes" json:"-"`
	Note       []string       `json:"note"`
	Everybody  bool           `db:"everybody" json:"everybody"` // not only mine
	RequestID  string         `db:"request" json:"-"`
	Code       string         `db:"code" json:"-"`
	Service    string         `db:"service_name" json:"-"`
	ServiceEN  string         `db:"service_name_en" json:"-"`
	Request    *about         `json:"request"`
	IDs        string         `db:"ids" json:"-"`
	Questions  []question     `json:"questions"`
}

// about is the request that was at hand.
type about struct {
	ID        string `json:"id"`
	Code      string `json:"code"`
	Service   string `json:"service_name"`
	ServiceEN string `json:"service_name_en"`
}

// SQLite takes columns that stand alone beside max(seq) from the latest row.
// Of a request that is not mine, such as my child's, nothing is told, nor what
// was searched for among all: it may be a neighbour's NIK.
const mineQuery = `
	WITH seen AS (
		SELECT *, note AS told FROM audit WHERE resident = {:me}
		UNION ALL
		SELECT *, CASE what WHEN 'search' THEN '' ELSE note END AS told FROM audit WHERE resident = '' AND at >= {:since}
			AND (hamlets = '' OR instr(',' || hamlets || ',', ',' || {:hamlet} || ',') > 0)
	), grouped AS (
		SELECT max(seq) AS last, id, at, count(*) AS times, actor_kind, actor_name, actor_title,
			json_group_array(id) AS ids, json_group_array(DISTINCT what) AS whats, purpose, json_group_array(DISTINCT told) AS notes,
			resident = '' AS everybody, request
		FROM seen
		GROUP BY date(at, {:zone}), actor, purpose, request, resident, CASE request WHEN '' THEN told ELSE '' END
		ORDER BY last DESC LIMIT {:limit} OFFSET {:offset}
	)
	SELECT g.*, COALESCE(r.code, '') AS code, COALESCE(r.service_name, '') AS service_name,
		COALESCE(r.service_name_en, '') AS service_name_en
	FROM grouped g LEFT JOIN requests r ON r.id = g.request AND r.resident = {:me}
	ORDER BY g.last DESC`

// mine answers GET /api/me/trail: who looked at the data of the resident who is
// logged in, newest first.
func mine(e *core.RequestEvent) error {
	resident, err := e.App.FindRecordById("residents", e.Auth.GetString("resident"))
	if err != nil {
		return e.NotFoundError("", err)
	}
	if err := Flush(e.App); err != nil {
		return err
	}
	page, _ := strconv.Atoi(e.Request.URL.Query().Get("page"))
	page = max(page, 1)
	items := []looks{}
	err = e.App.ConcurrentDB().NewQuery(mineQuery).Bind(dbx.Params{
		"me": resident.Id, "since": resident.GetDateTime("created").String(), "hamlet": resident.GetString("hamlet"),
		"zone": zoneOf(e.App), "limit": minePage + 1, "offset": (page - 1) * minePage,
	}).All(&items)
	if err != nil {
		return err
	}
	more := len(items) > minePage
	items = items[:min(len(items), minePage)]
	asked, err := questionsOf(e.App, e.Auth.Id)
	if err != nil {
		return err
	}
	for i := range items {
		items[i].finish(asked)
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "page": page, "more": more})
}

func (l *looks) finish(asked map[string]question) {
	l.What, l.Note, l.Questions = texts(l.Whats), texts(l.Notes), []question{}
	for _, id := range texts(l.IDs) {
		if q, ok := asked[id]; ok {
			l.Questions = append(l.Questions, q)
		}
	}
	if l.ActorKind == ByAdmin {
		l.ActorName = "Admin" // their address is the auditor's business
		l.ActorTitle = ""
	}
	if l.Code != "" {
		l.Request = &about{ID: l.RequestID, Code: l.Code, Service: l.Service, ServiceEN: l.ServiceEN}
	}
}

// texts reads SQLite's array and leaves out the empty ones.
func texts(array string) []string {
	all, filled := []string{}, []string{}
	_ = json.Unmarshal([]byte(array), &all) // made by SQLite
	for _, text := range all {
		if strings.TrimSpace(text) != "" {
			filled = append(filled, text)
		}
	}
	return filled
}

// zoneOf is the office's present distance to UTC as SQLite adds it, so that
// days are the office's.
func zoneOf(app core.App) string {
	_, seconds := time.Now().In(locationOf(app)).Zone()
	return fmt.Sprintf("%+d minutes", seconds/60)
}
