package imports

import (
	"github.com/pocketbase/pocketbase/core"
)

// fewPeople is up to how many people in the register its indexes are built anew.
const fewPeople = 5_000

// withoutIndexes does the first import of an office without the indexes that
// nothing in it looks up, and builds them at its end, sorted and at once: that
// takes a third of the time of keeping them up to date row by row. All of it is
// part of the transaction; readers meanwhile have the tables as they were.
func withoutIndexes(tx core.App, do func() error) error {
	var people int
	if err := tx.DB().Select("count(*)").From("residents").Row(&people); err != nil {
		return err
	}
	if people > fewPeople {
		return do()
	}
	var indexes []struct{ Name, SQL string }
	err := tx.DB().NewQuery(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'residents'
		AND sql IS NOT NULL AND upper(sql) NOT LIKE 'CREATE UNIQUE%'`).All(&indexes)
	if err != nil {
		return err
	}
	for _, index := range indexes {
		if _, err := tx.DB().NewQuery("DROP INDEX [[" + index.Name + "]]").Execute(); err != nil {
			return err
		}
	}
	if err := do(); err != nil {
		return err
	}
	for _, index := range indexes {
		if _, err := tx.DB().NewQuery(index.SQL).Execute(); err != nil {
			return err
		}
	}
	return nil
}
