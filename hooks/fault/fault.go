// Package fault is how M-Desa says that something went wrong: a handful of
// codes, a text for the person in their language, and a cause for the log.
//
// A fault is declared once, as a package variable, beside the rule it speaks for:
//
//	var errDecided = fault.New(fault.Conflict, "request.decided",
//		"Permohonan ini baru saja diputuskan orang lain.",
//		"Someone else has just decided this request.")
//
// and returned from hooks and routes as it is, or with details:
//
//	return errDecided.With("name", officer).Because(err)
package fault

import (
	"errors"
	"fmt"
	"maps"
	"strings"
)

// Code says what kind of thing went wrong; it decides the HTTP status.
type Code string

const (
	Invalid         Code = "invalid"         // 400: what was sent cannot be used as it is
	Unauthenticated Code = "unauthenticated" // 401: nobody is logged in
	Forbidden       Code = "forbidden"       // 403: this person may not do that
	NotFound        Code = "not_found"       // 404: not there, or not there for this person
	Conflict        Code = "conflict"        // 409: someone else was faster
	TooMany         Code = "too_many"        // 429: tried too often
	Internal        Code = "internal"        // 500: our mistake
	Unavailable     Code = "unavailable"     // 503: a part of the machine is not ready
)

var statuses = map[Code]int{
	Invalid: 400, Unauthenticated: 401, Forbidden: 403, NotFound: 404,
	Conflict: 409, TooMany: 429, Internal: 500, Unavailable: 503,
}

// Fault is an error that a person can be told. The zero value is not useful: use [New].
type Fault struct {
	Code   Code
	Key    string            // stable name of the message, "request.decided"
	Fields map[string]*Fault // by form field, where the fault is about a form

	id, en string
	params map[string]text
	cause  error
}

// text is a value in both languages.
type text struct{ id, en string }

// declared holds every fault made by New, so that a test can read all texts.
var declared = map[string]*Fault{}

// New declares a fault with its Indonesian and English text. Texts may hold
// {name} placeholders for [Fault.With]. It is meant for package variables and
// panics on a key that is declared twice or a text that is missing.
func New(code Code, key, id, en string) *Fault {
	if _, twice := declared[key]; twice {
		panic("fault: declared twice: " + key)
	}
	if statuses[code] == 0 || id == "" || en == "" {
		panic("fault: incomplete: " + key)
	}
	f := &Fault{Code: code, Key: key, id: id, en: en}
	declared[key] = f
	return f
}

// Status is the HTTP status of the fault.
func (f *Fault) Status() int { return statuses[f.Code] }

// With returns a copy whose {name} placeholder reads value.
func (f *Fault) With(name string, value any) *Fault {
	return f.WithText(name, fmt.Sprint(value), fmt.Sprint(value))
}

// WithText is [Fault.With] for a value that itself stands in both languages,
// such as the label of a question.
func (f *Fault) WithText(name, id, en string) *Fault {
	c := *f
	c.params = maps.Clone(f.params)
	if c.params == nil {
		c.params = map[string]text{}
	}
	c.params[name] = text{id, en}
	return &c
}

// Because returns a copy that carries the cause; it is logged and never shown.
func (f *Fault) Because(cause error) *Fault {
	c := *f
	c.cause = cause
	return &c
}

// At returns a copy that points to one form field.
func (f *Fault) At(field string, about *Fault) *Fault {
	c := *f
	c.Fields = maps.Clone(f.Fields)
	if c.Fields == nil {
		c.Fields = map[string]*Fault{}
	}
	c.Fields[field] = about
	return &c
}

// In is the person's text in a language: "en", or Indonesian for anything else.
func (f *Fault) In(lang string) string {
	sentence := f.id
	if lang == "en" {
		sentence = f.en
	}
	pairs := make([]string, 0, 2*len(f.params))
	for name, value := range f.params {
		if lang == "en" {
			pairs = append(pairs, "{"+name+"}", value.en)
		} else {
			pairs = append(pairs, "{"+name+"}", value.id)
		}
	}
	// One pass: a value that itself reads "{name}" stays as it was typed.
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// Error is for the log: key and cause, in English.
func (f *Fault) Error() string {
	if f.cause != nil {
		return f.Key + ": " + f.cause.Error()
	}
	return f.Key + ": " + f.In("en")
}

func (f *Fault) Unwrap() error { return f.cause }

// Is makes errors.Is find a fault by its key, whatever its details.
func (f *Fault) Is(target error) bool {
	var t *Fault
	return errors.As(target, &t) && t.Key == f.Key
}
