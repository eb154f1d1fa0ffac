package notify

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// Cause is something that happened, of which it is worked out afterwards who is
// told: all who may take a step, or everybody in the village. It costs the
// transaction one row, however many they are.
type Cause struct {
	Kind    string // as given to [Explain]
	Subject string // id of what happened
	Data    map[string]string
}

// Explainer works out who is told what of a cause. Of many people it answers
// with some hundreds at a time and where to go on (after, "" at first); an empty
// next says that these were the last.
type Explainer func(app core.App, cause Cause, after string) (notices []Notice, next string, err error)

var explainers = map[string]Explainer{}

// Explain sets who explains a kind of cause. It is meant for package variables
// and init functions.
func Explain(kind string, explain Explainer) Explainer {
	if _, twice := explainers[kind]; twice {
		panic("notify: explained twice: " + kind)
	}
	explainers[kind] = explain
	return explain
}

// Later writes a cause, in the transaction of what happened.
func Later(app core.App, cause Cause) error {
	if explainers[cause.Kind] == nil {
		return fmt.Errorf("notify: nobody explains %q", cause.Kind)
	}
	data, err := json.Marshal(cause.Data)
	if err != nil {
		return err
	}
	_, err = app.DB().Insert("notice_causes", dbx.Params{
		"id": core.GenerateDefaultRandomId(), "kind": cause.Kind, "subject": cause.Subject, "data": string(data),
		"at": types.NowDateTime().String(), // and due at once: not_before is empty
	}).Execute()
	if err == nil {
		wake(app)
	}
	return err
}

// waiting is a cause as it is kept.
type waiting struct {
	ID      string `db:"id"`
	Kind    string `db:"kind"`
	Subject string `db:"subject"`
	Data    string `db:"data"`
	After   string `db:"after"`
	Tries   int    `db:"tries"`
}

// explainDue turns causes into notices, each cause or part of it in one
// transaction with the note of how far it got: told once, whatever fails.
func explainDue(app core.App, at time.Time) error {
	for {
		var due []waiting
		err := app.DB().NewQuery("SELECT id, kind, subject, data, [[after]], tries FROM notice_causes WHERE not_before <= {:at} ORDER BY not_before LIMIT 50").
			Bind(dbx.Params{"at": stamp(at)}).All(&due)
		if err != nil || len(due) == 0 {
			return err
		}
		for _, cause := range due {
			if err := explainOne(app, cause); err != nil {
				if err := putOff(app, cause, err, at); err != nil {
					return err
				}
			}
		}
	}
}

func explainOne(app core.App, kept waiting) error {
	explain := explainers[kept.Kind]
	if explain == nil {
		return fmt.Errorf("nobody explains %q", kept.Kind)
	}
	cause := Cause{Kind: kept.Kind, Subject: kept.Subject}
	if err := json.Unmarshal([]byte(kept.Data), &cause.Data); err != nil {
		return err
	}
	notices, next, err := explain(app, cause, kept.After)
	if err != nil {
		return err
	}
	return app.RunInTransaction(func(tx core.App) error {
		for _, notice := range notices {
			if err := Tell(tx, notice); err != nil {
				return err
			}
		}
		if next == "" {
			_, err = tx.DB().Delete("notice_causes", dbx.HashExp{"id": kept.ID}).Execute()
		} else {
			_, err = tx.DB().Update("notice_causes", dbx.Params{"after": next}, dbx.HashExp{"id": kept.ID}).Execute()
		}
		return err
	})
}

// putOff lets a cause that cannot be explained wait, and gives it up in the end:
// it stays to be read, out of the way of the others.
func putOff(app core.App, cause waiting, reason error, at time.Time) error {
	app.Logger().Error("a notice could not be worked out", "kind", cause.Kind, "subject", cause.Subject, "error", reason)
	next := at.Add(backoff(cause.Tries+1, 0.5))
	if cause.Tries+1 >= mostTries {
		next = at.AddDate(100, 0, 0)
	}
	_, err := app.DB().Update("notice_causes", dbx.Params{
		"tries": cause.Tries + 1, "not_before": stamp(next), "failure": cut(reason.Error(), 300),
	}, dbx.HashExp{"id": cause.ID}).Execute()
	return err
}
