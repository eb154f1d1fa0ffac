package accounts

import (
	"encoding/json"
	"net/http"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

// sideBySide is one thing that was typed and what the register says.
type sideBySide struct {
	Field    string `json:"field"` // nik, kk, name, birth_date
	Typed    string `json:"typed"`
	Register string `json:"register"`
	Same     bool   `json:"same"`
}

// Reasons for which a registration may be refused; the page has their texts.
var RefusalReasons = []string{"photo_unreadable", "not_on_record", "data_differ", "not_the_person", "other"}

// showRegistration answers GET /api/accounts/registrations/{id}.
func showRegistration(e *core.RequestEvent) error {
	one, err := opened(e)
	if err != nil {
		return err
	}
	others := []candidate{}
	if one.State == waiting {
		err := candidates(e.App).Where(dbx.HashExp{"g.nik": one.NIK, "g.state": waiting}).
			AndWhere(dbx.Not(dbx.HashExp{"g.id": one.ID})).OrderBy("g.created").Limit(20).All(&others)
		if err != nil {
			return err
		}
	}
	same := []map[string]any{}
	for _, other := range others {
		same = append(same, map[string]any{"id": other.ID, "created": other.Created, "agreeing": other.agreement().Count()})
	}
	answer := map[string]any{
		"id": one.ID, "code": showCode(one.Code), "state": one.State, "created": one.Created, "name": one.Name,
		"email": one.Email, "phone": one.Phone, "photo": one.Photo != "",
		"on_record": one.Resident != "", "resident": one.Resident, "hamlet_name": one.HamletName, "life_status": one.LifeStatus,
		"account": one.account(), "others": same, "reasons": RefusalReasons,
		"may_replace": slices.Contains(replacers, e.Auth.GetString("role")),
		"decided_by":  one.DecidedName, "decided_at": one.DecidedAt, "reason": one.Reason, "note": one.Note, "replaced": one.Replaced,
	}
	if one.State == waiting {
		answer["lines"] = one.lines()
	} else {
		answer["match"] = json.RawMessage(orNull(one.Frozen))
	}
	if one.Resident != "" {
		audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Viewed, one.Resident)
	}
	return e.JSON(http.StatusOK, answer)
}

func orNull(text string) string {
	if text == "" {
		return "null"
	}
	return text
}

// lines show what agrees with the numbers masked, and in full only what somebody
// has to compare.
func (c candidate) lines() []sideBySide {
	agree := c.agreement()
	nik, kk := sideBySide{"nik", c.NIK, "", agree.NIK}, sideBySide{"kk", c.KK, c.RegisterKK, agree.KK}
	if agree.NIK {
		nik.Typed, nik.Register = lastFour(c.NIK), lastFour(c.NIK)
	}
	if agree.KK {
		kk.Typed, kk.Register = lastFour(c.KK), lastFour(c.KK)
	}
	return []sideBySide{nik, kk,
		{"name", c.Name, c.RegisterName, agree.Name},
		{"birth_date", c.BirthDate, c.RegisterBirthDate, agree.BirthDate},
	}
}

// lastFour leaves the last four digits: the others of a NIK tell birth and sex.
func lastFour(number string) string {
	return "•••• •••• •••• " + last4(number)
}

// showPhoto answers GET /api/accounts/registrations/{id}/photo. It is a route of
// its own, and no file of the records API, because who may see it follows from
// the register.
func showPhoto(e *core.RequestEvent) error {
	one, err := opened(e)
	if err != nil {
		return err
	}
	if one.Photo == "" {
		return errNoSuchRegistration
	}
	record, err := e.App.FindRecordById("registrations", one.ID)
	if err != nil {
		return err
	}
	files, err := e.App.NewFilesystem()
	if err != nil {
		return err
	}
	defer files.Close()
	if one.Resident != "" {
		audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Opened, one.Resident)
	}
	e.Response.Header().Set("Cache-Control", "private, no-store")
	return files.Serve(e.Response, e.Request, record.BaseFilesPath()+"/"+one.Photo, one.Photo)
}

// opened finds the registration of a route for someone who may see it. Others
// are told that there is none.
func opened(e *core.RequestEvent) (candidate, error) {
	return openedBy(e.App, e.Auth, e.Request.PathValue("id"))
}

func openedBy(app core.App, officer *core.Record, id string) (candidate, error) {
	var one candidate
	hamlets, err := reachOf(app, officer)
	if err != nil {
		return one, err
	}
	err = candidates(app).Where(dbx.HashExp{"g.id": id}).One(&one)
	if err != nil || !within(hamlets, one.Hamlet) {
		return one, errNoSuchRegistration
	}
	return one, nil
}
