package privacy

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// retentionState answers GET /api/privacy/retention for the dashboard.
func retentionState(e *core.RequestEvent) error {
	record, err := office.Current(e.App)
	if err != nil {
		return err
	}
	dry, err := latestRun(e.App, dbx.HashExp{"dry": true})
	if err != nil {
		return err
	}
	real, err := latestRun(e.App, dbx.HashExp{"dry": false})
	if err != nil {
		return err
	}
	schedule := scheduleIn(record)
	looked, err := lookedAt(e.App, schedule, time.Now())
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{
		"on": record.GetBool("retention_on"), "schedule": schedule, "looked": looked,
		"dry": dry, "real": real, "log_days": e.App.Settings().Logs.MaxDays,
	})
}

// dryRun answers POST /api/privacy/retention/dry-run: what would go now.
func dryRun(e *core.RequestEvent) error {
	run, err := Run(e.App, By{Kind: "superuser", ID: e.Auth.Id}, true, time.Now())
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, run)
}

// runInTheNight is the timed job. It does nothing unless the admin switched it on.
func runInTheNight(app core.App) {
	record, err := office.Current(app)
	if err == nil && record.GetBool("retention_on") {
		_, err = Run(app, ByClock, false, time.Now())
	}
	if err != nil {
		app.Logger().Error("retention", "error", err)
	}
}
