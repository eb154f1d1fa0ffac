package fault_test

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	validation "github.com/pocketbase/ozzo-validation/v4"
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/logger"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
)

var (
	errTaken = fault.New(fault.Conflict, "test.taken",
		"Sudah diputuskan oleh {name}.", "Already decided by {name}.")
	errPhone = fault.New(fault.Invalid, "test.phone", "Nomor telepon belum benar.", "This is not a phone number.")
	errForm  = fault.New(fault.Invalid, "test.form", "Ada yang belum benar.", "Something is not right.")
	errMany  = fault.New(fault.TooMany, "test.many", "Terlalu sering.", "Too often.")
	secret   = errors.New("secret: disk /dev/vda1 is full")
)

// register adds a route and a hook that fail in every way under test.
func register(app core.App) {
	fault.Register(app)
	failures := map[string]error{
		"fault":   errTaken.With("name", "Ni Luh").Because(secret),
		"wrapped": fmt.Errorf("deciding: %w", errTaken.With("name", "Ni Luh")),
		"inside":  apis.NewBadRequestError("Failed to create record", errTaken.With("name", "Ni Luh")),
		"fields":  errForm.At("phone", errPhone),
		"plain":   secret,
		"many":    errMany.Because(secret),
		"long":    errTaken.Because(errors.New(strings.Repeat("é", 5000))),
		"five":    apis.NewInternalServerError("secret", secret),
		"busy":    apis.NewBadRequestError("Failed to create record", errors.New("database is locked (5)")),
		"mixed": apis.NewBadRequestError("Failed to create record", validation.Errors{
			"phone": errPhone,
			"name":  validation.NewError("validation_max_text_constraint", "Must be no more than {{.max}} character(s).").SetParams(map[string]any{"max": 150}),
			"odd":   validation.NewError("validation_something_new", "Something new."),
			"rows":  validation.Errors{"0": validation.ErrRequired},
		}),
	}
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		for name, err := range failures {
			e.Router.GET("/api/test/"+name, func(*core.RequestEvent) error { return err })
		}
		e.Router.POST("/api/test/body", func(e *core.RequestEvent) error {
			var body struct{ Phone int }
			if err := e.BindBody(&body); err != nil {
				return err
			}
			return validation.Errors{"phone": errPhone}
		})
		e.Router.GET("/api/test/panic", func(*core.RequestEvent) error { panic("secret") })
		return e.Next()
	})
	app.OnRecordCreate("hamlets").BindFunc(func(e *core.RecordEvent) error {
		if e.Record.GetString("name") == "Banjar Terlarang" {
			return errTaken.With("name", "kantor")
		}
		return e.Next()
	})
}

var english = apptest.Header{Name: "Accept-Language", Value: "en-US,en;q=0.9,id;q=0.5"}

func TestAFaultReachesTheCallerHoweverItTravelled(t *testing.T) {
	app := apptest.New(t, register)
	for _, way := range []string{"fault", "wrapped", "inside"} {
		answer := app.Do("GET", "/api/test/"+way, nil, apptest.Guest).WantFault(409, "test.taken")
		if got := answer.JSON()["message"]; got != "Sudah diputuskan oleh Ni Luh." {
			t.Errorf("%s reads %q", way, got)
		}
	}
	app.Do("POST", "/api/collections/hamlets/records", map[string]string{"name": "Banjar Terlarang"}, app.Admin).
		WantFault(409, "test.taken")
}

func TestTheCallersLanguage(t *testing.T) {
	app := apptest.New(t, register)
	read := func(actor *core.Record, headers ...apptest.Header) string {
		return app.Do("GET", "/api/test/fault", nil, actor, headers...).JSON()["message"].(string)
	}
	if got := read(apptest.Guest, english); !strings.HasPrefix(got, "Already") {
		t.Errorf("an English browser reads %q", got)
	}
	if got := read(app.Resident, english); !strings.HasPrefix(got, "Sudah") {
		t.Errorf("an account set to Indonesian reads %q", got)
	}
	app.Resident.Set("language", "en")
	if err := app.Save(app.Resident); err != nil {
		t.Fatal(err)
	}
	if got := read(app.Resident); !strings.HasPrefix(got, "Already") {
		t.Errorf("an account set to English reads %q", got)
	}
}

func TestFieldsAreNamedWithTheirOwnFaults(t *testing.T) {
	app := apptest.New(t, register)
	if got := app.Do("GET", "/api/test/fields", nil, apptest.Guest).WantFault(400, "test.form").FieldKey("phone"); got != "test.phone" {
		t.Errorf("the phone's fault is %q", got)
	}
	mixed := app.Do("GET", "/api/test/mixed", nil, apptest.Guest).WantFault(400, "api.form")
	var answer struct {
		Data struct {
			Phone, Name, Odd struct{ Code, Message string }
			Rows             map[string]struct{ Code, Message string }
		}
	}
	mixed.Into(&answer)
	for got, want := range map[string]string{
		answer.Data.Phone.Code:           "test.phone",
		answer.Data.Name.Message:         "Paling banyak 150 huruf.",
		answer.Data.Odd.Message:          "Isian ini belum benar.",
		answer.Data.Rows["0"].Message:    "Wajib diisi.",
		answer.Data.Odd.Code + " of odd": "validation_something_new of odd",
	} {
		if got != want {
			t.Errorf("got %q, want %q in %s", got, want, mixed.Body)
		}
	}
	if got := app.Do("GET", "/api/test/mixed", nil, app.Admin).Body; !strings.Contains(string(got), "Something new.") {
		t.Errorf("the admin lost PocketBase's own words: %s", got)
	}
}

func TestWhatCannotBeReadIsTheSendersMistake(t *testing.T) {
	app := apptest.New(t, register)
	for _, body := range []string{`{`, `{"phone":"x"}`, `[]`} {
		app.Do("POST", "/api/test/body", body, apptest.Guest).WantFault(400, "api.refused")
	}
	if got := app.Do("POST", "/api/test/body", `{}`, apptest.Guest).WantFault(400, "api.form").FieldKey("phone"); got != "test.phone" {
		t.Errorf("the phone's fault is %q", got)
	}
}

func TestOurMistakesAreToldWithoutTheirCause(t *testing.T) {
	app := apptest.New(t, register)
	for way, status := range map[string]int{"plain": 500, "five": 500, "panic": 500, "busy": 503, "fault": 409} {
		for _, actor := range []*core.Record{apptest.Guest, app.Admin} {
			answer := app.Do("GET", "/api/test/"+way, nil, actor).Want(status)
			if body := string(answer.Body); strings.Contains(body, "secret") || strings.Contains(body, "locked") {
				t.Errorf("%s tells %s", way, body)
			}
		}
	}
}

func TestTheCauseIsInTheLogAndTheQueryIsNot(t *testing.T) {
	app := apptest.New(t, register)
	app.Settings().Logs.MaxDays = 1
	app.Do("GET", "/api/test/plain?q=I%20Wayan", nil, apptest.Guest).Want(500)
	app.Do("GET", "/api/test/fault?q=I%20Wayan", nil, apptest.Guest).Want(409)
	app.Do("GET", "/api/test/fields", nil, apptest.Guest).Want(400)
	if err := app.Logger().Handler().(*logger.BatchHandler).WriteAll(context.Background()); err != nil {
		t.Fatal(err)
	}
	var logs []*core.Log
	if err := app.LogQuery().OrderBy("created").All(&logs); err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for _, entry := range logs {
		if entry.Data.Get("type") != "fault" {
			continue
		}
		told[fmt.Sprint(entry.Data.Get("key"))] = entry.Level
		if cause := fmt.Sprint(entry.Data.Get("cause")); !strings.Contains(cause, "secret") {
			t.Errorf("the log says only %q", cause)
		}
		if strings.Contains(fmt.Sprint(entry.Data), "Wayan") {
			t.Errorf("the log holds a name: %v", entry.Data)
		}
	}
	if len(told) != 2 || told["api.internal"] != 8 || told["test.taken"] != 4 {
		t.Errorf("the log holds %v", told)
	}
}

// Every line of a flood would otherwise cost a write to the disk.
func TestALogLineIsShortAndAFloodLeavesFew(t *testing.T) {
	app := apptest.New(t, register)
	app.Settings().Logs.MaxDays = 1
	for range 50 {
		app.Do("GET", "/api/test/many", nil, apptest.Guest).Want(429)
		broken := httptest.NewRequest("POST", "/api/collections/officers/auth-with-password", strings.NewReader(`{"identity": "5171`))
		broken.Header.Set("Content-Type", "application/json")
		app.Handler.ServeHTTP(httptest.NewRecorder(), broken)
	}
	app.Do("GET", "/api/test/long", nil, apptest.Guest).Want(409)
	if err := app.Logger().Handler().(*logger.BatchHandler).WriteAll(context.Background()); err != nil {
		t.Fatal(err)
	}
	var logs []*core.Log
	if err := app.LogQuery().All(&logs); err != nil {
		t.Fatal(err)
	}
	lines := map[string]int{}
	for _, entry := range logs {
		lines[fmt.Sprint(entry.Data.Get("key"))]++
		if cause := fmt.Sprint(entry.Data.Get("cause")); len([]rune(cause)) > 300 {
			t.Errorf("a cause of %d characters", len([]rune(cause)))
		}
	}
	for _, key := range []string{"test.many", "api.refused"} {
		if n := lines[key]; n < 1 || n > 2 { // two where a minute turns
			t.Errorf("%s has %d lines", key, n)
		}
	}
	if lines["test.taken"] != 1 {
		t.Errorf("the log holds %v", lines)
	}
}

func TestPocketBasesOwnErrorsAreWordedForPeople(t *testing.T) {
	app := apptest.New(t, register)
	login := func(identity, password string) *apptest.Response {
		return app.Do("POST", "/api/collections/officers/auth-with-password",
			map[string]string{"identity": identity, "password": password}, apptest.Guest)
	}
	login("loket", "salah").WantFault(400, "api.login")
	if got := login("loket", "").WantFault(400, "api.form").FieldKey("password"); got != "validation_required" {
		t.Errorf("an empty password is %q", got)
	}
	app.Officer.Set("active", false)
	if err := app.Save(app.Officer); err != nil {
		t.Fatal(err)
	}
	login("loket", apptest.Password).WantFault(403, "api.login_closed")

	app.Do("GET", "/api/collections/hamlets/records", nil, apptest.Guest).WantFault(403, "api.forbidden")
	app.Do("GET", "/api/collections/nothing/records", nil, app.Admin).WantFault(404, "api.not_found")
	app.Do("POST", "/api/files/token", nil, apptest.Guest).WantFault(401, "api.unauthenticated")
	app.Do("DELETE", "/api/collections/hamlets/records/"+apptest.KajaID, nil, app.Admin).WantFault(400, "api.referenced")
	twice := app.Do("POST", "/api/collections/hamlets/records", map[string]string{"name": "Banjar Kaja"}, app.Admin).WantFault(400, "api.form")
	if got := twice.FieldKey("name"); got != "validation_not_unique" {
		t.Errorf("a second Banjar Kaja is %q", got)
	}
	short := app.Do("PATCH", "/api/collections/officers/records/"+app.Secretary.Id,
		map[string]string{"password": "x", "passwordConfirm": "x"}, app.Admin).Want(400)
	if !strings.Contains(string(short.Body), "Paling sedikit 8 huruf.") {
		t.Errorf("a short password reads %s", short.Body)
	}
}

func TestHeadOfAMissingPageHasNoBody(t *testing.T) {
	app := apptest.New(t, register)
	if got := app.Do("HEAD", "/api/test/fault", nil, apptest.Guest).Want(409); len(got.Body) > 0 {
		t.Errorf("HEAD answers %s", got.Body)
	}
}
