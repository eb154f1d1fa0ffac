package requests

import (
	"slices"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// caseResident is who a request is for, as far as a desk needs to know to decide.
type caseResident struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	NIK           string `json:"nik"`
	BirthPlace    string `json:"birth_place"`
	BirthDate     string `json:"birth_date"` // YYYY-MM-DD
	Sex           string `json:"sex"`        // L or P
	Religion      string `json:"religion"`
	MaritalStatus string `json:"marital_status"`
	Occupation    string `json:"occupation"`
	Education     string `json:"education"`
	Citizenship   string `json:"citizenship"`
	Address       string `json:"address"`
	Hamlet        string `json:"hamlet"`
	LifeStatus    string `json:"life_status"`
}

func caseResidentOf(resident *core.Record) caseResident {
	text := resident.GetString
	return caseResident{
		ID: resident.Id, Name: text("name"), NIK: text("nik"), BirthPlace: text("birth_place"), BirthDate: text("birth_date"), Sex: text("sex"),
		Religion: text("religion"), MaritalStatus: text("marital_status"), Occupation: text("occupation"), Education: text("education"),
		Citizenship: text("citizenship"), Address: text("address"), Hamlet: text("hamlet"), LifeStatus: text("life_status"),
	}
}

// needsNumbers tells whether an actor has work on a request for which they need
// full numbers: auditors never, nobody once it is over, and nobody for a report.
func needsNumbers(actor Actor, request *core.Record) bool {
	return actor.Role != Auditor && request.GetString("kind") != definition.Report && slices.Contains([]string{Submitted, InProgress, Returned}, request.GetString("status"))
}

// hideNumber leaves the last four digits: "************0001".
func hideNumber(number string) string {
	const shown = 4
	return strings.Repeat("*", max(len(number)-shown, 0)) + number[max(len(number)-shown, 0):]
}

// caseLetter is the letter that came of a request, without what is printed on it.
type caseLetter struct {
	ID           string `json:"id"`
	CollectionID string `json:"collectionId"`
	Number       string `json:"number"`
	Title        string `json:"title"`
	TitleEN      string `json:"title_en"`
	IssuedOn     string `json:"issued_on"` // YYYY-MM-DD
	SignerName   string `json:"signer_name"`
	SignerTitle  string `json:"signer_title"`
	PDF          string `json:"pdf"`
	Data         struct {
		Signature struct {
			DecreeNumber string `json:"decree_number"`
			DecreeDate   string `json:"decree_date"`
		} `json:"signature"`
	} `json:"data"`
}

func caseLetterOf(letter *core.Record) (*caseLetter, error) {
	text := letter.GetString
	shown := &caseLetter{
		ID: letter.Id, CollectionID: letter.Collection().Id, Number: text("number"), Title: text("title"), TitleEN: text("title_en"),
		IssuedOn: text("issued_on"), SignerName: text("signer_name"), SignerTitle: text("signer_title"), PDF: text("pdf"),
	}
	return shown, letter.UnmarshalJSONField("data", &shown.Data)
}
