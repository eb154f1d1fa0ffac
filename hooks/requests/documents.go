package requests

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/gabriel-vasile/mimetype"
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errNoFile = fault.New(fault.Invalid, "document.no_file",
		"Pilih berkas PDF, JPEG, PNG atau HEIC, paling besar 10 MB.",
		"Choose a PDF, JPEG, PNG or HEIC file of at most 10 MB.")
	errDocumentUsed = fault.New(fault.Forbidden, "document.used",
		"Dokumen ini sudah dilampirkan pada permohonan, jadi tidak dapat diubah atau dihapus.",
		"This document is attached to a request, so it can no longer be changed or deleted.")
	errDocumentExpired = fault.New(fault.Invalid, "document.expired",
		"Dokumen ini sudah tidak berlaku sejak {day}. Unggah yang terbaru.",
		"This document expired on {day}. Upload the latest one.")
	errManyDocuments = fault.New(fault.Invalid, "document.too_many",
		"Paling banyak 60 dokumen untuk satu permohonan. Gabungkan beberapa halaman menjadi satu PDF.",
		"At most 60 documents for one request. Put several pages into one PDF.")
	errExpiry = fault.New(fault.Invalid, "document.expiry",
		"Tanggal berlaku ditulis tahun-bulan-tanggal, misalnya 2027-05-31.",
		"Write the expiry date as year-month-day, for example 2027-05-31.")
)

// whoseDocument is the request hook of documents: residents file for themselves
// and those they may act for, officers for the resident at the counter.
func whoseDocument(e *core.RecordRequestEvent) error {
	actor, err := actorOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	e.Record.Set("used", false)
	switch actor.Kind {
	case ByResident:
		if !perAccount.Allow(e.App, actor.ID) {
			return errTooManyFilings
		}
		self, other := e.Auth.GetString("resident"), e.Record.GetString("resident")
		if other != "" && other != self {
			if _, err := relationFor(e.App, self, other); err != nil {
				return err
			}
			self = other
		}
		e.Record.Set("account", actor.ID)
		e.Record.Set("resident", self)
		e.Record.Set("officer", "")
	case ByOfficer:
		if e.Record.GetString("kind") == workPhoto && actor.Role != Auditor {
			e.Record.Set("officer", actor.ID)
			e.Record.Set("account", "")
			e.Record.Set("resident", "")
			return e.Next()
		}
		resident, err := e.App.FindRecordById("residents", e.Record.GetString("resident"))
		if err != nil || !MayScan(actor, resident.GetString("hamlet")) {
			return errAnswers.At("resident", errNoApplicant)
		}
		e.Record.Set("officer", actor.ID)
		e.Record.Set("account", accountOf(e.App, resident.Id))
	default:
		return errLogin
	}
	return e.Next()
}

// accountOf is the login of a resident, or "".
func accountOf(app core.App, resident string) string {
	var id string
	err := app.DB().Select("id").From("accounts").Where(dbx.HashExp{"resident": resident, "active": true}).Row(&id)
	if err != nil {
		return "" // none
	}
	return id
}

// takeIn is the model hook of documents: it looks at the content, not the
// name, takes the place where a photo was made out of it, and notes size and
// SHA-256 of what is kept.
func takeIn(e *core.RecordEvent) error {
	files := e.Record.GetUnsavedFiles("file")
	if len(files) != 1 {
		return errAnswers.At("file", errNoFile)
	}
	if expires := e.Record.GetString("expires_on"); expires != "" {
		if _, err := time.Parse(time.DateOnly, expires); err != nil {
			return errAnswers.At("expires_on", errExpiry)
		}
	}
	content, err := web.ReadUpload(files[0], largestDocument)
	if err != nil {
		return errAnswers.At("file", errNoFile.Because(err))
	}
	web.WipePosition(content)
	clean, err := filesystem.NewFileFromBytes(content, files[0].OriginalName)
	if err != nil {
		return errAnswers.At("file", errNoFile.Because(err))
	}
	sum := sha256.Sum256(content)
	e.Record.Set("file", clean)
	e.Record.Set("size", len(content))
	e.Record.Set("mime", mimetype.Detect(content).String())
	e.Record.Set("sha256", hex.EncodeToString(sum[:]))
	if err := e.Next(); err != nil {
		return err
	}
	return web.KeepFile(e.App, e.Record, "file")
}

// largestDocument is in bytes, as in the migration.
const largestDocument = 10 << 20

// keepUsed keeps documents that a request relies on as they were.
func keepUsed(e *core.RecordEvent) error {
	if e.Record.Original().GetBool("used") && !isEngine(e.Context) {
		return errDocumentUsed
	}
	return e.Next()
}
