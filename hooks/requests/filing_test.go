package requests_test

import (
	"sync"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/requests"
)

func TestAResidentFilesAndGetsAReceiptAndAPromise(t *testing.T) {
	d := open(t)
	got := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()
	if requests.ReadReceipt(got["code"].(string)) == "" || got["due_at"] == "" || got["status"] != "submitted" {
		t.Errorf("got %v", got)
	}
	if got["applicant_name"] != d.Wayan.GetString("name") || got["waiting_for"] != "hamlet_head" || got["channel"] != "self" {
		t.Errorf("got %v", got)
	}
}

func TestFilingTwiceWithOneIdMakesOneRequest(t *testing.T) {
	d := open(t)
	body := d.filing(map[string]any{"id": "abcdefghij12345"})
	first := d.Do("POST", requestsPath, body, d.Resident).Want(200).JSON()
	again := d.Do("POST", requestsPath, body, d.Resident).Want(200).JSON()
	if first["code"] != again["code"] {
		t.Errorf("receipts %v and %v", first["code"], again["code"])
	}
	d.Do("POST", requestsPath, body, d.Neighbour).WantFault(409, "request.id_taken")
}

func TestTwentyCopiesOfOneFilingAtOnceMakeOneRequest(t *testing.T) {
	d := open(t)
	body := d.filing(map[string]any{"id": "abcdefghij12345"})
	var all sync.WaitGroup
	answers := make([]*apptest.Response, 20)
	for i := range answers {
		all.Go(func() { answers[i] = d.Do("POST", requestsPath, body, d.Resident) })
	}
	all.Wait()
	for _, answer := range answers {
		if answer.Status != 200 {
			t.Errorf("answered %d: %s", answer.Status, answer.Body)
		}
	}
	if n, _ := d.CountRecords("requests"); n != 1 {
		t.Errorf("%d requests", n)
	}
	if n, _ := d.CountRecords("request_events"); n != 1 {
		t.Errorf("%d events", n)
	}
}

func TestWhatAClientMayNotSayIsNotTaken(t *testing.T) {
	d := open(t)
	got := d.Do("POST", requestsPath, d.filing(map[string]any{
		"account": d.Neighbour.Id, "status": "completed", "version": 9,
		"relation": "father", "filer_name": "Ayah", "represented": d.Neighbour.Id,
		"code": "AAAAAAAA", "due_at": "2030-01-01 00:00:00.000Z", "submitted_at": "2020-01-01 00:00:00.000Z",
		"channel": "counter", "filed_by": d.Officer.Id,
	}), d.Resident).Want(200).JSON()
	if got["resident"] != d.Wayan.Id || got["account"] != d.Resident.Id || got["status"] != "submitted" ||
		got["code"] == "AAAAAAAA" || got["version"] != 1.0 || got["channel"] != "self" || got["filed_by"] != "" ||
		got["relation"] != "" || got["filer_name"] != "" || got["represented"] != "" {
		t.Errorf("got %v", got)
	}
	if submitted := got["submitted_at"].(string); submitted[:4] == "2020" {
		t.Errorf("submitted at %s", submitted)
	}
}

func TestAFilingThatIsNotCompleteSaysWhereAndKeepsNothing(t *testing.T) {
	d := open(t)
	answer := d.Do("POST", requestsPath, d.filing(map[string]any{"answers": map[string]any{"child": d.Made.Id}}), d.Resident).
		WantFault(400, "request.answers")
	if answer.FieldKey("purpose") == "" || answer.FieldKey("child") != "request.not_household" {
		t.Errorf("got %s", answer.Body)
	}
	if n, _ := d.CountRecords("requests"); n != 0 {
		t.Errorf("%d requests were kept", n)
	}
	d.Do("POST", requestsPath, d.filing(map[string]any{"answers": map[string]any{"purpose": "x", "child": d.Putu.Id}}), d.Resident).Want(200)
}

func TestAGuestCannotFile(t *testing.T) {
	d := open(t)
	if got := d.Do("POST", requestsPath, d.filing(nil), apptest.Guest); got.Status < 400 {
		t.Errorf("answered %d", got.Status)
	}
}

func TestTheDeskFilesForSomeoneWithoutALogin(t *testing.T) {
	d := open(t)
	got := d.Do("POST", requestsPath, d.filing(map[string]any{"resident": d.Nyoman.Id}), d.Officer).Want(200).JSON()
	if got["channel"] != "counter" || got["account"] != "" || got["filed_by"] != d.Officer.Id {
		t.Errorf("got %v", got)
	}
	id := got["id"].(string)
	d.act(d.HeadOfKelod, id, requests.Return, "reason", "other", "note", "Lengkapi").Want(200)
	d.act(d.Officer, id, requests.Resubmit, "data", map[string]any{"answers": map[string]any{"purpose": "Lain"}}).Want(200)
}

func TestAHamletHeadFilesOnlyForTheirOwnHamlet(t *testing.T) {
	d := open(t)
	body := d.filing(map[string]any{"resident": d.Nyoman.Id})
	if answer := d.Do("POST", requestsPath, body, d.HeadOfKaja); answer.FieldKey("resident") != "request.no_applicant" {
		t.Errorf("got %s", answer.Body)
	}
	d.Do("POST", requestsPath, body, d.HeadOfKelod).Want(200)
}

func TestACounterRequestShowsUpWhenItsOwnerGetsALogin(t *testing.T) {
	d := open(t)
	id := d.Do("POST", requestsPath, d.filing(map[string]any{"resident": d.Nyoman.Id}), d.Officer).Want(200).JSON()["id"].(string)
	account := newRecord(t, d, "accounts", map[string]any{
		"nik": d.Nyoman.GetString("nik"), "resident": d.Nyoman.Id, "name": "Nyoman", "active": true, "password": "rahasia-sekali",
	})
	if got := d.Do("GET", requestsPath, nil, account).Want(200).JSON()["items"].([]any); len(got) != 1 {
		t.Errorf("request %s does not show: %v", id, got)
	}
}

func TestAChangeOfTheCatalogueLeavesARunningCaseAsItWas(t *testing.T) {
	d := open(t)
	id := d.file()
	d.service.Set("name", "Izin Kursi")
	d.service.Set("steps", []any{step("head", "village_head", "resolve")})
	if err := d.Save(d.service); err != nil {
		t.Fatal(err)
	}
	d.act(d.HeadOfKaja, id, requests.Approve).Want(200)
	d.act(d.Officer, id, requests.Approve).Want(200)
	got := d.Do("GET", requestsPath+"/"+id+"?expand=definition", nil, d.Resident).Want(200).JSON()
	body := got["expand"].(map[string]any)["definition"].(map[string]any)["body"].(map[string]any)
	if body["name"] != "Izin Bangku" || len(body["steps"].([]any)) != 3 {
		t.Errorf("frozen: %v", body)
	}
	second := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()
	if second["service_name"] != "Izin Kursi" || second["waiting_for"] != "village_head" {
		t.Errorf("a new request: %v", second)
	}
}

func TestAResidentCannotBuryTheDesk(t *testing.T) {
	d := open(t)
	for i := range 100 {
		if got := d.Do("POST", requestsPath, d.filing(nil), d.Neighbour); got.Status == 429 {
			if i < 50 {
				t.Errorf("stopped after %d filings already", i)
			}
			return
		}
	}
	t.Error("a hundred filings went through")
}

func TestAnIdOfOnesOwnHasTheRightForm(t *testing.T) {
	d := open(t)
	for _, id := range []string{"short", "ABCDEFGHIJ12345", "abcdefghij12345/../x", "abcdefghij1234'"} {
		if answer := d.Do("POST", requestsPath, d.filing(map[string]any{"id": id}), d.Resident); answer.FieldKey("id") != "request.id_form" {
			t.Errorf("%s: %d %s", id, answer.Status, answer.Body)
		}
	}
}
