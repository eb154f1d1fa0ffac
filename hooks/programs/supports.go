package programs

import (
	"database/sql"
	"errors"
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errLogin = fault.New(fault.Unauthenticated, "proposal.login",
		"Masuk dulu sebagai warga untuk mengusulkan atau mendukung.",
		"Please log in as a resident to propose or support.")
	errNotOpen = fault.New(fault.Invalid, "proposal.not_open",
		"Usulan ini tidak ada atau sudah diputuskan, jadi dukungannya tidak berubah lagi.",
		"There is no such proposal, or it is decided, so that its supports do not change any more.")
	errOwn = fault.New(fault.Invalid, "proposal.own",
		"Ini usulan Anda sendiri; Anda sudah terhitung sebagai pengusul.",
		"This is your own proposal; you are counted as who made it.")
	errNeverChanged = fault.New(fault.Forbidden, "proposal.support_kept",
		"Dukungan tidak diubah; cabut saja bila tidak lagi berlaku.",
		"A support is not changed; take it back if it no longer holds.")
	errTooMany = fault.New(fault.TooMany, "proposal.too_many",
		"Anda mengirim terlalu banyak dalam waktu singkat. Coba lagi beberapa menit lagi.",
		"You sent too much in a short time. Try again in a few minutes.")

	// whyNots are the faults of what [WhyNot] says.
	whyNots = map[string]*fault.Fault{
		NotLiving: fault.New(fault.Forbidden, "proposal.not_living",
			"Hanya warga yang tercatat hidup di register desa yang dapat mengusulkan dan mendukung. Tanyakan ke kantor bila data Anda salah.",
			"Only residents who live in the village's register can propose and support. Ask the office if your data are wrong."),
		TooYoung: fault.New(fault.Forbidden, "proposal.too_young",
			"Mengusulkan dan mendukung terbuka mulai umur 17 tahun.",
			"Proposing and supporting is open from the age of 17."),
		Elsewhere: fault.New(fault.Forbidden, "proposal.elsewhere",
			"Hanya warga banjar ini yang dapat mendukung usulannya. Banjar Anda diambil dari register desa.",
			"Only residents of this hamlet can support its proposals. Your hamlet is taken from the village's register."),
	}
)

var perAccount = web.Limit{Name: "programs.support", N: 60, Per: 10 * time.Minute}

// whoSupports is the request hook: residents, for themselves, once; saying it
// again answers as before.
func whoSupports(e *core.RecordRequestEvent) error {
	if !isResident(e.Auth) {
		return errLogin
	}
	if !perAccount.Allow(e.App, e.Auth.Id) {
		return errTooMany
	}
	proposal := e.Record.GetString("proposal")
	e.Record.Set("account", e.Auth.Id)
	already := func() (*core.Record, error) {
		return e.App.FindFirstRecordByFilter("proposal_supports", "proposal = {:proposal} && account = {:account}",
			dbx.Params{"proposal": proposal, "account": e.Auth.Id})
	}
	if there, err := already(); err == nil {
		return e.JSON(http.StatusOK, there)
	}
	if err := e.Next(); err != nil {
		if there, raced := already(); raced == nil { // two clicks at once
			return e.JSON(http.StatusOK, there)
		}
		return err
	}
	return nil
}

// whoTakesBack is the request hook: only while the proposal is open, as a decision
// rests on how many there were.
func whoTakesBack(e *core.RecordRequestEvent) error {
	proposal, err := e.App.FindRecordById("proposals", e.Record.GetString("proposal"))
	if err != nil || proposal.GetString("state") != Open {
		return errNotOpen.Because(err)
	}
	return e.Next()
}

// support is the model hook of a new one: who supports is looked up in the register,
// behind the write lock, and the proposal is counted anew.
func support(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		proposal, err := tx.FindRecordById("proposals", e.Record.GetString("proposal"))
		if err != nil || proposal.GetString("state") != Open || proposal.GetString("hidden_because") != "" {
			return errNotOpen.Because(err)
		}
		account := e.Record.GetString("account")
		if account != "" && account == proposal.GetString("account") {
			return errOwn
		}
		hamlet, err := mayTakePart(tx, account, proposal.GetString("hamlet"))
		if err != nil {
			return err
		}
		e.Record.Set("hamlet", hamlet)
		e.Record.Set("moved_from", "")
		if err := e.Next(); err != nil {
			return err
		}
		return tx.Save(proposal)
	})
}

// unsupport is the model hook of one that goes, also with its account.
func unsupport(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		if err := e.Next(); err != nil {
			return err
		}
		proposal, err := tx.FindRecordById("proposals", e.Record.GetString("proposal"))
		if errors.Is(err, sql.ErrNoRows) {
			return nil // it goes with the proposal
		}
		if err != nil {
			return err
		}
		return tx.Save(proposal)
	})
}

func neverChanged(*core.RecordEvent) error { return errNeverChanged }

// mayTakePart says whether a login may have a say in what a hamlet asks for, and
// in which hamlet its owner is registered. hamlet "" stands for their own.
func mayTakePart(app core.App, account, hamlet string) (own string, err error) {
	var person struct {
		Born   string `db:"birth_date"`
		Status string `db:"life_status"`
		Hamlet string `db:"hamlet"`
	}
	err = app.DB().NewQuery(`SELECT r.birth_date, r.life_status, r.hamlet FROM accounts a JOIN residents r ON r.id = a.resident WHERE a.id = {:id}`).
		Bind(dbx.Params{"id": account}).One(&person)
	if err != nil {
		return "", whyNots[NotLiving].Because(err)
	}
	areas, err := areasOf(app, person.Hamlet)
	if err != nil {
		return "", err
	}
	if hamlet == "" {
		hamlet = person.Hamlet
	}
	why := WhyNot(Supporter{person.Born, person.Status == "hidup", areas}, hamlet, office.Today(app))
	if why != NotRefused {
		return "", whyNots[why]
	}
	return person.Hamlet, nil
}

// areasOf are a hamlet and the areas that it lies in.
func areasOf(app core.App, hamlet string) (areas []string, err error) {
	err = app.DB().NewQuery(`WITH RECURSIVE up(id, parent) AS (SELECT id, parent FROM hamlets WHERE id = {:id}
		UNION SELECT h.id, h.parent FROM hamlets h JOIN up ON h.id = up.parent) SELECT id FROM up`).
		Bind(dbx.Params{"id": hamlet}).Column(&areas)
	return areas, err
}
