package requests

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// takeOver is the model hook of representations: with the end of one, what the
// carer filed and scanned for the other becomes the other's own, and the carer is
// out of it. Without a login of their own the desk speaks for them. Who filed it,
// and as what, stays on the request.
func takeOver(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		before, err := tx.FindRecordById("representations", e.Record.Id)
		if err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		ends := e.Type == core.ModelEventTypeDelete || e.Record.GetString("state") == "ended"
		if !ends || before.GetString("state") != "active" {
			return nil
		}
		resident := e.Record.GetString("resident")
		carer, err := tx.FindFirstRecordByData("accounts", "resident", e.Record.GetString("carer"))
		if err != nil {
			return nil // somebody without a login has filed nothing by themselves
		}
		own := dbx.Params{"account": accountOf(tx, resident)}
		filed := dbx.HashExp{"account": carer.Id, "resident": resident, "relation": Carer}
		if _, err := tx.DB().Update("requests", own, filed).Execute(); err != nil {
			return err
		}
		return takeOverPapers(tx, own, dbx.HashExp{"account": carer.Id, "resident": resident})
	})
}

// takeOverPapers leaves out those that the carer also hung on requests which stay
// theirs, as a parent's do.
func takeOverPapers(tx core.App, own dbx.Params, scanned dbx.HashExp) error {
	_, err := tx.DB().Update("documents", own, dbx.And(scanned, dbx.NewExp(`NOT EXISTS (SELECT 1 FROM requests r, json_each(r.documents) d
		WHERE r.account = {:carer} AND r.resident = {:resident} AND d.value = documents.id)`,
		dbx.Params{"carer": scanned["account"], "resident": scanned["resident"]}))).Execute()
	return err
}
