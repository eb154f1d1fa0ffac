package matrix_test

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
)

// secrets are what only the people of a household and their office may read.
func (a archive) secrets(residents ...*core.Record) []string {
	a.t.Helper()
	var secrets []string
	for _, resident := range residents {
		secrets = append(secrets, resident.Id, resident.GetString("nik"), resident.GetString("name"), resident.GetString("phone"))
		for _, collection := range []string{"requests", "letters", "documents"} {
			records, err := a.FindAllRecords(collection, byResident(resident))
			if err != nil {
				a.t.Fatal(err)
			}
			for _, record := range records {
				secrets = append(secrets, record.Id, record.GetString("code"))
			}
		}
	}
	return slices.DeleteFunc(secrets, func(secret string) bool { return secret == "" })
}

// waysToAsk are lists and views with everything a client can add to them.
func (a archive) waysToAsk(collection string) []string {
	a.t.Helper()
	records := "/api/collections/" + collection + "/records"
	ways := []string{records, records + "/" + a.existing[collection]}
	target, err := a.FindCollectionByNameOrId(collection)
	if err != nil {
		a.t.Fatal(err)
	}
	everything := ""
	for _, field := range target.Fields {
		if field.Type() == core.FieldTypeRelation {
			everything += field.GetName() + ","
		}
	}
	for _, other := range access.Collections() {
		for _, back := range []string{"account", "resident", "request", "service", "letter", "hamlet", "household", "officer", "documents"} {
			everything += other + "_via_" + back + ","
		}
	}
	for _, query := range []string{
		"perPage=500&sort=-@rowid", "perPage=500&filter=" + url.QueryEscape(`id != "" || 1 = 1`),
		"perPage=500&fields=*,expand&expand=" + everything, "skipTotal=1&filter=" + url.QueryEscape(`(1=1) || (account = "")`),
	} {
		ways = append(ways, records+"?"+query, records+"/"+a.existing[collection]+"?"+query)
	}
	return ways
}

func TestNobodySeesAnotherHouseholdsRows(t *testing.T) {
	a := archived(t)
	for _, who := range []struct {
		actor
		secrets []string
	}{
		{actor{"guest", apptest.Guest}, a.secrets(a.Wayan, a.Made, a.Nyoman)},
		{actor{"resident", a.Resident}, a.secrets(a.Made, a.Nyoman)},
		{actor{"neighbour", a.Neighbour}, a.secrets(a.Wayan, a.Nyoman)},
	} {
		for _, collection := range access.Collections() {
			for _, way := range a.waysToAsk(collection) {
				answer := a.Do("GET", way, nil, who.record)
				for _, secret := range who.secrets {
					if bytes.Contains(answer.Body, []byte(secret)) {
						t.Errorf("%s reads %q at %s", who.name, secret, way)
					}
				}
			}
		}
	}
}

func TestOwnRowsAreThere(t *testing.T) {
	a := archived(t)
	for _, collection := range []string{"accounts", "documents", "requests", "request_events", "letters", "letter_revocations"} {
		path := "/api/collections/" + collection + "/records/" + a.existing[collection]
		a.Do("GET", path, nil, a.Resident).Want(200)
	}
}

func TestAGuestSeesTheOfficeItsServicesAndItsBudgetOnly(t *testing.T) {
	a := archived(t)
	closed := a.Service("business")
	closed.Set("active", false)
	if err := a.Save(closed); err != nil {
		t.Fatal(err)
	}
	open := []string{"office", "hamlets", "holidays", "services", "units", "reference_values", "budgets", "budget_lines"}
	collections, err := a.FindAllCollections()
	if err != nil {
		t.Fatal(err)
	}
	for _, collection := range collections {
		answer := a.Do("GET", "/api/collections/"+collection.Name+"/records?perPage=500", nil, apptest.Guest)
		seen := 0
		if answer.Status == 200 {
			seen = len(answer.JSON()["items"].([]any))
		}
		if slices.Contains(open, collection.Name) != (seen > 0) {
			t.Errorf("a guest sees %d of %s", seen, collection.Name)
		}
		if bytes.Contains(answer.Body, []byte(closed.Id)) {
			t.Error("a guest sees a service that is not open")
		}
	}
	a.Do("GET", "/api/collections/services/records/"+closed.Id, nil, apptest.Guest).Want(404)
}

// A public list with a filter over a relation could be asked yes-or-no questions
// about people. What is there and what is not has to answer alike.
func TestAFilterCannotBeUsedToAskAboutPeople(t *testing.T) {
	a := archived(t)
	for _, question := range []struct{ collection, filter, real, invented string }{
		{"hamlets", `residents_via_hamlet.nik ?= "%s"`, a.Wayan.GetString("nik"), "5171041705900009"},
		{"hamlets", `requests_via_hamlet.code ?= "%s"`, a.request.GetString("code"), "22222222"},
		{"hamlets", `officers_via_hamlets.username ?= "%s"`, "kelian.kaja", "nobody"},
		{"hamlets", `households_via_hamlet.kk ?= "%s"`, "5171041202080001", "5171041202080009"},
		{"hamlets", `@collection.residents.name ?= "%s"`, a.Wayan.GetString("name"), "I Wayan Lain"},
		{"holidays", `hamlet = "" && @collection.accounts.nik ?= "%s"`, a.Wayan.GetString("nik"), "5171041705900009"},
		{"services", `requests_via_service.applicant_name ?= "%s"`, a.Wayan.GetString("name"), "I Wayan Lain"},
		{"services", `letters_via_service.holder_name ?= "%s"`, a.Nyoman.GetString("name"), "Ni Nyoman Lain"},
		{"services", `requests_via_service.resident.phone ?= "%s"`, a.Wayan.GetString("phone"), "081234599999"},
		{"services", `requests_via_service.account.nik ?= "%s"`, a.Wayan.GetString("nik"), "5171041705900009"},
	} {
		for _, who := range []actor{{"guest", apptest.Guest}, {"neighbour", a.Neighbour}} {
			ask := func(about string) string {
				filter := url.QueryEscape(fmt.Sprintf(question.filter, about))
				answer := a.Do("GET", "/api/collections/"+question.collection+"/records?filter="+filter, nil, who.record)
				return fmt.Sprint(answer.Status, string(answer.Body))
			}
			if ask(question.real) != ask(question.invented) {
				t.Errorf("%s learns from %s: %s", who.name, question.collection, question.filter)
			}
		}
	}
}

func TestSecretsOfALoginAreNoFilter(t *testing.T) {
	a := archived(t)
	for _, filter := range []string{`activation_hash != ""`, `tokenKey ~ "a"`, `password ~ "a"`, `recovery_hash != ""`, `mail_hash != ""`} {
		a.Do("GET", "/api/collections/accounts/records?filter="+url.QueryEscape(filter), nil, a.Resident).Want(400)
	}
}

func TestFilesAreForThoseWhoMaySeeTheirRecord(t *testing.T) {
	a := archived(t)
	file := func(record *core.Record, field string) string {
		return "/api/files/" + record.Collection().Name + "/" + record.Id + "/" + record.GetString(field)
	}
	for name, path := range map[string]string{
		"letter": file(a.letter, "pdf"), "paper": file(a.paper, "file"), "loose paper": file(a.loose, "file"),
		"letter from the counter": file(a.counter, "pdf"), "paper from the counter": file(a.scanned, "file"),
		"thumbnail": file(a.paper, "file") + "?thumb=240x320f",
	} {
		a.Do("GET", path, nil, apptest.Guest).Want(404)
		a.Do("GET", path, nil, a.Neighbour).Want(404) // without the token that addresses carry
		token := a.Do("POST", "/api/files/token", nil, a.Neighbour).Want(200).JSON()["token"].(string)
		for _, address := range []string{path + "?token=" + token, path + "?thumb=240x320f&token=" + token} {
			if got := a.Do("GET", address, nil, a.Neighbour); got.Status != 404 {
				t.Errorf("the neighbour gets the %s: %d", name, got.Status)
			}
		}
	}
}
