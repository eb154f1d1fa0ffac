package notify_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

func TestEverybodyReadsTheirOwnNoticesOnly(t *testing.T) {
	v := start(t)
	v.tellReady()
	v.must(notify.Tell(v, notify.Notice{Officer: v.Officer.Id, Key: turn, Data: map[string]string{"code": "K7PM-3Q9W"}, Link: "/petugas"}))
	v.Do("GET", "/api/notices", nil, apptest.Guest).Want(401)
	if n := items(v.Do("GET", "/api/notices", nil, v.Neighbour)); len(n) != 0 {
		t.Error(n)
	}
	if n := items(v.Do("GET", "/api/notices", nil, v.Resident)); len(n) != 1 || n[0]["text"] != "Permohonan K7PM-3Q9W selesai." {
		t.Error(n)
	}
	if n := items(v.Do("GET", "/api/notices", nil, v.Officer)); len(n) != 1 || n[0]["group"] != "tasks" {
		t.Error(n)
	}
	path := "/api/collections/notices/records"
	for _, who := range []struct {
		name string
		want int
	}{{"resident", 1}, {"neighbour", 0}, {"officer", 1}, {"guest", 0}} {
		actor := map[string]any{"resident": v.Resident, "neighbour": v.Neighbour, "officer": v.Officer}[who.name]
		response := v.Do("GET", path, nil, nil)
		if actor != nil {
			switch who.name {
			case "resident":
				response = v.Do("GET", path, nil, v.Resident)
			case "neighbour":
				response = v.Do("GET", path, nil, v.Neighbour)
			case "officer":
				response = v.Do("GET", path, nil, v.Officer)
			}
		}
		if got := len(items(response)); got != who.want {
			t.Errorf("%s reads %d", who.name, got)
		}
	}
}

func items(r *apptest.Response) []map[string]any {
	var answer struct {
		Items []map[string]any `json:"items"`
	}
	r.Want(200).Into(&answer)
	return answer.Items
}

func TestReadingCountsDown(t *testing.T) {
	v := start(t)
	for range 3 {
		v.tellReady()
	}
	first := items(v.Do("GET", "/api/notices", nil, v.Resident))[0]["id"]
	unread := func(r *apptest.Response) float64 { return r.Want(200).JSON()["unread"].(float64) }
	if n := unread(v.Do("GET", "/api/notices/unread", nil, v.Resident)); n != 3 {
		t.Error(n)
	}
	if n := unread(v.Do("POST", "/api/notices/read", map[string]any{"ids": []any{first}}, v.Neighbour)); n != 0 {
		t.Error(n)
	}
	if n := unread(v.Do("POST", "/api/notices/read", map[string]any{"ids": []any{first}}, v.Resident)); n != 2 {
		t.Error(n)
	}
	if n := unread(v.Do("POST", "/api/notices/read", map[string]any{"until": "2999-01-01 00:00:00.000Z"}, v.Resident)); n != 0 {
		t.Error(n)
	}
	for _, body := range []any{map[string]any{}, `[1]`} {
		v.Do("POST", "/api/notices/read", body, v.Resident).WantFault(400, "notice.read")
	}
}

func TestAllPagesOfNoticesAreReadOnce(t *testing.T) {
	v := start(t)
	for n := range 65 {
		v.must(notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: ready, Data: map[string]string{"code": fmt.Sprint(n)}}))
	}
	seen, before := map[any]bool{}, ""
	for pages := 1; ; pages++ {
		answer := v.Do("GET", "/api/notices?before="+strings.ReplaceAll(before, " ", "%20"), nil, v.Resident).Want(200).JSON()
		for _, item := range answer["items"].([]any) {
			seen[item.(map[string]any)["id"]] = true
		}
		if before = answer["next"].(string); before == "" {
			if pages != 3 {
				t.Errorf("%d pages", pages)
			}
			break
		}
	}
	if len(seen) != 65 {
		t.Errorf("%d of 65 were seen", len(seen))
	}
}

func TestNobodyChangesWhatWasTold(t *testing.T) {
	v := start(t)
	v.tellReady()
	notice, err := v.FindFirstRecordByData("notices", "account", v.Resident.Id)
	v.must(err)
	path := "/api/collections/notices/records/" + notice.Id
	v.Do("PATCH", path, map[string]any{"text": "x"}, v.Resident).Want(403)
	v.Do("PATCH", path, map[string]any{"text": "x"}, v.Admin).WantFault(403, "notice.kept")
	v.Do("POST", "/api/collections/notices/records", map[string]any{"text": "x"}, v.Admin).WantFault(403, "access.made_by_program")
}

func TestChoicesSayWhatIsMissing(t *testing.T) {
	v := start(t)
	lacks := func(group, channel string) any {
		t.Helper()
		var answer struct {
			Groups []struct {
				Key      string                    `json:"key"`
				Channels map[string]map[string]any `json:"channels"`
			} `json:"groups"`
		}
		v.Do("GET", "/api/notices/choices", nil, v.Resident).Want(200).Into(&answer)
		for _, g := range answer.Groups {
			if g.Key == group {
				return g.Channels[channel]["lacks"]
			}
		}
		t.Fatal("no group", group)
		return nil
	}
	if got := lacks("requests", "phone"); got != "office" {
		t.Error(got)
	}
	v.provider("Fonnte", 1)
	if got := lacks("requests", "phone"); got != "consent" {
		t.Error(got)
	}
	v.agree(v.Wayan, "notice_whatsapp", true)
	if got := lacks("requests", "phone"); got != "" {
		t.Error(got)
	}
	if got := lacks("news", "phone"); got != "consent" {
		t.Error(got)
	}
	v.Settings().SMTP.Enabled = true
	if got := lacks("requests", "mail"); got != "address" {
		t.Error(got)
	}
}

func TestChoicesAreKeptAndCheckedPersonByPerson(t *testing.T) {
	v := start(t)
	v.Do("PUT", "/api/notices/choices", map[string]any{"quiet_from": "22:30", "quiet_to": "05:00", "language": "en",
		"channels": map[string]any{"requests": map[string]bool{"mail": false}}}, v.Resident).Want(200)
	answer := v.Do("PUT", "/api/notices/choices", map[string]any{"channels": map[string]any{"news": map[string]bool{"phone": false}}}, v.Resident).Want(200).JSON()
	if answer["quiet_from"] != "22:30" || answer["quiet_to"] != "05:00" || answer["language"] != "en" {
		t.Error(answer)
	}
	groups := answer["groups"].([]any)
	for _, group := range groups {
		g := group.(map[string]any)
		channels := g["channels"].(map[string]any)
		if g["key"] == "requests" && channels["mail"].(map[string]any)["on"] != false || g["key"] == "news" && channels["phone"].(map[string]any)["on"] != false {
			t.Error(g)
		}
	}
	if other := v.Do("GET", "/api/notices/choices", nil, v.Neighbour).Want(200).JSON(); other["quiet_from"] != "21:00" || other["language"] != "id" {
		t.Error("the neighbour's are others", other)
	}
	for field, body := range map[string]any{
		"quiet_from": map[string]any{"quiet_from": "25:00"}, "language": map[string]any{"language": "fr"},
		"channels": map[string]any{"channels": map[string]any{"tasks": map[string]bool{"phone": true}}},
	} {
		if got := v.Do("PUT", "/api/notices/choices", body, v.Resident).WantFault(400, "notice.choices").FieldKey(field); got == "" {
			t.Error(field, "is not pointed at")
		}
	}
}

func TestAnAnnouncementReachesEverybodyOnceInOneRow(t *testing.T) {
	v := start(t)
	v.must(notify.Announce(v, notify.Announcement{Notice: notify.Notice{Key: siren, Data: map[string]string{"place": "Tukad Badung"}}}))
	if v.count("notices", nil) != 0 || v.count("notice_causes", nil) != 1 {
		t.Error("it costs more than a row")
	}
	v.work(noon)
	v.work(noon)
	if n := v.count("notices", dbx.HashExp{"text": "Banjir di Tukad Badung."}); n != 2 {
		t.Errorf("%d notices for 2 logins", n)
	}
	v.must(notify.Announce(v, notify.Announcement{Hamlets: []string{apptest.KelodID}, Notice: notify.Notice{Key: siren, Data: map[string]string{"place": "Kelod"}}}))
	v.work(noon)
	if n := v.count("notices", dbx.HashExp{"text": "Banjir di Kelod."}); n != 0 {
		t.Errorf("%d notices in a hamlet without logins", n)
	}
	if err := notify.Announce(v, notify.Announcement{Officers: true, Notice: notify.Notice{Key: siren}}); err == nil {
		t.Error("a residents' group for officers")
	}
}
