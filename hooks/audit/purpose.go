package audit

import (
	"net/url"
	"slices"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

// Purpose is why somebody looked at a resident's data.
type Purpose struct {
	Kind    string // one of Purposes
	Request string // id of the request at hand, for ForRequest
	Note    string // in the person's own words; needed for Other
}

// Kinds of purpose.
const (
	ForRequest = "request"   // the request at hand
	AtCounter  = "counter"   // the resident stands at the counter
	ByPhone    = "phone"     // the resident called or wrote
	InField    = "field"     // a visit or a meeting of the hamlet
	Upkeep     = "upkeep"    // keeping the register right
	Oversight  = "oversight" // checking the work of others
	InAdminUI  = "admin"     // a superuser in the dashboard
	Other      = "other"     // stated in Note
)

// Stated are those that a person may choose; the program knows the others.
var Stated = []string{AtCounter, ByPhone, InField, Upkeep, Oversight, Other}

var (
	errNoPurpose = fault.New(fault.Invalid, "audit.no_purpose",
		"Pilih dulu keperluan Anda membuka data warga. Warga dapat melihat catatan ini.",
		"First choose why you open residents' data. Residents can see this record.")
	errNoNote = fault.New(fault.Invalid, "audit.no_note",
		"Tulis keperluannya dengan singkat, paling sedikit 5 huruf.",
		"State the purpose in a few words, at least 5 letters.")
)

// PurposeOf reads what the person stated: ?purpose=counter&purpose_note=…, or
// the headers X-Purpose and X-Purpose-Note (URL-encoded). Without one, staff get
// a fault that asks for it; a superuser's is that they are in the dashboard.
func PurposeOf(e *core.RequestEvent) (Purpose, error) {
	purpose := Purpose{Kind: stated(e, "purpose", "X-Purpose"), Note: strings.TrimSpace(stated(e, "purpose_note", "X-Purpose-Note"))}
	if e.HasSuperuserAuth() && purpose.Kind == "" {
		return Purpose{Kind: InAdminUI, Note: purpose.Note}, nil
	}
	if !slices.Contains(Stated, purpose.Kind) {
		return purpose, errNoPurpose.At("purpose", errNoPurpose)
	}
	if purpose.Kind == Other && len([]rune(purpose.Note)) < 5 {
		return purpose, errNoNote.At("purpose_note", errNoNote)
	}
	return purpose, nil
}

func stated(e *core.RequestEvent, parameter, header string) string {
	if value := e.Request.URL.Query().Get(parameter); value != "" {
		return value
	}
	value, _ := url.QueryUnescape(e.Request.Header.Get(header))
	return value
}
