package requests

import (
	"errors"
	"fmt"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// workPhotosWait is how long photos of the work that no answer names are kept:
// somebody uploaded them, and closed the page or took other ones.
const workPhotosWait = 7 * 24 * time.Hour

// TidyWorkPhotos removes those from before that. Photos that hang on a report are
// a part of its history and never go this way.
func TidyWorkPhotos(app core.App, at time.Time) error {
	left, err := ids(app, `SELECT id FROM documents WHERE kind = '`+workPhoto+`' AND used = 0 AND resident = '' AND created < {:before} LIMIT 1000`, at.Add(-workPhotosWait))
	if err != nil {
		return err
	}
	var failures []error
	for _, id := range left {
		if err := app.RunInTransaction(func(tx core.App) error { return removeUnused(tx, id) }); err != nil {
			failures = append(failures, fmt.Errorf("work photo %s: %w", id, err))
		}
	}
	return errors.Join(failures...)
}

// removeUnused looks again behind the write lock: an answer may have named it.
func removeUnused(tx core.App, id string) error {
	photos, err := tx.FindAllRecords("documents", dbx.HashExp{"id": id, "used": false})
	if err != nil || len(photos) == 0 {
		return err
	}
	return tx.Delete(photos[0])
}
