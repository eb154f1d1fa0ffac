package audit

import (
	"database/sql"
	"errors"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// insertion adds one entry. It is SQL and not a record because hooks refuse
// every record of this collection: this is the only place that adds any.
const insertion = `INSERT INTO audit (id, seq, at, actor_kind, actor, actor_name, actor_title, what, purpose, request,
	note, resident, hamlets, count, prev_hash, hash) VALUES ({:id}, {:seq}, {:at}, {:kind}, {:actor}, {:name}, {:title},
	{:what}, {:purpose}, {:request}, {:note}, {:resident}, {:hamlets}, {:count}, {:prev}, {:hash})`

// write puts entries at the end of the chain, all or none.
func write(app core.App, entries []Entry) error {
	if len(entries) == 0 {
		return nil
	}
	return app.RunInTransaction(func(tx core.App) error {
		end, err := endOf(tx)
		if err != nil {
			return err
		}
		insert := tx.DB().NewQuery(insertion).Prepare()
		defer func() { _ = insert.Close() }()
		for _, e := range entries {
			e.Seq, e.Prev = end.seq+1, end.hash
			e.Hash = e.Seal()
			end = link{e.Seq, e.Hash}
			_, err := insert.Bind(dbx.Params{
				"id": e.ID, "seq": e.Seq, "at": written(e.At), "kind": e.ActorKind, "actor": e.Actor, "name": e.ActorName,
				"title": e.ActorTitle, "what": e.What, "purpose": e.Purpose, "request": e.Request, "note": e.Note,
				"resident": e.Resident, "hamlets": e.Hamlets, "count": e.Count, "prev": e.Prev, "hash": e.Hash,
			}).Execute()
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// endOf is where the chain goes on: after its last entry, or after the last cut
// when nothing is left.
func endOf(app core.App) (link, error) {
	var end link
	err := app.DB().NewQuery("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").Row(&end.seq, &end.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return beginOf(app)
	}
	return end, err
}

// beginOf is what the first entry that is still there has to follow.
func beginOf(app core.App) (link, error) {
	var begin link
	err := app.DB().NewQuery("SELECT upto, hash FROM audit_cuts ORDER BY upto DESC LIMIT 1").Row(&begin.seq, &begin.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return link{}, nil
	}
	return begin, err
}

// unwritten leaves out what is in the table already.
func unwritten(app core.App, entries []Entry) ([]Entry, error) {
	var fresh []Entry
	known := map[string]bool{}
	for _, e := range entries {
		var there int
		err := app.DB().NewQuery("SELECT count(*) FROM audit WHERE id = {:id}").Bind(dbx.Params{"id": e.ID}).Row(&there)
		if err != nil {
			return nil, err
		}
		if there == 0 && !known[e.ID] {
			known[e.ID] = true
			fresh = append(fresh, e)
		}
	}
	return fresh, nil
}

func written(at time.Time) string { return at.UTC().Format(types.DefaultDateLayout) }
