package notify

import (
	"fmt"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Announcement is one notice to many: all residents with a login, those of some
// hamlets, or all officers.
type Announcement struct {
	Notice            // without Account, Officer, Resident
	Hamlets  []string // ids; empty: the whole village
	Officers bool     // to all active officers, instead of residents
}

// atOnce is how many are told in one transaction: it holds the write lock for
// some 20 ms.
const atOnce = 500

const announcement = "notify.announcement"

var _ = Explain(announcement, announce)

// Announce writes an announcement, in the transaction of what it tells of: one
// row, and the worker tells everybody.
func Announce(app core.App, a Announcement) error {
	if a.Account+a.Officer+a.Resident != "" {
		return errTwo
	}
	trial := a.Notice
	if trial.Officer = ""; a.Officers {
		trial.Officer = "somebody"
	}
	if _, _, err := wordsOf(trial); err != nil {
		return err
	}
	data := map[string]string{"@key": a.Key, "@link": a.Link, "@group": a.Group}
	for i, hamlet := range a.Hamlets {
		data[fmt.Sprintf("@hamlet%d", i)] = hamlet
	}
	for name, value := range a.Data {
		data[name] = value
	}
	subject := "residents"
	if a.Officers {
		subject = "officers"
	}
	return Later(app, Cause{Kind: announcement, Subject: subject, Data: data})
}

// announce explains an announcement, some hundred people at a time.
func announce(app core.App, cause Cause, after string) ([]Notice, string, error) {
	query := app.DB().Select("p.id").From("officers p").Where(dbx.HashExp{"p.active": true})
	if cause.Subject != "officers" {
		query = app.DB().Select("p.id").From("accounts p").Where(dbx.HashExp{"p.active": true})
		if hamlets := hamletsIn(cause.Data); len(hamlets) > 0 {
			query.InnerJoin("residents r", dbx.NewExp("r.id = p.resident")).AndWhere(dbx.In("r.hamlet", hamlets...))
		}
	}
	var people []string
	err := query.AndWhere(dbx.NewExp("p.id > {:after}", dbx.Params{"after": after})).OrderBy("p.id").Limit(atOnce).Column(&people)
	if err != nil {
		return nil, "", err
	}
	notices := make([]Notice, len(people))
	for i, id := range people {
		notices[i] = Notice{Key: cause.Data["@key"], Link: cause.Data["@link"], Group: cause.Data["@group"], Data: cause.Data}
		if cause.Subject == "officers" {
			notices[i].Officer = id
		} else {
			notices[i].Account = id
		}
	}
	if len(people) < atOnce {
		return notices, "", nil
	}
	return notices, people[len(people)-1], nil
}

func hamletsIn(data map[string]string) []any {
	var hamlets []any
	for i := 0; data[fmt.Sprintf("@hamlet%d", i)] != ""; i++ {
		hamlets = append(hamlets, data[fmt.Sprintf("@hamlet%d", i)])
	}
	return hamlets
}
