package board_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/tools/filesystem"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/apptest"
	"mdesa/hooks/reports/board"
)

func TestTheColourFollowsFromStateAndClock(t *testing.T) {
	v := newVillage(t)
	for _, c := range []struct {
		name, want string
		changed    fields
	}{
		{"just arrived", board.Grey, fields{"state": "new", "first_answered_at": "", "first_due_at": at(time.Hour)}},
		{"nobody answered in time", board.Red, fields{"state": "new", "first_answered_at": ""}},
		{"handled without a first answer", board.Red, fields{"first_answered_at": ""}},
		{"handled in time", board.Yellow, fields{}},
		{"handled too long", board.Red, fields{"due_at": at(-time.Minute)}},
		{"forwarded", board.Yellow, fields{"state": "forwarded"}},
		{"forwarded and overdue", board.Red, fields{"state": "forwarded", "due_at": at(-time.Minute)}},
		{"no clock runs", board.Yellow, fields{"due_at": "", "first_due_at": ""}},
		{"answered", board.Green, fields{"state": "answered"}},
		{"done, but late", board.Green, fields{"state": "done", "due_at": at(-time.Minute)}},
		{"refused", board.Grey, fields{"state": "refused", "due_at": at(-time.Minute)}},
		{"one with another", board.Grey, fields{"state": "duplicate", "first_answered_at": ""}},
	} {
		report := v.report(c.changed)
		var found board.Report
		v.open("/" + report.GetString("code")).Want(200).Into(&found)
		if found.Colour != c.want {
			t.Errorf("%s: %s, want %s", c.name, found.Colour, c.want)
		}
	}
	var summary board.Summary
	v.open("/summary").Want(200).Into(&summary)
	for _, colour := range board.Colours { // lists, filters and counts agree
		if feed := v.feed("?colour=" + colour); feed.Total != summary.Colours[colour] || len(feed.Items) != feed.Total {
			t.Errorf("%s: counted %d, listed %d", colour, summary.Colours[colour], feed.Total)
		}
		for _, item := range v.feed("?colour=" + colour).Items {
			if item.Colour != colour {
				t.Errorf("%s stands among %s", item.Colour, colour)
			}
		}
	}
}

func TestTheListIsFilteredAndPaged(t *testing.T) {
	v := newVillage(t)
	kaja := v.report(fields{})
	kelod := v.report(fields{"hamlet": apptest.KelodID, "state": "done"})
	staff := v.report(fields{"category": "conduct", "category_name": "Pelayanan petugas", "service": v.conduct.Id, "hamlet": ""})
	old := v.report(fields{"submitted_at": "2026-01-31 16:30:00.000Z"}) // 1 February in Bali
	v.wantCodes("", kaja, kelod, staff, old)
	v.wantCodes("?hamlet="+apptest.KelodID, kelod)
	v.wantCodes("?category=conduct", staff)
	v.wantCodes("?colour=green", kelod)
	v.wantCodes("?month=2026-02", old)
	v.wantCodes("?month=2026-01")
	v.wantCodes("?category=street-light&hamlet="+apptest.KajaID+"&colour=yellow", kaja, old)
	if first := v.feed("").Items[3]; first.Code != old.GetString("code") {
		t.Error("the oldest is not the last")
	}
	for range 20 {
		v.report(fields{})
	}
	if feed := v.feed("?page=2"); feed.Pages != 2 || len(feed.Items) != 4 || feed.Total != 24 {
		t.Errorf("page 2 of %d holds %d of %d", feed.Pages, len(feed.Items), feed.Total)
	}
	for _, unknown := range []string{"?hamlet=x", "?category=%27", "?colour=blue", "?month=2026-13", "?month=1999-01", "?page=0", "?page=x", "?page=99999"} {
		v.open(unknown).WantFault(400, "reports.filter")
	}
}

func TestAChangeIsSeenAtOnceAndAWithdrawnReportIsGone(t *testing.T) {
	v := newVillage(t)
	report := v.report(fields{})
	code := report.GetString("code")
	photo, err := filesystem.NewFileFromBytes(picture(t), "photo.png")
	if err != nil {
		t.Fatal(err)
	}
	v.wantCodes("", report)
	v.change(report, fields{"photos_before": []*filesystem.File{photo}, "title": "Lampu menyala lagi", "state": "done"})
	var found board.Report
	v.open("/" + code).Want(200).Into(&found)
	if found.Title != "Lampu menyala lagi" || found.Colour != board.Green || len(found.PhotosBefore) != 1 {
		t.Fatalf("the page still says %+v", found)
	}
	address := found.PhotosBefore[0].URL
	for _, size := range []string{"", "?thumb=320x240"} {
		if got := v.Do("GET", address+size, nil, apptest.Guest).Want(200).Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("a photo may stay in caches: %q", got)
		}
	}
	// Even while the copy still lies there.
	if _, err := v.App.App.DB().NewQuery("UPDATE reports SET public = FALSE").Execute(); err != nil {
		t.Fatal(err)
	}
	v.Do("GET", address, nil, apptest.Guest).Want(404)
	v.Do("GET", address+"?thumb=320x240", nil, v.Resident).Want(404)
	v.change(report, fields{"public": false})
	v.wantCodes("")
	v.open("/"+code).WantFault(404, "reports.none")
	for _, path := range []string{"/summary", "/points", "/csv", "/json", "/atom", "/rss"} {
		if body := v.open(path).Want(200).Body; strings.Contains(string(body), code) {
			t.Errorf("%s still names it", path)
		}
	}
	v.change(report, fields{"public": true})
	v.open("/" + code).Want(200)
}

func TestUnknownReportsAndWithdrawnOnesAnswerAlike(t *testing.T) {
	v := newVillage(t)
	hidden := v.report(fields{"public": false}).GetString("code")
	secret := v.report(fields{"identity": "handler_only"}).GetString("code") // whatever `public` says
	unknown := v.open("/ZZZZ2222").WantFault(404, "reports.none").Body
	for _, code := range []string{hidden, secret, "x", "%27"} {
		if got := v.open("/"+code).WantFault(404, "reports.none").Body; string(got) != string(unknown) {
			t.Errorf("%s answers %s", code, got)
		}
	}
}

func TestAReportAboutPeopleStandsOnNoMap(t *testing.T) {
	v := newVillage(t)
	light := v.report(fields{})
	staff := v.report(fields{"category": "conduct", "service": v.conduct.Id})
	v.report(fields{"point": types.GeoPoint{}})
	var places board.Places
	v.open("/points").Want(200).Into(&places)
	if len(places.Features) != 1 || places.Features[0].Properties.Code != light.GetString("code") || places.Total != 3 {
		t.Errorf("the map shows %+v of %d", places.Features, places.Total)
	}
	if got := places.Features[0].Geometry.Coordinates; got != [2]float64{115.21987, -8.65012} { // GeoJSON: longitude first
		t.Errorf("it lies at %v", got)
	}
	var found board.Report
	v.open("/" + staff.GetString("code")).Want(200).Into(&found)
	if found.Point != nil {
		t.Errorf("a report about a person lies at %v", *found.Point)
	}
}

func TestAMergedReportLeadsOnlyToOneThatIsShown(t *testing.T) {
	v := newVillage(t)
	first := v.report(fields{})
	second := v.report(fields{"state": "duplicate", "merged_into": first.Id})
	var found board.Report
	v.open("/" + second.GetString("code")).Want(200).Into(&found)
	if found.MergedInto != first.GetString("code") {
		t.Errorf("leads to %q", found.MergedInto)
	}
	v.change(first, fields{"public": false})
	v.open("/" + second.GetString("code")).Want(200).Into(&found)
	if found.MergedInto != "" {
		t.Errorf("leads to %q, which nobody may see", found.MergedInto)
	}
}

func TestTheTableToDownloadOpensNoFormula(t *testing.T) {
	v := newVillage(t)
	v.report(fields{"title": `=HYPERLINK("http://evil.example")`, "text": "a\nb,\"c\""})
	answer := v.open("/csv").Want(200)
	lines, err := csv.NewReader(strings.NewReader(string(answer.Body))).ReadAll()
	if err != nil || len(lines) != 2 {
		t.Fatalf("%v %s", err, answer.Body)
	}
	cells := map[string]string{}
	for i, name := range lines[0] {
		cells[name] = lines[1][i]
	}
	if cells["title"][0] != '\'' || cells["text"] != "a\nb,\"c\"" || cells["lat"] != "-8.65012" {
		t.Errorf("the row is %v", cells)
	}
	if !strings.HasPrefix(answer.Header.Get("Content-Disposition"), `attachment; filename="laporan-`) {
		t.Error("it is no file")
	}
	v.open("/csv?year=1999").WantFault(400, "reports.filter")
	var all struct{ Items []board.Report }
	v.open("/json").Want(200).Into(&all)
	if len(all.Items) != 1 {
		t.Errorf("the JSON file holds %d", len(all.Items))
	}
}
