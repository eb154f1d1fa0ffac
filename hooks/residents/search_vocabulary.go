package residents

import (
	"sync"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// reader keeps the vocabulary in memory. A changed resident gets a new doc in
// resident_words, so it only reads on from the last one it has seen; words that
// nobody has any more stay and match nobody.
type reader struct {
	sync.RWMutex
	known vocabulary
	seen  int64
}

func readerOf(app core.App) *reader {
	return app.Store().GetOrSet("residents.vocabulary", func() any { return new(reader) }).(*reader)
}

// with lets do use the vocabulary as it is after all that was saved so far.
func (r *reader) with(app core.App, do func(known *vocabulary)) error {
	if err := IndexNames(app); err != nil {
		return err
	}
	var newest int64
	if err := app.DB().NewQuery("SELECT COALESCE(MAX(doc), 0) FROM resident_words").Row(&newest); err != nil {
		return err
	}
	r.RLock()
	fresh := r.seen >= newest
	r.RUnlock()
	if !fresh {
		if err := r.readOn(app); err != nil {
			return err
		}
	}
	r.RLock()
	defer r.RUnlock()
	do(&r.known)
	return nil
}

const newWordsQuery = "SELECT doc, name, address FROM resident_words WHERE doc > {:seen} ORDER BY doc"

func (r *reader) readOn(app core.App) error {
	r.Lock()
	defer r.Unlock()
	rows, err := app.DB().NewQuery(newWordsQuery).Bind(dbx.Params{"seen": r.seen}).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var doc int64
		var name, address string
		if err := rows.Scan(&doc, &name, &address); err != nil {
			return err
		}
		r.known.add(name)
		r.known.add(address)
		r.seen = doc
	}
	return rows.Err()
}
