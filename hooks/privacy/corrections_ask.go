package privacy

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errCorrection = fault.New(fault.Invalid, "privacy.correction",
		"Permintaan perbaikan belum terkirim. Perbaiki bagian yang ditandai.",
		"The request for correction was not sent. Please mend the marked parts.")
	errOwnCorrection = fault.New(fault.Unauthenticated, "privacy.own_correction",
		"Masuk dulu dengan akun warga untuk meminta perbaikan data.",
		"Log in with a resident's account to ask for a correction.")
	errNotYourData = fault.New(fault.Forbidden, "privacy.not_your_data",
		"Anda dapat meminta perbaikan data sendiri, dan data anak di bawah 17 tahun dalam kartu keluarga Anda. "+
			"Orang lain meminta sendiri, atau datang ke kantor.",
		"You can ask for corrections of your own data, and of children under 17 on your family card. "+
			"Others ask for themselves, or come to the office.")
	errNoReason = fault.New(fault.Invalid, "privacy.no_reason",
		"Tulis alasannya dengan singkat, misalnya: di akta kelahiran tertulis lain.",
		"Say why in a few words, for example: the birth certificate says otherwise.")
	errNotYourPaper = fault.New(fault.Invalid, "privacy.not_your_paper",
		"Dokumen ini tidak ditemukan. Unggah lagi atau pilih dari dokumen Anda.",
		"This document was not found. Upload it again or choose one of yours.")
	errStillOpen = fault.New(fault.Conflict, "privacy.still_open",
		"Permintaan Anda sebelumnya untuk orang ini masih diperiksa. Tunggu jawabannya dulu, paling lama 3×24 jam.",
		"Your earlier request for this person is still being looked at. Please wait for the answer, 3×24 hours at most.")
)

var perCorrection = web.Limit{Name: "privacy.correction", N: 10, Per: time.Hour}

// whoAsksCorrection is the request hook: a resident asks for themselves or for a
// child. Officers correct in the register, with its own reasons.
func whoAsksCorrection(e *core.RecordRequestEvent) error {
	if e.Auth == nil || e.Auth.Collection().Name != "accounts" {
		return errOwnCorrection
	}
	if !perCorrection.Allow(e.App, e.Auth.Id) {
		return errTooOften
	}
	self := e.Auth.GetString("resident")
	resident := e.Record.GetString("resident")
	if resident == "" {
		resident = self
	}
	if speaks, err := speaksFor(e.App, self, resident); err != nil || !speaks {
		return errNotYourData.Because(err)
	}
	clean := core.NewRecord(e.Collection)
	clean.Load(map[string]any{
		"resident": resident, "asked_by": "resident", "account": e.Auth.Id, "state": "open",
		"changes": e.Record.Get("changes"), "reason": strings.TrimSpace(e.Record.GetString("reason")),
		"paper": e.Record.GetString("paper"),
	})
	if paper := clean.GetString("paper"); paper != "" && !ownPaper(e.App, paper, e.Auth.Id) {
		return errCorrection.At("paper", errNotYourPaper)
	}
	e.Record = clean
	return e.Next()
}

func ownPaper(app core.App, paper, account string) bool {
	document, err := app.FindRecordById("documents", paper)
	return err == nil && document.GetString("account") == account && document.GetString("removed_on") == ""
}

// speaksFor tells whether a resident may ask for another: themselves, and as
// head of the family or their spouse for children under 17 on the same card
// (UU 27/2022 art. 25).
func speaksFor(app core.App, self, other string) (bool, error) {
	if self == other {
		return self != "", nil
	}
	children, err := childrenOf(app, self)
	return slices.ContainsFunc(children, func(c *core.Record) bool { return c.Id == other }), err
}

// parents are the roles on a family card that speak for its children.
var parents = []string{"kepala keluarga", "suami", "istri"}

func childrenOf(app core.App, self string) ([]*core.Record, error) {
	parent, err := app.FindRecordById("residents", self)
	if err != nil {
		return nil, err
	}
	today := office.Today(app)
	if parent.GetString("household") == "" || !slices.Contains(parents, parent.GetString("family_role")) ||
		Child(parent.GetString("birth_date"), today) {
		return nil, nil
	}
	members, err := app.FindAllRecords("residents", dbx.HashExp{"household": parent.GetString("household"), "life_status": "hidup"})
	return slices.DeleteFunc(members, func(m *core.Record) bool {
		return m.Id == self || !Child(m.GetString("birth_date"), today)
	}), err
}

// takeCorrection is the model hook. What a resident asks for is checked against
// the register as it stands, and the clock starts; what an officer corrected
// (see the register) is only dated.
func takeCorrection(e *core.RecordEvent) error {
	asked := e.Record.GetDateTime("asked_at").Time()
	if asked.IsZero() {
		asked = time.Now().UTC().Truncate(time.Millisecond)
		e.Record.Set("asked_at", asked)
	}
	e.Record.Set("due_at", Due(asked))
	if e.Record.GetString("state") == "" {
		e.Record.Set("state", "open")
	}
	if e.Record.GetString("asked_by") != "resident" {
		return e.Next()
	}
	return web.InTransaction(e, func(tx core.App) error {
		if err := checkCorrection(tx, e.Record); err != nil {
			return err
		}
		if paper := e.Record.GetString("paper"); paper != "" {
			// From now on it stays as it is, like one that hangs on a request.
			_, err := tx.DB().Update("documents", dbx.Params{"used": true}, dbx.HashExp{"id": paper}).Execute()
			if err != nil {
				return err
			}
		}
		return e.Next()
	})
}

func checkCorrection(tx core.App, correction *core.Record) error {
	resident, err := tx.FindRecordById("residents", correction.GetString("resident"))
	if err != nil {
		return errNotYourData.Because(err)
	}
	waiting, err := tx.CountRecords("corrections", dbx.HashExp{
		"resident": resident.Id, "account": correction.GetString("account"), "state": "open"})
	if err != nil {
		return err
	}
	if waiting > 0 {
		return errStillOpen
	}
	problems := errCorrection
	if len([]rune(correction.GetString("reason"))) < 5 {
		problems = problems.At("reason", errNoReason)
	}
	wished := map[string]Change{}
	if err := correction.UnmarshalJSONField("changes", &wished); err != nil || len(wished) == 0 {
		problems = problems.At("changes", errNoChange)
	}
	for name, change := range wished {
		change = Change{From: resident.GetString(name), To: strings.Join(strings.Fields(change.To), " ")}
		offered, err := offeredIn(tx, name)
		if err != nil {
			return err
		}
		if wrong := checkChange(name, change, offered, office.Today(tx)); wrong != nil {
			problems = problems.At(name, wrong)
		}
		wished[name] = change
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	kept, err := json.Marshal(wished)
	correction.Set("changes", types.JSONRaw(kept))
	return err
}

// offeredIn are the values of the table that a field takes its values from.
func offeredIn(app core.App, name string) ([]string, error) {
	field, _ := correctableField(name)
	if field.Table == "" {
		return nil, nil
	}
	var values []string
	err := app.DB().Select("value").From("reference_values").
		Where(dbx.HashExp{"table": field.Table, "retired": false}).Column(&values)
	return values, err
}
