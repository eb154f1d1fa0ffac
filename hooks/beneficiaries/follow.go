package beneficiaries

import (
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// followResident lets aid follow the register, in the same transaction: it stops
// for who died or moved away, a household whose receiver is gone is looked at, and
// what was stopped for something that turned out not to be so may go on.
func followResident(e *core.RecordEvent) error {
	was := e.Record.Original()
	same := true
	for _, field := range []string{"life_status", "household", "hamlet"} {
		same = same && was.GetString(field) == e.Record.GetString(field)
	}
	if same {
		return e.Next()
	}
	return web.InTransaction(e, func(tx core.App) error {
		if err := e.Next(); err != nil {
			return err
		}
		receipts, err := tx.FindAllRecords("beneficiaries", dbx.HashExp{"resident": e.Record.Id})
		if err != nil {
			return err
		}
		for _, receipt := range receipts {
			if err := follow(tx, receipt, e.Record, was); err != nil {
				return err
			}
		}
		return emptied(tx, e.Record, was)
	})
}

func follow(tx core.App, receipt, person, was *core.Record) error {
	life, today := person.GetString("life_status"), office.Today(tx)
	status := receipt.GetString("status")
	goesOn := status == Active || status == Candidate
	flag := func(what string) error {
		receipt.Set("attention", what)
		receipt.Set("attention_on", today)
		return tx.Save(receipt)
	}
	if receipt.GetString("target") == OfHousehold {
		if goesOn && (life != living || person.GetString("household") != receipt.GetString("household")) {
			return flag(NewReceiver)
		}
		return nil
	}
	switch reason := stoppedBy(life); {
	case goesOn && reason != "":
		receipt.Set("status", Stopped)
		receipt.Set("stopped_for", reason)
		receipt.Set("stopped_on", today)
		return tx.Save(receipt)
	case goesOn && life != living:
		return flag(WrongStatus)
	case status == Stopped && life == living && receipt.GetString("stopped_for") == stoppedBy(was.GetString("life_status")):
		return flag(MayResume)
	case receipt.GetString("attention") == WrongStatus && life == living:
		receipt.Set("attention", "")
		receipt.Set("attention_on", "")
		return tx.Save(receipt)
	case goesOn:
		return tx.Save(receipt) // its hamlet follows
	}
	return nil
}

// emptied stops what a household got of which nobody is left, and proposes to
// resume it when somebody is back.
func emptied(tx core.App, person, was *core.Record) error {
	for _, household := range []string{was.GetString("household"), person.GetString("household")} {
		if household == "" {
			continue
		}
		left, err := tx.CountRecords("residents", dbx.HashExp{"household": household, "life_status": living})
		if err != nil {
			return err
		}
		receipts, err := tx.FindAllRecords("beneficiaries", dbx.HashExp{"household": household, "target": OfHousehold})
		if err != nil {
			return err
		}
		for _, receipt := range receipts {
			if err := followFamily(tx, receipt, left == 0, stoppedBy(person.GetString("life_status"))); err != nil {
				return err
			}
		}
	}
	return nil
}

func followFamily(tx core.App, receipt *core.Record, empty bool, reason string) error {
	status := receipt.GetString("status")
	switch goesOn := status == Active || status == Candidate; {
	case empty && goesOn:
		if reason == "" {
			reason = ForMove
		}
		receipt.Set("status", Stopped)
		receipt.Set("stopped_for", reason)
		receipt.Set("attention", "")
		receipt.Set("attention_on", "")
	case !empty && status == Stopped && (receipt.GetString("stopped_for") == ForDeath || receipt.GetString("stopped_for") == ForMove):
		receipt.Set("attention", MayResume)
		receipt.Set("attention_on", office.Today(tx))
	case !empty && goesOn && receipt.GetString("attention") == NewReceiver:
		here, err := tx.CountRecords("residents", dbx.HashExp{"id": receipt.GetString("resident"), "household": receipt.GetString("household"), "life_status": living})
		if err != nil || here == 0 {
			return err
		}
		receipt.Set("attention", "") // who received is back
		receipt.Set("attention_on", "")
	default:
		return nil
	}
	return tx.Save(receipt)
}

// followHousehold keeps the hamlet of a household's aid where the household is.
func followHousehold(e *core.RecordEvent) error {
	if e.Record.Original().GetString("hamlet") == e.Record.GetString("hamlet") {
		return e.Next()
	}
	return web.InTransaction(e, func(tx core.App) error {
		if err := e.Next(); err != nil {
			return err
		}
		receipts, err := tx.FindAllRecords("beneficiaries", dbx.HashExp{"household": e.Record.Id, "target": OfHousehold})
		for _, receipt := range receipts {
			if err == nil {
				err = tx.Save(receipt)
			}
		}
		return err
	})
}

// followEvent puts the day and the event to what has just stopped by it: the
// register knows of a death when it is reported, the aid stops when it happened.
func followEvent(e *core.RecordEvent) error {
	if err := e.Next(); err != nil {
		return err
	}
	day := e.Record.GetString("event_date")
	if !isDay(day) || stoppedBy(map[string]string{"death": dead, "departure": moved, "invalid": invalid}[e.Record.GetString("kind")]) == "" {
		return nil
	}
	receipts, err := e.App.FindAllRecords("beneficiaries",
		dbx.NewExp(`status = 'stopped' AND stopped_event = '' AND stopped_on = {:today} AND stopped_for IN ('death', 'moved', 'invalid')
			AND attention != 'resume' AND (resident IN (SELECT id FROM residents WHERE life_status != 'hidup') OR household != '')`, dbx.Params{"today": office.Today(e.App)}))
	if err != nil {
		return err
	}
	touched := e.Record.GetString("before")
	for _, receipt := range receipts {
		if !strings.Contains(touched, receipt.GetString("resident")) {
			continue
		}
		receipt.Set("stopped_on", max(day, receipt.GetString("starts_on")))
		receipt.Set("stopped_event", e.Record.Id)
		if err := e.App.Save(receipt); err != nil {
			return err
		}
	}
	return nil
}
