package letters

import (
	"net/http"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/mask"
	"mdesa/hooks/office"
)

// States of a letter.
const (
	Valid    = "valid"
	Revoked  = "revoked"
	Replaced = "replaced"
	Expired  = "expired"
	Unknown  = "unknown" // not issued here; also any code that is wrong
)

// State tells where a letter stands on a day. A revocation counts more than the
// end of validity.
func State(revocation, validUntil, today string) string {
	switch {
	case revocation != "":
		return revocation
	case validUntil != "" && validUntil < today:
		return Expired
	}
	return Valid
}

// verify answers whoever holds a letter. It shows no more than the paper shows,
// and the holder's name masked; a wrong code and one that never was answer alike.
func verify(e *core.RequestEvent) error {
	letter, err := e.App.FindFirstRecordByData("letters", "code", e.Request.PathValue("code"))
	if err != nil {
		return e.JSON(http.StatusOK, map[string]any{"state": Unknown})
	}
	current, err := office.Current(e.App)
	if err != nil {
		return err
	}
	answer := map[string]any{
		"number": letter.GetString("number"), "title": letter.GetString("title"), "title_en": letter.GetString("title_en"),
		"issued_on": letter.GetString("issued_on"), "valid_until": letter.GetString("valid_until"),
		"holder":      mask.Name(letter.GetString("holder_name")),
		"signer_name": letter.GetString("signer_name"), "signer_title": letter.GetString("signer_title"),
		"signature_kind": letter.GetString("signature_kind"), "sha256": letter.GetString("sha256"),
		"office": officeOf(current).Area(),
	}
	kind := ""
	if revocation, err := e.App.FindFirstRecordByData("letter_revocations", "letter", letter.Id); err == nil {
		kind = revocation.GetString("kind")
		answer["revoked_on"] = revocation.GetDateTime("at")
		answer["reason_public"] = revocation.GetString("reason")
		answer["replacement_code"] = replacementCode(e.App, revocation)
	}
	answer["state"] = State(kind, letter.GetString("valid_until"), office.Today(e.App))
	return e.JSON(http.StatusOK, answer)
}

func replacementCode(app core.App, revocation *core.Record) string {
	replacement, err := app.FindRecordById("letters", revocation.GetString("replacement"))
	if err != nil {
		return ""
	}
	return replacement.GetString("code")
}
