package board_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// people is what nobody may learn from an open answer: who lives there, who
// works there, who files, under which numbers.
func (v *village) people() map[string]string {
	secrets := map[string]string{}
	for _, collection := range []string{"residents", "accounts", "officers", "households"} {
		records, err := v.App.App.FindAllRecords(collection)
		if err != nil {
			v.t.Fatal(err)
		}
		for _, record := range records {
			for _, field := range []string{"id", "nik", "kk", "name", "phone", "email", "username", "address"} {
				if value := record.GetString(field); value != "" {
					secrets[collection+"."+field+" "+record.Id] = value
				}
			}
		}
	}
	return secrets
}

// anything is a report of any kind that the table can hold.
func (v *village) anything(random *rand.Rand, n int) (*core.Record, bool) {
	one := func(list ...any) any { return list[random.IntN(len(list))] }
	days := func(least, most int) any {
		return one("", at(time.Duration(least+random.IntN(most-least))*24*time.Hour))
	}
	identity, public := one("shown", "hidden", "handler_only"), random.IntN(3) > 0
	service := []*core.Record{v.lights, v.conduct}[random.IntN(2)]
	report := v.report(fields{
		"service": service.Id, "category": service.GetString("key"), "category_name": service.GetString("name"),
		"identity": identity, "public": public, "hamlet": one("", apptest.KajaID, apptest.KelodID), "title": fmt.Sprintf("Judul-%d-", n),
		"text": fmt.Sprintf("Uraian-%d-", n), "place": fmt.Sprintf("Tempat-%d-", n), "answer": fmt.Sprintf("Jawaban-%d-", n),
		"reporter_name": fmt.Sprintf("Pelapor-%d-", n), "state": one("new", "handling", "forwarded", "answered", "done", "refused", "duplicate"),
		"submitted_at": at(-time.Duration(1+random.IntN(200)) * 24 * time.Hour), "first_due_at": days(-100, 5), "first_answered_at": days(-100, 0),
		"due_at": days(-50, 50), "answered_at": days(-50, 0), "closed_at": days(-50, 0), "forwarded_to": one("", "DLHK Kota"), "forwarded_number": one("", "77/LAPOR"),
		"unit": one("", "kasi_pelayanan"), "reopened": random.IntN(2) == 0, "supports": random.IntN(5),
	})
	return report, public && identity != "handler_only"
}

// everything asks every open answer, with every filter that can be of use.
func (v *village) everything(codes []string) string {
	paths := []string{"", "/summary", "/points", "/csv", "/json", "/atom", "/rss"}
	for _, filter := range []string{"?colour=red", "?colour=grey", "?hamlet=" + apptest.KajaID, "?category=conduct"} {
		paths = append(paths, filter, "/points"+filter, "/atom"+filter)
	}
	for page := 2; page <= 6; page++ {
		paths = append(paths, fmt.Sprintf("?page=%d", page))
	}
	year := time.Now().Year() - 1
	paths = append(paths, fmt.Sprintf("/csv?year=%d", year), fmt.Sprintf("/json?year=%d", year))
	for _, code := range codes {
		paths = append(paths, "/"+code)
	}
	var all strings.Builder
	for _, path := range paths {
		answer := v.open(path)
		if answer.Status != 200 && answer.Status != 404 {
			v.t.Errorf("%s answers %d", path, answer.Status)
		}
		all.Write(answer.Body)
		fmt.Fprintln(&all, answer.Header) // printed in order
	}
	return all.String()
}

func TestNoOpenAnswerTellsWhoFiled(t *testing.T) {
	v := newVillage(t)
	v.address(site)
	random := rand.New(rand.NewPCG(7, 44))
	never, codes := v.people(), []string{}
	var shown []string
	for n := range 80 {
		report, open := v.anything(random, n)
		codes = append(codes, report.GetString("code"))
		request := v.Found("requests", report.GetString("request"))
		never["request of "+report.Id], never["receipt of "+report.Id] = request.Id, request.GetString("code")
		if open {
			shown = append(shown, fmt.Sprintf("Judul-%d-", n))
		} else {
			for _, word := range []string{"Judul", "Uraian", "Tempat", "Jawaban"} {
				never[fmt.Sprintf("%s of the unseen %d", word, n)] = fmt.Sprintf("%s-%d-", word, n)
			}
		}
		if !open || report.GetString("identity") != "shown" {
			never[fmt.Sprintf("reporter of %d", n)] = fmt.Sprintf("Pelapor-%d-", n)
		}
	}
	all := v.everything(codes)
	for what, secret := range never {
		if strings.Contains(all, secret) {
			t.Errorf("an open answer holds the %s: %q", what, secret)
		}
	}
	for _, title := range shown {
		if !strings.Contains(all, title) {
			t.Errorf("%s is not shown", title)
		}
	}
}

// What is confidential leaves no trace: with it and without it the village
// answers the same, byte for byte.
func TestAConfidentialReportChangesNoAnswer(t *testing.T) {
	v := newVillage(t)
	v.address(site)
	code := v.report(fields{}).GetString("code")
	before := v.everything([]string{code})
	for _, state := range []string{"new", "handling", "done"} {
		v.report(fields{"identity": "handler_only", "state": state, "category": "conduct", "service": v.conduct.Id})
		v.report(fields{"public": false, "state": state})
	}
	if after := v.everything([]string{code}); after != before {
		lines := strings.Split(before, "\n")
		for i, line := range strings.Split(after, "\n") {
			if i >= len(lines) || line != lines[i] {
				t.Fatalf("with confidential reports an answer is\n%s\nwithout\n%s", line, lines[min(i, len(lines)-1)])
			}
		}
	}
}
