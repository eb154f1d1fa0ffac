package privacy

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// overdueUploads are the papers that hang on requests, or on corrections, that
// are all over since before a moment. A paper that hangs on nothing is its
// owner's and stays.
func overdueUploads(app core.App, before time.Time) ([]found, error) {
	return findAll(app, `WITH hung AS (
			SELECT paper.value AS document, CASE WHEN r.waiting_for = '' THEN r.closed_at ELSE 'open' END AS until
				FROM requests r, json_each(r.documents) paper WHERE r.documents != '[]'
			UNION ALL
			SELECT paper, CASE WHEN state = 'open' THEN 'open' ELSE decided_at END FROM corrections WHERE paper != '')
		SELECT d.id, d.id AS show FROM documents d JOIN hung ON hung.document = d.id
		WHERE d.removed_on = '' AND d.file != '' GROUP BY d.id HAVING max(hung.until) < {:before} ORDER BY max(hung.until)`,
		dbx.Params{"before": moment(before).String()})
}

// takeUpload removes the file and its thumbnails. What stays is the result of
// the check: which paper it was, its SHA-256, and when it went. The files go
// first: a run that is cut off there finds the row again.
func takeUpload(app core.App, one found, _ job) error {
	document, err := app.FindRecordById("documents", one.ID)
	if err != nil {
		return err
	}
	if err := removeFiles(app, document); err != nil {
		return err
	}
	_, err = app.DB().Update("documents", dbx.Params{"file": "", "removed_on": office.Today(app)}, dbx.HashExp{"id": one.ID}).Execute()
	return err
}

// removeFiles empties a record's folder: the file, its thumbnails, its attributes.
func removeFiles(app core.App, record *core.Record) error {
	storage, err := app.NewFilesystem()
	if err != nil {
		return err
	}
	defer storage.Close()
	for _, failed := range storage.DeletePrefix(record.BaseFilesPath() + "/") {
		return failed
	}
	return nil
}
