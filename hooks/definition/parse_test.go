package definition

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestWhatIsNoJSONIsRefused(t *testing.T) {
	for _, text := range []string{"", "{", `{"key":"a"} x`, "\x00", `{"key":}`} {
		if d, problems := Parse([]byte(text)); d != nil || len(problems) != 1 || problems[0].Fault.Key != "definition.not_json" {
			t.Errorf("%q: %v %v", text, d, texts(problems))
		}
	}
	if d, problems := Parse([]byte(`[1]`)); d != nil || len(problems) != 1 || problems[0].Fault.Key != "definition.shape" {
		t.Errorf("a list is not a definition: %v", texts(problems))
	}
}

func TestWrongValuesAreQuotedShortly(t *testing.T) {
	_, problems := Parse([]byte(`{"form":"` + strings.Repeat("é", 500) + `"}`))
	if text := problems[0].Fault.In("id"); len(text) > 200 || !strings.Contains(text, "…") {
		t.Errorf("too long: %s", text)
	}
}

func TestADefinitionIsReadFromTheFieldsOfARecord(t *testing.T) {
	var fields map[string]any
	if err := json.Unmarshal([]byte(sample), &fields); err != nil {
		t.Fatal(err)
	}
	// As a record holds them: JSON fields as raw bytes, numbers as float64, empty JSON as null.
	for _, name := range []string{"form", "steps", "requirements", "subject"} {
		raw, _ := json.Marshal(fields[name])
		fields[name] = json.RawMessage(raw)
	}
	fields["standard"] = json.RawMessage("null")
	d, problems := FromFields(func(name string) any { return fields[name] })
	if len(problems) > 0 {
		t.Fatal(texts(problems))
	}
	want := sound(t)
	want.Standard = nil
	if !reflect.DeepEqual(d, want) {
		t.Errorf("got %+v\nwant %+v", d, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte(`{"form":[{"fields":[{"columns":[{"columns":[]}]}]}],"validity":{"amount":1e3}}`))
	f.Add([]byte(`{"fee":1e99,"standard":{"x":null},"steps":[null]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems := Parse(data)
		if (d == nil) != (len(problems) > 0) {
			t.Fatal("either a definition or problems")
		}
		if d == nil {
			return
		}
		for _, p := range d.Check() {
			if p.Fault.In("id") == "" || p.Fault.In("en") == "" {
				t.Fatal("a problem without a text")
			}
		}
		id, body := d.Freeze()
		again, problems := Parse(body)
		if len(problems) > 0 {
			t.Fatalf("frozen and not readable: %v", texts(problems))
		}
		if id2, _ := again.Freeze(); id2 != id {
			t.Fatalf("thawed and frozen again it is another: %s %s", id, id2)
		}
	})
}
