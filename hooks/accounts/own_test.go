package accounts_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func path(record *core.Record) string {
	return "/api/collections/" + record.Collection().Name + "/records/" + record.Id
}

func TestPeopleChangeTheirPhoneAndLanguageAndNothingElse(t *testing.T) {
	c := start(t)
	c.Do("PATCH", path(c.Resident), map[string]any{
		"phone": "081234511111", "language": "en",
		"nik": "5171041705900009", "resident": c.Made.Id, "name": "I Made Artana", "active": false,
		"activated_at": "", "activation_hash": "x", "activation_until": "2099-01-01 00:00:00.000Z",
	}, c.Resident).Want(200)
	after := c.account(c.Wayan)
	if after.GetString("phone") != "081234511111" || after.GetString("language") != "en" {
		t.Errorf("not changed: %v", after.FieldsData())
	}
	for _, field := range []string{"nik", "resident", "name", "active", "activated_at", "activation_hash", "activation_until", "email", "verified"} {
		if after.GetString(field) != c.Resident.GetString(field) {
			t.Errorf("%s is now %q", field, after.GetString(field))
		}
	}
}

func TestAnOfficerDoesNotPromoteThemselves(t *testing.T) {
	c := start(t)
	c.Do("PATCH", path(c.HeadOfKaja), map[string]any{
		"phone": "081234522222", "role": "village_head", "hamlets": []string{c.Kaja.Id, c.Kelod.Id}, "hamlets+": c.Kelod.Id,
		"title": "Perbekel", "username": "perbekel2", "staff_number": "1",
	}, c.HeadOfKaja).Want(200)
	after, err := c.FindRecordById("officers", c.HeadOfKaja.Id)
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"role", "title", "username", "staff_number", "name"} {
		if after.GetString(field) != c.HeadOfKaja.GetString(field) {
			t.Errorf("%s is now %q", field, after.GetString(field))
		}
	}
	if got := after.GetStringSlice("hamlets"); len(got) != 1 || got[0] != c.Kaja.Id {
		t.Errorf("hamlets %v", got)
	}
}

func TestANewPasswordAsksForTheOldOneAndEndsOtherSessions(t *testing.T) {
	c := start(t)
	change := map[string]any{"password": fresh, "passwordConfirm": fresh}
	c.Do("PATCH", path(c.Resident), change, c.Resident).Want(400)
	change["oldPassword"] = "salah-sama-sekali"
	c.Do("PATCH", path(c.Resident), change, c.Resident).Want(400)
	change["oldPassword"] = apptest.Password
	before := c.Login(c.Resident)
	c.Do("PATCH", path(c.Resident), change, c.Resident).Want(200)
	c.Do("GET", path(c.Resident), nil, apptest.Guest, apptest.Header{Name: "Authorization", Value: before}).WantFault(401, "account.session_ended")
	c.login(c.Wayan.GetString("nik"), fresh).Want(200)
}

func TestAHamletHeadHasAHamlet(t *testing.T) {
	c := start(t)
	c.Do("PATCH", path(c.HeadOfKaja), map[string]any{"hamlets": []string{}}, c.Admin).WantFault(400, "officer.hamlet_missing")
	c.Do("PATCH", path(c.Officer), map[string]any{"title": "Kasi Pemerintahan"}, c.Admin).Want(200)
}

func TestAnOfficerIsKnownInTheRegisterOrLivesElsewhereNotBoth(t *testing.T) {
	c := start(t)
	c.Do("PATCH", path(c.Officer), map[string]any{"lives_elsewhere": true}, c.Admin).Want(200)
	c.Do("PATCH", path(c.Officer), map[string]any{"resident": c.Made.Id}, c.Admin).WantFault(400, "officer.lives_here")
	c.Do("PATCH", path(c.Officer), map[string]any{"resident": c.Made.Id, "lives_elsewhere": false}, c.Admin).Want(200)
	c.Do("PATCH", path(c.Officer), map[string]any{"lives_elsewhere": true}, c.Officer).Want(200)
	if after, err := c.FindRecordById("officers", c.Officer.Id); err != nil || after.GetBool("lives_elsewhere") {
		t.Error("an officer says so of themselves ", err)
	}
}

func TestALoginFollowsACorrectedNIK(t *testing.T) {
	c := start(t)
	old := c.Wayan.GetString("nik")
	c.Wayan.Set("nik", "5171041705900011")
	c.Wayan.Set("name", "I Wayan Sukarta, S.E.")
	c.save(c.Wayan)
	c.login("5171041705900011", apptest.Password).Want(200)
	c.login(old, apptest.Password).Want(400)
	if got := c.account(c.Wayan).GetString("name"); got != "I Wayan Sukarta, S.E." {
		t.Errorf("name %q", got)
	}
}

func TestALoginEndsWithALifeAndDoesNotComeBackByItself(t *testing.T) {
	c := start(t)
	before := c.Login(c.Resident)
	c.Wayan.Set("life_status", "mati")
	c.save(c.Wayan)
	c.login(c.Wayan.GetString("nik"), apptest.Password).Want(403)
	c.Do("GET", path(c.Resident), nil, apptest.Guest, apptest.Header{Name: "Authorization", Value: before}).WantFault(401, "account.session_ended")
	c.Wayan.Set("life_status", "hidup")
	c.save(c.Wayan)
	if c.account(c.Wayan).GetBool("active") {
		t.Error("the login came back; a person at the office should decide that")
	}
}

// The NIK of a login that cannot follow stays in the register as it was, too.
func TestRegisterAndLoginChangeTogether(t *testing.T) {
	c := start(t)
	c.OnRecordUpdate("accounts").BindFunc(func(*core.RecordEvent) error { return apptest.ErrOnPurpose })
	old := c.Wayan.GetString("nik")
	c.Wayan.Set("nik", "5171041705900011")
	if err := c.Save(c.Wayan); err == nil {
		t.Fatal("saved")
	}
	kept, err := c.FindRecordById("residents", c.Wayan.Id)
	if err != nil || kept.GetString("nik") != old {
		t.Errorf("NIK %q, %v", kept.GetString("nik"), err)
	}
}
