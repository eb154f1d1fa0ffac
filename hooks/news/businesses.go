package news

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errBusiness = fault.New(fault.Invalid, "news.business",
		"Usaha belum tersimpan. Perbaiki bagian yang ditandai.",
		"The business was not saved. Please mend the marked parts.")
	errNoConsent = fault.New(fault.Invalid, "news.no_consent",
		"Usaha hanya ditayangkan dengan persetujuan pemiliknya. Tulis bagaimana persetujuan diberikan, misalnya: lisan di loket, 12 November 2026.",
		"A business is shown only with its owner's consent. Write how it was given, for example: in person at the counter, 12 November 2026.")
	errManySuggested = fault.New(fault.TooMany, "news.many_suggested",
		"Anda sudah mengusulkan beberapa usaha. Tunggu sampai petugas memeriksanya.",
		"You have suggested several businesses. Please wait until an officer has looked at them.")
	errOwnBusiness = fault.New(fault.Unauthenticated, "news.own_business",
		"Masuk dulu dengan akun warga untuk mengusulkan usaha Anda.",
		"Log in with a resident's account to suggest your business.")
)

var perSuggestion = web.Limit{Name: "news.business", N: 5, Per: 24 * time.Hour}

const mostSuggested = 3 // of one resident at a time

// whoAddsBusiness is the request hook: officers add, residents suggest their own.
func whoAddsBusiness(e *core.RecordRequestEvent) error {
	if e.Auth == nil || e.Auth.Collection().Name != "accounts" {
		if e.Auth == nil {
			return errOwnBusiness
		}
		return whoPublishes(e)
	}
	waiting, err := e.App.CountRecords("businesses", dbx.HashExp{"account": e.Auth.Id, "state": "suggested"})
	if err != nil {
		return err
	}
	if waiting >= mostSuggested || !perSuggestion.Allow(e.App, e.Auth.Id) {
		return errManySuggested
	}
	e.Record.Load(map[string]any{"state": "suggested", "account": e.Auth.Id, "officer": "", "about_en": "",
		"consent_proof": "Diusulkan sendiri lewat akun, " + office.Today(e.App)})
	return e.Next()
}

// keepBusinessSound is the model hook, also for admins.
func keepBusinessSound(e *core.RecordEvent) error {
	tidy(e.Record, "name", "owner", "phone", "place", "hours", "link", "photo_alt")
	tidyLines(e.Record, "about", "about_en")
	problems := checkNumber(errBusiness, e.Record)
	if link := e.Record.GetString("link"); link != "" {
		safe := SafeHref(link)
		if safe == "" || safe[0] == '/' {
			problems = problems.At("link", errLink)
		}
		e.Record.Set("link", safe)
	}
	// Also of a suggestion: nobody's name waits here without their knowing.
	if !e.Record.GetBool("consent") || len(e.Record.GetString("consent_proof")) < 5 {
		problems = problems.At("consent", errNoConsent)
	}
	pictures := fileNames(e.Record, "photo")
	if !described(len(pictures), []string{e.Record.GetString("photo_alt")}) {
		problems = problems.At("photo_alt", errNoAlt)
	}
	sizes, wrong := takePictures(e.Record, "photo")
	if wrong != nil {
		problems = problems.At("photo", wrong)
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	for _, size := range sizes {
		e.Record.Set("width", size[0])
		e.Record.Set("height", size[1])
	}
	return e.Next()
}

// deskBusiness is one at the desk.
type deskBusiness struct {
	Business
	PhotoName string `json:"photo_name"`
	PhotoAlt  string `json:"photo_alt"`
	HasWA     bool   `json:"has_whatsapp"`
	Proof     string `json:"consent_proof"`
}

// deskDirectory answers GET /api/news/directory for staff: all businesses, the
// suggested first, and all numbers, the hidden ones too.
func deskDirectory(e *core.RequestEvent) error {
	if err := delegation.MustHold(e.App, e.Auth, errNotEditor, append([]string{delegation.Auditor}, speakers...)...); err != nil {
		return err
	}
	var rows []Business
	err := businesses(e.App).OrderBy(inOrder("b.state", []string{"suggested", "published", "hidden"}), "b.name").Limit(mostContacts).All(&rows)
	if err != nil {
		return err
	}
	listed := make([]deskBusiness, len(rows))
	for i, b := range rows {
		listed[i] = deskBusiness{Business: b.shown(), PhotoName: b.File, PhotoAlt: b.Alt, HasWA: b.Whats, Proof: b.Proof}
	}
	contacts, err := e.App.FindRecordsByFilter("contacts", "id != ''", "group,sort,name", mostContacts, 0)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"businesses": listed, "contacts": contacts})
}
