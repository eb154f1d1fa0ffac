package residents

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// errUnseen is said of a resident who is not there and of one who is none of the
// caller's business.
var errUnseen = fault.New(fault.NotFound, "resident.not_found",
	"Warga tidak ditemukan di register, atau bukan warga wilayah Anda.",
	"No such resident in the register, or not one of your hamlets.")

// card answers GET /api/residents/{id}/card for staff.
func card(e *core.RequestEvent) error {
	within, err := reachOf(e.Auth)
	if err != nil {
		return err
	}
	resident, err := e.App.FindRecordById("residents", e.Request.PathValue("id"))
	if err != nil || !within.covers(resident.GetString("hamlet")) {
		return errUnseen.Because(err)
	}
	person, members, err := readPerson(e.App, resident)
	if err != nil {
		return err
	}
	account, err := accountState(e.App, resident.Id)
	if err != nil {
		return err
	}
	warnings := Warnings(Facts{
		NIK: person.NIK, BirthDate: person.BirthDate, Sex: person.Sex, LifeStatus: person.LifeStatus,
		KK: person.KK, Heads: members.livingHeads(),
	}, office.Today(e.App))
	return e.JSON(http.StatusOK, map[string]any{
		"resident": person, "household": members, "account": account, "warnings": told(warnings, fault.Lang(e)),
	})
}

type warning struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

func told(warnings []*fault.Fault, lang string) []warning {
	texts := make([]warning, len(warnings))
	for i, w := range warnings {
		texts[i] = warning{w.Key, w.In(lang)}
	}
	return texts
}

// accountState is none, opened (a code was given) or active (it was used).
func accountState(app core.App, resident string) (string, error) {
	accounts, err := app.FindAllRecords("accounts", dbx.HashExp{"resident": resident})
	if err != nil || len(accounts) == 0 {
		return "none", err
	}
	return stateOfAccount(true, accounts[0].GetBool("active"), accounts[0].GetString("activated_at")), nil
}

func stateOfAccount(exists, active bool, activatedAt string) string {
	switch {
	case !exists:
		return "none"
	case active && activatedAt != "":
		return "active"
	}
	return "opened"
}
