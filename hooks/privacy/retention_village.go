package privacy

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// nobody stands where a name was.
const nobody = "–"

// overdueInformation are requests for information that were answered, and their
// objections too, before a moment. The year's register keeps the line: what was
// asked for, when, and what became of it (PerKI 1/2021); who asked goes.
func overdueInformation(app core.App, before time.Time) ([]found, error) {
	return findAll(app, `SELECT r.id, substr(r.code, 1, 4) || '-' || substr(r.code, 5) AS show FROM information_requests r
		WHERE r.state != 'open' AND r.emptied_on = '' AND r.decided_at > '' AND r.decided_at < {:before}
		AND NOT EXISTS (SELECT 1 FROM objections o WHERE o.request = r.id AND (o.state = 'open' OR o.decided_at >= {:before}))
		ORDER BY r.decided_at`, dbx.Params{"before": moment(before).String()})
}

func takeInformation(app core.App, one found, _ job) error {
	asked, err := app.FindRecordById("information_requests", one.ID)
	if err != nil {
		return err
	}
	if err := removeFiles(app, asked); err != nil {
		return err
	}
	return app.RunInTransaction(func(tx core.App) error {
		_, err := tx.DB().Update("information_requests", dbx.Params{"name": nobody, "phone": "", "email": "", "address": "", "account": "", "resident": "",
			"purpose": "", "answer": "", "answer_file": "", "emptied_on": office.Today(tx)}, dbx.HashExp{"id": one.ID}).Execute()
		if err != nil {
			return err
		}
		_, err = tx.DB().Update("objections", dbx.Params{"account": "", "words": nobody, "answer": ""}, dbx.HashExp{"request": one.ID}).Execute()
		return err
	})
}

// overdueAid is aid that ended, or was stopped, before a moment and of which
// nothing was paid since. How much went where stays, as the village's books.
func overdueAid(app core.App, before time.Time) ([]found, error) {
	return findAll(app, `SELECT b.id, b.id AS show FROM beneficiaries b
		WHERE b.emptied_on = '' AND b.status IN ('stopped', 'ended')
		AND max(CASE WHEN b.status = 'stopped' AND b.stopped_on != '' THEN b.stopped_on WHEN b.ends_on != '' THEN b.ends_on ELSE substr(b.updated, 1, 10) END,
			COALESCE((SELECT max(y.paid_on) FROM benefit_payments y WHERE y.beneficiary = b.id), '')) < {:before}
		ORDER BY b.created`, dbx.Params{"before": before.Format(time.DateOnly)})
}

func takeAid(app core.App, one found, _ job) error {
	err := app.RunInTransaction(func(tx core.App) error {
		_, err := tx.DB().Update("beneficiaries", dbx.Params{"resident": "", "household": "", "group_name": nobody, "participant_number": "", "double_for": "",
			"stopped_event": "", "attention": "", "emptied_on": office.Today(tx)}, dbx.HashExp{"id": one.ID}).Execute()
		if err != nil {
			return err
		}
		_, err = tx.DB().Update("benefit_payments", dbx.Params{"received_by": ""}, dbx.HashExp{"beneficiary": one.ID}).Execute()
		return err
	})
	web.OpenAnswer{Name: "benefits"}.Forget(app) // plain SQL calls no hook, and the public list may have named them
	return err
}

// overdueComments are words that were written with ratings of months before a
// moment; the marks stay, as they name nobody.
func overdueComments(app core.App, before time.Time) ([]found, error) {
	return findAll(app, `SELECT id, month AS show FROM ratings WHERE comment != '' AND month < {:before} ORDER BY month`,
		dbx.Params{"before": before.Format("2006-01")})
}

func takeComment(app core.App, one found, _ job) error {
	_, err := app.DB().Update("ratings", dbx.Params{"comment": ""}, dbx.HashExp{"id": one.ID}).Execute()
	return err
}
