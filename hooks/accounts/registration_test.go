package accounts_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestARegistrationTellsNothingAboutTheRegister(t *testing.T) {
	c := start(t)
	var work int
	c.OnModelCreate().BindFunc(func(e *core.ModelEvent) error { work++; return e.Next() })
	c.OnModelUpdate().BindFunc(func(e *core.ModelEvent) error { work++; return e.Next() })
	shape := func(body []byte) string {
		text := string(body)
		at := strings.Index(text, `"code":"`) + len(`"code":"`)
		until := strings.Index(text, `"until"`)
		return text[:at] + text[at+9:until]
	}
	var first string
	for name, fields := range map[string]map[string]string{
		"somebody on record without a login": claim(),
		"a NIK that nobody has":              but(claim(), "nik", "5171045904780099"),
		"somebody with a login":              but(claim(), "nik", c.Wayan.GetString("nik")),
		"a NIK with another name":            but(claim(), "name", "Somebody Else", "device", "telepon-lain-lagi-22"),
		"a family card that nobody has":      but(claim(), "kk", "5171040309140099", "device", "telepon-lain-lagi-33"),
	} {
		work = 0
		answer := c.registers(fields).Want(200)
		if work != 1 {
			t.Errorf("%s: %d writes", name, work)
		}
		if first == "" {
			first = shape(answer.Body)
		}
		if got := shape(answer.Body); got != first {
			t.Errorf("%s reads %s, others %s", name, got, first)
		}
	}
}

// What hides an answer's meaning from a stopwatch is that the register and the
// logins are not asked at all.
func TestARegistrationAsksNeitherRegisterNorLogins(t *testing.T) {
	c := start(t)
	for _, table := range []string{"residents", "households", "accounts"} {
		if _, err := c.NonconcurrentDB().NewQuery("ALTER TABLE " + table + " RENAME TO " + table + "_away").Execute(); err != nil {
			t.Fatal(err)
		}
	}
	c.registers(claim()).Want(200)
}

func TestWhatCannotBeRightIsToldAtOnce(t *testing.T) {
	c := start(t)
	answer := c.registers(map[string]string{"nik": "123", "kk": "abc", "name": "", "birth_date": "2999-01-01", "phone": "12",
		"email": "nyoman", "password": "pendek"}).WantFault(400, "registration.form")
	for _, field := range []string{"nik", "kk", "name", "birth_date", "phone", "email", "password"} {
		if answer.FieldKey(field) == "" {
			t.Errorf("nothing is said about %s: %s", field, answer.Body)
		}
	}
	for name, file := range map[string][]byte{"a text": []byte("bukan foto"), "a PDF": []byte("%PDF-1.7 ktp"), "nothing": {}} {
		answer := c.Do("POST", "/api/accounts/register", apptest.Form{Fields: claim(),
			Files: []apptest.File{{Field: "photo", Name: "ktp.jpg", Body: file}}}, apptest.Guest)
		if got := answer.Want(400).FieldKey("photo"); got != "registration.photo" {
			t.Errorf("%s: %s", name, answer.Body)
		}
	}
	if got := c.registers(but(claim(), "password", claim()["nik"])).Want(400).FieldKey("password"); got != "account.password_name" {
		t.Errorf("a NIK as password: %s", got)
	}
	if n, _ := c.CountRecords("registrations"); n != 0 {
		t.Errorf("%d were kept", n)
	}
}

func TestThePhotoForgetsWhereItWasMadeAndThePasswordIsNotKept(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	kept, err := os.ReadFile(filepath.Join(c.DataDir(), "storage", record.BaseFilesPath(), record.GetString("photo")))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(kept, ktp()) || !bytes.HasSuffix(kept, []byte("the picture itself")) {
		t.Error("the position is still in the photo, or the photo is not")
	}
	for name, value := range record.FieldsData() {
		if text, ok := value.(string); ok && strings.Contains(text, fresh) {
			t.Errorf("%s holds the password", name)
		}
	}
	answer := c.Do("GET", "/api/collections/registrations/records/"+record.Id, nil, c.Admin).Want(200)
	if strings.Contains(string(answer.Body), "$2a$") {
		t.Error("the password's hash leaves the server")
	}
}

func TestTheSameDeviceMendsItsRegistrationInsteadOfAddingOne(t *testing.T) {
	c := start(t)
	first := c.registered(claim())
	second := c.registered(but(claim(), "kk", "5171040309140099"))
	if first.Id != second.Id || second.GetString("kk") != "5171040309140099" {
		t.Errorf("%s and %s, KK %s", first.Id, second.Id, second.GetString("kk"))
	}
	other := c.registered(but(claim(), "device", "telepon-orang-lain-77"))
	nameless := c.registered(but(claim(), "device", ""))
	if other.Id == first.Id || nameless.Id == first.Id || nameless.Id == other.Id {
		t.Error("a stranger wrote over another's registration")
	}
}

// A stranger who registers for a neighbour again and again does not keep the
// neighbour from it, nor whoever shares their address.
func TestNobodyIsKeptFromRegisteringByAStranger(t *testing.T) {
	c := start(t)
	for i := range 4 {
		c.registers(but(claim(), "device", strings.Repeat("x", 20+i), "name", "Orang Iseng")).Want(200)
	}
	c.registers(but(claim(), "device", strings.Repeat("y", 20))).WantFault(429, "account.too_many_tries")
	c.registers(but(claim(), "nik", c.Ketut.GetString("nik"))).Want(200) // behind the same address
	c.address = "198.51.100.8"
	real := c.registered(claim())
	items := c.list(c.Officer, "likely")
	if len(items) != 1 || items[0]["id"] != real.Id && items[0]["agreeing"].(float64) != 4 || items[0]["others"].(float64) != 4 {
		t.Errorf("the desk sees %v", items)
	}
}

func TestAnIPv6SubscriberCountsOnce(t *testing.T) {
	c := start(t)
	for i := range 4 {
		c.address = "2001:db8:1:2::" + string(rune('1'+i))
		c.registers(but(claim(), "device", strings.Repeat("x", 20+i))).Want(200)
	}
	c.address = "2001:db8:1:2:aaaa::9"
	c.registers(but(claim(), "device", strings.Repeat("z", 20))).Want(429)
	c.address = "2001:db8:1:3::1"
	c.registers(claim()).Want(200)
}

func (c counter) status(code, last4 string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/register/status", map[string]any{"code": code, "last4": last4}, apptest.Guest)
}

func TestTheReceiptTellsHowItStandsAndNamesNobody(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	code := record.GetString("code")
	typed := " " + strings.ToLower(code[:4]) + " " + code[4:]
	for _, last4 := range []string{"0005", "0055"} { // of the NIK, of the phone
		answer := c.status(typed, last4).Want(200)
		if answer.JSON()["state"] != "waiting" || strings.Contains(string(answer.Body), "Nyoman") {
			t.Errorf("answered %s", answer.Body)
		}
	}
	c.refuses(c.Officer, record, "data_differ", "Nomor KK lain.").Want(200)
	if answer := c.status(code, "0005").Want(200).JSON(); answer["state"] != "refused" || answer["reason"] != "data_differ" || answer["note"] != "Nomor KK lain." {
		t.Errorf("answered %v", answer)
	}
	wrong, none, empty := c.status(code, "9999"), c.status("AAAA-AAAA", "0005"), c.status("", "0005")
	if wrong.Status != 404 || !bytes.Equal(wrong.Body, none.Body) || !bytes.Equal(wrong.Body, empty.Body) {
		t.Errorf("%s, %s and %s", wrong.Body, none.Body, empty.Body)
	}
}

func TestRegistrationsAreOutOfReachOfTheRecordsAPI(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	for _, actor := range []*core.Record{apptest.Guest, c.Resident, c.Officer} {
		c.Do("GET", "/api/collections/registrations/records", nil, actor).Want(403)
		c.Do("GET", "/api/files/registrations/"+record.Id+"/"+record.GetString("photo"), nil, actor).Want(404)
	}
	c.Do("PATCH", "/api/collections/registrations/records/"+record.Id, map[string]any{"state": "confirmed"}, c.Admin).
		WantFault(403, "account.only_by_desk")
	if n, _ := c.CountRecords("accounts", dbx.HashExp{"resident": c.Nyoman.Id}); n != 0 {
		t.Error("a login was opened")
	}
}

func TestAHundredWhoRegisterAtOnceAllComeThrough(t *testing.T) {
	c := start(t)
	answers := make(chan int)
	for i := range 100 {
		from := c
		from.address = fmt.Sprint("198.51.100.", i+1)
		fields := but(claim(), "device", strings.Repeat("x", 20+i))
		go func() { answers <- from.registers(fields).Status }()
	}
	for range 100 {
		if got := <-answers; got != 200 {
			t.Errorf("answered %d", got)
		}
	}
}

func TestAPhotoThatNoPhoneNeedsToSendIsRefused(t *testing.T) {
	c := start(t)
	sends := func(bytes int) *apptest.Response {
		photo := append(ktp(), make([]byte, bytes)...)
		return c.Do("POST", "/api/accounts/register", apptest.Form{Fields: claim(),
			Files: []apptest.File{{Field: "photo", Name: "ktp.jpg", Body: photo}}}, apptest.Guest)
	}
	sends(2 << 20).Want(200)
	if got := sends(3 << 20).Want(400).FieldKey("photo"); got != "registration.photo" {
		t.Errorf("3 MB and a bit: %s", got)
	}
	sends(4<<20).WantFault(413, "api.too_large")
}
