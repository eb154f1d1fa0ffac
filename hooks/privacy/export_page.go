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

// readable is index.html in an export, by language: one file that needs nothing
// else. html/template escapes whatever people typed.
var readable = map[tongue]*template.Template{"id": pageIn("id"), "en": pageIn("en")}

// tongue is the language that an export's page speaks: "id" or "en".
type tongue string

func tongueOf(language string) tongue {
	if language == "en" {
		return "en"
	}
	return "id"
}

func pageIn(lang tongue) *template.Template {
	functions := template.FuncMap{"lines": lang.lines, "show": lang.show, "say": lang.say, "lang": func() string { return string(lang) }}
	return template.Must(template.New("index.html").Funcs(functions).Parse(exportPage))
}

func (lang tongue) say(id, en string) string {
	if lang == "en" {
		return en
	}
	return id
}

// line is one fact on the page.
type line struct{ Label, Text string }

// lines are what a row says, in the page's order; what is empty is left out.
func (lang tongue) lines(row map[string]any) []line {
	var said []line
	for _, label := range labels {
		text := lang.show(row[label[0]])
		if english, _ := row[label[0]+"_en"].(string); lang == "en" && english != "" {
			text = english
		}
		if word, known := words[label[0]][text]; known {
			text = lang.say(word[0], word[1])
		}
		if text != "" {
			said = append(said, line{lang.say(label[1], label[2]), text})
		}
	}
	return said
}

// show writes a value as people read it; "" for nothing.
func (lang tongue) show(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case bool:
		if value {
			return lang.say("ya", "yes")
		}
		return lang.say("tidak", "no")
	case float64:
		if value == 0 {
			return ""
		}
		return fmt.Sprint(value)
	case string:
		if _, err := time.Parse(time.DateOnly, value); err == nil {
			return office.LongDay(value, string(lang))
		}
		if at, err := time.Parse(time.RFC3339, value); err == nil {
			return office.Long(at, string(lang)) + at.Format(lang.say(", 15.04", ", 15:04"))
		}
		return value
	case types.JSONRaw:
		return lang.showChanges(value)
	case []string:
		return strings.Join(value, ", ")
	case []any:
		texts := make([]string, len(value))
		for i := range value {
			texts[i] = lang.show(value[i])
		}
		return strings.Join(texts, ", ")
	case map[string]any:
		return lang.showMap(value)
	}
	return fmt.Sprint(value)
}

// showMap writes a row of an answer: a child, an heir.
func (lang tongue) showMap(row map[string]any) string {
	var texts []string
	for _, key := range slices.Sorted(maps.Keys(row)) {
		if text := lang.show(row[key]); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, ", ")
}

// showChanges writes a correction, one field a line.
func (lang tongue) showChanges(raw types.JSONRaw) string {
	var changes map[string]Change
	if json.Unmarshal(raw, &changes) != nil {
		return ""
	}
	var texts []string
	for _, label := range labels {
		if change, there := changes[label[0]]; there {
			texts = append(texts, fmt.Sprintf("%s: %s %s %s", lang.say(label[1], label[2]), lang.show(change.From), lang.say("menjadi", "to become"), lang.show(change.To)))
		}
	}
	return strings.Join(texts, "\n")
}
