package fault

import (
	"database/sql"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/core"
)

// longestCause, in characters, is how much of a cause is logged: it may quote
// what was sent.
const longestCause = 300

// report writes the cause to the log: our mistakes as errors, what the caller
// tried in vain as warnings. Only the path is kept, a query may hold a name.
// Ordinary mistakes, a form field or a record that is not there, are not news;
// neither is every one of a flood that is turned away, or of what guests send
// that is no JSON: anybody could fill the log.
func report(e *core.RequestEvent, said heard) {
	level := slog.LevelWarn
	if said.status >= http.StatusInternalServerError {
		level = slog.LevelError
	} else if said.cause == nil || errors.Is(said.cause, sql.ErrNoRows) || (said.api != nil && len(said.api.Data) > 0) {
		return
	}
	flood := said.status == http.StatusTooManyRequests || e.Auth == nil && level == slog.LevelWarn
	if flood && !firstInMinute(e.App, said.fault.Key, time.Now()) {
		return
	}
	details := []any{
		"type", "fault", "key", said.fault.Key, "status", said.status,
		"method", e.Request.Method, "path", e.Request.URL.Path,
	}
	if said.cause != nil {
		details = append(details, "cause", cut(said.cause.Error()))
	}
	if e.Auth != nil {
		details = append(details, "auth", e.Auth.Collection().Name, "authId", e.Auth.Id)
	}
	if e.App.Settings().Logs.LogIP {
		details = append(details, "userIP", e.RealIP())
	}
	e.App.Logger().Log(e.Request.Context(), level, said.fault.In("en"), details...)
}

// firstInMinute tells whether a key was not logged yet in the running minute. The
// keys are the declared ones, so there are never many.
func firstInMinute(app core.App, key string, now time.Time) bool {
	told := app.Store().GetOrSet("fault.told", func() any { return new(sync.Map) }).(*sync.Map)
	minute := now.Unix() / 60
	last, ever := told.Swap(key, minute)
	return !ever || last != minute
}

func cut(cause string) string {
	text := []rune(cause)
	return string(text[:min(len(text), longestCause)])
}
