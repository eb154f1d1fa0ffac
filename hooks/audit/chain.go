package audit

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// Chain is what a check of the whole trail found.
type Chain struct {
	Rows  int    `json:"rows"`
	Last  string `json:"last_hash"` // write it down elsewhere: it shows that nothing was cut off at the end
	Until string `json:"until"`     // when the last entry was made
	Cut   int    `json:"cut"`       // entries that were too old to keep, all before the first that is there
	Break *Break `json:"break"`     // nil: whole
}

// row is an entry as it stands in the table.
type row struct {
	ID         string         `db:"id"`
	Seq        int            `db:"seq"`
	At         types.DateTime `db:"at"`
	ActorKind  string         `db:"actor_kind"`
	Actor      string         `db:"actor"`
	ActorName  string         `db:"actor_name"`
	ActorTitle string         `db:"actor_title"`
	What       string         `db:"what"`
	Purpose    string         `db:"purpose"`
	Request    string         `db:"request"`
	Note       string         `db:"note"`
	Resident   string         `db:"resident"`
	Hamlets    string         `db:"hamlets"`
	Count      int            `db:"count"`
	Prev       string         `db:"prev_hash"`
	Hash       string         `db:"hash"`
}

func (r row) entry() Entry {
	return Entry{
		ID: r.ID, Seq: r.Seq, At: r.At.Time(), ActorKind: r.ActorKind, Actor: r.Actor, ActorName: r.ActorName,
		ActorTitle: r.ActorTitle, What: r.What, Purpose: r.Purpose, Request: r.Request, Note: r.Note,
		Resident: r.Resident, Hamlets: r.Hamlets, Count: r.Count, Prev: r.Prev, Hash: r.Hash,
	}
}

// CheckChain reads the whole trail and says whether every entry still follows
// from the one before it.
func CheckChain(app core.App) (Chain, error) {
	end, err := beginOf(app)
	if err != nil {
		return Chain{}, err
	}
	found := Chain{Cut: end.seq, Last: end.hash}
	for {
		var rows []row
		err := app.ConcurrentDB().Select("*").From("audit").Where(dbx.NewExp("seq > {:seq}", dbx.Params{"seq": end.seq})).
			OrderBy("seq").Limit(1000).All(&rows)
		if err != nil || len(rows) == 0 {
			return found, err
		}
		for _, r := range rows {
			var broken *Break
			if end, broken = end.follow(r.entry()); broken != nil {
				found.Break = broken
				return found, nil
			}
			found.Rows++
			found.Last, found.Until = end.hash, r.At.Time().Format(time.RFC3339)
		}
	}
}
