package accounts_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/accounts"
	"mdesa/hooks/apptest"
)

func (c counter) list(actor *core.Record, tab string) []map[string]any {
	c.t.Helper()
	var answer struct{ Items []map[string]any }
	c.Do("GET", "/api/accounts/registrations?tab="+tab, nil, actor).Want(200).Into(&answer)
	return answer.Items
}

func (c counter) view(actor, registration *core.Record) *apptest.Response {
	c.t.Helper()
	return c.Do("GET", "/api/accounts/registrations/"+registration.Id, nil, actor)
}

func TestADeskSeesWhatWasTypedBesideWhatIsOnRecord(t *testing.T) {
	c := start(t)
	record := c.registered(but(claim(), "kk", "5171040309140099", "name", "ni nyoman SARIASIH, S.Pd"))
	var answer struct {
		Lines []struct {
			Field, Typed, Register string
			Same                   bool
		}
		Account string
		Photo   bool
	}
	c.view(c.HeadOfKelod, record).Want(200).Into(&answer)
	if answer.Account != "none" || !answer.Photo || len(answer.Lines) != 4 {
		t.Fatalf("answered %+v", answer)
	}
	nik, kk, name := answer.Lines[0], answer.Lines[1], answer.Lines[2]
	if !nik.Same || nik.Typed != "•••• •••• •••• 0005" || nik.Register != nik.Typed {
		t.Errorf("NIK %+v", nik)
	}
	if kk.Same || kk.Typed != "5171040309140099" || kk.Register != "5171040309140003" {
		t.Errorf("KK %+v", kk)
	}
	if !name.Same {
		t.Errorf("name %+v", name)
	}
	photo := c.Do("GET", "/api/accounts/registrations/"+record.Id+"/photo", nil, c.HeadOfKelod).Want(200)
	if !strings.HasPrefix(photo.Header.Get("Content-Type"), "image/") || photo.Header.Get("Cache-Control") != "private, no-store" {
		t.Errorf("photo %v", photo.Header)
	}
}

func TestAHamletHeadChecksTheirOwnPeopleOnly(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	unknown := c.registered(but(claim(), "nik", "5171045904780099"))
	for _, one := range []*core.Record{record, unknown} {
		c.view(c.HeadOfKaja, one).WantFault(404, "registration.not_there")
		c.confirms(c.HeadOfKaja, one, false).WantFault(404, "registration.not_there")
		c.refuses(c.HeadOfKaja, one, "other", "Bukan warga.").WantFault(404, "registration.not_there")
		c.Do("GET", "/api/accounts/registrations/"+one.Id+"/photo", nil, c.HeadOfKaja).Want(404)
	}
	if n := len(c.list(c.HeadOfKaja, "likely")) + len(c.list(c.HeadOfKaja, "doubtful")); n != 0 {
		t.Errorf("the head of Kaja sees %d", n)
	}
	if n := len(c.list(c.HeadOfKelod, "likely")); n != 1 {
		t.Errorf("the head of Kelod sees %d", n)
	}
	if n := len(c.list(c.Officer, "doubtful")); n != 1 {
		t.Errorf("the officer sees %d of those not on record", n)
	}
	c.confirms(c.HeadOfKelod, record, false).Want(200)
}

func TestWhoDecidesNothingSeesNoRegistration(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	c.Secretary.Set("role", "auditor")
	c.save(c.Secretary)
	c.view(c.Secretary, record).WantFault(403, "registration.not_your_task")
	c.confirms(c.Secretary, record, false).WantFault(403, "registration.not_your_task")
	c.confirms(c.Resident, record, false).Want(403)
	c.confirms(apptest.Guest, record, false).Want(401)
}

func TestAConfirmedRegistrationIsALoginAndItsPhotoIsGone(t *testing.T) {
	c := start(t)
	mails := c.mailbox()
	record := c.registered(claim())
	folder := filepath.Join(c.DataDir(), "storage", record.BaseFilesPath())
	c.confirms(c.Officer, record, false).Want(200)
	c.login(c.Nyoman.GetString("nik"), fresh).Want(200)
	account := c.account(c.Nyoman)
	if account.GetString("phone") != "081234500055" || account.GetDateTime("activated_at").IsZero() || account.GetString("mail") != "" ||
		account.GetString("mail_new") != "nyoman@contoh.example" {
		t.Errorf("account %v", account.FieldsData())
	}
	after := c.again(record)
	match := accounts.Agreement{}
	if err := json.Unmarshal([]byte(after.GetString("match")), &match); err != nil || match.Count() != 4 {
		t.Errorf("match %v %v", match, err)
	}
	if after.GetString("state") != "confirmed" || after.GetString("photo") != "" || after.GetString("password_hash") != "" ||
		after.GetString("resident") != c.Nyoman.Id || after.GetString("decided_name") != c.Officer.GetString("name") {
		t.Errorf("registration %v", after.FieldsData())
	}
	if files, _ := os.ReadDir(folder); len(files) > 0 {
		t.Errorf("left behind: %v", files)
	}
	c.confirms(c.Officer, record, false).WantFault(409, "registration.decided")
	mail := c.arrived(mails)
	if mail.To[0].Address != "nyoman@contoh.example" || strings.Contains(mail.Text, "Nyoman") || !strings.Contains(mail.Text, "/masuk") {
		t.Errorf("mail %+v", mail)
	}
}

func TestARefusedRegistrationOpensNothingAndItsPhotoIsGone(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	c.refuses(c.HeadOfKelod, record, "no_such_reason", "").Want(400)
	if got := c.refuses(c.HeadOfKelod, record, "other", "").Want(400).FieldKey("note"); got != "registration.reason" {
		t.Errorf("no explanation: %s", got)
	}
	c.refuses(c.HeadOfKelod, record, "not_the_person", "").Want(200)
	after := c.again(record)
	if after.GetString("photo") != "" || after.GetString("password_hash") != "" || after.GetString("state") != "refused" {
		t.Errorf("registration %v", after.FieldsData())
	}
	c.login(c.Nyoman.GetString("nik"), fresh).Want(400)
}

func TestALivingLoginIsReplacedOnPurposeOnlyAndInTheOffice(t *testing.T) {
	c := start(t)
	session := apptest.Header{Name: "Authorization", Value: c.Login(c.Resident)}
	wayan := but(claim(), "nik", c.Wayan.GetString("nik"), "kk", "5171041202080001", "name", "I Wayan Sukarta", "birth_date", "1990-05-17")
	record := c.registered(wayan)
	c.confirms(c.HeadOfKaja, record, true).WantFault(403, "registration.may_not_replace")
	c.confirms(c.VillageHead, record, true).WantFault(403, "registration.may_not_replace")
	c.confirms(c.Officer, record, false).WantFault(409, "registration.has_login")
	c.login(c.Wayan.GetString("nik"), apptest.Password).Want(200)
	c.confirms(c.Secretary, record, true).Want(200)
	c.login(c.Wayan.GetString("nik"), apptest.Password).Want(400)
	c.login(c.Wayan.GetString("nik"), fresh).Want(200)
	if got := c.Do("GET", path(c.Resident), nil, apptest.Guest, session).Status; got == 200 {
		t.Error("the old session goes on")
	}
	if !c.again(record).GetBool("replaced") {
		t.Error("nothing says that a login was replaced")
	}
}

func TestALoginThatTheAdminSwitchedOffStaysOff(t *testing.T) {
	c := start(t)
	c.Resident.Set("active", false)
	c.save(c.Resident)
	record := c.registered(but(claim(), "nik", c.Wayan.GetString("nik"), "name", "I Wayan Sukarta"))
	c.confirms(c.Officer, record, true).WantFault(409, "account.switched_off")
}

func TestNobodyConfirmsForTheDeadTheUnknownOrTheirOwnFamily(t *testing.T) {
	c := start(t)
	unknown := c.registered(but(claim(), "nik", "5171045904780099"))
	c.confirms(c.Officer, unknown, false).WantFault(409, "registration.not_on_record")
	record := c.registered(claim())
	c.Officer.Set("resident", c.Nyoman.Id)
	c.save(c.Officer)
	c.confirms(c.Officer, record, false).WantFault(403, "registration.own_family")
	_, err := c.NonconcurrentDB().Update("residents", dbx.Params{"life_status": "mati"}, dbx.HashExp{"id": c.Nyoman.Id}).Execute()
	if err != nil {
		t.Fatal(err)
	}
	c.confirms(c.Secretary, record, false).WantFault(400, "account.not_living")
}

// Whoever else registered for the same NIK learns that a login was opened, and
// can come to the counter if it was not theirs.
func TestOtherRegistrationsForTheNIKEndWithTheConfirmedOne(t *testing.T) {
	c := start(t)
	mine := c.registered(claim())
	theirs := c.registered(but(claim(), "device", "telepon-orang-lain-77", "name", "Orang Iseng"))
	c.confirms(c.HeadOfKelod, mine, false).Want(200)
	after := c.again(theirs)
	if after.GetString("state") != "refused" || after.GetString("reason") != "another_confirmed" || after.GetString("photo") != "" {
		t.Errorf("the other: %v", after.FieldsData())
	}
}

func TestOfTwoWhoDecideAtOnceOneIsTold(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	answers := make(chan int, 2)
	go func() { answers <- c.confirms(c.Officer, record, false).Status }()
	go func() { answers <- c.refuses(c.Secretary, record, "data_differ", "").Status }()
	if first, second := <-answers, <-answers; first+second != 200+409 {
		t.Errorf("answered %d and %d", first, second)
	}
}

func TestWhatNobodyLooksAtExpires(t *testing.T) {
	c := start(t)
	record := c.registered(claim())
	sweep := func(at time.Time, most int) {
		t.Helper()
		if err := accounts.SweepRegistrations(c, at, most); err != nil {
			t.Fatal(err)
		}
	}
	sweep(time.Now().AddDate(0, 0, 29), 1000)
	if c.again(record).GetString("state") != "waiting" {
		t.Fatal("it expired before its time")
	}
	sweep(time.Now().AddDate(0, 0, 31), 1000)
	after := c.again(record)
	if after.GetString("state") != "expired" || after.GetString("photo") != "" || after.GetString("password_hash") != "" {
		t.Errorf("registration %v", after.FieldsData())
	}
	c.confirms(c.Officer, record, false).WantFault(409, "registration.decided")
	past, _ := types.ParseDateTime(time.Now().AddDate(-1, 0, -1))
	after.Set("decided_at", past)
	c.save(after)
	for _, days := range []int{0, 400, 30} { // 0 is for ever
		c.Office.Set("keep_registrations_days", days)
		c.save(c.Office)
		sweep(time.Now(), 1000)
		if _, err := c.FindRecordById("registrations", record.Id); (err == nil) != (days != 30) {
			t.Errorf("by a schedule of %d days: %v", days, err)
		}
	}
}

func TestAFloodMakesRoomForResidents(t *testing.T) {
	c := start(t)
	nonsense := c.registered(but(claim(), "nik", "5171045904780099"))
	known := c.registered(but(claim(), "kk", "5171040309140099", "name", "Orang Iseng", "device", "telepon-orang-lain-77")) // NIK and birth date fit each other anyway
	real := c.registered(claim())
	if err := accounts.SweepRegistrations(c, time.Now(), 1); err != nil {
		t.Fatal(err)
	}
	for record, want := range map[*core.Record]string{nonsense: "expired", known: "expired", real: "waiting"} {
		if got := c.again(record).GetString("state"); got != want {
			t.Errorf("%s is %s, want %s", record.GetString("name"), got, want)
		}
	}
}

// weighs makes a registration's photo as heavy as it is said to be.
func (c counter) weighs(registration *core.Record, megabytes int) {
	c.t.Helper()
	if _, err := c.NonconcurrentDB().Update("registrations", dbx.Params{"photo_size": megabytes << 20}, dbx.HashExp{"id": registration.Id}).Execute(); err != nil {
		c.t.Fatal(err)
	}
}

func TestPhotosOfAFloodMakeRoomForThoseOfResidents(t *testing.T) {
	c := start(t)
	nonsense := c.registered(but(claim(), "nik", "5171045904780099"))
	real := c.registered(claim())
	c.weighs(nonsense, 300)
	c.weighs(real, 200)
	c.registers(but(claim(), "nik", c.Ketut.GetString("nik"))).Want(200)
	if got := c.again(nonsense); got.GetString("state") != "expired" || got.GetInt("photo_size") != 0 {
		t.Errorf("the nonsense is %s", got.GetString("state"))
	}
	if got := c.again(real).GetString("state"); got != "waiting" {
		t.Errorf("Nyoman's is %s", got)
	}
}

func TestWhenAllThatWaitIsRealTheCounterIsTheWay(t *testing.T) {
	c := start(t)
	c.weighs(c.registered(claim()), 500)
	c.registers(but(claim(), "nik", c.Ketut.GetString("nik"))).WantFault(503, "registration.no_room")
}

func TestWhoseLoginIsReplacedLearnsOfIt(t *testing.T) {
	c, mails := withMail(t)
	record := c.registered(but(claim(), "nik", c.Wayan.GetString("nik"), "kk", "5171041202080001", "name", "I Wayan Sukarta", "birth_date", "1990-05-17"))
	c.confirms(c.Secretary, record, true).Want(200)
	sent := map[string]string{}
	for range 2 {
		mail := c.arrived(mails)
		sent[mail.To[0].Address] = mail.Subject
	}
	if sent[mailOfWayan] != "Kata sandi akun Anda dibuat baru" || len(sent) != 2 {
		t.Errorf("sent %v", sent)
	}
	if got := c.account(c.Wayan).GetString("mail"); got != "" {
		t.Errorf("the former address %q still opens the login", got)
	}
}
