package definition

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestEqualDefinitionsAreFrozenOnce(t *testing.T) {
	id, body := sound(t).Freeze()
	if !regexp.MustCompile(`^[a-z0-9]{15}$`).MatchString(id) {
		t.Errorf("not an id of a record: %q", id)
	}
	for range 20 { // maps come in any order
		if again, other := sound(t).Freeze(); again != id || string(other) != string(body) {
			t.Fatal("the same definition froze to something else")
		}
	}
	changed := sound(t)
	changed.Steps[0].Time.Amount++
	if other, _ := changed.Freeze(); other == id {
		t.Error("a changed definition kept its id")
	}
}

func TestAFrozenDefinitionThawsAsItWas(t *testing.T) {
	d := sound(t)
	_, body := d.Freeze()
	thawed, err := Thaw(body)
	if err != nil || !reflect.DeepEqual(d, thawed) {
		t.Errorf("%v: %+v", err, thawed)
	}
	older := strings.Replace(string(body), `"key"`, `"given_up":1,"key"`, 1)
	if thawed, err := Thaw([]byte(older)); err != nil || thawed.Key != d.Key {
		t.Errorf("a case from before a change of the language is lost: %v", err)
	}
	if _, err := Thaw([]byte("{")); err == nil {
		t.Error("half a definition thawed")
	}
}

func TestNothingIsWrittenAsAnEmptyList(t *testing.T) {
	_, body := (&Definition{}).Freeze()
	if strings.Contains(string(body), "null") {
		t.Error(string(body))
	}
}

func TestLookups(t *testing.T) {
	d := sound(t)
	if d.Field("weight").Type != "number" || d.Field("nobody") != nil {
		t.Error("fields are found by key")
	}
	if d.StepAt(1).Key != "sign" || d.StepAt(2) != nil || d.StepAt(-1) != nil {
		t.Error("steps are found by index")
	}
	if Text("a", "b", "en") != "b" || Text("a", "", "en") != "a" || Text("a", "b", "id") != "a" {
		t.Error("an empty English text falls back to the Indonesian one")
	}
}
