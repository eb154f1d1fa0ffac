package statistics_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/statistics"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	statistics.Register(app)
}

type village struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, register), t}
}

// moveIn writes many residents by SQL: their hooks are not what is tested here.
func (v village) moveIn(hamlet string, many int, fields dbx.Params) {
	v.t.Helper()
	params := dbx.Params{"hamlet": hamlet, "religion": "Hindu", "marital": "kawin", "status": "hidup", "residency": "tetap"}
	for key, value := range fields {
		params[key] = value
	}
	params["many"], params["from"] = many, v.residents()
	if _, err := v.DB().NewQuery(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {:many})
		INSERT INTO residents (id, nik, name, hamlet, sex, birth_date, religion, marital_status, occupation, education, life_status, residency)
		SELECT printf('many%011d', {:from} + i), printf('9%015d', {:from} + i), 'I Wayan', {:hamlet}, CASE i % 2 WHEN 0 THEN 'L' ELSE 'P' END,
			printf('%04d-06-15', 1946 + (i * 7) % 80), {:religion}, {:marital}, 'Pekerjaan ' || (i % 30), 'Sekolah ' || (i % 7), {:status}, {:residency} FROM n`).
		Bind(params).Execute(); err != nil {
		v.t.Fatal(err)
	}
}

func (v village) residents() int {
	var n int
	if err := v.DB().NewQuery("SELECT count(*) FROM residents").Row(&n); err != nil {
		v.t.Fatal(err)
	}
	return n
}

func (v village) publishes(again bool) []string {
	v.t.Helper()
	made, err := statistics.Publish(v, again)
	if err != nil {
		v.t.Fatal(err)
	}
	return made
}

func (v village) reads() statistics.Answer {
	v.t.Helper()
	var answer statistics.Answer
	v.Do("GET", "/api/open/statistics", nil, apptest.Guest).Want(200).Into(&answer)
	return answer
}

func TestAVillageOfAFewTellsNothing(t *testing.T) {
	v := start(t)
	v.publishes(false)
	if answer := v.reads(); answer.Population != nil || answer.Next != "" {
		t.Errorf("five residents are told of: %+v", answer.Population)
	}
}

func TestOnlyThoseWhoLiveHereCount(t *testing.T) {
	v := start(t)
	before := v.residents()
	v.moveIn(apptest.KajaID, 60, nil)
	v.moveIn(apptest.KelodID, 50, nil)
	v.moveIn(apptest.KelodID, 9, dbx.Params{"status": "mati"})
	v.moveIn(apptest.KelodID, 9, dbx.Params{"status": "pindah"})
	v.moveIn(apptest.KelodID, 9, dbx.Params{"residency": "tidak tetap"})
	v.publishes(false)
	p := v.reads().Population
	if p == nil || p.Residents != before+110 || p.Men+p.Women != p.Residents || len(p.Areas) != 2 {
		t.Fatalf("counted %+v", p)
	}
}

func TestThreeOfAReligionAreToldNowhere(t *testing.T) {
	v := start(t)
	v.moveIn(apptest.KajaID, 60, nil)
	v.moveIn(apptest.KelodID, 60, nil)
	v.moveIn(apptest.KelodID, 3, dbx.Params{"religion": "Khonghucu"})
	v.moveIn(apptest.KajaID, 30, dbx.Params{"religion": "Islam"})
	v.publishes(false)
	p := v.reads().Population
	for _, table := range p.Tables {
		if table.Key != "religion" {
			continue
		}
		hidden := 0
		for _, row := range append([][]statistics.Count{table.Village}, table.Areas...) {
			for i, count := range row {
				if count == nil {
					hidden++
				} else if table.Columns[i].Key == "khonghucu" && *count != 0 {
					t.Error("three people are told of")
				}
			}
		}
		if len(table.Areas) != 2 || hidden < 4 {
			t.Errorf("%d cells are hidden: the three can be worked out", hidden)
		}
	}
	if csv := string(v.Do("GET", "/api/open/statistics/csv", nil, apptest.Guest).Want(200).Body); !strings.Contains(csv, "religion,") || strings.Contains(csv, "khonghucu,,3") {
		t.Error("the CSV tells other things")
	}
}

func TestWhoMovesInIsNotSeenTheNextDay(t *testing.T) {
	v := start(t)
	v.moveIn(apptest.KajaID, 60, nil)
	if made := v.publishes(false); len(made) != 1 {
		t.Fatalf("made %v", made)
	}
	first := string(v.Do("GET", "/api/open/statistics", nil, apptest.Guest).Want(200).Body)
	v.moveIn(apptest.KajaID, 1, nil)
	if made := v.publishes(false); len(made) != 0 {
		t.Errorf("made %v again", made)
	}
	if second := string(v.Do("GET", "/api/open/statistics", nil, apptest.Guest).Want(200).Body); second != first {
		t.Error("one more resident is seen at once")
	}
	before := v.Do("GET", "/api/open/statistics", nil, apptest.Guest).Want(200).Header.Get("ETag")
	v.Do("GET", "/api/open/statistics", nil, apptest.Guest, apptest.Header{Name: "If-None-Match", Value: before}).Want(304)
	v.publishes(true)
	v.Do("GET", "/api/open/statistics", nil, apptest.Guest, apptest.Header{Name: "If-None-Match", Value: before}).Want(200)
	if v.reads().Population.Residents != v.residents() {
		t.Error("the office cannot count anew")
	}
}

// TestAMonthIsCountedOnceWhenItIsOver: requests that come or go later change
// nothing of it.
func TestAMonthIsCountedOnceWhenItIsOver(t *testing.T) {
	v := start(t)
	today, err := time.Parse(time.DateOnly, office.Today(v))
	if err != nil {
		t.Fatal(err)
	}
	last := time.Date(today.Year(), today.Month(), 1, 4, 0, 0, 0, time.UTC).AddDate(0, 0, -3)
	v.asks("domicile", 7, last)
	v.asks("poverty", 2, last)
	v.asks("domicile", 9, today)
	v.publishes(false)
	month := v.reads().Months
	if len(month) != 1 || month[0].Month != last.Format("2006-01") || month[0].Filed.Total == nil || *month[0].Filed.Total != 9 {
		t.Fatalf("told %+v", month)
	}
	for _, count := range month[0].Filed.Items {
		if count != nil {
			t.Error("7 of 9 tells of the other two")
		}
	}
	v.asks("domicile", 1, last)
	v.publishes(true)
	if again := v.reads().Months; *again[0].Filed.Total != 9 {
		t.Error("a month that was told has changed")
	}
}

func (v village) asks(service string, many int, at time.Time) {
	v.t.Helper()
	var id string
	if err := v.DB().NewQuery("SELECT id FROM services WHERE key = {:key}").Bind(dbx.Params{"key": service}).Row(&id); err != nil {
		id = apptest.Save(v.t, v, apptest.Record(v.t, v, "services", map[string]any{"key": service, "name": service, "kind": "letter", "active": true})).Id
	}
	for i := range many {
		if _, err := v.DB().Insert("requests", dbx.Params{"id": fmt.Sprintf("%.4s%d%08d%02d", service, len(id)%10, at.Unix()%1e8, i+v.count()), "code": fmt.Sprintf("%s%d", service[:2], v.count()), "service": id,
			"resident": v.Wayan.Id, "status": "submitted", "submitted_at": at.Format("2006-01-02 15:04:05.000Z")}).Execute(); err != nil {
			v.t.Fatal(err)
		}
	}
}

func (v village) count() int {
	var n int
	_ = v.DB().NewQuery("SELECT count(*) FROM requests").Row(&n)
	return n
}

func TestNothingPersonalIsTold(t *testing.T) {
	v := start(t)
	v.moveIn(apptest.KajaID, 60, nil)
	v.publishes(false)
	body := string(v.Do("GET", "/api/open/statistics/json", nil, apptest.Guest).Want(200).Body)
	for _, secret := range []string{v.Wayan.GetString("nik"), v.Wayan.GetString("name"), v.Wayan.Id, v.Wayan.GetString("birth_date")} {
		if strings.Contains(body, secret) {
			t.Errorf("it tells %q", secret)
		}
	}
	v.Do("GET", "/api/collections/statistics/records", nil, v.Officer).Want(403)
}

func TestProgramsAreToldAtOnce(t *testing.T) {
	v := start(t)
	v.reads()
	apptest.Save(t, v, apptest.Record(t, v, "programs", map[string]any{"title": "Jalan", "goal": "Mulus", "kind": "works", "year": 2026, "field": "02", "published": true, "state": "running"}))
	apptest.Save(t, v, apptest.Record(t, v, "programs", map[string]any{"title": "Rahasia", "goal": "Belum", "kind": "works", "year": 2026, "field": "02", "state": "planned"}))
	got, _ := json.Marshal(v.reads().Programs)
	if string(got) != `[{"year":2026,"field":"02","state":"running","count":1}]` {
		t.Errorf("told %s", got)
	}
}
