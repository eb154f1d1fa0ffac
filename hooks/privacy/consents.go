package privacy

import (
	"database/sql"
	"errors"
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errKept = fault.New(fault.Forbidden, "privacy.kept",
		"Catatan ini tidak dapat diubah atau dihapus oleh siapa pun.",
		"This record cannot be changed or deleted by anyone.")
	errNoPurpose = fault.New(fault.Invalid, "privacy.no_purpose",
		"Pilih persetujuan dari daftar yang ada.",
		"Choose a consent from the list.")
	errOwnConsent = fault.New(fault.Unauthenticated, "privacy.own_consent",
		"Masuk dulu: persetujuan diberikan oleh warga sendiri, atau dicatat petugas di loket atas permintaannya.",
		"Log in first: residents consent for themselves, or an officer writes it down at the counter when asked to.")
	errTooOften = fault.New(fault.TooMany, "privacy.too_often",
		"Terlalu sering dalam waktu singkat. Coba lagi beberapa menit lagi.",
		"Too often in a short time. Try again in a few minutes.")
)

// perConsent is how often one account may change its mind.
var perConsent = web.Limit{Name: "privacy.consent", N: 40, Per: 10 * time.Minute}

// refuse keeps rows that are only ever added.
func refuse(*core.RecordEvent) error { return errKept }

// whoConsents is the request hook: residents for themselves; at the counter an
// officer for the resident who stands there.
func whoConsents(e *core.RecordRequestEvent) error {
	clean := core.NewRecord(e.Collection)
	clean.Set("purpose", e.Record.GetString("purpose"))
	clean.Set("given", e.Record.GetBool("given"))
	switch {
	case e.Auth != nil && e.Auth.Collection().Name == "accounts":
		if !perConsent.Allow(e.App, e.Auth.Id) {
			return errTooOften
		}
		clean.Set("resident", e.Auth.GetString("resident"))
		clean.Set("account", e.Auth.Id)
		clean.Set("language", e.Auth.GetString("language"))
		clean.Set("channel", "self")
	case isOfficer(e.Auth):
		return writeDown(e, clean)
	default:
		return errOwnConsent
	}
	e.Record = clean
	return e.Next()
}

// keepExactWords is the model hook: the text is what the program shows, never
// what a client sent.
func keepExactWords(e *core.RecordEvent) error {
	purpose, known := PurposeByKey(e.Record.GetString("purpose"))
	if !known {
		return errNoPurpose.At("purpose", errNoPurpose)
	}
	e.Record.Set("text", purpose.In(e.Record.GetString("language")))
	e.Record.Set("text_version", purpose.Version)
	if e.Record.GetDateTime("at").IsZero() {
		e.Record.Set("at", types.NowDateTime())
	}
	return e.Next()
}

// said is what a resident last said about a purpose.
type said struct {
	Given   bool           `db:"given" json:"given"`
	Version int            `db:"text_version" json:"version"`
	Channel string         `db:"channel" json:"channel"`
	Proof   string         `db:"proof" json:"proof"`
	At      types.DateTime `db:"at" json:"at"`
}

// latestConsent finds the row that counts, or nil. A withdrawal counts at once,
// although the law allows 3×24 hours (UU 27/2022 art. 9 and 40). Slices that may
// not import this one ask the collection in the same way, take no row for no, and
// compare text_version as [Purpose.Holds] does.
func latestConsent(app core.App, resident, purpose string) (*said, error) {
	var latest said
	err := app.DB().NewQuery(`SELECT given, text_version, channel, proof, at FROM consents
		WHERE resident = {:resident} AND purpose = {:purpose} ORDER BY at DESC, rowid DESC LIMIT 1`).
		Bind(dbx.Params{"resident": resident, "purpose": purpose}).One(&latest)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &latest, err
}

// myConsents answers GET /api/me/consents: every purpose with its words, whether
// it holds, and what was said last.
func myConsents(e *core.RequestEvent) error {
	items, err := consentsOf(e.App, e.Auth.GetString("resident"))
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// consentItem is one purpose and how a resident stands to it.
type consentItem struct {
	Purpose
	Given  bool  `json:"given"`
	Narrow bool  `json:"narrow"` // given to older words that asked for less
	Last   *said `json:"last"`
}

func consentsOf(app core.App, resident string) ([]consentItem, error) {
	items := make([]consentItem, 0, len(Purposes))
	for _, purpose := range Purposes {
		last, err := latestConsent(app, resident, purpose.Key)
		if err != nil {
			return nil, err
		}
		item := consentItem{Purpose: purpose, Last: last}
		if last != nil {
			item.Given = purpose.Holds(last.Given, last.Version)
			item.Narrow = item.Given && purpose.HoldsNarrowly(last.Version)
		}
		items = append(items, item)
	}
	return items, nil
}
