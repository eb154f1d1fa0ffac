package web_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestNobodyReachesTheSQLConsole(t *testing.T) {
	app := newApp(t)
	query := map[string]string{"query": "DROP TRIGGER request_events_no_DELETE"}
	app.Do("POST", "/api/sql", query, app.Admin).WantFault(403, "web.console_off")
	app.Do("POST", "/api/s%71l", query, app.Admin).WantFault(403, "web.console_off")
	app.Do("POST", "/api/sql", query, app.VillageHead).Want(403)
	app.Do("POST", "/api/sql", query, apptest.Guest).Want(403)

	var triggers int
	if err := app.DB().NewQuery("SELECT count(*) FROM sqlite_master WHERE name = 'request_events_no_DELETE'").Row(&triggers); err != nil {
		t.Fatal(err)
	}
	if triggers != 1 {
		t.Error("the trigger is gone")
	}
}

func TestABackupIsRestoredOnTheServerOnly(t *testing.T) {
	app := newApp(t)
	for _, path := range []string{"/api/backups/old.zip/restore", "/api/backups/upload"} {
		for _, who := range []*core.Record{apptest.Guest, app.VillageHead, app.Admin} {
			app.Do("POST", path, nil, who).WantFault(403, "web.restore_there")
		}
	}
	app.Do("GET", "/api/backups", nil, app.Admin).Want(200)
}

func TestNobodyActsAsSomeoneElse(t *testing.T) {
	app := newApp(t)
	app.Do("POST", "/api/collections/officers/impersonate/"+app.VillageHead.Id, map[string]any{"duration": 60}, app.Admin).
		WantFault(403, "web.nobody_else")
}
