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
	v.decided(v.month(2), 30, 120, dbx.Params{"status": "rejected"})
	v.decided(v.month(2), 30, 120, dbx.Params{"status": "cancelled"})
	v.decided(v.month(0), 30, 120, nil)
	v.decided(v.month(13), 30, 120, nil)
	v.counted(v.month(2), 5, map[string]int{"domicile": 5})
	board, body := v.board()
	if *board.All.Closed != 5 || *board.All.Kept != 4 || len(board.Months) != 12 || len(board.Services) != 1 {
		t.Fatalf("the board says %s", body)
	}
	month := board.Months[10]
	if month.Month != v.month(2) || *month.Closed != 5 || *month.Kept != 4 || *month.Median != 90 || *month.P90 != 600 {
		t.Errorf("two months ago %+v", month)
	}
	if service := board.Services[0]; service.Promise.Unit != "days" || len(service.Months) != 1 || *service.Closed != 5 || service.Overdue != nil || *board.Overdue != 0 {
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

func TestTheBoardTellsNoNumberThatTheStatisticsHide(t *testing.T) {
	v := start(t)
	for range 6 {
		v.decided(v.month(1), 30, 120, nil)
		v.decided(v.month(2), 30, 120, nil)
		v.decided(v.month(3), 30, 120, nil)
	}
	v.counted(v.month(1), 8, map[string]int{"domicile": -1, "poverty": -1}) // another number, hidden for the others' sake
	v.counted(v.month(2), 6, map[string]int{"domicile": 6})
	board, body := v.board()
	if *board.All.Closed != 6 || board.Months[11].Closed != nil || board.Months[11].Median != nil || board.Months[9].Closed != nil {
		t.Errorf("the board says %s", body)
	}
	if service := board.Services[0]; *service.Closed != 6 || len(service.Months) != 2 || service.Months[1].Closed != nil {
		t.Errorf("the service %+v", service)
	}
	v.counted(v.month(3), 6, map[string]int{"domicile": 6}) // counted at last: the board is made anew at once
	if board, body = v.board(); *board.All.Closed != 12 {
		t.Errorf("the board says %s", body)
	}
}

// due are requests of a service that wait for the office; promised so long from now.
func (v *village) due(service string, count int, promised time.Duration, more dbx.Params) {
	v.t.Helper()
	for range count {
		fields := dbx.Params{"service": service, "status": "in_progress", "waiting_for": "officer", "due_at": stamp(time.Now().Add(promised))}
		for name, value := range more {
			fields[name] = value
		}
		v.request(fields)
	}
}

func TestWhatIsOverdueIsToldFromFiveOn(t *testing.T) {
	v := start(t)
	poverty := v.offers("poverty", 0)
	v.due(v.service.Id, 6, -time.Hour, nil)
	v.due(poverty.Id, 2, time.Hour, nil)
	v.due(poverty.Id, 2, -time.Hour, dbx.Params{"confidential": true})
	v.due(poverty.Id, 2, -time.Hour, dbx.Params{"waiting_for": "applicant"})
	if board, body := v.board(); board.Overdue == nil || *board.Overdue != 6 || len(board.Services) != 1 || *board.Services[0].Overdue != 6 {
		t.Errorf("the board says %s", body)
	}
	v.due(poverty.Id, 1, -time.Hour, nil)
	apptest.Save(t, v, poverty) // the answer is kept for a minute
	if board, body := v.board(); *board.Overdue != 7 || len(board.Services) != 0 {
		t.Errorf("one of seven can be worked out from %s", body)
	}
}
