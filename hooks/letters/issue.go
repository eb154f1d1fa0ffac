package letters

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
	"github.com/pocketbase/pocketbase/tools/security"

	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/mask"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var errNoSigner = fault.New(fault.Forbidden, "letter.no_signer",
	"Surat hanya dapat ditandatangani oleh pejabat desa.",
	"Only an official of the village can sign a letter.")

// issueOnSignature makes the letter that a signing event stands for. It runs
// inside the event's transaction: whatever fails, neither number nor letter nor
// event remains.
func issueOnSignature(e *core.RecordEvent) error {
	if e.Record.GetString("action") != "sign" {
		return e.Next()
	}
	request, err := e.App.FindRecordById("requests", e.Record.GetString("request"))
	if err != nil {
		return err
	}
	capacity := struct {
		Acting *delegation.Capacity `json:"acting"`
	}{}
	effects := map[string]any{}
	if err := errors.Join(e.Record.UnmarshalJSONField("data", &effects), e.Record.UnmarshalJSONField("data", &capacity)); err != nil {
		return err
	}
	letter, err := issue(e.App, order{
		request: request, signer: e.Record.GetString("actor"), capacity: capacity.Acting, at: e.Record.GetDateTime("at").Time(),
	})
	if err != nil {
		return err
	}
	effects["letter"], effects["number"] = letter.Id, letter.GetString("number")
	e.Record.Set("data", effects)
	return e.Next()
}

// order is what a letter is made from.
type order struct {
	request  *core.Record
	signer   string               // id of the officer
	capacity *delegation.Capacity // in whose place they sign; nil: in their own post
	at       time.Time
	replaces string // id of a letter, if it takes its place
}

// issue numbers, draws, seals and stores a letter, all in the transaction tx.
func issue(tx core.App, o order) (*core.Record, error) {
	signer, err := tx.FindRecordById("officers", o.signer)
	if err != nil {
		return nil, errNoSigner
	}
	current, err := office.Current(tx)
	if err != nil {
		return nil, err
	}
	clock, err := office.ClockOf(tx)
	if err != nil {
		return nil, err
	}
	form, err := formOf(tx, o.request.GetString("definition"))
	if err != nil {
		return nil, err
	}
	day := o.at.In(clock.Location())
	signing := SigningOf(officeOf(current), current.GetString("secretary_title"), signer.GetString("role"), signer.GetString("title"), o.capacity)
	facts, err := factsFor(tx, o.request, form.def, current, signer, signing, day)
	if err != nil {
		return nil, err
	}
	series := SeriesKey(form.def.Series, current.GetString("short"), form.def.Key, form.def.ClassificationCode)
	serial, err := nextSerial(tx, series, day.Year())
	if err != nil {
		return nil, err
	}
	facts.Number = Number(form.def.NumberPattern, NumberParts{
		Code: form.def.ClassificationCode, Serial: serial, Office: current.GetString("short"), Service: form.def.Key, Day: facts.Date,
	})
	signature, err := signatureOf(tx, facts, signing)
	if err != nil {
		return nil, err
	}
	made, err := makeLetter(tx, current, form, facts, signature, day)
	if err != nil {
		return nil, err
	}
	record, err := made.record(tx, o, form.def, facts, signing)
	if err != nil {
		return nil, err
	}
	record.Set("series", series)
	record.Set("serial", serial)
	record.Set("year", day.Year())
	// Every value was made here; the validators would only look five relations up.
	if err := tx.SaveNoValidate(record); err != nil {
		return nil, err
	}
	return record, web.KeepFile(tx, record, "pdf")
}

// nextSerial counts without gaps: it is part of the transaction, so a number
// whose letter fails is given to the next one.
func nextSerial(tx core.App, series string, year int) (int, error) {
	var last int
	err := tx.DB().NewQuery(`INSERT INTO letter_counters (series, last) VALUES ({:series}, 1)
		ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last`).
		Bind(dbx.Params{"series": fmt.Sprintf("%s:%d", series, year)}).Row(&last)
	return last, err
}

// factsFor gathers what the letter says, except its number.
func factsFor(tx core.App, request *core.Record, def *definition.Definition, current, signer *core.Record, signing Signing, day time.Time) (Facts, error) {
	facts := Facts{
		Office: officeOf(current), Definition: *def, Answers: map[string]any{}, Members: map[string]Person{},
		Title: title(def), Date: day.Format(time.DateOnly), ValidUntil: ValidUntil(day, def.Validity),
		OfficerName: signer.GetString("name"), OfficerTitle: signing.Title, SignedAs: signing.as(),
		OfficerStaffNumber: signer.GetString("staff_number"),
	}
	var err error
	if facts.Resident, err = personOf(tx, request.GetString("resident")); err != nil {
		return facts, err
	}
	if err := request.UnmarshalJSONField("answers", &facts.Answers); err != nil {
		return facts, err
	}
	for _, page := range def.Form {
		for _, field := range page.Fields {
			id, ok := facts.Answers[field.Key].(string)
			if field.Type != "member" || !ok || id == "" {
				continue
			}
			if facts.Members[id], err = personOf(tx, id); err != nil {
				return facts, err
			}
		}
	}
	return facts, nil
}

// made is a finished letter: what it says, and the sealed file.
type made struct {
	letter  Letter
	code    string
	payload string
	pdf     []byte
	sealer  Sealer
}

func makeLetter(app core.App, current *core.Record, form *form, facts Facts, signature Signature, at time.Time) (*made, error) {
	keys, err := keysOf(app)
	if err != nil {
		return nil, err
	}
	m := &made{code: newCode(), sealer: keys}
	address := publicAddress(app, current) + "/v/" + m.code
	m.letter, err = compose(app, current, form, facts, signature, at)
	if err != nil {
		return nil, err
	}
	m.letter.Footer = SignatureNote(keys.Kind(), address)
	hash, err := m.letter.Hash()
	if err != nil {
		return nil, err
	}
	m.payload, err = keys.EncodePayload(Payload{
		Certified: keys.Kind() == CertifiedSignature, Day: facts.Date, ValidUntil: facts.ValidUntil, Hash: hash,
		Kind: form.def.Key, Number: facts.Number, Holder: mask.Name(printable(facts.Resident.Name)),
	})
	if err != nil {
		return nil, err
	}
	m.letter.QR = address + "#" + m.payload
	plain, err := Render(m.letter)
	if err != nil {
		return nil, err
	}
	m.pdf, err = keys.Seal(context.Background(), plain, Reason{
		Text: facts.Title + " " + facts.Number, Signer: facts.OfficerName, Location: facts.Office.Name, At: time.Now(),
	})
	return m, err
}

// compose lays the facts out as a letter, without QR code and small print.
func compose(app core.App, current *core.Record, form *form, facts Facts, signature Signature, at time.Time) (Letter, error) {
	images, err := picturesOf(app, current)
	if err != nil {
		return Letter{}, err
	}
	letterhead := facts.Office.Letterhead()
	letterhead.Logo, letterhead.Script, letterhead.Whole = images.logo, images.script, images.whole
	letter := Letter{
		Paper: form.def.Paper, Letterhead: letterhead, Title: facts.Title, Number: facts.Number,
		Body: form.template.Fill(ValuesOf(facts)), Place: facts.Office.Name, Date: facts.Date,
		Signature: signature, IssuedAt: at, Author: facts.Office.Area(),
	}
	if form.def.HolderSigns {
		letter.Holder = &Holder{Name: facts.Resident.Name}
	}
	return letter, nil
}

// signatureOf is the signature block, with the decree that it rests on.
func signatureOf(tx core.App, facts Facts, signing Signing) (Signature, error) {
	signature := Signature{
		Head: signing.Head, Name: facts.OfficerName, StaffNumber: facts.OfficerStaffNumber,
		Form: signing.Form, Delegation: signing.Delegation,
	}
	if signing.Delegation == "" {
		return signature, nil
	}
	decree, err := tx.FindRecordById("delegations", signing.Delegation)
	if err != nil {
		return signature, err
	}
	signature.DecreeNumber, signature.DecreeDate = decree.GetString("decree_number"), decree.GetString("decree_date")
	return signature, nil
}

// publicAddress is where the QR code leads: the office's, or the program's own.
func publicAddress(app core.App, current *core.Record) string {
	if address := current.GetString("public_url"); address != "" {
		return address
	}
	return app.Settings().Meta.AppURL
}

func (m *made) record(tx core.App, o order, def *definition.Definition, facts Facts, signing Signing) (*core.Record, error) {
	collection, err := tx.FindCachedCollectionByNameOrId("letters")
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(m.letter)
	if err != nil {
		return nil, err
	}
	file, err := filesystem.NewFileFromBytes(m.pdf, "surat-"+m.code+".pdf")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(m.pdf)
	record := core.NewRecord(collection)
	record.Load(map[string]any{
		"request": o.request.Id, "replaces": o.replaces, "service": o.request.GetString("service"),
		"resident": o.request.GetString("resident"), "hamlet": o.request.GetString("hamlet"),
		"number": facts.Number, "code": m.code, "title": facts.Title, "title_en": def.NameEN,
		"holder_name": facts.Resident.Name, "issued_on": facts.Date, "issued_at": o.at, "valid_until": facts.ValidUntil,
		"classification_code": def.ClassificationCode, "officer": o.signer,
		"signer_name": facts.OfficerName, "signer_title": signing.Label(facts.Office), "delegation": signing.Delegation,
		"signature_form": signing.Form, "signature_kind": m.sealer.Kind(),
		"data": json.RawMessage(data), "payload": m.payload, "sha256": hex.EncodeToString(sum[:]), "pdf": file,
	})
	return record, nil
}

// codeAlphabet are signs that are not mistaken for one another.
const codeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz"

// newCode is what stands in the QR address: 12 signs, 59 bits, so that no
// letter is found by trying.
func newCode() string { return security.RandomStringWithAlphabet(12, codeAlphabet) }
