package imports

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
)

// writer brings people into the register with prepared SQL: a save through the
// hooks takes a hundred times as long. What the hooks keep is kept here: one NIK
// once (by its index), temporary numbers marked, the hamlet of the household,
// the times, and the ledger.
type writer struct {
	tx      core.App
	batch   string // id
	now     string
	hamlets map[string]string     // ids of those that were made, by name
	people  map[uint64]*dbx.Query // inserts, by which columns are not empty
	card    *dbx.Query
	change  *dbx.Query
	updates map[string]*dbx.Query // by their fields
	count   map[ledger.Entry]int  // entries without numbers: how many
	params  dbx.Params
	made    int // ids so far
}

// plain are the columns of residents that hold a row's values as they are.
var plain = func() (of []Column) {
	for i := range columns {
		if c := Column(i); !slices.Contains([]Column{Address, Hamlet, RW, RT, KK, NIK}, c) {
			of = append(of, c)
		}
	}
	return of
}()

func newWriter(tx core.App, batch string) *writer {
	w := &writer{tx: tx, batch: batch, now: types.NowDateTime().String(), hamlets: map[string]string{},
		people: map[uint64]*dbx.Query{}, updates: map[string]*dbx.Query{}, count: map[ledger.Entry]int{}, params: dbx.Params{}}
	w.card = w.insert("households", "id", "kk", "kk_temporary", "hamlet", "address", "rt", "rw", "import", "created", "updated")
	w.change = w.insert("import_changes", "id", "import", "resident", "changes", "created")
	return w
}

// insert prepares adding a row. OR FAIL, since a failure ends the transaction
// anyway: with the usual ABORT, SQLite copies every page that a statement with
// triggers touches, to be able to undo just that statement, and takes twice as
// long.
func (w *writer) insert(table string, fields ...string) *dbx.Query {
	return w.tx.DB().NewQuery("INSERT OR FAIL INTO " + table + " ([[" + strings.Join(fields, "]], [[") + "]]) VALUES ({:" + strings.Join(fields, "}, {:") + "})").Prepare()
}

// close gives the prepared statements back.
func (w *writer) close() {
	all := slices.AppendSeq([]*dbx.Query{w.card, w.change}, maps.Values(w.people))
	for _, query := range slices.AppendSeq(all, maps.Values(w.updates)) {
		_ = query.Close() // the transaction is over either way
	}
}

func (w *writer) create(p *Person, card *family) error {
	if card.id == "" {
		if err := w.createFamily(p.Values[KK], card); err != nil {
			return err
		}
	}
	nik := p.Values[NIK]
	if nik == "" {
		var err error
		if nik, err = residents.NextTemporaryNIK(w.tx); err != nil {
			return err
		}
	}
	own := p.Values[Address]
	if strings.EqualFold(own, card.address) {
		own = "" // the family's
	}
	w.params["id"], w.params["nik"], w.params["nik_temporary"] = w.newID(), nik, residents.TemporaryNIK(nik)
	w.params["household"], w.params["hamlet"], w.params["address"] = card.id, card.hamlet.ID, own
	w.params["import"], w.params["created"], w.params["updated"] = w.batch, w.now, w.now
	for _, c := range plain {
		w.params[columns[c].field] = stored(c, p.Values[c])
	}
	if _, err := w.inserting(p).Bind(w.params).Execute(); err != nil {
		return err
	}
	if p.Values[LifeStatus] == "hidup" {
		w.counts(card.hamlet.ID, p.Values[Sex], p.Values[Citizenship], 1)
		if !card.living {
			card.living = true
			w.count[ledger.Entry{Hamlet: card.hamlet.ID, Households: 1}]++
		}
	}
	return nil
}

// inserting is the statement for somebody of whom just this much is known: half
// of the columns are empty for most people, and each costs a binding.
func (w *writer) inserting(p *Person) *dbx.Query {
	known := uint64(0)
	for _, c := range plain {
		if p.Values[c] != "" {
			known |= 1 << c
		}
	}
	if len(w.people) >= mostStatements && w.people[known] == nil {
		known = 1<<columnCount - 1
	}
	if w.people[known] == nil {
		fields := []string{"id", "nik", "nik_temporary", "household", "hamlet", "address", "import", "created", "updated"}
		for _, c := range plain {
			if known&(1<<c) != 0 {
				fields = append(fields, columns[c].field)
			}
		}
		w.people[known] = w.insert("residents", fields...)
	}
	return w.people[known]
}

// mostStatements is how many prepared inserts are kept; some 100 KB each.
const mostStatements = 50

// newID begins with a number that grows, so that the indexes over ids grow at
// their end only, and goes on at random: nobody guesses the next one.
func (w *writer) newID() string {
	w.made++
	serial := strconv.FormatInt(int64(w.made), 36)
	return "0000"[:max(0, 4-len(serial))] + serial + security.RandomStringWithAlphabet(15-max(4, len(serial)), core.DefaultIdAlphabet)
}

func (w *writer) createFamily(kk string, card *family) error {
	if card.hamlet.ID == "" {
		id, err := w.hamlet(card.hamlet.Name)
		if err != nil {
			return err
		}
		card.hamlet.ID = id
	}
	card.id = w.newID()
	_, err := w.card.Bind(dbx.Params{"id": card.id, "kk": kk, "kk_temporary": residents.TemporaryNIK(kk),
		"hamlet": card.hamlet.ID, "address": card.address, "rt": card.rt, "rw": card.rw,
		"import": w.batch, "created": w.now, "updated": w.now}).Execute()
	return err
}

// hamlet makes one that the office did not have, once.
func (w *writer) hamlet(name string) (string, error) {
	if id := w.hamlets[name]; id != "" {
		return id, nil
	}
	collection, err := w.tx.FindCollectionByNameOrId("hamlets")
	if err != nil {
		return "", err
	}
	last := 0
	if err := w.tx.DB().Select("COALESCE(max(sort), 0)").From("hamlets").Row(&last); err != nil {
		return "", err
	}
	hamlet := core.NewRecord(collection)
	hamlet.Set("name", name)
	hamlet.Set("sort", last+1)
	if err := w.tx.Save(hamlet); err != nil {
		return "", err
	}
	w.hamlets[name] = hamlet.Id
	return hamlet.Id, nil
}

// update changes plain fields of a person and keeps what they were.
func (w *writer) update(person *Registered, changes []Change) error {
	if err := w.set(person, changes); err != nil {
		return err
	}
	kept := map[string][2]any{}
	for _, change := range changes {
		kept[columns[change.Column].field] = [2]any{stored(change.Column, change.From), stored(change.Column, change.To)}
	}
	history, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	_, err = w.change.Bind(dbx.Params{"id": core.GenerateDefaultRandomId(), "import": w.batch, "resident": person.ID,
		"changes": string(history), "created": w.now}).Execute()
	return err
}

// set changes plain fields of a person.
func (w *writer) set(person *Registered, changes []Change) error {
	var fields []string
	params := dbx.Params{"id": person.ID, "updated": w.now}
	for _, change := range changes {
		field := columns[change.Column].field
		fields = append(fields, field)
		params[field] = stored(change.Column, change.To)
	}
	w.recount(person, changes)
	_, err := w.updating(fields).Bind(params).Execute()
	return err
}

func (w *writer) updating(fields []string) *dbx.Query {
	key := strings.Join(fields, ",")
	if w.updates[key] == nil {
		set := ""
		for _, field := range fields {
			set += "[[" + field + "]] = {:" + field + "}, "
		}
		w.updates[key] = w.tx.DB().NewQuery("UPDATE residents SET " + set + "updated = {:updated} WHERE id = {:id}").Prepare()
	}
	return w.updates[key]
}

// recount moves a living person to another column of the population report when
// sex or citizenship were mended.
func (w *writer) recount(person *Registered, changes []Change) {
	if person.Values[LifeStatus] != "hidup" {
		return
	}
	after := person.Values
	for _, change := range changes {
		after[change.Column] = change.To
	}
	if after[Sex] != person.Values[Sex] || ledger.NationalityOf(after[Citizenship]) != ledger.NationalityOf(person.Values[Citizenship]) {
		w.counts(person.HamletID, person.Values[Sex], person.Values[Citizenship], -1)
		w.counts(person.HamletID, after[Sex], after[Citizenship], 1)
	}
}

func (w *writer) counts(hamlet, sex, citizenship string, persons int) {
	w.count[ledger.Entry{Hamlet: hamlet, Sex: sex, Citizenship: ledger.NationalityOf(citizenship)}] += persons
}

// writeLedger sums the batch up, an entry for each of the report's numbers.
func (w *writer) writeLedger() error {
	var entries []ledger.Entry
	for entry, n := range w.count {
		if entry.Cause, entry.Import = ledger.Imported, w.batch; n == 0 {
			continue
		}
		if entry.Households != 0 {
			entry.Households = n
		} else {
			entry.Persons = n
		}
		entries = append(entries, entry)
	}
	return ledger.Write(w.tx, entries...)
}

// stored is a value as its column of residents holds it.
func stored(c Column, value string) any {
	switch columns[c].manner {
	case asYesNo:
		return value == yes
	case asDegrees:
		degrees, _ := strconv.ParseFloat(value, 64) // 0 for no place
		return degrees
	}
	return value
}
