package hooks_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func (v village) listsLetters(actor *core.Record) int {
	v.t.Helper()
	return len(v.Do("GET", "/api/collections/letters/records", nil, actor).Want(200).JSON()["items"].([]any))
}

func TestALetterForAChildNamesTheChildAndGoesToTheParent(t *testing.T) {
	v := start(t)
	letter := v.SignedFor(v.Resident, v.Putu)
	if got := letter.GetString("holder_name"); got != "I Putu Gede Sukarta" {
		t.Errorf("holder %q", got)
	}
	if letter.GetString("resident") != v.Putu.Id {
		t.Error("the letter is on record as another's")
	}
	if parent, neighbour := v.listsLetters(v.Resident), v.listsLetters(v.Neighbour); parent != 1 || neighbour != 0 {
		t.Errorf("the parent lists %d, the neighbour %d", parent, neighbour)
	}
}

func TestALetterThatACarerAskedForIsReadByWhomItIsFor(t *testing.T) {
	v := start(t)
	_, err := v.NonconcurrentDB().Update("residents", dbx.Params{"birth_date": "1950-02-22"}, dbx.HashExp{"id": v.Made.Id}).Execute()
	if err != nil {
		t.Fatal(err)
	}
	v.Do("POST", "/api/accounts/representations", map[string]any{"carer_nik": v.Wayan.GetString("nik"), "nik": v.Made.GetString("nik"),
		"ground": "elder", "until": time.Now().AddDate(0, 6, 0).Format(time.DateOnly)}, v.Officer).Want(200)
	letter := v.SignedFor(v.Resident, v.Made)
	if got := letter.GetString("holder_name"); got != "I Made Artana" {
		t.Errorf("holder %q", got)
	}
	for _, actor := range []*core.Record{v.Resident, v.Neighbour} {
		if n := v.listsLetters(actor); n != 1 {
			t.Errorf("%s lists %d", actor.GetString("name"), n)
		}
		token := v.Do("POST", "/api/files/token", nil, actor).Want(200).JSON()["token"].(string)
		v.Do("GET", "/api/files/letters/"+letter.Id+"/"+letter.GetString("pdf")+"?token="+token, nil, apptest.Guest).Want(200)
	}
}

func TestPocketBasesOwnMailsReachNoResident(t *testing.T) {
	v := start(t)
	v.Resident.Set("email", "wayan@contoh.example") // only an admin could
	apptest.Save(t, v, v.Resident)
	v.OnMailerSend().BindFunc(func(e *core.MailerEvent) error {
		t.Errorf("a mail to %v", e.Message.To)
		return nil
	})
	for _, path := range []string{"request-password-reset", "request-verification", "request-email-change"} {
		for _, address := range []string{"wayan@contoh.example", "orang.lain@contoh.example"} {
			body := map[string]any{"email": address, "newEmail": "baru." + address}
			v.Do("POST", "/api/collections/accounts/"+path, body, v.Resident).Want(204)
		}
	}
}
