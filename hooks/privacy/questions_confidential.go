package privacy

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// ofConfidential is the condition that an entry of the trail, row a, belongs to a
// report filed in confidence. A question about it names who filed it, so that no
// officer may read it, least of all whom the report concerns: the admin answers,
// who sees all there is anyway.
const ofConfidential = `EXISTS (SELECT 1 FROM requests c WHERE c.id = a.request AND c.confidential = 1)`

// isConfidential tells whether a question is about such an entry.
func isConfidential(app core.App, question *core.Record) (is bool, err error) {
	err = app.DB().NewQuery(`SELECT EXISTS (SELECT 1 FROM audit a WHERE a.id = {:entry} AND ` + ofConfidential + `)`).
		Bind(dbx.Params{"entry": question.GetString("entry")}).Row(&is)
	return is, err
}
