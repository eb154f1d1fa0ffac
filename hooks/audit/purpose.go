package audit

import (
	"net/url"
	"slices"

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

// Purposes are all of them.
var Purposes = []string{ForRequest, AtCounter, ByPhone, InField, Upkeep, Oversight, InAdminUI, Other}

// Stated are those that a person may choose; the program knows the others.
var Stated = []string{AtCounter, ByPhone, InField, Upkeep, Oversight, Other}

var (
	errNoPurpose = fault.New(fault.Invalid, "audit.no_purpose",
		"Pilih dulu keperluan Anda membuka data warga. Warga dapat melihat catatan ini.",
		"First choose why you open residents' data. Residents can see this record.")
	errOnlyOversight = fault.New(fault.Invalid, "audit.only_oversight",
		"Pengawas membuka data warga hanya untuk memeriksa pekerjaan kantor. Pilih keperluan itu.",
		"An auditor opens residents' data only to check the office's work. Choose that purpose.")
	errNoNote = fault.New(fault.Invalid, "audit.no_note",
		"Tulis keperluannya dengan singkat, paling sedikit 5 huruf.",
		"State the purpose in a few words, at least 5 letters.")
)

// PurposeOf reads what the person stated: ?purpose=counter&purpose_note=…, or
// the headers X-Purpose and X-Purpose-Note (URL-encoded). Without one, staff get
// a fault that asks for it; a superuser's is that they are in the dashboard.
func PurposeOf(e *core.RequestEvent) (Purpose, error) {
	info, err := e.RequestInfo()
	if err != nil {
		return Purpose{}, err
	}
	return statedIn(info)
}

func statedIn(info *core.RequestInfo) (Purpose, error) {
	purpose := Purpose{
		Kind: stated(info, "purpose", "x_purpose"),
		Note: cut(stated(info, "purpose_note", "x_purpose_note"), noteLetters),
	}
	if info.HasSuperuserAuth() && purpose.Kind == "" {
		return Purpose{Kind: InAdminUI, Note: purpose.Note}, nil
	}
	if !slices.Contains(Stated, purpose.Kind) {
		return purpose, errNoPurpose.At("purpose", errNoPurpose)
	}
	if purpose.Kind != Oversight && info.Auth != nil && info.Auth.GetString("role") == "auditor" {
		return purpose, errOnlyOversight.At("purpose", errOnlyOversight)
	}
	if purpose.Kind == Other && len([]rune(purpose.Note)) < 5 {
		return purpose, errNoNote.At("purpose_note", errNoNote)
	}
	return purpose, nil
}

// stated takes the address before the header; PocketBase writes the names of
// headers in its own way.
func stated(info *core.RequestInfo, parameter, header string) string {
	if value := info.Query[parameter]; value != "" {
		return value
	}
	value, err := url.QueryUnescape(info.Headers[header])
	if err != nil {
		return ""
	}
	return value
}

// OfCase is the purpose of whoever opens a request or what belongs to it: the
// request, and of a superuser what they stated besides.
func OfCase(e *core.RequestEvent, request string) Purpose {
	purpose := Purpose{Kind: ForRequest}
	if e.HasSuperuserAuth() {
		purpose = StatedOr(e, InAdminUI)
	}
	purpose.Request = request
	return purpose
}

// StatedOr is what the person stated, and else the purpose that a page has by
// itself.
func StatedOr(e *core.RequestEvent, kind string) Purpose {
	if purpose, err := PurposeOf(e); err == nil && purpose.Kind != InAdminUI {
		return purpose
	}
	if e.HasSuperuserAuth() {
		kind = InAdminUI
	}
	return Purpose{Kind: kind}
}
