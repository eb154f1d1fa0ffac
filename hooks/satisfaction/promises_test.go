package satisfaction_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
	"mdesa/hooks/satisfaction"
)

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05.000Z") }

// decided is a request that was filed on the first working morning of a month and
// signed so many working minutes later.
func (v *village) decided(month string, minutes, promised int, more dbx.Params) {
	v.t.Helper()
	clock, err := office.ClockOf(v)
	if err != nil {
		v.t.Fatal(err)
	}
	first, err := time.ParseInLocation("2006-01", month, clock.Location())
	if err != nil {
		v.t.Fatal(err)
	}
	filed := clock.NextOpen(first)
	signed := clock.AddMinutes(filed, minutes)
	fields := dbx.Params{"submitted_at": stamp(filed), "due_at": stamp(clock.AddMinutes(filed, promised)), "closed_at": stamp(signed)}
	for name, value := range more {
		fields[name] = value
	}
	request := v.request(fields)
	for i, event := range []struct {
		action string
		at     time.Time
	}{{"submit", filed}, {"sign", signed}} {
		_, err := v.DB().Insert("request_events", dbx.Params{"id": fmt.Sprintf("e%d%s", i, request[2:]), "request": request, "seq": i + 1, "action": event.action, "at": stamp(event.at)}).Execute()
		if err != nil {
			v.t.Fatal(err)
		}
	}
}

func (v *village) board() (board satisfaction.Board, body string) {
	v.t.Helper()
	answer := v.Do("GET", "/api/open/promises", nil, apptest.Guest).Want(200)
	answer.Into(&board)
	return board, string(answer.Body)
}

func TestTheBoardOfPromisesCountsWhatWasKept(t *testing.T) {
	v := start(t)
	for _, minutes := range []int{30, 60, 90, 120, 600} {
		v.decided(v.month(2), minutes, 120, nil)
	}
	v.decided(v.month(1), 30, 120, dbx.Params{"status": "rejected"})
	v.decided(v.month(1), 30, 120, dbx.Params{"status": "cancelled"})
	v.decided(v.month(1), 30, 120, dbx.Params{"confidential": true})
	v.decided(v.month(13), 30, 120, nil)
	late := dbx.Params{"status": "in_progress", "waiting_for": "officer", "due_at": stamp(time.Now().Add(-time.Hour))}
	v.request(late)
	v.request(dbx.Params{"status": "in_progress", "waiting_for": "officer", "due_at": stamp(time.Now().Add(time.Hour))})
	v.request(dbx.Params{"status": "returned", "waiting_for": "applicant", "due_at": ""})
	v.request(dbx.Params{"status": "in_progress", "waiting_for": "officer", "due_at": stamp(time.Now().Add(-time.Hour)), "confidential": true})
	board, body := v.board()
	if board.All.Closed != 6 || board.All.Kept != 5 || board.Overdue != 1 || len(board.Months) != 12 || len(board.Services) != 1 {
		t.Fatalf("the board says %s", body)
	}
	month := board.Months[9]
	if month.Month != v.month(2) || month.Closed != 5 || month.Kept != 4 || month.Median == nil || *month.Median != 90 || *month.P90 != 600 {
		t.Errorf("two months ago %+v", month)
	}
	if last := board.Months[10]; last.Closed != 1 || last.Median != nil {
		t.Errorf("last month %+v", last)
	}
	if service := board.Services[0]; service.Overdue != 1 || service.Promise.Unit != "days" || len(service.Months) != 2 {
		t.Errorf("the service %+v", service)
	}
	for _, secret := range []string{v.Wayan.Id, v.Wayan.GetString("name"), v.Resident.Id, "request0"} {
		if strings.Contains(body, secret) {
			t.Errorf("it tells %s", secret)
		}
	}
	csv := string(v.Do("GET", "/api/open/promises/csv", nil, apptest.Guest).Want(200).Body)
	if !strings.Contains(csv, "domicile,Layanan domicile,"+v.month(2)+",5,4,90,600\n") {
		t.Errorf("as a table %s", csv)
	}
}
