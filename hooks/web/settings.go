package web

import (
	"encoding/json"
	"os"

	"github.com/pocketbase/pocketbase/core"
)

// ProxyHeaderEnv names the environment variable that says which header of a
// reverse proxy carries the caller's address, such as X-Forwarded-For. Set it
// only when nobody can reach the server past the proxy.
const ProxyHeaderEnv = "MDESA_PROXY_HEADER"

// Rules are the limits per address. They are wide because a banjar may share one
// address; attempts on one account or one code are counted by a [Limiter].
var rules = []core.RateLimitRule{
	{Label: "*:authWithPassword", MaxRequests: 60, Duration: 60}, // bcrypt: two cores check about 30 a second
	{Label: "*:authWithOTP", MaxRequests: 60, Duration: 60},      // bcrypt, too
	{Label: "/api/officers/login-code", MaxRequests: 30, Duration: 60},
	{Label: "/api/accounts/activate", MaxRequests: 30, Duration: 60},
	{Label: "/api/requests/status", MaxRequests: 60, Duration: 60},
	{Label: "/api/requests/trail", MaxRequests: 60, Duration: 60},
	{Label: "/api/letters/verify/", MaxRequests: 300, Duration: 60},
	{Label: "*:create", MaxRequests: 300, Duration: 60},
	{Label: "/api/", MaxRequests: 600, Duration: 10},
}

// applySettings brings PocketBase's settings to what M-Desa needs and saves them
// only when something changed.
func applySettings(app core.App) error {
	settings := app.Settings()
	before, err := json.Marshal(settings)
	if err != nil {
		return err
	}
	if settings.Meta.AppName == factoryName {
		first(settings)
	}
	always(settings)
	after, err := json.Marshal(settings)
	if err != nil || string(before) == string(after) {
		return err
	}
	return app.Save(settings)
}

// factoryName is what PocketBase calls an app that nobody has set up yet.
const factoryName = "Acme"

// first holds what the admin may change afterwards.
func first(settings *core.Settings) {
	settings.Meta.AppName = "M-Desa"
	settings.Meta.SenderName = "M-Desa"
	settings.Logs.MinLevel = 4 // slog's warn; a log row for every request costs a fifth of the speed
	settings.Logs.MaxDays = 30
	settings.Logs.LogIP = true
}

// always holds what belongs to the program: a change in the admin UI lasts until
// the next start. Batch stays off because one batch would run many decisions in
// one transaction and past the limits.
func always(settings *core.Settings) {
	settings.RateLimits.Enabled = true
	settings.RateLimits.Rules = append([]core.RateLimitRule(nil), rules...)
	settings.Batch.Enabled = false
	if header := os.Getenv(ProxyHeaderEnv); header != "" {
		settings.TrustedProxy.Headers = []string{header}
	}
}
