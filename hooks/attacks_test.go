package hooks_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

// entries are how many the trail has.
func (v village) entries() int { return len(v.Noted(0)) }

// Names of limits are kept in memory: they must not be as long as a stranger likes.
// Alone, because other tests fill the memory that is measured.
func TestALongNonsenseCodeIsNotKeptInMemory(t *testing.T) {
	v := alone(t)
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc >> 20
	}
	const megabytes = 4
	for path, field := range map[string]string{"/api/accounts/register/status": "code", "/api/accounts/activate": "nik", "/api/accounts/recover": "nik"} {
		before := held()
		for _, first := range []string{"2", "3", "4", "5"} {
			long := first + strings.Repeat("7", megabytes<<20)
			v.Do("POST", path, map[string]any{field: long, "last4": "1234", "password": apptest.Password}, apptest.Guest)
		}
		if after := held(); after > before+2*megabytes {
			t.Errorf("%s: a guest left %d MB behind", path, after-before)
		}
	}
}

func TestAnAdminWhoOnlyAsksHowManyLeavesAnEntry(t *testing.T) {
	v := start(t)
	for name, query := range map[string]string{
		"a page behind the last": "perPage=1&page=9&filter=" + url.QueryEscape(`nik = "`+v.Wayan.GetString("nik")+`" && religion ~ "Hin"`),
		"a filter between quotes": "fields=id&filter=" + url.QueryEscape(
			`id != "\"" && name ~ 'Wayan' && id != "\""`),
	} {
		before := v.entries()
		if total := v.Do("GET", "/api/collections/residents/records?"+query, nil, v.Admin).Want(200).JSON()["totalItems"]; total != 1.0 {
			t.Fatalf("%s finds %v", name, total)
		}
		if v.entries() == before {
			t.Errorf("%s tells an admin what they want to know, and nothing is noted", name)
		}
	}
}

func TestAnAdminDoesNotOpenTheRegisterToGuests(t *testing.T) {
	v := start(t)
	v.Do("PATCH", "/api/collections/residents", map[string]any{"listRule": ""}, v.Admin)
	v.Do("POST", "/api/collections", map[string]any{"name": "kutipan", "type": "view",
		"viewQuery": "SELECT id, name, nik FROM residents", "listRule": "", "viewRule": ""}, v.Admin)
	for _, collection := range []string{"residents", "kutipan"} {
		got := v.Do("GET", "/api/collections/"+collection+"/records", nil, apptest.Guest)
		if got.Status == http.StatusOK && strings.Contains(string(got.Body), v.Wayan.GetString("nik")) {
			t.Errorf("a guest reads all of %s, and the trail knows of nobody", collection)
		}
	}
}

func TestNoViewOfTheRegisterHidesBehindAHarmlessName(t *testing.T) {
	v := start(t)
	v.Do("PATCH", "/api/collections/units", map[string]any{"name": "units_away"}, v.Admin)
	v.Do("POST", "/api/collections", map[string]any{"name": "units", "type": "view", "viewQuery": "SELECT id, name, nik FROM residents"}, v.Admin)
	before := v.entries()
	got := v.Do("GET", "/api/collections/units/records", nil, v.Admin)
	if strings.Contains(string(got.Body), v.Wayan.GetString("nik")) && v.entries() == before {
		t.Error("an admin reads the register under the name of units, and nothing is noted")
	}
}

// With a backup from before, whatever the trail says since is gone.
func TestNobodyTurnsTheTrailBackOverTheNetwork(t *testing.T) {
	v := start(t)
	for _, path := range []string{"/api/backups/none.zip/restore", "/api/backups/upload"} {
		if got := v.Do("POST", path, nil, v.Admin); got.Status != http.StatusForbidden {
			t.Errorf("%s is answered with %d", path, got.Status)
		}
	}
}

func TestAnAuditorSeesNoFullNumbersByNamingARequest(t *testing.T) {
	v := start(t)
	request := v.File()
	for _, path := range []string{"/api/residents/" + v.Wayan.Id + "/card?request=" + request, "/api/requests/" + request + "/case"} {
		if got := v.Do("GET", path, nil, v.Auditor); strings.Contains(string(got.Body), v.Wayan.GetString("nik")) {
			t.Errorf("%s shows the auditor a full NIK", path)
		}
	}
}

// A request that is over is no reason to open the card in full.
func TestAFinishedRequestIsNoReasonToSeeNumbersInFull(t *testing.T) {
	v := start(t)
	request := v.File()
	v.Act(v.Resident, request, "cancel").Want(200)
	card := v.Do("GET", "/api/residents/"+v.Wayan.Id+"/card?request="+request, nil, v.HeadOfKaja)
	if strings.Contains(string(card.Body), v.Wayan.GetString("nik")) {
		t.Error("the full NIK stands on the card without a reason")
	}
}

// Who has a code made can become that resident and read everything as theirs.
func TestWhoHasACodeForALoginStandsInTheTrail(t *testing.T) {
	v := start(t)
	for _, who := range []*core.Record{v.HeadOfKaja, v.Officer, v.Admin} {
		before := v.entries()
		v.Do("POST", "/api/accounts/open", map[string]any{"resident": v.Ketut.Id}, who).Want(200)
		if v.entries() == before {
			t.Errorf("%s%s has a code for Ketut's login, and nobody will know", who.GetString("username"), who.Email())
		}
	}
}

// Registrations may replace a living login at the office only; a code does the same.
func TestAHamletHeadDoesNotTakeALivingLoginOver(t *testing.T) {
	v := start(t)
	if got := v.Do("POST", "/api/accounts/open", map[string]any{"resident": v.Wayan.Id}, v.HeadOfKaja); got.Status == http.StatusOK {
		t.Error("the hamlet head holds a code that replaces Wayan's password")
	}
}

func (v village) isInTheRegister(officer, resident *core.Record) {
	v.t.Helper()
	officer.Set("resident", resident.Id)
	apptest.Save(v.t, v.App, officer)
}

func (v village) isOld(resident *core.Record) {
	v.t.Helper()
	_, err := v.NonconcurrentDB().NewQuery("UPDATE residents SET birth_date = '1950-01-01' WHERE id = '" + resident.Id + "'").Execute()
	if err != nil {
		v.t.Fatal(err)
	}
}

func TestNoOfficerMakesThemselvesACarer(t *testing.T) {
	v := start(t)
	v.isInTheRegister(v.HeadOfKaja, v.Made)
	v.isOld(v.Ketut)
	got := v.Do("POST", "/api/accounts/representations", map[string]any{
		"carer_nik": v.Made.GetString("nik"), "nik": v.Ketut.GetString("nik"), "ground": "elder"}, v.HeadOfKaja)
	if got.Status == http.StatusOK {
		t.Error("the hamlet head appointed himself to act for an elder")
	}
}

func TestAHamletHeadDoesNotTryOutTheNIKsOfOtherHamlets(t *testing.T) {
	v := start(t)
	ask := func(carer string) string {
		return string(v.Do("POST", "/api/accounts/representations", map[string]any{
			"carer_nik": carer, "nik": "0000000000000000", "ground": "elder"}, v.HeadOfKaja).Body)
	}
	if ask(v.Nyoman.GetString("nik")) != ask("5171999999999999") {
		t.Error("the answer tells whether a NIK of another hamlet is on record")
	}
}

func TestNoOfficerRecordsWhatHappensInTheirOwnFamily(t *testing.T) {
	v := start(t)
	v.isInTheRegister(v.Officer, v.Wayan)
	today := time.Now().Format(time.DateOnly)
	got := v.Do("POST", "/api/collections/life_events/records", map[string]any{
		"kind": "death", "resident": v.Ketut.Id, "event_date": today, "reported_on": today, "document": "474/1", "data": map[string]any{}}, v.Officer)
	if got.Status == http.StatusOK {
		t.Error("an officer recorded the death of their own wife")
	}
}

func TestAnAdminsCorrectionStandsInTheTrail(t *testing.T) {
	v := start(t)
	before := v.entries()
	v.Do("POST", "/api/residents/"+v.Wayan.Id+"/correct", map[string]any{
		"changes": map[string]string{"birth_place": "Singaraja"}, "reason": "sesuai akta"}, v.Admin).Want(200)
	if v.entries() == before {
		t.Error("an admin changed the register, and nothing is noted")
	}
}

func TestAnAdminWhoOpensAWaitingRegistrationLeavesAnEntry(t *testing.T) {
	v := start(t)
	apptest.Save(t, v.App, apptest.Record(t, v.App, "registrations", map[string]any{"code": "7KQ4M2XP", "nik": v.Nyoman.GetString("nik"),
		"kk": "5171040309140003", "name": v.Nyoman.GetString("name"), "birth_date": "1978-04-19", "state": "waiting"}))
	before := v.entries()
	got := v.Do("GET", "/api/collections/registrations/records", nil, v.Admin).Want(200)
	if strings.Contains(string(got.Body), v.Nyoman.GetString("nik")) && v.entries() == before {
		t.Error("an admin read who wants a login, and nothing is noted")
	}
}

// The card shows name, birth date and sex of everybody on it.
func TestAllWhoStandOnAnOpenedCardAreNoted(t *testing.T) {
	v := start(t)
	card := v.Do("GET", "/api/residents/"+v.Wayan.Id+"/card?purpose=counter", nil, v.Officer).Want(200)
	if err := audit.Flush(v); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(card.Body), v.Ketut.GetString("birth_date")) {
		t.Skip("the card no longer shows the family")
	}
	if noted := strings.Join(v.Noted(0), "\n"); !strings.Contains(noted, v.Ketut.Id) {
		t.Error("Ketut's birth date was shown, and she will not know")
	}
}

// tries logs in, with a device's cookie or without, and gives the answer.
func (v village) tries(person *core.Record, password, query, cookie string) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", "/api/collections/"+person.Collection().Name+"/auth-with-password"+query,
		map[string]any{"identity": person.GetString("nik") + person.GetString("username"), "password": password}, apptest.Guest,
		apptest.Header{Name: "Cookie", Value: cookie})
}

func deviceOf(answer *apptest.Response) string {
	cookie, _, _ := strings.Cut(answer.Header.Get("Set-Cookie"), ";")
	return cookie
}

// A phone that was lent or sold knows the login for 400 days.
func TestAFormerPhoneDoesNotUseUpTheTriesOfThePresentOne(t *testing.T) {
	v := start(t)
	former := deviceOf(v.tries(v.Resident, apptest.Password, "", "").Want(200))
	present := deviceOf(v.tries(v.Resident, apptest.Password, "", "").Want(200))
	for range 12 {
		v.tries(v.Resident, "salah-semua-1", "", former)
	}
	if got := v.tries(v.Resident, apptest.Password, "", present); got.Status != http.StatusOK {
		t.Errorf("the owner's own phone is answered with %d %s", got.Status, got.Key())
	}
}

// The desk's computer keeps no cookie, so it is a new device every morning.
func TestAStrangerDoesNotKeepTheOfficeOutOfItsDesk(t *testing.T) {
	v := alone(t)
	t.Setenv("MDESA_PROXY_HEADER", "X-Forwarded-For")
	v.Settings().TrustedProxy.Headers = []string{"X-Forwarded-For"}
	from := func(address, password string) *apptest.Response {
		return v.Do("POST", "/api/collections/officers/auth-with-password?shared=1",
			map[string]any{"identity": "perbekel", "password": password}, apptest.Guest, apptest.Header{Name: "X-Forwarded-For", Value: address})
	}
	from("203.0.113.9", apptest.Password).Want(200) // yesterday, at the desk
	for i := range 300 {
		from(fmt.Sprintf("198.51.100.%d", i%40+1), "salah-semua-1")
	}
	if got := from("203.0.113.9", apptest.Password); got.Status != http.StatusOK {
		t.Errorf("the village head, with the right password, is answered with %d %s", got.Status, got.Key())
	}
}

// Whoever finds a phone open must not find out its password.
func TestTriesAtOnesOwnPasswordAreCountedHoweverTheyAreMade(t *testing.T) {
	v := start(t)
	for _, person := range []*core.Record{v.Resident, v.Officer} {
		var last *apptest.Response
		for range 12 {
			last = v.Do("PATCH", "/api/collections/"+person.Collection().Name+"/records/"+person.Id, map[string]any{
				"oldPassword": "salah-semua-1", "password": "tiga kata baru", "passwordConfirm": "tiga kata baru"}, person)
		}
		if last.Status != http.StatusTooManyRequests {
			t.Errorf("the twelfth guess at %s's password is answered with %d", person.GetString("name"), last.Status)
		}
	}
}

// A flood from many addresses must not hide those whose data agree.
func TestAListIsNotBuriedByAFloodOfRegistrations(t *testing.T) {
	v := start(t)
	if _, err := v.NonconcurrentDB().NewQuery(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
		INSERT INTO registrations (id, code, nik, kk, name, birth_date, state, created, updated)
		SELECT printf('flood%010d', i), printf('F%07d', i), printf('5171%012d', i), '0', 'x', '2000-01-01', 'waiting',
			'2026-01-01 00:00:00.000Z', '2026-01-01 00:00:00.000Z' FROM n`).Execute(); err != nil {
		t.Fatal(err)
	}
	apptest.Save(t, v.App, apptest.Record(t, v.App, "registrations", map[string]any{"code": "7KQ4M2XP", "nik": v.Nyoman.GetString("nik"),
		"kk": "5171040309140003", "name": v.Nyoman.GetString("name"), "birth_date": "1978-04-19", "state": "waiting"}))
	got := v.Do("GET", "/api/accounts/registrations?tab=likely", nil, v.Officer).Want(200)
	if !strings.Contains(string(got.Body), v.Nyoman.GetString("name")) {
		t.Error("Nyoman, whose data all agree, stands in no list until somebody sweeps")
	}
}

// Whom the office has stopped acts no more, and sees no more of what comes after.
func TestACarerWhoseTimeIsOverIsOutOfTheRequestToo(t *testing.T) {
	v := start(t)
	v.isOld(v.Nyoman)
	carer := v.Do("POST", "/api/accounts/representations", map[string]any{
		"carer_nik": v.Made.GetString("nik"), "nik": v.Nyoman.GetString("nik"), "ground": "elder"}, v.Officer).Want(200).JSON()["id"].(string)
	papers := map[string]any{}
	for _, key := range []string{"ktp", "kk"} {
		document := v.Do("POST", "/api/collections/documents/records", apptest.Form{
			Fields: map[string]string{"name": key, "kind": key, "resident": v.Nyoman.Id},
			Files:  []apptest.File{{Field: "file", Name: key + ".pdf", Body: []byte("%PDF-1.7 " + key)}},
		}, v.Neighbour).Want(200).JSON()
		papers[key] = []any{document["id"]}
	}
	request := v.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": v.Service("domicile").Id, "resident": v.Nyoman.Id, "attachments": papers,
		"answers": map[string]any{"home_status": "own", "since": "2015-01-01", "purpose": "bank"},
	}, v.Neighbour).Want(200).JSON()["id"].(string)
	v.Do("POST", "/api/accounts/representations/"+carer+"/end", map[string]any{"reason": "disalahgunakan"}, v.Officer).Want(200)

	if got := v.Act(v.HeadOfKelod, request, "approve"); got.Status != http.StatusOK {
		t.Fatal(string(got.Body))
	}
	if got := v.Act(v.Neighbour, request, "cancel"); got.Status == http.StatusOK {
		t.Error("the former carer still acts for Nyoman")
	}
	if got := v.Do("GET", "/api/collections/requests/records/"+request, nil, v.Neighbour); got.Status == http.StatusOK {
		t.Error("the former carer still follows Nyoman's request")
	}
}

// Who decided that somebody may act for an elder, or take a login over, is evidence.
func TestAnAdminDoesNotRemoveADecisionWithoutATrace(t *testing.T) {
	v := start(t)
	v.isOld(v.Nyoman)
	carer := v.Do("POST", "/api/accounts/representations", map[string]any{
		"carer_nik": v.Made.GetString("nik"), "nik": v.Nyoman.GetString("nik"), "ground": "elder"}, v.Officer).Want(200).JSON()["id"].(string)
	before := v.entries()
	got := v.Do("DELETE", "/api/collections/representations/records/"+carer, nil, v.Admin)
	if got.Status == http.StatusNoContent && v.entries() == before {
		t.Error("the record of who let Made act for Nyoman is gone, and nothing is noted")
	}
}

// Every refused request of a flood would otherwise cost a line on the disk.
func TestAFloodThatIsTurnedAwayDoesNotFillTheLog(t *testing.T) {
	v := start(t)
	v.Settings().Logs.MaxDays = 1
	v.Settings().RateLimits.Enabled = true
	count := func() (n int) {
		if batch, ok := v.Logger().Handler().(interface{ WriteAll(context.Context) error }); ok {
			if err := batch.WriteAll(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if err := v.AuxDB().Select("count(*)").From("_logs").Row(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := count()
	for range 230 {
		v.Do("POST", "/api/accounts/activate", map[string]any{"nik": "1", "code": "A", "password": apptest.Password}, apptest.Guest)
	}
	if lines := count() - before; lines > 60 {
		t.Errorf("230 tries, 200 of them turned away at the door, left %d lines", lines)
	}
}

// With the two secrets of a token an admin could sign letters as the village
// head, in the head's own session, past password and second factor.
func TestAnAdminChoosesNoSecretOfATokenOfOthers(t *testing.T) {
	v := start(t)
	chosen := strings.Repeat("k", 50)
	v.Do("PATCH", "/api/collections/officers/records/"+v.VillageHead.Id, map[string]any{"tokenKey": chosen}, v.Admin)
	v.Do("PATCH", "/api/collections/officers", map[string]any{"authToken": map[string]any{"duration": 1209600, "secret": chosen}}, v.Admin)
	head, err := v.FindRecordById("officers", v.VillageHead.Id)
	if err != nil {
		t.Fatal(err)
	}
	if head.TokenKey() == chosen && head.Collection().AuthToken.Secret == chosen {
		t.Error("the admin knows all that a token of the village head is signed with")
	}
}
