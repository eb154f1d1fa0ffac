package matrix_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

func TestWhateverStaffReadOfAResidentLeavesAnEntry(t *testing.T) {
	a := archived(t)
	request, wayan := a.request.Id, a.Wayan.Id
	file := func(record *core.Record, field string) string {
		return "/api/files/" + record.Collection().Name + "/" + record.Id + "/" + record.GetString(field)
	}
	for _, read := range []struct {
		name, path string
		who        *core.Record
		want       string
	}{
		{"the case", "/api/requests/" + request + "/case", a.Officer, "view request " + wayan + " " + request},
		{"the case, as admin", "/api/requests/" + request + "/case", a.Admin, "view admin " + wayan + " " + request},
		{"the inbox", "/api/requests/inbox?tab=open", a.HeadOfKaja, "list request " + wayan + " " + request},
		{"the register of letters", "/api/letters/register", a.Secretary, "list request " + wayan + " " + a.letter.GetString("request")},
		{"the register as a file", "/api/letters/register?format=csv", a.Secretary, "export request " + wayan + " " + a.letter.GetString("request")},
		{"the request's record", "/api/collections/requests/records/" + request, a.Officer, "view request " + wayan + " " + request},
		{"a paper", file(a.paper, "file"), a.HeadOfKaja, "document request " + wayan + " " + request},
		{"a letter", file(a.letter, "pdf"), a.Officer, "letter request " + wayan + " " + a.letter.GetString("request")},
	} {
		before := len(a.Noted(0))
		path := read.path
		if strings.HasPrefix(path, "/api/files/") {
			path += "?token=" + a.Do("POST", "/api/files/token", nil, read.who).Want(200).JSON()["token"].(string)
		}
		a.Do("GET", path, nil, read.who).Want(200)
		if noted := a.Noted(before); !slices.Contains(noted, read.who.Id+" "+read.want) {
			t.Errorf("%s is noted as %q, want %q", read.name, noted, read.want)
		}
	}
}

func TestResidentsWhoReadAndFileLeaveNoEntries(t *testing.T) {
	a := archived(t)
	before := len(a.Noted(0))
	for _, path := range []string{"/api/me/resident", "/api/me/trail", "/api/requests/" + a.request.Id + "/actions",
		"/api/collections/requests/records?expand=resident,documents", "/api/collections/letters/records", "/api/collections/documents/records"} {
		a.Do("GET", path, nil, a.Resident).Want(200)
	}
	a.File()
	if noted := a.Noted(before); len(noted) != 0 {
		t.Error(noted)
	}
}

func TestTheWholeTrailOfABusyDayIsOneChain(t *testing.T) {
	a := archived(t)
	a.Do("GET", "/api/requests/inbox?tab=open", nil, a.Officer).Want(200)
	a.Do("GET", "/api/collections/residents/records", nil, a.Admin).Want(200)
	if len(a.Noted(0)) == 0 {
		t.Fatal("an empty trail")
	}
	chain, err := audit.CheckChain(a)
	if err != nil || chain.Break != nil || chain.Rows == 0 {
		t.Errorf("%+v %v", chain, err)
	}
}
