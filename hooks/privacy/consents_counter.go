package privacy

import (
	"net/http"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errConsent = fault.New(fault.Invalid, "privacy.consent",
		"Persetujuan belum dicatat. Perbaiki bagian yang ditandai.",
		"The consent was not written down. Please mend the marked part.")
	errNoResident = fault.New(fault.Invalid, "privacy.no_resident",
		"Pilih warga yang memberi persetujuan: terdaftar, masih hidup, dan di wilayah Anda.",
		"Choose the resident who consents: in the register, living, and in your hamlets.")
	errUnknown = fault.New(fault.NotFound, "privacy.unknown_resident",
		"Warga ini tidak ditemukan di register atau bukan di wilayah Anda. Cari lagi di halaman Warga.",
		"This resident is not in the register, or not in your hamlets. Search again on the page Residents.")
	errNoProof = fault.New(fault.Invalid, "privacy.no_proof",
		"Tulis di mana bukti persetujuan disimpan, misalnya: formulir bertanda tangan, map Persetujuan 2026 nomor 12.",
		"Write where the proof is kept, for example: signed form, folder Consents 2026 number 12.")
	errOwnFamilyConsent = fault.New(fault.Forbidden, "privacy.own_family_consent",
		"Persetujuan Anda sendiri dan keluarga serumah dicatat oleh petugas lain, atau diberikan sendiri lewat akun warga.",
		"Consents of your own and of your household are written down by another officer, or given through a resident's login.")
)

// writeDown is an officer who records what a resident said at the counter or on
// paper. A yes needs a proof, as the office has to show it (UU 27/2022 art. 24);
// a no counts as it is said. The words are those that the officer's page shows.
func writeDown(e *core.RecordRequestEvent, clean *core.Record) error {
	resident, err := e.App.FindRecordById("residents", e.Record.GetString("resident"))
	if err != nil || !mayWriteDown(e.App, e.Auth, resident) {
		return errNoResident.At("resident", errNoResident)
	}
	if own, err := ownFamily(e.App, e.Auth, resident.Id); err != nil || own {
		return errOwnFamilyConsent.Because(err)
	}
	proof := strings.Join(strings.Fields(e.Record.GetString("proof")), " ")
	if clean.GetBool("given") && len([]rune(proof)) < 5 {
		return errConsent.At("proof", errNoProof)
	}
	language := "id"
	if e.Record.GetString("language") == "en" {
		language = "en"
	}
	clean.Load(map[string]any{"resident": resident.Id, "account": accountOf(e.App, resident.Id), "officer": e.Auth.Id,
		"language": language, "channel": "counter", "proof": proof})
	e.Record = clean
	if err := e.Next(); err != nil {
		return err
	}
	purpose, _ := PurposeByKey(clean.GetString("purpose")) // known, or it would not have been saved
	said := "Persetujuan dicabut: "
	if clean.GetBool("given") {
		said = "Persetujuan: "
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.AtCounter, Note: said + purpose.Title}, audit.Changed, resident.Id)
	return nil
}

// mayWriteDown: whoever serves people of a hamlet, for those who live; auditors
// only read.
func mayWriteDown(app core.App, auth, resident *core.Record) bool {
	reach, err := delegation.ReachOf(app, auth)
	return err == nil && reach.Covers(resident.GetString("hamlet")) &&
		auth.GetString("role") != delegation.Auditor && resident.GetString("life_status") == "hidup"
}

// accountOf is the login of a resident, or "".
func accountOf(app core.App, resident string) string {
	account, err := app.FindFirstRecordByData("accounts", "resident", resident)
	if err != nil {
		return "" // none
	}
	return account.Id
}

// consentsAtCounter answers GET /api/privacy/consents?resident=…&purpose=… for
// officers: what a resident agreed to, and whether the officer may write it down.
func consentsAtCounter(e *core.RequestEvent) error {
	if !isOfficer(e.Auth) {
		return errNotYoursToDecide
	}
	why, err := audit.PurposeOf(e)
	if err != nil {
		return err
	}
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	resident, err := e.App.FindRecordById("residents", e.Request.URL.Query().Get("resident"))
	if err != nil || !reach.Covers(resident.GetString("hamlet")) {
		return errUnknown.Because(err)
	}
	own, err := ownFamily(e.App, e.Auth, resident.Id)
	if err != nil {
		return err
	}
	items, err := consentsOf(e.App, resident.Id)
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, why, audit.Viewed, resident.Id)
	return e.JSON(http.StatusOK, map[string]any{"name": resident.GetString("name"), "items": items,
		"may": !own && mayWriteDown(e.App, e.Auth, resident), "own": own})
}
