package notify

import (
	"encoding/base64"
	"encoding/json"
	"net/url"
	"strconv"
	"strings"
)

// message is what a gateway's templates are filled with.
type message struct{ to, text, id, token string }

// Places of a template, and how each encoding writes what goes there. A value
// never becomes part of the format: a text with quotes or an & stays a text.
var encodings = map[string]func(string) string{
	"json": func(value string) string {
		written, err := json.Marshal(value)
		if err != nil {
			return ""
		}
		return string(written[1 : len(written)-1])
	},
	"form": url.QueryEscape,
	// Of a header, which ends at a line break.
	"header": func(value string) string { return strings.NewReplacer("\r", "", "\n", " ").Replace(value) },
}

// fill fills a template in one pass.
func (m message) fill(template, encoding string) string {
	encode := encodings[encoding]
	return strings.NewReplacer(
		"{to}", encode(m.to), "{text}", encode(m.text), "{id}", encode(m.id), "{token}", encode(m.token),
		"{token_base64}", encode(base64.StdEncoding.EncodeToString([]byte(m.token))),
	).Replace(template)
}

// at finds a value in an answer by its path, "data.messages.0.id"; "" for none.
func at(answer any, path string) string {
	for name := range strings.SplitSeq(path, ".") {
		switch inner := answer.(type) {
		case map[string]any:
			answer = inner[name]
		case []any:
			index, err := strconv.Atoi(name)
			if err != nil || index < 0 || index >= len(inner) {
				return ""
			}
			answer = inner[index]
		default:
			return ""
		}
	}
	switch value := answer.(type) {
	case string:
		return value
	case bool:
		return strconv.FormatBool(value)
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	case json.Number:
		return value.String()
	}
	return ""
}

// isYes reads what providers write for yes.
func isYes(value string) bool {
	switch strings.ToLower(value) {
	case "true", "1", "ok", "success", "sent", "queued", "accepted":
		return true
	}
	return false
}
