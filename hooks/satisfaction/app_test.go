package satisfaction_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/satisfaction"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	satisfaction.Register(app)
}

type village struct {
	*apptest.App
	t       testing.TB
	service *core.Record
	made    int
}

func start(t testing.TB) *village {
	t.Helper()
	v := &village{App: apptest.New(t, register), t: t}
	v.service = v.offers("domicile", 0)
	return v
}

func (v *village) offers(key string, fee int) *core.Record {
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "services", map[string]any{"key": key, "name": "Layanan " + key, "kind": "letter", "fee": fee, "active": true,
		"promise": map[string]any{"amount": 1, "unit": "days"}}))
}

// request writes one by hand, as the engine would have left it.
func (v *village) request(fields dbx.Params) string {
	v.t.Helper()
	v.made++
	row := dbx.Params{"id": fmt.Sprintf("request%08d", v.made), "code": fmt.Sprintf("K%07d", v.made), "service": v.service.Id, "service_name": "Layanan",
		"account": v.Resident.Id, "resident": v.Wayan.Id, "hamlet": apptest.KajaID, "channel": "self", "status": "completed", "waiting_for": "", "confidential": false}
	for name, value := range fields {
		row[name] = value
	}
	if _, err := v.DB().Insert("requests", row).Execute(); err != nil {
		v.t.Fatal(err)
	}
	return row["id"].(string)
}

func full(score int) map[string]any {
	scores := map[string]any{}
	for _, element := range satisfaction.Elements {
		scores[element] = score
	}
	return map[string]any{"overall": score, "scores": scores}
}

func (v *village) rates(actor *core.Record, request string, body any) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", "/api/satisfaction/requests/"+request, body, actor)
}

// said are full forms of a month, as they were given in it.
func (v *village) said(service, month string, count, score int, comment string) {
	v.t.Helper()
	v.keeps(service, month, "self", count, score, comment)
}

func (v *village) enteredAtCounter(month string, count, score int) {
	v.t.Helper()
	v.keeps(v.service.Id, month, "counter", count, score, "")
}

func (v *village) keeps(service, month, channel string, count, score int, comment string) {
	v.t.Helper()
	for range count {
		v.made++
		mark := sha256.Sum256(fmt.Append(nil, v.made))
		fields := map[string]any{"mark": hex.EncodeToString(mark[:]), "service": service, "month": month, "channel": channel, "overall": score, "comment": comment, "sex": "P"}
		for _, element := range satisfaction.Elements {
			fields[element] = score
		}
		apptest.Save(v.t, v, apptest.Record(v.t, v, "ratings", fields))
	}
}

// counted is what the statistics tell of a month's completed requests, as they
// keep it: -1 is hidden.
func (v *village) counted(month string, total int, services map[string]int) {
	v.t.Helper()
	told := func(count int) any {
		if count < 0 {
			return nil
		}
		return count
	}
	names, items := []map[string]any{}, []any{}
	for key, count := range services {
		names, items = append(names, map[string]any{"key": key}), append(items, told(count))
	}
	body := map[string]any{"month": month, "services": names, "completed": map[string]any{"total": told(total), "items": items}}
	apptest.Save(v.t, v, apptest.Record(v.t, v, "statistics", map[string]any{"key": "services/" + month, "as_of": "2026-01-01", "body": body}))
}

func (v *village) month(back int) string {
	first, err := time.Parse("2006-01", office.Today(v)[:7])
	if err != nil {
		v.t.Fatal(err)
	}
	return first.AddDate(0, -back, 0).Format("2006-01")
}

func (v *village) result(period string) (result satisfaction.Result) {
	v.t.Helper()
	v.Do("GET", "/api/open/satisfaction?period="+period, nil, apptest.Guest).Want(200).Into(&result)
	return result
}

func (v *village) only() *core.Record {
	v.t.Helper()
	ratings, err := v.FindAllRecords("ratings")
	if err != nil || len(ratings) != 1 {
		v.t.Fatalf("%d ratings, %v", len(ratings), err)
	}
	return ratings[0]
}

func TestAResidentRatesAFinishedRequestOnce(t *testing.T) {
	v := start(t)
	request := v.request(nil)
	v.rates(v.Resident, request, map[string]any{"scores": map[string]any{"time": 4}}).WantFault(400, "rating.overall")
	for _, wrong := range []map[string]any{{"overall": 5}, {"overall": 0}, {"overall": 4, "scores": map[string]any{"time": 5}}, {"overall": 4, "scores": map[string]any{"colour": 1}},
		{"overall": 4, "comment": strings.Repeat("x", 1001)}} {
		v.rates(v.Resident, request, wrong).Want(400)
	}
	answer := full(3)
	answer["comment"] = " Bagus\u202e.\x00 Hubungi (0361)\n555-0100, ５１７１０４０５１０６３９００５ atau wayan@desa.example "
	v.rates(v.Resident, request, answer).Want(204)
	rating := v.only()
	if !rating.GetBool("full") || !rating.GetBool("free") || rating.GetString("comment") != "Bagus. Hubungi (…, … atau …" || rating.GetString("channel") != "self" || rating.GetString("month") != v.month(0) {
		t.Errorf("kept is %v", rating.PublicExport())
	}
	if rating.GetString("age_group") == "" || rating.GetString("sex") != "L" || rating.GetString("occupation") != "Wiraswasta" {
		t.Errorf("of the respondent %v", rating.PublicExport())
	}
	v.rates(v.Resident, request, full(1)).WantFault(409, "rating.rated")
	if form := v.Do("GET", "/api/satisfaction/requests/"+request, nil, v.Resident).Want(200).JSON(); form["rated"] != true || form["free"] != true {
		t.Errorf("the form says %v", form)
	}
}

func TestWhoeverFiledItIsAskedOnceItIsCompleted(t *testing.T) {
	v := start(t)
	own := v.request(dbx.Params{"status": "in_progress", "waiting_for": "officer", "code": "K7QF2M9X"})
	counter := v.request(dbx.Params{"account": "", "channel": "counter", "status": "in_progress", "waiting_for": "officer"})
	for _, id := range []string{own, counter} {
		for _, status := range []string{"in_progress", "completed", "completed"} {
			request, err := v.FindRecordById("requests", id)
			if err != nil {
				t.Fatal(err)
			}
			request.Set("status", status)
			if err := v.Save(request); err != nil {
				t.Fatal(err)
			}
		}
	}
	notices, err := v.FindAllRecords("notices")
	if err != nil || len(notices) != 1 {
		t.Fatalf("%d notices, %v", len(notices), err)
	}
	if n := notices[0]; n.GetString("account") != v.Resident.Id || n.GetString("link") != "/permohonan/"+own+"/nilai" || !strings.Contains(n.GetString("text"), "K7QF-2M9X") || n.GetBool("open") {
		t.Errorf("told is %v", n.PublicExport())
	}
}

func TestAQuickFormDoesNotCountForTheIndex(t *testing.T) {
	v := start(t)
	v.rates(v.Resident, v.request(nil), map[string]any{"overall": 4, "scores": map[string]any{"time": 4}}).Want(204)
	if rating := v.only(); rating.GetBool("full") || rating.GetInt("time") != 4 || rating.GetInt("fee") != 0 {
		t.Errorf("kept is %v", rating.PublicExport())
	}
}

func TestTwoTapsAtOnceAreOneRating(t *testing.T) {
	v := start(t)
	request := v.request(nil)
	statuses := make([]int, 8)
	v.Login(v.Resident)
	var done sync.WaitGroup
	for i := range statuses {
		done.Go(func() { statuses[i] = v.rates(v.Resident, request, full(4)).Status })
	}
	done.Wait()
	v.only()
	counts := map[int]int{}
	for _, status := range statuses {
		counts[status]++
	}
	if counts[204] != 1 || counts[409] != 7 {
		t.Errorf("answers were %v", counts)
	}
}

func TestOnlyWhoAskedForTheServiceRatesIt(t *testing.T) {
	v := start(t)
	own, counter := v.request(nil), v.request(dbx.Params{"account": "", "channel": "counter"})
	v.rates(v.Neighbour, own, full(4)).WantFault(404, "rating.no_request")
	v.rates(apptest.Guest, own, full(4)).Want(401)
	v.rates(v.Admin, own, full(4)).Want(403)
	v.rates(v.Officer, own, full(4)).WantFault(403, "rating.online")
	v.rates(v.Officer, v.request(dbx.Params{"channel": "counter"}), full(4)).WantFault(403, "rating.online") // in the stead of somebody who can
	v.rates(v.Auditor, counter, full(4)).WantFault(403, "rating.not_yours")
	v.rates(v.HeadOfKaja, counter, full(4)).WantFault(403, "rating.not_yours")
	v.rates(v.Resident, v.request(dbx.Params{"status": "in_progress", "waiting_for": "officer"}), full(4)).WantFault(409, "rating.not_done")
	v.rates(v.Resident, v.request(dbx.Params{"status": "answered", "waiting_for": "applicant"}), full(4)).WantFault(409, "rating.not_done")
	v.rates(v.Neighbour, v.request(dbx.Params{"represented": v.Neighbour.Id}), full(4)).Want(204)
}

func TestAnOfficerEntersARatingAtTheCounterAndNeverSeesItAgain(t *testing.T) {
	v := start(t)
	request := v.request(dbx.Params{"account": "", "channel": "counter", "resident": v.Nyoman.Id, "code": "K7QF2M9X"})
	if form := v.Do("POST", "/api/satisfaction/counter", map[string]any{"code": "k7qf-2m9x "}, v.Officer).Want(200).JSON(); form["id"] != request || form["rated"] != false {
		t.Errorf("the form is %v", form)
	}
	v.Do("POST", "/api/satisfaction/counter", map[string]any{"code": "XXXXXXXX"}, v.Officer).WantFault(404, "rating.no_receipt")
	v.rates(v.Officer, request, full(2)).Want(204)
	rating := v.only()
	if rating.GetString("channel") != "counter" || rating.GetString("sex") != "P" {
		t.Errorf("kept is %v", rating.PublicExport())
	}
	path := "/api/collections/ratings/records"
	v.Do("GET", path, nil, v.Officer).Want(403)
	v.Do("GET", path+"/"+rating.Id, nil, v.Officer).Want(403)
	v.Do("PATCH", path+"/"+rating.Id, map[string]any{"overall": 4}, v.Officer).Want(403)
	v.Do("PATCH", path+"/"+rating.Id, map[string]any{"overall": 4}, v.Admin).WantFault(403, "rating.kept")
	v.Do("DELETE", path+"/"+rating.Id, nil, v.Admin).WantFault(403, "rating.kept")
	v.Do("POST", path, map[string]any{"mark": "x", "service": v.service.Id, "month": "2026-01", "channel": "self", "overall": 4}, v.Admin).Want(403)
}

func TestNobodyEntersARatingForTheirOwnFamily(t *testing.T) {
	v := start(t)
	request := v.request(dbx.Params{"account": "", "channel": "counter", "resident": v.Ketut.Id})
	if _, err := v.DB().Update("officers", dbx.Params{"resident": v.Wayan.Id}, dbx.HashExp{"id": v.Officer.Id}).Execute(); err != nil {
		t.Fatal(err)
	}
	v.rates(v.Officer, request, full(4)).WantFault(403, "rating.own_kin")
	v.rates(v.Secretary, request, full(4)).Want(204)
}

func TestARatingDoesNotLeadBackToItsPerson(t *testing.T) {
	v := start(t)
	request := v.request(nil)
	v.rates(v.Resident, request, full(4)).Want(204)
	var row dbx.NullStringMap
	if err := v.DB().Select("*").From("ratings").One(&row); err != nil {
		t.Fatal(err)
	}
	for column, value := range row {
		for _, secret := range []string{request, v.Wayan.Id, v.Resident.Id, v.Wayan.GetString("name"), v.Wayan.GetString("nik"), "1990-05-17"} {
			if strings.Contains(value.String, secret) {
				t.Errorf("%s holds %s", column, secret)
			}
		}
		if strings.Contains(value.String, office.Today(v)) {
			t.Errorf("%s tells the day", column)
		}
	}
}

func TestNothingIsPublishedOfFewerThanFiveOrOfTheRunningMonth(t *testing.T) {
	v := start(t)
	year := v.month(1)[:4]
	v.said(v.service.Id, v.month(1), 4, 4, "")
	v.said(v.service.Id, v.month(0), 9, 1, "")
	if result := v.result(year); result.Index != nil || result.Answers != 0 || len(result.Periods) != 0 || len(result.Elements) != 0 {
		t.Errorf("published is %+v", result)
	}
	v.said(v.service.Id, v.month(1), 1, 4, "")
	v.counted(v.month(1), 30, map[string]int{"domicile": 25}) // the answer is kept for some minutes, or until a month is counted
	result := v.result(year)
	if result.Index == nil || *result.Index != 100 || result.Answers != 5 || result.Band != "A" || result.Services[0].Answers != 5 {
		t.Errorf("published is %+v", result)
	}
	if shares := result.Respondent["sex"]; len(shares) != 1 || shares[0].Count != 5 {
		t.Errorf("respondents are %+v", result.Respondent)
	}
	csv := v.Do("GET", "/api/open/satisfaction/csv?period="+year, nil, apptest.Guest).Want(200)
	if !strings.Contains(string(csv.Body), ",element,fee,U4,5,4.000,100.00,A\n") || !strings.Contains(csv.Header.Get("Content-Disposition"), "kepuasan-"+year+".csv") {
		t.Errorf("as a table %s", csv.Body)
	}
	v.Do("GET", "/api/open/satisfaction?period=2026-S3", nil, apptest.Guest).WantFault(400, "satisfaction.period")
	v.Do("GET", "/api/open/satisfaction?period=2100", nil, apptest.Guest).WantFault(400, "satisfaction.period")
}

func TestAnswersDoNotTellHowManyRequestsThereWereAtLeast(t *testing.T) {
	v := start(t)
	v.said(v.service.Id, v.month(1), 9, 4, "")
	v.counted(v.month(1), 10, map[string]int{"domicile": -1, "poverty": -1})
	if result := v.result(v.month(1)); result.Index != nil || result.Services[0].Index != nil || result.Population != 10 {
		t.Errorf("nine of ten requests were for the domicile: %+v", result)
	}
}

func TestWhatWasSaidAtTheCounterStandsBesideTheIndex(t *testing.T) {
	v := start(t)
	v.counted(v.month(1), 30, map[string]int{"domicile": 25})
	v.said(v.service.Id, v.month(1), 5, 3, "")
	v.enteredAtCounter(v.month(1), 4, 4)
	if result := v.result(v.month(1)); result.Answers != 5 || *result.Index != 75 || result.Counter != nil {
		t.Errorf("with four from the counter %+v", result)
	}
	v.enteredAtCounter(v.month(1), 2, 4)
	apptest.Save(t, v, v.service)
	if result := v.result(v.month(1)); result.Answers != 5 || *result.Index != 75 || result.Counter == nil || *result.Counter != (satisfaction.Apart{Answers: 6, Index: 100, Band: "A"}) {
		t.Errorf("with six from the counter %+v, %+v", result, result.Counter)
	}
	if csv := string(v.Do("GET", "/api/open/satisfaction/csv?period="+v.month(1), nil, apptest.Guest).Want(200).Body); !strings.Contains(csv, ",counter,,,6,,100.00,A\n") {
		t.Errorf("as a table %s", csv)
	}
}

func TestAMonthIsToldOnceTheStatisticsHaveCountedIt(t *testing.T) {
	v := start(t)
	v.counted(v.month(2), 30, map[string]int{"domicile": 25})
	v.said(v.service.Id, v.month(1), 5, 3, "")
	if result := v.result(v.month(1)); result.Index != nil || result.Until != v.month(2) {
		t.Errorf("in the first hours of a month are told %+v", result)
	}
	first := v.Do("GET", "/api/open/satisfaction?period="+v.month(1), nil, apptest.Guest).Want(200)
	known := apptest.Header{Name: "If-None-Match", Value: first.Header.Get("ETag")}
	v.Do("GET", "/api/open/satisfaction?period="+v.month(1), nil, apptest.Guest, known).Want(304)
	v.counted(v.month(1), 30, map[string]int{"domicile": 25})
	var result satisfaction.Result
	v.Do("GET", "/api/open/satisfaction?period="+v.month(1), nil, apptest.Guest, known).Want(200).Into(&result)
	if result.Index == nil || *result.Index != 75 {
		t.Errorf("after the night are told %+v", result)
	}
}

func TestStaffReadCommentsOnceThereAreFive(t *testing.T) {
	v := start(t)
	v.said(v.service.Id, v.month(1), 4, 4, "Bagus")
	v.said(v.service.Id, v.month(0), 5, 1, "Baru")
	var desk satisfaction.Desk
	v.Do("GET", "/api/satisfaction/desk", nil, v.Officer).Want(200).Into(&desk)
	if len(desk.Batches) != 0 || desk.Waiting != 4 || !desk.MayRate || desk.MayPlan {
		t.Errorf("the desk shows %+v", desk)
	}
	v.said(v.service.Id, v.month(1), 1, 3, "Antre")
	answer := v.Do("GET", "/api/satisfaction/desk", nil, v.Auditor).Want(200)
	answer.Into(&desk)
	if len(desk.Batches) != 1 || len(desk.Batches[0].Comments) != 5 || desk.Batches[0].Comments[0].Text != "Antre" || strings.Contains(string(answer.Body), v.service.Id) {
		t.Errorf("the desk shows %s", answer.Body)
	}
	v.Do("GET", "/api/satisfaction/desk", nil, v.Resident).Want(403)
	v.Do("GET", "/api/satisfaction/desk", nil, apptest.Guest).Want(401)
}

func TestTheSecretaryWritesTheFollowUp(t *testing.T) {
	v := start(t)
	year := v.month(1)[:4]
	path := "/api/satisfaction/plans/" + year
	v.Do("PUT", path, map[string]any{"text": "x"}, v.Officer).WantFault(403, "satisfaction.planner")
	v.Do("PUT", path, map[string]any{"text": " "}, v.Secretary).WantFault(400, "satisfaction.plan_text")
	v.result(year)
	v.Do("PUT", path, map[string]any{"text": "Tambah kursi."}, v.Secretary).Want(204)
	v.Do("PUT", path, map[string]any{"text": "Tambah kursi dan kipas."}, v.VillageHead).Want(204)
	if result := v.result(year); result.Plan == nil || result.Plan.Text != "Tambah kursi dan kipas." {
		t.Errorf("the plan is %+v", result.Plan)
	}
}
