package beneficiaries

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/office"
)

// ofResident answers GET /api/benefits/residents/{id}?purpose= for staff:
// {"items": [StaffRow], "active"}, all that a person and the people of their
// household get or got, active first. active counts what they get now.
func ofResident(e *core.RequestEvent) error {
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	purpose, err := audit.PurposeOf(e)
	if err != nil {
		return err
	}
	resident, err := e.App.FindRecordById("residents", e.Request.PathValue("id"))
	if err != nil || !reach.Covers(resident.GetString("hamlet")) {
		return errUnseen.Because(err)
	}
	rows, err := rowsOf(e.App, office.Today(e.App), `WHERE b.id IN (
		SELECT id FROM beneficiaries WHERE resident != '' AND resident = {:resident}
		UNION SELECT id FROM beneficiaries WHERE household != '' AND household = {:household}
		UNION SELECT o.id FROM beneficiaries o WHERE o.resident != '' AND {:household} != ''
			AND o.resident IN (SELECT id FROM residents WHERE household = {:household}))
		ORDER BY b.status = 'active' DESC, b.status = 'candidate' DESC, b.starts_on DESC`,
		dbx.Params{"resident": resident.Id, "household": resident.GetString("household")})
	if err == nil {
		err = markOwn(e, rows)
	}
	if err != nil {
		return err
	}
	active := 0
	for _, row := range rows {
		if row.Status == Active {
			active++
		}
	}
	audit.Seen(e.App, e.Auth, purpose, audit.Viewed, append(residentsIn(rows), resident.Id)...)
	return e.JSON(http.StatusOK, map[string]any{"items": rows, "active": active, "may_keep": mayKeep(e.App, e.Auth) == nil})
}

// doubles answers GET /api/benefits/doubles?resident=&household=&target= for
// keepers: {"items": [Double], "receivers": [member]}: what somebody gets already,
// before more is written down.
func doubles(e *core.RequestEvent) error {
	query := e.Request.URL.Query()
	resident, err := e.App.FindRecordById("residents", query.Get("resident"))
	if err != nil {
		return errUnseen.Because(err)
	}
	found, err := doublesOf(e.App, "", query.Get("target"), resident.Id, resident.GetString("household"))
	if err != nil {
		return err
	}
	receivers := []member{}
	if err := e.App.DB().NewQuery(selectMembers).Bind(dbx.Params{"household": resident.GetString("household")}).All(&receivers); err != nil {
		return err
	}
	seen := []string{resident.Id}
	for _, receiver := range receivers {
		if receiver.ID != resident.Id {
			seen = append(seen, receiver.ID)
		}
	}
	kin, err := kinOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	own, err := isOwn(e.App, kin, resident.Id, "")
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purposeOf(e), audit.Viewed, seen...)
	return e.JSON(http.StatusOK, map[string]any{"items": found, "receivers": receivers, "own": own,
		"name": resident.GetString("name"), "household": resident.GetString("household"), "life_status": resident.GetString("life_status")})
}

// escaped makes what was typed mean itself in a LIKE.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(strings.TrimSpace(text))
}

func pageIn(text string) int {
	page, err := strconv.Atoi(text)
	if err != nil || page < 1 {
		return 1
	}
	return min(page, 10_000)
}
