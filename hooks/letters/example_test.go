package letters

import (
	"strings"
	"sync"
	"testing"
	"time"

	"mdesa/hooks/definition"
)

func TestPreview_fills_every_placeholder_of_a_service(t *testing.T) {
	d := business()
	d.Name, d.NumberPattern, d.ClassificationCode = "Surat Keterangan Usaha", "{code}/{serial:3}/{office}/{month}/{year}", "500.2.2.4"
	o := village
	o.Short = "TSK"
	values := ValuesOf(PreviewFacts(o, d, time.Date(2026, 11, 23, 9, 0, 0, 0, wita)))
	names := NamesOf(d)
	for _, name := range names.List() {
		if !values[name].filled() {
			t.Errorf("%s is empty", name)
		}
	}
	if got := values["letter.number"].Text; got != "500.2.2.4/012/TSK/XI/2026" {
		t.Error(got)
	}
	var source strings.Builder
	for _, name := range names.List() {
		source.WriteString("<p>{{" + name + "}}</p>")
	}
	l := sampleLetter(t, source.String())
	if l.Body = parsed(t, source.String()).Fill(values); len(l.Body.Missing) > 0 {
		t.Error(l.Body.Missing)
	}
	rendered(t, l)
}

func TestPreview_of_an_unfinished_service_still_has_facts(t *testing.T) {
	d := definition.Definition{Form: []definition.Page{{Fields: []definition.Field{{Key: "a", Type: "choice"}, {Key: "b", Type: "choices"}, {Key: "c", Type: "rows"}, {Key: "d", Type: "?"}}}}}
	ValuesOf(PreviewFacts(Office{}, d, time.Now()))
}

func TestLetters_are_drawn_side_by_side(t *testing.T) {
	l := sampleLetter(t, sampleText())
	want := string(rendered(t, l))
	var wait sync.WaitGroup
	for range 6 {
		wait.Go(func() {
			if got, err := Render(l); err != nil || string(got) != want {
				t.Error("a letter came out differently", err)
			}
		})
	}
	wait.Wait()
}
