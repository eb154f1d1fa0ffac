package programs

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

var (
	toldBecame = notify.Declare(notify.Text{Key: "program.became", Group: "programs",
		ID: "Yang Anda usulkan atau dukung menjadi program \"{title}\".",
		EN: "What you proposed or supported has become the program \"{title}\"."})
	toldDone = notify.Declare(notify.Text{Key: "program.done", Group: "programs",
		ID: "Program \"{title}\", yang Anda usulkan atau dukung, sudah selesai.",
		EN: "The program \"{title}\", which you proposed or supported, is done."})
	toldStopped = notify.Declare(notify.Text{Key: "program.stopped", Group: "programs",
		ID: "Program \"{title}\", yang Anda usulkan atau dukung, dihentikan. Alasannya ada di halaman program.",
		EN: "The program \"{title}\", which you proposed or supported, was stopped. The reason stands on its page."})
)

// moved explains what became of a program to who asked for it.
const moved = "program.moved"

var _ = notify.Explain(moved, explainMove)

// tellMoved notes that a program was published, is done or was stopped. fresh is
// what was kept before, nil for a new one.
func tellMoved(tx core.App, record, fresh *core.Record) error {
	if !record.GetBool("published") || len(record.GetStringSlice("proposals")) == 0 {
		return nil
	}
	key, state := "", record.GetString("state")
	switch {
	case fresh == nil || !fresh.GetBool("published"):
		key = toldBecame
	case state == fresh.GetString("state"):
	case state == Done:
		key = toldDone
	case state == Stopped:
		key = toldStopped
	}
	if key == "" {
		return nil
	}
	return notify.Later(tx, notify.Cause{Kind: moved, Subject: record.Id,
		Data: map[string]string{"key": key, "title": notify.Typed(record.GetString("title"))}})
}

func explainMove(app core.App, cause notify.Cause, after string) ([]notify.Notice, string, error) {
	var people []string
	err := app.DB().NewQuery(`WITH asked(id) AS (SELECT j.value FROM programs p, json_each(p.proposals) j WHERE p.id = {:id})
		SELECT account FROM (SELECT account FROM proposals WHERE id IN (SELECT id FROM asked)
			UNION SELECT account FROM proposal_supports WHERE proposal IN (SELECT id FROM asked))
		WHERE account != '' AND account > {:after} ORDER BY account LIMIT {:most}`).
		Bind(dbx.Params{"id": cause.Subject, "after": after, "most": toldAtOnce}).Column(&people)
	if err != nil {
		return nil, "", err
	}
	notices := make([]notify.Notice, len(people))
	for i, account := range people {
		notices[i] = notify.Notice{Account: account, Key: cause.Data["key"], Data: cause.Data, Link: "/program/" + cause.Subject}
	}
	if len(people) < toldAtOnce {
		return notices, "", nil
	}
	return notices, people[len(people)-1], nil
}
