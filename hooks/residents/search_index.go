package residents

import "github.com/pocketbase/pocketbase/core"

// indexDue brings the index up to date with the residents that the triggers
// noted, see migrations/1790001300_resident_words.go. The old words of a resident
// leave the index with the very text by which they came into it.
var indexDue = []string{
	`INSERT INTO resident_search (resident_search, rowid, name, address, hamlet)
		SELECT 'delete', doc, name, address, hamlet FROM resident_words
		WHERE resident IN (SELECT resident FROM resident_words_due)`,
	`DELETE FROM resident_words WHERE resident IN (SELECT resident FROM resident_words_due)`,
	`INSERT INTO resident_words (resident, name, address, hamlet, living)
		SELECT r.id, r.name, COALESCE(NULLIF(r.address, ''), h.address, '') || ' ' || COALESCE(b.name, ''), r.hamlet, r.life_status = 'hidup'
		FROM resident_words_due d CROSS JOIN residents r ON r.id = d.resident
		LEFT JOIN households h ON h.id = r.household LEFT JOIN hamlets b ON b.id = r.hamlet`,
	`INSERT INTO resident_search (rowid, name, address, hamlet)
		SELECT w.doc, w.name, w.address, w.hamlet FROM resident_words_due d CROSS JOIN resident_words w ON w.resident = d.resident`,
	`DELETE FROM resident_words_due`,
}

// IndexNames makes all that was saved so far searchable. A search does it by
// itself; who has just written many residents does it for the next one.
func IndexNames(app core.App) error {
	due, err := anyDue(app)
	if err != nil || !due {
		return err
	}
	return app.RunInTransaction(func(tx core.App) error {
		for _, statement := range indexDue {
			if _, err := tx.DB().NewQuery(statement).Execute(); err != nil {
				return err
			}
		}
		return nil
	})
}

func anyDue(app core.App) (due bool, err error) {
	err = app.DB().NewQuery("SELECT EXISTS (SELECT 1 FROM resident_words_due)").Row(&due)
	return due, err
}
