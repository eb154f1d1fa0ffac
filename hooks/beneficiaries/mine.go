package beneficiaries

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// MineRow is a [Row] as its own people read it.
type MineRow struct {
	Row
	Me bool `json:"me"` // for me alone, or I receive it for my household
}

// mine answers GET /api/benefits/mine for a resident: {"items": [MineRow]}, what
// they get themselves and what the household gets that they live in now. Cancelled
// payments are left out: nothing was paid.
func mine(e *core.RequestEvent) error {
	var household string
	resident := e.Auth.GetString("resident")
	if err := e.App.DB().Select("household").From("residents").Where(dbx.HashExp{"id": resident}).Row(&household); err != nil {
		return err
	}
	rows, err := rowsOf(e.App, office.Today(e.App), `WHERE b.id IN (
		SELECT id FROM beneficiaries WHERE resident != '' AND resident = {:resident} AND target = 'person'
		UNION SELECT id FROM beneficiaries WHERE household != '' AND household = {:household} AND target = 'household')
		ORDER BY b.status = 'active' DESC, b.starts_on DESC`, dbx.Params{"resident": resident, "household": household})
	if err != nil {
		return err
	}
	items := make([]MineRow, len(rows))
	for i, row := range rows {
		items[i] = MineRow{row.Row, row.Resident == resident}
		items[i].Payments = []Payment{}
		for _, payment := range row.Payments {
			if payment.CancelledOn == "" {
				items[i].Payments = append(items[i].Payments, payment)
			}
		}
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}
