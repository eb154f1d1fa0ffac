package lifeevents_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestOnlyTheOfficeRecordsEvents(t *testing.T) {
	v := start(t)
	post := func(actor *core.Record) *apptest.Response {
		return v.Do("POST", "/api/collections/life_events/records", v.body("away", v.Made, nil), actor)
	}
	post(apptest.Guest).WantFault(401, "event.login")
	for _, actor := range []*core.Record{v.Resident, v.HeadOfKaja} {
		post(actor).WantFault(403, "event.only_recorders")
		v.Do("POST", "/api/population/preview", v.body("away", v.Made, nil), actor).Want(403)
		v.Do("GET", "/api/population/person/"+v.Made.Id, nil, actor).Want(403)
	}
	id := post(v.VillageHead).Want(200).JSON()["id"].(string)
	for _, actor := range []*core.Record{v.Officer, v.Admin} {
		v.Do("PATCH", "/api/collections/life_events/records/"+id, map[string]any{"note": "x"}, actor).Want(403)
		v.Do("DELETE", "/api/collections/life_events/records/"+id, nil, actor).Want(403)
	}
	v.takeBack(id).Want(200)
	v.Secretary.Set("active", false)
	apptest.Save(t, v, v.Secretary)
	post(v.Secretary).Want(403)
}

func TestNobodyRecordsInTheNameOfSomeoneElse(t *testing.T) {
	v := start(t)
	event := v.find("life_events", v.happens("away", v.Made, map[string]any{
		"recorder_name": "Perbekel", "recorded_by": v.VillageHead.Id, "month": "2020-01", "hamlet": v.Kelod.Id, "before": map[string]any{"x": 1}}))
	for column, want := range map[string]string{"recorder_name": "Ni Luh Widiani", "recorded_by": v.Officer.Id, "month": v.today[:7], "hamlet": v.Kaja.Id} {
		if got := event.GetString(column); got != want {
			t.Errorf("%s is %q, want %q", column, got, want)
		}
	}
}

func TestHamletHeadsSeeTheirHamletsEvents(t *testing.T) {
	v := start(t)
	kaja := v.happens("away", v.Made, nil)
	v.happens("missing", v.Nyoman, nil)
	listed := func(actor *core.Record, query string) int {
		var answer struct{ Items []map[string]any }
		v.Do("GET", "/api/population/events"+query, nil, actor).Want(200).Into(&answer)
		return len(answer.Items)
	}
	for _, c := range []struct {
		actor *core.Record
		query string
		want  int
	}{
		{v.Officer, "", 2}, {v.HeadOfKaja, "", 1}, {v.HeadOfKelod, "", 1}, {v.Admin, "?resident=" + v.Made.Id, 1},
		{v.HeadOfKelod, "?resident=" + v.Made.Id, 0}, {v.Officer, "?month=2020-01", 0}, {v.Officer, "?before=" + kaja, 0},
	} {
		if got := listed(c.actor, c.query); got != c.want {
			t.Errorf("%s sees %d events at %q, want %d", c.actor.GetString("name"), got, c.query, c.want)
		}
	}
	path := "/api/population/events/" + kaja
	v.Do("GET", path, nil, v.HeadOfKelod).WantFault(404, "event.not_found")
	v.Do("GET", path, nil, v.HeadOfKaja).WantFault(400, "audit.no_purpose")
	answer := v.Do("GET", path+"?purpose=oversight", nil, v.HeadOfKaja).Want(200).JSON()
	if answer["may_record"] != false || answer["reported_by"] != "I Gede Pasek" {
		t.Errorf("%v", answer)
	}
}

func TestAPreviewSaysWhatWillChangeAndChangesNothing(t *testing.T) {
	v := start(t)
	body := v.body("death", v.Wayan, v.data(map[string]any{"new_head": v.Ketut.Id}))
	var told struct {
		Effects struct {
			People []struct {
				Name    string
				Changes map[string]struct{ From, To string }
			}
		}
		Count struct{ Persons, Households int }
	}
	v.Do("POST", "/api/population/preview", body, v.Officer).Want(200).Into(&told)
	if len(told.Effects.People) != 2 || told.Count.Persons != -1 || told.Count.Households != 0 {
		t.Fatalf("%+v", told)
	}
	for _, person := range told.Effects.People {
		if person.Name == "I Wayan Sukarta" && person.Changes["life_status"].To != "mati" {
			t.Errorf("%+v", person)
		}
	}
	v.wants(v.Wayan, map[string]string{"life_status": "hidup"})
	if n, err := v.CountRecords("life_events"); n != 0 || err != nil {
		t.Errorf("%d events stayed behind (%v)", n, err)
	}
	v.balanced()
	v.Do("POST", "/api/population/preview", v.body("death", v.Wayan, nil), v.Officer).WantFault(400, "event.unsound")
}

func TestThePersonPageKnowsFamilyAndWhatCanHappen(t *testing.T) {
	v := start(t)
	var answer struct {
		Members []struct{ Name string }
		Kinds   []string
	}
	v.Do("GET", "/api/population/person/"+v.Ketut.Id, nil, v.Officer).Want(200).Into(&answer)
	if len(answer.Members) != 3 || answer.Members[0].Name != "I Wayan Sukarta" || answer.Kinds[1] != "death" {
		t.Errorf("%+v", answer)
	}
	v.happens("departure", v.Made, v.data(map[string]any{"level": 2}))
	v.Do("GET", "/api/population/person/"+v.Made.Id, nil, v.Officer).Want(200).Into(&answer)
	if len(answer.Kinds) != 2 || answer.Kinds[0] != "arrival" {
		t.Errorf("who moved away can %v", answer.Kinds)
	}
	v.Do("GET", "/api/population/person/nosuchresident0", nil, v.Officer).WantFault(400, "event.nobody")
}

func TestReportsGoToOpenMonthsOnly(t *testing.T) {
	v := start(t)
	first := v.began(2)
	day := first + "-03"
	in := func(more map[string]any) map[string]any {
		more["event_date"], more["reported_on"] = day, day
		return more
	}
	event := v.happens("away", v.Made, in(map[string]any{}))
	if line := v.line("away", first); line.Total != -1 {
		t.Errorf("%s has %+v", first, line)
	}
	v.Do("POST", "/api/population/close", map[string]string{"month": first}, v.Secretary).Want(200)
	v.post("missing", v.Nyoman, in(map[string]any{})).WantField("reported_on", "population.month_closed")
	v.takeBack(event).WantField("reverses", "event.month_closed")
	v.happens("found", v.Made, nil) // the opposite event, in the open month
	if line := v.line("found"); line.Total != 1 {
		t.Errorf("this month has %+v", line)
	}
	late := v.happens("departure", v.Nyoman, map[string]any{"event_date": day, "data": map[string]any{"level": 1}}) // happened then, reported now
	v.takeBack(late).Want(200)
	v.balanced()
}

func TestNobodyRecordsWhatHappensInTheirOwnFamily(t *testing.T) {
	v := start(t)
	v.Officer.Set("resident", v.Wayan.Id)
	apptest.Save(t, v, v.Officer)
	v.post("death", v.Ketut, nil).WantFault(403, "event.own_family")
	v.post("birth", nil, map[string]any{"data": map[string]any{"mother": v.Ketut.Id,
		"people": []any{map[string]any{"name": "I Kadek Sukarta", "sex": "L", "birth_place": "Denpasar", "nik": "5171042311260001"}}}}).WantFault(403, "event.own_family")
	v.Do("POST", "/api/population/preview", v.body("death", v.Ketut, nil), v.Officer).WantFault(403, "event.own_family")
	v.post("death", v.Made, nil).Want(200) // a neighbour
	recorded := v.Do("POST", "/api/collections/life_events/records", v.body("death", v.Ketut, nil), v.Secretary).Want(200).JSON()["id"].(string)
	v.takeBack(recorded).WantFault(403, "event.own_family")
	v.Do("POST", "/api/collections/life_events/records", v.body("death", v.Putu, nil), v.Admin).Want(200)
}
