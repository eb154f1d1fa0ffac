package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// The words by which staff find residents: an FTS5 index over name, address and
// hamlet. Triggers only note who has changed, bulk inserts included, and the next
// search indexes them all at once: indexing row by row takes ten times as long.
//
// resident_words stands between the register and the index because rowids of
// PocketBase's tables may change at a VACUUM. A changed resident gets a new doc:
// who has read up to one number knows that only higher ones are news.
var residentWords = []string{
	`CREATE TABLE resident_words (
		doc INTEGER PRIMARY KEY AUTOINCREMENT, resident TEXT NOT NULL UNIQUE,
		name TEXT NOT NULL, address TEXT NOT NULL, hamlet TEXT NOT NULL, living INTEGER NOT NULL)`,
	`CREATE VIRTUAL TABLE resident_search USING fts5(
		name, address, hamlet, content='resident_words', content_rowid='doc', detail=column,
		tokenize='unicode61 remove_diacritics 2')`,
	`CREATE TABLE resident_words_due (resident TEXT PRIMARY KEY) WITHOUT ROWID`,

	`CREATE TRIGGER residents_words_added AFTER INSERT ON residents BEGIN
		INSERT OR IGNORE INTO resident_words_due VALUES (new.id);
	END`,
	`CREATE TRIGGER residents_words_changed AFTER UPDATE OF name, address, hamlet, household, life_status ON residents
		WHEN old.name IS NOT new.name OR old.address IS NOT new.address OR old.hamlet IS NOT new.hamlet
			OR old.household IS NOT new.household OR old.life_status IS NOT new.life_status
		BEGIN INSERT OR IGNORE INTO resident_words_due VALUES (new.id); END`,
	`CREATE TRIGGER residents_words_removed AFTER DELETE ON residents BEGIN
		INSERT OR IGNORE INTO resident_words_due VALUES (old.id);
	END`,
	`CREATE TRIGGER households_words_changed AFTER UPDATE OF address ON households WHEN old.address IS NOT new.address
		BEGIN INSERT OR IGNORE INTO resident_words_due SELECT id FROM residents WHERE household = new.id; END`,
	`CREATE TRIGGER hamlets_words_changed AFTER UPDATE OF name ON hamlets WHEN old.name IS NOT new.name
		BEGIN INSERT OR IGNORE INTO resident_words_due SELECT id FROM residents WHERE hamlet = new.id; END`,

	`INSERT INTO resident_words_due SELECT id FROM residents`, // who is there already
}

func init() {
	m.Register(func(app core.App) error {
		return statements(app, residentWords...)
	}, func(app core.App) error {
		return statements(app,
			"DROP TRIGGER hamlets_words_changed", "DROP TRIGGER households_words_changed",
			"DROP TRIGGER residents_words_removed", "DROP TRIGGER residents_words_changed", "DROP TRIGGER residents_words_added",
			"DROP TABLE resident_words_due", "DROP TABLE resident_search", "DROP TABLE resident_words")
	})
}

func statements(app core.App, all ...string) error {
	for _, statement := range all {
		if _, err := app.DB().NewQuery(statement).Execute(); err != nil {
			return err
		}
	}
	return nil
}
