package lifeevents_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents/ledger"
)

// began moves the first count of the village some months back, as if the program
// had been in use since.
func (v village) began(monthsAgo int) (first string) {
	v.t.Helper()
	first = v.monthsAgo(monthsAgo)
	for _, statement := range []string{
		"DROP TRIGGER population_entries_no_UPDATE",
		"UPDATE population_entries SET month = '" + first + "'",
		"CREATE TRIGGER population_entries_no_UPDATE BEFORE UPDATE ON population_entries BEGIN SELECT RAISE(ABORT, 'population_entries is append-only'); END",
	} {
		if _, err := v.DB().NewQuery(statement).Execute(); err != nil {
			v.t.Fatal(err)
		}
	}
	return first
}

func (v village) monthsAgo(months int) string {
	today, err := time.Parse(time.DateOnly, v.today)
	if err != nil {
		v.t.Fatal(err)
	}
	return time.Date(today.Year(), today.Month()-time.Month(months), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
}

// Whatever happens to the register, in whatever order, the ledger says what a
// count of the register says, every month's report follows from the one before,
// and a closed month never changes again.
func TestTheLedgerIsTheRegisterWhateverHappens(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			v := start(t)
			v.began(4)
			chance := &chance{village: v, Rand: rand.New(rand.NewPCG(seed, 2026)), closed: map[string]string{}}
			for step := range 60 {
				what := chance.something()
				v.balanced()
				chance.monthsFollow()
				if t.Failed() {
					t.Fatalf("step %d: %s", step, what)
				}
			}
			if chance.done < 15 || len(chance.closed) == 0 {
				t.Errorf("only %d of 60 steps and %d closings were possible", chance.done, len(chance.closed))
			}
		})
	}
}

// chance does anything to the village that somebody could.
type chance struct {
	village
	*rand.Rand
	closed map[string]string // reports of closed months, as they were
	events []string
	done   int
}

func (c *chance) something() string {
	switch n := c.IntN(20); {
	case n == 0:
		return c.closing()
	case n == 1:
		return c.importing()
	case n == 2:
		return c.correcting()
	case n == 3:
		return c.removing()
	case n <= 5 && len(c.events) > 0:
		c.noted(c.takeBack(c.events[c.IntN(len(c.events))]))
		return "a reversal"
	}
	return c.event()
}

func (c *chance) event() string {
	kinds := []string{"birth", "death", "arrival", "departure", "missing", "away", "found", "household_split",
		"household_join", "head_change", "move_within", "invalid"}
	kind := kinds[c.IntN(len(kinds))]
	who, other := c.anybody(), c.anybody()
	card := map[string]any{"hamlet": []string{c.Kaja.Id, c.Kelod.Id}[c.IntN(2)], "address": fmt.Sprint("Gang ", c.IntN(99))}
	data := map[string]any{}
	body := map[string]any{"note": "uji", "reported_on": c.dayBetween(), "data": data}
	body["event_date"] = body["reported_on"]
	newcomer := func(role string) map[string]any {
		return map[string]any{"name": "Warga Baru", "sex": c.pick("L", "P"), "birth_date": "1990-01-01", "family_role": role,
			"citizenship": c.pick("WNI", "WNA")}
	}
	switch kind {
	case "birth":
		body["household"] = who.GetString("household")
		data["people"] = []any{map[string]any{"name": "Bayi", "sex": c.pick("L", "P")}}
		who = nil
	case "arrival":
		data["people"], data["card"] = []any{newcomer("kepala keluarga"), newcomer("anak")}, card
		if who.GetString("life_status") == "pindah" {
			data["returning"], data["roles"] = []string{who.Id}, map[string]string{who.Id: "famili lain"}
		}
		who = nil
	case "departure":
		data["level"], data["members"] = 1+c.IntN(4), []string{other.Id}
	case "household_split":
		data["members"], data["new_head"], data["card"] = []string{who.Id}, who.Id, card
		data["old_head"] = c.inFamily(who)
	case "household_join":
		body["household"] = other.GetString("household")
		data["roles"] = map[string]string{who.Id: "famili lain"}
	case "head_change":
		body["household"] = who.GetString("household")
		data["new_head"], data["roles"] = c.inFamily(who), map[string]string{who.Id: "famili lain"}
	case "move_within":
		data["card"] = card
	}
	if slices.Contains([]string{"death", "departure", "invalid", "household_join"}, kind) {
		if next := c.inFamily(who); next != "" && c.IntN(2) == 0 {
			data["new_head"] = next
		}
	}
	c.noted(c.post(kind, who, body))
	return fmt.Sprint(kind, " ", body)
}

// noted keeps what could be recorded; what could not must have been told why.
func (c *chance) noted(a answer) {
	if a.Status == 200 {
		c.done++
		c.events = append(c.events, a.JSON()["id"].(string))
	} else if a.Key() == "" || a.Status >= 500 {
		c.t.Errorf("answered %d: %s", a.Status, a.Body)
	}
}

func (c *chance) closing() string {
	month := c.monthsAgo(4 - len(c.closed))
	if _, err := ledger.Close(c, month, c.Secretary); err == nil {
		c.closed[month] = c.report(month)
		c.done++
	}
	return "closing " + month
}

// importing writes the tables past the hooks and accounts for it.
func (c *chance) importing() string {
	err := c.RunInTransaction(func(tx core.App) error {
		_, err := tx.DB().Insert("residents", dbx.Params{"id": core.GenerateDefaultRandomId(), "nik": fmt.Sprint("51710401019", 10000+c.IntN(89999)),
			"name": "Impor", "hamlet": c.Kelod.Id, "sex": "P", "citizenship": "", "life_status": "hidup"}).Execute()
		if err != nil {
			return err
		}
		return ledger.Write(tx, ledger.Entry{Cause: "import", Hamlet: c.Kelod.Id, Sex: "P", Citizenship: "WNI", Persons: 1, Import: "batch"})
	})
	if err != nil {
		c.t.Error(err)
	}
	return "an import"
}

func (c *chance) correcting() string {
	who := c.anybody()
	who.Set("sex", c.pick("L", "P"))
	who.Set("citizenship", c.pick("WNI", "WNA", "dua kewarganegaraan"))
	apptest.Save(c.t, c, who)
	return "a correction"
}

// removing may be refused: events and logins hold on to people.
func (c *chance) removing() string {
	who := c.anybody()
	_ = c.Delete(who)
	return "removing " + who.Id
}

func (c *chance) monthsFollow() {
	c.t.Helper()
	for ago := 4; ago >= 0; ago-- {
		month := c.monthsAgo(ago)
		if was := c.closed[month]; was != "" && was != c.report(month) {
			c.t.Errorf("the closed %s was %s and is %s", month, was, c.report(month))
		}
		if ago > 0 && c.line("closing", month).Count != c.line("opening", c.monthsAgo(ago-1)).Count {
			c.t.Errorf("%s ends with %+v, the next begins with %+v", month, c.line("closing", month), c.line("opening", c.monthsAgo(ago-1)))
		}
	}
	if now, living := c.line("closing").Total, c.count(); now != living {
		c.t.Errorf("the report ends with %d, %d live here", now, living)
	}
}

func (c *chance) report(month string) string {
	made, err := ledger.Read(c, month, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	return fmt.Sprint(made.Lines, made.Hash)
}

func (c *chance) count() int {
	n, err := c.CountRecords("residents", dbx.HashExp{"life_status": "hidup"})
	if err != nil {
		c.t.Fatal(err)
	}
	return int(n)
}

func (c *chance) anybody() *core.Record {
	var id string
	if err := c.DB().NewQuery("SELECT id FROM residents LIMIT 1 OFFSET abs({:n}) % (SELECT count(*) FROM residents)").
		Bind(dbx.Params{"n": c.IntN(1000)}).Row(&id); err != nil {
		c.t.Fatal(err)
	}
	return c.find("residents", id)
}

// inFamily is another living member of somebody's family, if there is one.
func (c *chance) inFamily(who *core.Record) string {
	var id string
	_ = c.DB().Select("id").From("residents").Where(dbx.HashExp{"household": who.GetString("household"), "life_status": "hidup"}).
		AndWhere(dbx.Not(dbx.HashExp{"id": who.Id})).Limit(1).Row(&id)
	return id
}

func (c *chance) pick(words ...string) string { return words[c.IntN(len(words))] }

// dayBetween is today or the first of one of the last months.
func (c *chance) dayBetween() string {
	if c.IntN(2) == 0 {
		return c.today
	}
	return c.monthsAgo(c.IntN(5)) + "-01"
}
