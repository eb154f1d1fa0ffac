package hooks_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/letters"
)

func TestASignatureIssuesANumberedSealedLetter(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	year := time.Now().In(time.FixedZone("WITA", 8*3600)).Year()
	if got := letter.GetString("number"); !strings.HasPrefix(got, "400.12.2.1/001/TS/") || !strings.HasSuffix(got, fmt.Sprint(year)) {
		t.Errorf("number %s", got)
	}
	verdict := letters.VerifySeal(v.PDF(letter))
	if !verdict.Intact || !verdict.Whole {
		t.Errorf("the seal: %+v", verdict)
	}
	if got := v.Do("GET", "/api/collections/letters/records", nil, v.Resident).Want(200).JSON()["items"].([]any); len(got) != 1 {
		t.Errorf("Wayan's letters: %v", got)
	}
	if got := v.Do("GET", "/api/collections/letters/records", nil, v.Neighbour).Want(200).JSON()["items"].([]any); len(got) != 0 {
		t.Errorf("the neighbour's letters: %v", got)
	}
}

func TestTheNeighbourCannotFetchALetter(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	path := "/api/files/letters/" + letter.Id + "/" + letter.GetString("pdf")
	for name, c := range map[string]struct {
		actor *core.Record
		want  int
	}{
		"owner": {v.Resident, 200}, "neighbour": {v.Neighbour, 404}, "head of Kaja": {v.HeadOfKaja, 200},
		"head of Kelod": {v.HeadOfKelod, 404}, "desk": {v.Officer, 200},
	} {
		token := v.Do("POST", "/api/files/token", nil, c.actor).Want(200).JSON()["token"].(string)
		if got := v.Do("GET", path+"?token="+token, nil, nil); got.Status != c.want {
			t.Errorf("%s: %d, want %d", name, got.Status, c.want)
		}
	}
}

// 60 signatures at once, every tenth of which fails after its number was taken.
func TestNumbersHaveNeitherGapNorDouble(t *testing.T) {
	v := start(t)
	const signings = 60
	var ids [signings]string
	papers := v.Papers()
	for i := range ids {
		ids[i] = v.ToSignAtCounter(papers)
	}
	fails := map[string]bool{}
	for i := 0; i < signings; i += 10 {
		fails[ids[i]] = true
	}
	v.OnRecordCreate("letters").BindFunc(func(e *core.RecordEvent) error {
		if err := e.Next(); err != nil {
			return err
		}
		if fails[e.Record.GetString("request")] {
			return apptest.ErrOnPurpose
		}
		return nil
	})
	var all sync.WaitGroup
	for _, id := range ids {
		all.Go(func() { v.Act(v.VillageHead, id, "sign") })
	}
	all.Wait()

	issued, err := v.FindAllRecords("letters")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, letter := range issued {
		seen[letter.GetInt("serial")] = true
	}
	if want := signings - len(fails); len(issued) != want || len(seen) != want || !seen[1] || !seen[want] {
		t.Errorf("%d letters with %d different numbers; want %d, from 1 to %[3]d", len(issued), len(seen), want)
	}
	for id := range fails {
		request, _ := v.FindRecordById("requests", id)
		if got := request.GetString("status"); got != "in_progress" {
			t.Errorf("a request whose letter failed is %s", got)
		}
		v.Act(v.VillageHead, id, "comment")
	}
}

func TestAFailedSealLeavesNoNumberNoLetterAndNoEvent(t *testing.T) {
	v := start(t)
	id := v.ToSign()
	failing := true
	v.OnRecordCreate("letters").BindFunc(func(e *core.RecordEvent) error {
		if failing {
			return apptest.ErrOnPurpose
		}
		return e.Next()
	})
	if got := v.Act(v.VillageHead, id, "sign"); got.Status < 400 {
		t.Fatalf("answered %d", got.Status)
	}
	failing = false
	v.Act(v.VillageHead, id, "sign").Want(200)
	if got := v.Letter(id).GetInt("serial"); got != 1 {
		t.Errorf("the first letter has number %d", got)
	}
}

func (v village) verify(code string) map[string]any {
	v.t.Helper()
	return v.Do("GET", "/api/letters/verify/"+code, nil, apptest.Guest).Want(200).JSON()
}

func TestAnyoneCanAskAboutALetter(t *testing.T) {
	v := start(t)
	valid, revoked, replaced := v.Signed(), v.Signed(), v.Signed()
	v.Revoke(v.VillageHead, revoked, "revoked").Want(200)
	replacement := v.Revoke(v.Secretary, replaced, "replaced").Want(200).JSON()["replacement"].(string)
	next, err := v.FindRecordById("letters", replacement)
	if err != nil {
		t.Fatal(err)
	}
	if next.GetString("signature_form") != "a.n." || next.GetInt("serial") != 4 || next.GetString("replaces") != replaced.Id {
		t.Errorf("the replacement: %v", next.FieldsData())
	}
	for code, want := range map[string]string{
		valid.GetString("code"): "valid", revoked.GetString("code"): "revoked", replaced.GetString("code"): "replaced",
		next.GetString("code"): "valid", "aaaaaaaaaaaa": "unknown", "%27%20OR%201=1": "unknown",
	} {
		got := v.verify(code)
		if got["state"] != want {
			t.Errorf("%s is %v, want %s", code, got["state"], want)
		}
		if want == "unknown" && len(got) != 1 {
			t.Errorf("an unknown code tells %v", got)
		}
	}
	if got := v.verify(replaced.GetString("code")); got["replacement_code"] != next.GetString("code") || got["reason_public"] != "Salah alamat" {
		t.Errorf("replaced: %v", got)
	}
	answer := v.Do("GET", "/api/letters/verify/"+valid.GetString("code"), nil, apptest.Guest)
	if got := answer.JSON(); got["holder"] != "*** W*** S***" {
		t.Errorf("holder %v", got["holder"])
	}
	for _, secret := range []string{"Sukarta", v.Wayan.GetString("nik"), "Kamboja"} {
		if bytes.Contains(answer.Body, []byte(secret)) {
			t.Errorf("the answer shows %q", secret)
		}
	}
}

func TestStatesOfALetter(t *testing.T) {
	for _, c := range []struct{ revocation, until, today, want string }{
		{"", "", "2026-11-23", "valid"},
		{"", "2026-11-23", "2026-11-23", "valid"},
		{"", "2026-11-22", "2026-11-23", "expired"},
		{"revoked", "2026-11-22", "2026-11-23", "revoked"},
		{"replaced", "", "2026-11-23", "replaced"},
	} {
		if got := letters.State(c.revocation, c.until, c.today); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestOnlyThoseEntitledRevokeAndOnlyOnce(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	for name, actor := range map[string]*core.Record{
		"owner": v.Resident, "neighbour": v.Neighbour, "hamlet head": v.HeadOfKaja, "desk": v.Officer, "guest": apptest.Guest,
	} {
		if got := v.Revoke(actor, letter, "revoked"); got.Status < 400 {
			t.Errorf("%s revoked a letter", name)
		}
	}
	v.Revoke(v.Admin, letter, "replaced").WantFault(403, "letter.signer_replaces")
	v.Revoke(v.Admin, letter, "revoked").Want(200)
	v.Revoke(v.VillageHead, letter, "revoked").WantFault(409, "letter.revoked_already")
	v.Do("POST", "/api/collections/letter_revocations/records",
		map[string]any{"letter": v.Signed().Id, "kind": "revoked"}, v.VillageHead).Want(400)
}

func TestIssuedLettersStayAsTheyAre(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	path := "/api/collections/letters/records/" + letter.Id
	v.Do("PATCH", path, map[string]any{"number": "1"}, v.Admin).WantFault(403, "letter.issued")
	v.Do("DELETE", path, nil, v.Admin).WantFault(403, "letter.issued")
	for _, statement := range []string{
		"UPDATE letters SET number = '1'", "DELETE FROM letters", "DELETE FROM letter_revocations",
		"INSERT OR REPLACE INTO letters (id, request, number, series, code, title, holder_name, pdf) SELECT id, request, '1', series, code, title, holder_name, pdf FROM letters",
	} {
		_, err := v.NonconcurrentDB().NewQuery(statement).Execute()
		if err == nil && !strings.HasPrefix(statement, "DELETE FROM letter_revocations") {
			t.Errorf("went through: %s", statement)
		}
	}
}

func TestTheRegisterKeepsVoidedNumbers(t *testing.T) {
	v := start(t)
	first, second := v.Signed(), v.Signed()
	v.Revoke(v.VillageHead, first, "revoked").Want(200)
	items := v.Do("GET", "/api/letters/register", nil, v.Officer).Want(200).JSON()["items"].([]any)
	if len(items) != 2 || items[1].(map[string]any)["state"] != "revoked" || items[0].(map[string]any)["number"] != second.GetString("number") {
		t.Errorf("register %v", items)
	}
	if got := v.Do("GET", "/api/letters/register", nil, v.HeadOfKelod).Want(200).JSON()["items"].([]any); len(got) != 0 {
		t.Errorf("the head of Kelod sees %v", got)
	}
	v.Do("GET", "/api/letters/register", nil, v.Resident).Want(403)
	sheet := v.Do("GET", "/api/letters/register?format=csv", nil, v.Officer).Want(200)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(sheet.Body), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][0] != "1" || rows[1][9] != "batal (dicabut)" || rows[2][9] != "berlaku" {
		t.Errorf("CSV %v, %v", rows, err)
	}
}

func TestALetterThatCannotBePrintedIsRefusedBeforeItHasANumber(t *testing.T) {
	v := start(t)
	id := v.ToSign()
	v.Wayan.Set("name", "I Wayan 漢字")
	if err := v.Save(v.Wayan); err != nil {
		t.Skip("the register refuses such a name itself: ", err)
	}
	got := v.Act(v.VillageHead, id, "sign")
	if got.Status != 400 || !strings.Contains(string(got.Body), "漢") {
		t.Errorf("answered %d %s", got.Status, got.Body)
	}
	if n, _ := v.CountRecords("letters"); n != 0 {
		t.Errorf("%d letters", n)
	}
}

func TestIndependentToolsAcceptTheLetter(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	dir := t.TempDir()
	file := filepath.Join(dir, "letter.pdf")
	if err := os.WriteFile(file, v.PDF(letter), 0o600); err != nil {
		t.Fatal(err)
	}
	out, _ := exec.Command(apptest.Tool(t, "pdfsig"), "-nocert", file).CombinedOutput()
	for _, want := range []string{"Signature is Valid", "Total document signed"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("pdfsig does not say %q:\n%s", want, out)
		}
	}
	if raw, err := exec.Command(apptest.Tool(t, "pdftoppm"), "-r", "150", "-png", file, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v %s", err, raw)
	}
	pages, _ := filepath.Glob(filepath.Join(dir, "page*.png"))
	if len(pages) != 1 {
		t.Fatalf("%d pages, want 1", len(pages))
	}
	code, _ := exec.Command(apptest.Tool(t, "zbarimg"), "-q", "--raw", pages[0]).Output()
	want := "https://tamansari.example/v/" + letter.GetString("code") + "#" + letter.GetString("payload")
	if strings.TrimSpace(string(code)) != want {
		t.Errorf("the QR code reads %q, want %q", code, want)
	}
}
