package fault

import (
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"strings"

	validation "github.com/pocketbase/ozzo-validation/v4"
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
)

// Register makes every error of the server, PocketBase's own included, an answer
// in the caller's language. It stands outside PocketBase's panic guard and rate
// limits, so that it also words theirs, and inside the activity log.
func Register(app core.App) {
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.Router.Bind(&hook.Handler[*core.RequestEvent]{
			Id:       "mdesaFault",
			Priority: apis.DefaultPanicRecoverMiddlewarePriority - 5,
			Func: func(e *core.RequestEvent) error {
				err := e.Next()
				if err == nil || e.Written() {
					return err
				}
				return answer(e, err)
			},
		})
		return e.Next()
	})
}

// body is an error as the API tells it.
type body struct {
	Status  int            `json:"status"`
	Message string         `json:"message"`
	Key     string         `json:"key"`
	Data    map[string]any `json:"data"`
}

// place is one faulty field of a form.
type place struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func answer(e *core.RequestEvent, err error) error {
	lang := Lang(e)
	said := read(err)
	out := body{Status: said.status, Key: said.fault.Key, Message: said.fault.In(lang), Data: said.fields(lang, e.HasSuperuserAuth())}
	if said.plain != "" && e.HasSuperuserAuth() {
		out.Message = said.plain
	}
	if speak, ok := e.App.Store().Get(Speech).(func(lang, text string) string); ok {
		out = out.in(func(text string) string { return speak(lang, text) })
	}
	report(e, said)
	header := e.Response.Header()
	header.Set("Content-Language", lang)
	header.Add("Vary", "Accept-Language")
	if e.Request.Method == http.MethodHead {
		e.Response.WriteHeader(out.Status)
		return nil
	}
	return e.JSON(out.Status, out)
}

// Speech is where the app's store keeps a func(lang, text string) string that puts
// a text into the words of the office: faults speak of a desa, but the office may
// be a kelurahan.
const Speech = "fault.speech"

func (b body) in(speak func(string) string) body {
	b.Message = speak(b.Message)
	for field, about := range b.Data {
		if p, ok := about.(place); ok {
			b.Data[field] = place{p.Code, speak(p.Message)}
		}
	}
	return b
}

// heard is what could be read from an error.
type heard struct {
	fault  *Fault
	status int
	api    *router.ApiError // PocketBase's form of the error, if it had one
	plain  string           // PocketBase's own text, where no fault of ours says it better
	cause  error
}

// read finds the fault in an error. A fault that a hook returned arrives inside
// PocketBase's ApiError, which doesn't unwrap: it hides in RawData.
func read(err error) heard {
	var f *Fault
	if errors.As(err, &f) {
		return heard{fault: f, status: f.Status(), cause: f.cause}
	}
	var api *router.ApiError
	var form validation.Errors
	if !errors.As(err, &api) && errors.As(err, &form) {
		api = router.NewBadRequestError("", err)
	}
	if api == nil {
		f = unexpected(err)
		return heard{fault: f, status: f.Status(), cause: err}
	}
	raw, _ := api.RawData().(error)
	if errors.As(raw, &f) {
		return heard{fault: f, status: f.Status(), cause: f.cause}
	}
	if busy(raw) {
		return heard{fault: errBusy, status: errBusy.Status(), cause: raw}
	}
	said, plain := translate(api)
	return heard{fault: said, status: api.Status, api: api, plain: plain, cause: raw}
}

// unexpected words an error that is neither ours nor PocketBase's. PocketBase
// would answer 400; it is the server that failed.
func unexpected(err error) *Fault {
	switch {
	case errors.Is(err, sql.ErrNoRows), errors.Is(err, fs.ErrNotExist):
		return errNotFound
	case busy(err):
		return errBusy
	case malformed(err):
		return errRefused
	default:
		return errInternal
	}
}

// malformed is what BindBody says of a body that is no JSON or not of the shape
// that a route reads.
func malformed(err error) bool {
	var syntax *json.SyntaxError
	var shape *json.UnmarshalTypeError
	return errors.As(err, &syntax) || errors.As(err, &shape) || errors.Is(err, io.ErrUnexpectedEOF)
}

func busy(err error) bool {
	return err != nil && strings.Contains(err.Error(), "database is locked")
}
