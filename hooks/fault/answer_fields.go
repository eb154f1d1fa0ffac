package fault

import (
	"errors"
	"fmt"
	"regexp"

	validation "github.com/pocketbase/ozzo-validation/v4"
)

var number = regexp.MustCompile(`\d+`)

// fields are the faulty fields of a form: those a fault names, those a hook put
// into validation.Errors, and PocketBase's own, in the caller's language.
// Superusers keep PocketBase's text where there is no other: they read about
// collections and rules in the admin UI.
func (h heard) fields(lang string, superuser bool) map[string]any {
	out := map[string]any{}
	if h.api != nil {
		raw, _ := h.api.RawData().(error)
		var form validation.Errors
		errors.As(raw, &form)
		translateFields(out, h.api.Data, form, lang, superuser)
	}
	for name, f := range h.fault.Fields {
		out[name] = place{Code: f.Key, Message: f.In(lang)}
	}
	return out
}

// translateFields copies PocketBase's data, which is already safe to show. form
// holds the errors it was made from: a fault among them became "Invalid value".
func translateFields(out, data map[string]any, form validation.Errors, lang string, superuser bool) {
	for name, value := range data {
		var f *Fault
		if errors.As(form[name], &f) {
			out[name] = place{Code: f.Key, Message: f.In(lang)}
			continue
		}
		entry, ok := value.(map[string]any)
		if !ok {
			out[name] = value // not an error of a field: the answers of a batch, for example
			continue
		}
		code, _ := entry["code"].(string)
		if _, ok := entry["message"].(string); !ok || code == "" {
			var inner validation.Errors
			errors.As(form[name], &inner)
			nested := map[string]any{}
			translateFields(nested, entry, inner, lang, superuser)
			out[name] = nested
			continue
		}
		out[name] = translateField(entry, code, lang, superuser)
	}
}

func translateField(entry map[string]any, code, lang string, superuser bool) any {
	f, known := fieldFaults[code]
	if !known {
		if superuser || entry["response"] != nil { // one answer of a batch
			return entry
		}
		f = errField
	}
	params, _ := entry["params"].(map[string]any)
	for name, value := range params {
		f = f.With(name, fmt.Sprint(value))
	}
	if len(params) == 0 {
		// PocketBase writes the limits of a password only into its text.
		message, _ := entry["message"].(string)
		limit := number.FindString(message)
		f = f.With("min", limit).With("max", limit)
	}
	return place{Code: code, Message: f.In(lang)}
}
