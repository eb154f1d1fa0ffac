package residents

import (
	"net/http"

	"github.com/pocketbase/pocketbase/core"
)

// me answers GET /api/me/resident: what the register says of the resident who
// is logged in, and who is on their family card.
func me(e *core.RequestEvent) error {
	resident, err := e.App.FindRecordById("residents", e.Auth.GetString("resident"))
	if err != nil {
		return errUnseen.Because(err)
	}
	person, members, err := readPerson(e.App, resident)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"resident": person, "household": members})
}
