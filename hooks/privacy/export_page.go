package privacy

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/office"
)

//go:embed export.html
var exportPage string

// readable is index.html in an export: one file that needs nothing else.
// html/template escapes whatever people typed.
var readable = template.Must(template.New("index.html").Funcs(template.FuncMap{"lines": lines, "show": show}).Parse(exportPage))

// line is one fact on the page.
type line struct{ Label, Text string }

// lines are what a row says, in the page's order; what is empty is left out.
func lines(row map[string]any) []line {
	var said []line
	for _, label := range labels {
		text := show(row[label[0]])
		if word := words[label[0]][text]; word != "" {
			text = word
		}
		if text != "" {
			said = append(said, line{label[1], text})
		}
	}
	return said
}

// show writes a value as people read it; "" for nothing.
func show(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case bool:
		if value {
			return "ya"
		}
		return "tidak"
	case float64:
		if value == 0 {
			return ""
		}
		return fmt.Sprint(value)
	case string:
		if _, err := time.Parse(time.DateOnly, value); err == nil {
			return office.LongDay(value, "id")
		}
		if at, err := time.Parse(time.RFC3339, value); err == nil {
			return office.Long(at, "id") + at.Format(", 15.04")
		}
		return value
	case types.JSONRaw:
		return showChanges(value)
	case []any:
		texts := make([]string, len(value))
		for i := range value {
			texts[i] = show(value[i])
		}
		return strings.Join(texts, ", ")
	case map[string]any:
		return showMap(value)
	}
	return fmt.Sprint(value)
}

// showMap writes a row of an answer: a child, an heir.
func showMap(row map[string]any) string {
	var texts []string
	for _, key := range slices.Sorted(maps.Keys(row)) {
		if text := show(row[key]); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, ", ")
}

// showChanges writes a correction, one field a line.
func showChanges(raw types.JSONRaw) string {
	var changes map[string]Change
	if json.Unmarshal(raw, &changes) != nil {
		return ""
	}
	var texts []string
	for _, label := range labels {
		if change, there := changes[label[0]]; there {
			texts = append(texts, fmt.Sprintf("%s: %s menjadi %s", label[1], show(change.From), show(change.To)))
		}
	}
	return strings.Join(texts, "\n")
}
