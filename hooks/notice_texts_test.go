package hooks_test

import (
	"strings"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

// Whatever a slice fills in beside: no declared text shows who somebody is.
func TestNoNoticeShowsANameOrAnIdentityNumber(t *testing.T) {
	const nik, name = "5171041705900001", "I Wayan Sukarta"
	data := map[string]string{}
	for _, who := range strings.Fields("nik kk name applicant resident applicant_name resident_name officer actor actor_name phone mail address birth_date person") {
		data[who], data[who+"_en"] = nik+" "+name, nik+" "+name
	}
	for key, sample := range notify.Placeholders {
		data[key] = sample
	}
	texts := notify.Texts()
	if len(texts) < 15 {
		t.Fatalf("only %d texts are declared", len(texts))
	}
	for _, text := range texts {
		if text.Group == "" {
			t.Errorf("%s has no group", text.Key)
		}
		for _, language := range []string{"id", "en"} {
			said := text.In(language, data)
			if strings.Contains(said, nik) || strings.Contains(said, name) || strings.ContainsAny(said, "{}") {
				t.Errorf("%s: %s", text.Key, said)
			}
			if len([]rune(said)) > 300 {
				t.Errorf("%s is too long for a message: %s", text.Key, said)
			}
		}
	}
}

// nobodyIsNamed looks at all notices of a village: whatever titles, places and
// reasons its people typed, none carries a resident's name or number.
func nobodyIsNamed(t *testing.T, app *apptest.App) {
	t.Helper()
	var people []struct{ Name, NIK string }
	var notices []struct {
		Key    string
		Text   string
		TextEN string `db:"text_en"`
	}
	if err := app.DB().NewQuery("SELECT name, nik FROM residents WHERE length(name) > 9").All(&people); err != nil {
		t.Fatal(err)
	}
	if err := app.DB().NewQuery("SELECT DISTINCT key, text, text_en FROM notices").All(&notices); err != nil {
		t.Fatal(err)
	}
	if len(notices) < 50 || len(people) < 100 {
		t.Fatalf("only %d notices and %d people", len(notices), len(people))
	}
	for _, notice := range notices {
		said := strings.ToLower(notice.Text + " " + notice.TextEN)
		for _, person := range people {
			if strings.Contains(said, strings.ToLower(person.Name)) || strings.Contains(said, person.NIK) {
				t.Errorf("%s names %s: %s", notice.Key, person.Name, notice.Text)
			}
		}
	}
}
