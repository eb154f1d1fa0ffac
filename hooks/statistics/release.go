package statistics

import (
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

const (
	ofPopulation = "population/"
	ofServices   = "services/"
)

// Publish makes what is due: the population of the half-year, and the months that
// are over. again counts the population of this half-year anew, whatever was
// published. It tells what it made.
func Publish(app core.App, again bool) (made []string, err error) {
	today, err := time.Parse(time.DateOnly, office.Today(app))
	if err != nil {
		return nil, err
	}
	release, err := publishPopulation(app, today, again)
	if err != nil {
		return nil, err
	}
	months, err := publishMonths(app, today)
	return append(release, months...), err
}

func publishPopulation(app core.App, today time.Time, again bool) ([]string, error) {
	last, err := lastRelease(app)
	if err != nil {
		return nil, err
	}
	if last != nil && !again {
		on, err := time.Parse(time.DateOnly, last.GetString("as_of"))
		if err != nil || today.Before(nextRelease(on)) {
			return nil, err
		}
	}
	population, err := populationOf(app, today.Format(time.DateOnly))
	if err != nil || population == nil {
		return nil, err
	}
	key := ofPopulation + halfYear(today)
	return []string{key}, keep(app, key, population.AsOf, population)
}

func publishMonths(app core.App, today time.Time) ([]string, error) {
	kept := []string{}
	if err := app.ConcurrentDB().Select("key").From("statistics").Where(dbx.Like("key", ofServices).Match(false, true)).Column(&kept); err != nil {
		return nil, err
	}
	done := map[string]bool{}
	for _, key := range kept {
		done[key] = true
	}
	missing := []string{}
	for _, month := range closedMonths(today) {
		if !done[ofServices+month] {
			missing = append(missing, month)
		}
	}
	if len(missing) == 0 {
		return nil, nil
	}
	counts, err := countServices(app, missing)
	if err != nil {
		return nil, err
	}
	names, err := serviceNames(app)
	if err != nil {
		return nil, err
	}
	made := []string{}
	err = app.RunInTransaction(func(tx core.App) error {
		for i := len(missing) - 1; i >= 0; i-- {
			month := missing[i]
			if counts[month].none() && len(kept)+len(made) == 0 {
				continue // before the office began to work with the program
			}
			made = append(made, ofServices+month)
			if err := keep(tx, ofServices+month, today.Format(time.DateOnly), bodyOf(month, counts[month], names)); err != nil {
				return err
			}
		}
		return nil
	})
	return made, err
}

func lastRelease(app core.App) (*core.Record, error) {
	found, err := app.FindRecordsByFilter("statistics", "key ~ 'population/%'", "-as_of,-key", 1, 0)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func keep(app core.App, key, asOf string, body any) error {
	record, err := app.FindFirstRecordByData("statistics", "key", key)
	if errors.Is(err, sql.ErrNoRows) {
		collection, err := app.FindCachedCollectionByNameOrId("statistics")
		if err != nil {
			return err
		}
		record = core.NewRecord(collection)
	} else if err != nil {
		return err
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		return err
	}
	record.Load(map[string]any{"key": key, "as_of": asOf, "body": string(encoded)})
	return app.Save(record)
}
