package requests_test

import (
	"encoding/binary"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/requests"
)

func (d desk) inbox(actor *core.Record, query string) map[string]any {
	d.t.Helper()
	return d.Do("GET", "/api/requests/inbox?"+query, nil, actor).Want(200).JSON()
}

func names(inbox map[string]any) string {
	var all []string
	for _, item := range inbox["items"].([]any) {
		all = append(all, item.(map[string]any)["applicant_name"].(string))
	}
	return strings.Join(all, ", ")
}

func TestEveryDeskSeesWhatWaitsForIt(t *testing.T) {
	d := open(t)
	wayan := d.file()
	d.Do("POST", requestsPath, d.filing(nil), d.Neighbour).Want(200)
	d.Do("POST", requestsPath, d.filing(map[string]any{"resident": d.Nyoman.Id}), d.Officer).Want(200)
	d.act(d.HeadOfKaja, wayan, requests.Approve).Want(200)
	for _, c := range []struct {
		who   string
		actor *core.Record
		query string
		want  string
	}{
		{"head of Kaja", d.HeadOfKaja, "tab=mine", "I Made Artana"},
		{"head of Kaja, all open", d.HeadOfKaja, "tab=open", "I Wayan Sukarta, I Made Artana"},
		{"head of Kelod", d.HeadOfKelod, "tab=mine", "Ni Nyoman Sariasih"},
		{"head of Kelod, all open", d.HeadOfKelod, "tab=open", "Ni Nyoman Sariasih"},
		{"desk", d.Officer, "tab=mine", "I Wayan Sukarta"},
		{"secretary fills in", d.Secretary, "tab=mine", "I Wayan Sukarta"},
		{"village head", d.VillageHead, "tab=mine", ""},
		{"village head, search", d.VillageHead, "tab=open&q=nyoman", "Ni Nyoman Sariasih"},
		{"head of Kaja searches in Kelod", d.HeadOfKaja, "tab=open&q=nyoman", ""},
		{"an unknown tab is mine", d.Officer, "tab=nonsense", "I Wayan Sukarta"},
		{"quotes are only letters", d.Officer, "tab=open&q=" + url.QueryEscape(`' OR 1=1 --%`), ""},
	} {
		if got := names(d.inbox(c.actor, c.query)); got != c.want {
			t.Errorf("%s: %q, want %q", c.who, got, c.want)
		}
	}
	counts := d.inbox(d.HeadOfKaja, "tab=mine")["counts"].(map[string]any)
	if counts["mine"] != 1.0 || counts["open"] != 2.0 || counts["overdue"] != 0.0 {
		t.Errorf("counts %v", counts)
	}
	d.Do("GET", "/api/requests/inbox", nil, d.Resident).Want(403)
	d.Do("GET", "/api/requests/inbox", nil, apptest.Guest).Want(401)
}

func TestTheReceiptFindsARequestAndItsState(t *testing.T) {
	d := open(t)
	got := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()
	nik := d.Wayan.GetString("nik")
	ask := func(code, last4 string) *apptest.Response {
		return d.Do("POST", "/api/requests/status", map[string]any{"code": code, "last4": last4}, apptest.Guest)
	}
	answer := ask(strings.ToLower(requests.ShowReceipt(got["code"].(string))), nik[12:]).Want(200)
	if body := answer.JSON(); body["status"] != "submitted" || body["step_name"] != "hamlet" || body["letter_ready"] != false {
		t.Errorf("got %v", body)
	}
	for _, secret := range []string{"Wayan", nik, d.Resident.Id, d.Wayan.Id} {
		if strings.Contains(string(answer.Body), secret) {
			t.Errorf("the answer gives away %q: %s", secret, answer.Body)
		}
	}
	ask(got["code"].(string), "0001").Want(200) // the phone's last digits
	wrong := ask(got["code"].(string), "9999").WantFault(404, "request.not_found")
	unknown := ask("22222222", nik[12:]).WantFault(404, "request.not_found")
	if string(wrong.Body) != string(unknown.Body) {
		t.Errorf("wrong digits answer %s, an unknown receipt %s", wrong.Body, unknown.Body)
	}
}

func TestGuessingTheDigitsOfOneReceiptIsStopped(t *testing.T) {
	d := open(t)
	code := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()["code"].(string)
	for i := range 40 {
		answer := d.Do("POST", "/api/requests/status", map[string]any{"code": code, "last4": "0000"}, apptest.Guest)
		if answer.Status == 429 {
			if i < 9 {
				t.Errorf("stopped after %d tries already", i)
			}
			return
		}
	}
	t.Error("forty tries went through")
}

func TestTheCaseFileIsForTheDesksThatMayReadIt(t *testing.T) {
	d := open(t)
	id := d.file()
	path := "/api/requests/" + id + "/case"
	got := d.Do("GET", path, nil, d.HeadOfKaja).Want(200).JSON()
	if got["hamlet_name"] != "Banjar Kaja" || got["kk"] == "" || len(got["events"].([]any)) != 1 || len(got["actions"].([]any)) != 4 {
		t.Errorf("got %v", got)
	}
	d.Do("GET", path, nil, d.HeadOfKelod).WantFault(404, "request.no_case")
	d.Do("GET", path, nil, d.Resident).Want(403)
}

func TestTheCaseFileNamesWhatADeskNeedsAndMasksItOnceItIsOver(t *testing.T) {
	d := open(t)
	d.Wayan.Load(map[string]any{"phone": "081234567890", "disability": "Disabilitas Fisik"})
	apptest.Save(t, d, d.Wayan)
	id := d.file()
	path := "/api/requests/" + id + "/case"
	file := d.Do("GET", path, nil, d.HeadOfKaja).Want(200)
	person := file.JSON()["resident"].(map[string]any)
	if file.JSON()["masked"] != false || person["nik"] != d.Wayan.GetString("nik") || person["birth_place"] != d.Wayan.GetString("birth_place") {
		t.Errorf("the desk sees %v", person)
	}
	if body := string(file.Body); strings.Contains(body, "Disabilitas") || strings.Contains(body, "081234567890") {
		t.Errorf("the desk sees more than it needs: %v", person)
	}
	d.act(d.Resident, id, requests.Cancel).Want(200)
	file = d.Do("GET", path, nil, d.HeadOfKaja).Want(200)
	if kk := file.JSON()["kk"].(string); file.JSON()["masked"] != true || !strings.HasPrefix(kk, "************") || len(kk) != 16 ||
		strings.Contains(string(file.Body), d.Wayan.GetString("nik")) {
		t.Errorf("after it is over the desk sees %v", file.JSON()["resident"])
	}
}

// upload sends a JPEG as Wayan (or whoever acts).
func (d desk) upload(actor *core.Record, content []byte, more map[string]string) *apptest.Response {
	fields := map[string]string{"name": "KTP", "kind": "ktp"}
	for key, value := range more {
		fields[key] = value
	}
	return d.Do("POST", documentsPath, apptest.Form{Fields: fields,
		Files: []apptest.File{{Field: "file", Name: "ktp.jpg", Body: content}}}, actor)
}

func jpeg() []byte { return apptest.PhotoWithPosition(binary.LittleEndian, "II*\x00") }

func TestADocumentHangsOnARequestAndStaysAsItIs(t *testing.T) {
	d := open(t)
	document := d.upload(d.Resident, jpeg(), map[string]string{"expires_on": "2027-05-31"}).Want(200).JSON()
	id := document["id"].(string)
	if document["mime"] != "image/jpeg" || document["sha256"] == "" || document["account"] != d.Resident.Id {
		t.Errorf("got %v", document)
	}
	got := d.Do("POST", requestsPath, d.filing(map[string]any{"attachments": map[string]any{"ktp": []string{id}}}), d.Resident).Want(200).JSON()
	request := got["id"].(string)
	d.Do("DELETE", documentsPath+"/"+id, nil, d.Resident).WantFault(403, "document.used")
	for name, c := range map[string]struct {
		actor *core.Record
		want  int
	}{
		"owner": {d.Resident, 200}, "neighbour": {d.Neighbour, 404}, "head of Kaja": {d.HeadOfKaja, 200},
		"head of Kelod": {d.HeadOfKelod, 404}, "desk": {d.Officer, 200}, "guest": {apptest.Guest, 404},
	} {
		if got := d.Do("GET", documentsPath+"/"+id, nil, c.actor); got.Status != c.want {
			t.Errorf("%s: %d, want %d", name, got.Status, c.want)
		}
	}
	file := d.Do("GET", "/api/requests/"+request+"/case", nil, d.Officer).Want(200).JSON()["documents"].([]any)
	if len(file) != 1 || file[0].(map[string]any)["requirements"].([]any)[0] != "ktp" {
		t.Errorf("case shows %v", file)
	}
}

func TestADocumentOfTheNeighbourCannotBeAttached(t *testing.T) {
	d := open(t)
	id := d.upload(d.Neighbour, jpeg(), nil).Want(200).JSON()["id"].(string)
	answer := d.Do("POST", requestsPath, d.filing(map[string]any{"attachments": map[string]any{"ktp": []string{id}}}), d.Resident)
	if answer.Status != 400 || answer.FieldKey("attachments.ktp") != "request.not_your_document" {
		t.Errorf("got %d %s", answer.Status, answer.Body)
	}
}

func TestADocumentThatHasExpiredIsNotTaken(t *testing.T) {
	d := open(t)
	id := d.upload(d.Resident, jpeg(), map[string]string{"expires_on": "2020-01-31"}).Want(200).JSON()["id"].(string)
	answer := d.Do("POST", requestsPath, d.filing(map[string]any{"attachments": map[string]any{"ktp": []string{id}}}), d.Resident)
	if answer.FieldKey("attachments.ktp") != "document.expired" {
		t.Errorf("got %d %s", answer.Status, answer.Body)
	}
}

func TestOnlyPicturesAndPDFsAreTakenWhateverTheirName(t *testing.T) {
	d := open(t)
	if got := d.upload(d.Resident, []byte("<html><script>alert(1)</script>"), nil); got.Status != 400 {
		t.Errorf("an HTML page called ktp.jpg: %d", got.Status)
	}
	if got := d.upload(d.Resident, nil, nil); got.Status != 400 {
		t.Errorf("an empty file: %d", got.Status)
	}
	d.upload(d.Resident, []byte("%PDF-1.7\n1 0 obj"), nil).Want(200)
	d.upload(d.Resident, []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), nil).Want(200) // an iPhone's photo
	if got := d.upload(d.Resident, jpeg(), map[string]string{"expires_on": "31-05-2027"}); got.FieldKey("expires_on") != "document.expiry" {
		t.Errorf("got %s", got.Body)
	}
}

func TestTheDeskScansForTheResidentAtTheCounter(t *testing.T) {
	d := open(t)
	document := d.upload(d.HeadOfKelod, jpeg(), map[string]string{"resident": d.Nyoman.Id}).Want(200).JSON()
	if document["officer"] != d.HeadOfKelod.Id || document["account"] != "" {
		t.Errorf("got %v", document)
	}
	d.Do("GET", documentsPath+"/"+document["id"].(string), nil, d.HeadOfKelod).Want(200)
	d.Do("GET", documentsPath+"/"+document["id"].(string), nil, d.Officer).Want(404) // not on a case yet
	d.upload(d.HeadOfKaja, jpeg(), map[string]string{"resident": d.Nyoman.Id}).Want(400)
	d.Do("POST", requestsPath, d.filing(map[string]any{
		"resident": d.Nyoman.Id, "attachments": map[string]any{"ktp": []any{document["id"]}},
	}), d.Officer).Want(200)
}

func TestTheDeskTopicIsForStaffOnly(t *testing.T) {
	d := open(t)
	for name, c := range map[string]struct {
		actor *core.Record
		want  bool
	}{"desk": {d.Officer, true}, "resident": {d.Resident, false}, "guest": {apptest.Guest, false}} {
		client := d.listen(c.actor)
		if subscribed := d.subscribe(client, c.actor); subscribed != c.want {
			t.Errorf("%s: subscribed %v, want %v", name, subscribed, c.want)
		}
	}
}

func TestADeskHearsOfItsOwnHamletsOnly(t *testing.T) {
	d := open(t)
	kaja, kelod := d.listen(d.HeadOfKaja), d.listen(d.HeadOfKelod)
	d.subscribe(kaja, d.HeadOfKaja)
	d.subscribe(kelod, d.HeadOfKelod)
	id := d.file()
	select {
	case message := <-kaja.Channel():
		if message.Name != "desk" || !strings.Contains(string(message.Data), id) || strings.Contains(string(message.Data), "Wayan") {
			t.Errorf("heard %s %s", message.Name, message.Data)
		}
	case <-time.After(5 * time.Second):
		t.Error("the desk of Kaja heard nothing")
	}
	select {
	case message := <-kelod.Channel():
		t.Errorf("the desk of Kelod heard %s", message.Data)
	default:
	}
}
