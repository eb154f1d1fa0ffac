package apptest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
)

// Form is a multipart body, for uploads.
type Form struct {
	Fields map[string]string
	Files  []File
}

// File is one uploaded file of a [Form].
type File struct {
	Field, Name string
	Body        []byte
}

// Header is one more header of a request, for [App.Do].
type Header struct{ Name, Value string }

// Do sends one request, without network, as actor (nil or [Guest]: nobody). body
// is nil, a string or []byte sent as it is, a [Form], or anything else as JSON.
func (app *App) Do(method, path string, body any, actor *core.Record, headers ...Header) *Response {
	app.t.Helper()
	reader, kind := app.encode(body)
	request := httptest.NewRequest(method, path, reader)
	if kind != "" {
		request.Header.Set("Content-Type", kind)
	}
	if actor != nil {
		request.Header.Set("Authorization", app.Login(actor))
	}
	for _, h := range headers {
		request.Header.Set(h.Name, h.Value)
	}
	recorder := httptest.NewRecorder()
	app.Handler.ServeHTTP(recorder, request)
	return &Response{
		Status: recorder.Code, Header: recorder.Header(), Body: recorder.Body.Bytes(),
		what: method + " " + path, t: app.t,
	}
}

func (app *App) encode(body any) (reader io.Reader, kind string) {
	app.t.Helper()
	switch body := body.(type) {
	case nil:
		return nil, ""
	case string:
		return strings.NewReader(body), "application/json"
	case []byte:
		return bytes.NewReader(body), "application/json"
	case Form:
		return app.encodeForm(body)
	default:
		raw, err := json.Marshal(body)
		if err != nil {
			app.t.Fatal(err)
		}
		return bytes.NewReader(raw), "application/json"
	}
}

func (app *App) encodeForm(form Form) (reader io.Reader, kind string) {
	app.t.Helper()
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for name, value := range form.Fields {
		if err := w.WriteField(name, value); err != nil {
			app.t.Fatal(err)
		}
	}
	for _, file := range form.Files {
		part, err := w.CreateFormFile(file.Field, file.Name)
		if err != nil {
			app.t.Fatal(err)
		}
		if _, err := part.Write(file.Body); err != nil {
			app.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		app.t.Fatal(err)
	}
	return &out, w.FormDataContentType()
}

// Response is what the server answered.
type Response struct {
	Status int
	Header http.Header
	Body   []byte

	what string
	t    testing.TB
}

// Want ends the test unless the answer has this status.
func (r *Response) Want(status int) *Response {
	r.t.Helper()
	if r.Status != status {
		r.t.Fatalf("%s answered %d, want %d: %s", r.what, r.Status, status, r.Body)
	}
	return r
}

// WantFault ends the test unless the answer is this fault.
func (r *Response) WantFault(status int, key string) *Response {
	r.t.Helper()
	r.Want(status)
	if got := r.Key(); got != key {
		r.t.Fatalf("%s answered fault %q, want %q: %s", r.what, got, key, r.Body)
	}
	return r
}

// Into reads the JSON answer.
func (r *Response) Into(target any) {
	r.t.Helper()
	if err := json.Unmarshal(r.Body, target); err != nil {
		r.t.Fatalf("%s answered no such JSON: %v: %s", r.what, err, r.Body)
	}
}

// JSON is the answer as a map.
func (r *Response) JSON() map[string]any {
	r.t.Helper()
	out := map[string]any{}
	r.Into(&out)
	return out
}

// Key is the fault's key, empty where the answer is none.
func (r *Response) Key() string {
	var out struct{ Key string }
	_ = json.Unmarshal(r.Body, &out)
	return out.Key
}

// FieldKey is the code of the fault at a form field, empty where there is none.
func (r *Response) FieldKey(field string) string {
	var out struct {
		Data map[string]struct{ Code string }
	}
	_ = json.Unmarshal(r.Body, &out)
	return out.Data[field].Code
}

// ErrOnPurpose is what a test's hook returns to see what a failure leaves behind.
var ErrOnPurpose = errors.New("failed on purpose")
