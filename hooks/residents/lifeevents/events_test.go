package lifeevents_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

const (
	wayanHousehold  = "householdwayan0"
	madeHousehold   = "householdmade00"
	nyomanHousehold = "householdnyoman"
)

func baby(more map[string]any) map[string]any {
	fields := map[string]any{"people": []any{map[string]any{"name": "Ni Luh Ayu Sukarta", "sex": "P", "birth_place": "Denpasar"}}}
	for field, value := range more {
		fields[field] = value
	}
	return map[string]any{"data": fields}
}

func TestNewbornJoinsTheMothersFamilyWithATemporaryNumber(t *testing.T) {
	v := start(t)
	event := v.find("life_events", v.happens("birth", nil, baby(map[string]any{"mother": v.Ketut.Id, "father": v.Wayan.Id})))
	child := v.find("residents", event.GetString("resident"))
	v.wants(child, map[string]string{
		"household": wayanHousehold, "hamlet": v.Kaja.Id, "family_role": "anak", "life_status": "hidup",
		"nik": "0517104209900001", "nik_temporary": "true", "birth_date": v.today, "religion": "Hindu",
		"mother_name": "Ni Ketut Rasmini", "mother_nik": "5171044308920002", "father_name": "I Wayan Sukarta",
	})
	if line := v.line("birth"); line.WNIWomen != 1 || line.Total != 1 {
		t.Errorf("the report has %+v", line)
	}
	if event.GetString("recorder_name") != "Ni Luh Widiani" || event.GetString("hamlet") != v.Kaja.Id {
		t.Errorf("recorded by %q in %q", event.GetString("recorder_name"), event.GetString("hamlet"))
	}
	second := v.find("life_events", v.happens("birth", nil, baby(map[string]any{"mother": v.Ketut.Id})))
	v.wants(v.find("residents", second.GetString("resident")), map[string]string{"nik": "0517104209900002"})
	v.balanced()
}

func TestATemporaryNumberIsNeverGivenTwice(t *testing.T) {
	v := start(t)
	event := v.find("life_events", v.happens("birth", nil, baby(map[string]any{"mother": v.Ketut.Id})))
	child := v.find("residents", event.GetString("resident"))
	child.Set("nik", "5171044111260009")
	if err := v.Save(child); err != nil { // a correction, no event
		t.Fatal(err)
	}
	v.post("birth", nil, map[string]any{"data": map[string]any{"mother": v.Ketut.Id,
		"people": []any{map[string]any{"name": "I Gagal", "sex": "X"}}}}).Want(400) // its number goes to the next
	next := v.find("life_events", v.happens("birth", nil, baby(map[string]any{"mother": v.Ketut.Id})))
	v.wants(v.find("residents", next.GetString("resident")), map[string]string{"nik": "0517104209900002"})
}

func TestHeadOfAFamilyDiesAndItGetsANewOne(t *testing.T) {
	v := start(t)
	v.post("death", v.Wayan, nil).WantField("data.new_head", "event.need_head")
	v.wants(v.Wayan, map[string]string{"life_status": "hidup"})
	v.happens("death", v.Wayan, v.data(map[string]any{"new_head": v.Ketut.Id, "widowed": v.Ketut.Id, "place": "Rumah"}))
	v.wants(v.Wayan, map[string]string{"life_status": "mati", "household": wayanHousehold})
	v.wants(v.Ketut, map[string]string{"family_role": "kepala keluarga", "marital_status": "cerai mati"})
	if line := v.line("death"); line.WNIMen != -1 || line.Households != 0 {
		t.Errorf("the report has %+v", line)
	}
	v.post("death", v.Wayan, nil).WantField("resident", "event.already_dead")
	v.balanced()
}

func TestTheLastOfAFamilyEndsIt(t *testing.T) {
	v := start(t)
	v.happens("death", v.Made, nil)
	if line := v.line("death"); line.WNIMen != -1 || line.Households != -1 {
		t.Errorf("the report has %+v", line)
	}
	if ended := v.find("households", madeHousehold).GetString("ended_on"); ended != v.today {
		t.Errorf("ended on %q", ended)
	}
	v.balanced()
}

func TestAFamilyThatEndedLivesOnWhenSomebodyComes(t *testing.T) {
	v := start(t)
	v.happens("death", v.Made, nil)
	v.happens("household_join", v.Putu, map[string]any{"household": madeHousehold,
		"data": map[string]any{"roles": map[string]string{v.Putu.Id: "kepala keluarga"}}})
	if ended := v.find("households", madeHousehold).GetString("ended_on"); ended != "" {
		t.Errorf("ended on %q", ended)
	}
	v.balanced()
}

func TestAFamilyWithMembersIsNotDeleted(t *testing.T) {
	v := start(t)
	if err := v.Delete(v.find("households", madeHousehold)); err == nil || !strings.Contains(err.Error(), "event.record_event") {
		t.Error("deleted, or for another reason not: ", err)
	}
	v.balanced()
}

func TestChildrenLeftAloneNeedNoHead(t *testing.T) {
	v := start(t)
	v.happens("death", v.Ketut, nil)
	v.happens("death", v.Wayan, nil)
	if v.living(wayanHousehold) != 1 {
		t.Error("Putu is gone too")
	}
	v.balanced()
}

func TestFamilyMovesAwayTogetherOrInPart(t *testing.T) {
	v := start(t)
	v.post("departure", v.Wayan, v.data(map[string]any{"level": 7})).WantField("data.level", "event.level")
	v.post("departure", v.Wayan, v.data(map[string]any{"level": 3})).WantField("data.new_head", "event.need_head")
	event := v.happens("departure", v.Wayan, v.data(map[string]any{
		"level": 3, "address": "Jalan Raya Ubud 5", "members": []string{v.Ketut.Id, v.Putu.Id}}))
	for _, resident := range []*core.Record{v.Wayan, v.Ketut, v.Putu} {
		v.wants(resident, map[string]string{"life_status": "pindah"})
	}
	if line := v.line("departure"); line.Total != -3 || line.Households != -1 {
		t.Errorf("the report has %+v", line)
	}
	v.balanced()
	v.takeBack(event).Want(200)
	if line := v.line("departure"); line.Total != 0 || line.Households != 0 {
		t.Errorf("after the reversal the report has %+v", line)
	}
	v.balanced()
}

func TestNewcomersBringTheirCard(t *testing.T) {
	v := start(t)
	people := []any{
		map[string]any{"name": "I Komang Baru", "sex": "L", "birth_date": "1980-01-02", "family_role": "kepala keluarga", "nik": "5108010201800003"},
		map[string]any{"name": "Anna Smith", "sex": "P", "birth_date": "1984-05-06", "family_role": "istri", "citizenship": "WNA"},
	}
	card := map[string]any{"hamlet": v.Kelod.Id, "address": "Gang Sandat 3"}
	headless := []any{map[string]any{"name": "I Komang Baru", "sex": "L", "birth_date": "1980-01-02", "family_role": "anak"}}
	v.post("arrival", nil, v.data(map[string]any{"people": headless, "card": card})).WantField("data.people", "event.need_head")
	event := v.find("life_events", v.happens("arrival", nil, v.data(map[string]any{"people": people, "card": card, "level": 4})))
	family := v.find("households", event.GetString("household"))
	if family.GetString("kk") != "0517104209900001" || !family.GetBool("kk_temporary") {
		t.Errorf("the card is %q, temporary: %t", family.GetString("kk"), family.GetBool("kk_temporary"))
	}
	if line := v.line("arrival"); line.WNIMen != 1 || line.WNAWomen != 1 || line.Households != 1 {
		t.Errorf("the report has %+v", line)
	}
	v.balanced()
	v.takeBack(event.Id).Want(200)
	if _, err := v.FindRecordById("households", family.Id); err == nil {
		t.Error("the family is still there")
	}
	v.balanced()
}

func TestNewcomersFaultsStandAtTheirPerson(t *testing.T) {
	v := start(t)
	people := []any{
		map[string]any{"name": "I Komang Baru", "sex": "L", "birth_date": "1980-01-02", "family_role": "famili lain"},
		map[string]any{"name": "Anna Smith", "sex": "P", "birth_date": "1984-05-06", "nik": "5171041705900001"},
	}
	v.post("arrival", nil, map[string]any{"household": madeHousehold, "data": map[string]any{"people": people}}).
		WantField("data.people.1.nik", "resident.nik_taken")
	v.post("arrival", nil, map[string]any{"household": madeHousehold}).WantField("data.people", "event.nobody_comes")
	v.post("arrival", nil, map[string]any{"household": madeHousehold, "data": map[string]any{"peple": people}}).WantField("data", "event.data")
}

func TestWhatIsMissingOfAPersonIsNamed(t *testing.T) {
	v := start(t)
	for field, c := range map[string]struct {
		person map[string]any
		fault  string
	}{
		"data.people.0.name":  {map[string]any{"sex": "P"}, "event.missing"},
		"data.people.0.sex":   {map[string]any{"name": "Ni Luh"}, "event.missing"},
		"data.people.0.phone": {map[string]any{"name": "Ni Luh", "sex": "P", "phone": "081234500001081234500001"}, "event.not_right"},
		"data.people.0":       {map[string]any{"name": "Ni Luh", "sex": "P", "life_status": "mati"}, "event.unknown_field"},
	} {
		v.post("birth", nil, v.data(map[string]any{"mother": v.Ketut.Id, "people": []any{c.person}})).WantField(field, c.fault)
	}
	v.post("birth", nil, v.data(map[string]any{"mother": v.Wayan.Id, "people": []any{map[string]any{"name": "X", "sex": "P"}}})).
		WantField("data.mother", "event.parent_sex")
	v.post("birth", nil, map[string]any{"event_date": "2020-01-01",
		"data": map[string]any{"father": v.Putu.Id, "people": []any{map[string]any{"name": "X", "sex": "P"}}}}).WantField("data.father", "event.parent_young")
	v.post("birth", nil, v.data(map[string]any{"people": []any{map[string]any{"name": "X", "sex": "P"}}})).WantField("data.mother", "event.no_parent")
}

func TestWhoHadMovedAwayComesBack(t *testing.T) {
	v := start(t)
	v.happens("departure", v.Made, v.data(map[string]any{"level": 4}))
	v.happens("arrival", nil, map[string]any{"household": nyomanHousehold,
		"data": map[string]any{"returning": []string{v.Made.Id}, "roles": map[string]string{v.Made.Id: "famili lain"}}})
	v.wants(v.Made, map[string]string{"life_status": "hidup", "household": nyomanHousehold, "hamlet": v.Kelod.Id, "family_role": "famili lain"})
	v.balanced()
}

func TestMissingAwayAndFound(t *testing.T) {
	v := start(t)
	v.happens("missing", v.Made, v.data(map[string]any{"last_seen": v.daysAgo(9)}))
	v.post("away", v.Made, nil).WantField("resident", "event.state")
	v.happens("found", v.Made, nil)
	v.happens("away", v.Made, nil)
	v.happens("death", v.Made, nil)
	if line := v.line("death"); line.Total != 0 {
		t.Errorf("who was away is subtracted twice: %+v", line)
	}
	v.post("found", v.Made, nil).WantField("note", "event.need_note")
	v.happens("found", v.Made, map[string]any{"note": "Salah orang, ternyata sehat."})
	v.wants(v.Made, map[string]string{"life_status": "hidup"})
	v.balanced()
}

func TestWhoIsFoundIsNoSecondHead(t *testing.T) {
	v := start(t)
	v.happens("missing", v.Wayan, v.data(map[string]any{"new_head": v.Ketut.Id}))
	v.post("found", v.Wayan, nil).WantField("data.roles."+v.Wayan.Id, "event.two_heads")
	v.happens("found", v.Wayan, v.data(map[string]any{"roles": map[string]string{v.Wayan.Id: "suami"}}))
	v.balanced()
}

func TestFamilySplits(t *testing.T) {
	v := start(t)
	members := []string{v.Wayan.Id}
	v.post("household_split", nil, v.data(map[string]any{"members": members, "new_head": v.Wayan.Id})).WantField("data.old_head", "event.need_head")
	v.post("household_split", nil, v.data(map[string]any{"members": members, "new_head": v.Ketut.Id})).WantField("data.new_head", "event.head_not_among")
	event := v.find("life_events", v.happens("household_split", nil, v.data(map[string]any{
		"members": members, "new_head": v.Wayan.Id, "old_head": v.Ketut.Id, "card": map[string]any{"kk": "5171042011260001"}})))
	v.wants(v.Wayan, map[string]string{"household": event.GetString("household"), "family_role": "kepala keluarga"})
	v.wants(v.Ketut, map[string]string{"household": wayanHousehold, "family_role": "kepala keluarga"})
	if line := v.line("within"); line.Total != 0 || line.Households != 1 {
		t.Errorf("the report has %+v", line)
	}
	v.balanced()
	v.takeBack(event.Id).Want(200)
	v.wants(v.Wayan, map[string]string{"household": wayanHousehold, "family_role": "kepala keluarga"})
	v.wants(v.Ketut, map[string]string{"family_role": "istri"})
	v.balanced()
}

func TestFamiliesJoinAcrossHamlets(t *testing.T) {
	v := start(t)
	v.post("household_join", v.Made, map[string]any{"household": nyomanHousehold}).WantField("data.roles."+v.Made.Id, "event.role_missing")
	v.post("household_join", v.Made, map[string]any{"household": nyomanHousehold,
		"data": map[string]any{"roles": map[string]string{v.Made.Id: "kepala keluarga"}}}).WantField("data.roles."+v.Made.Id, "event.two_heads")
	v.happens("household_join", v.Made, map[string]any{"household": nyomanHousehold,
		"data": map[string]any{"roles": map[string]string{v.Made.Id: "suami"}}})
	v.wants(v.Made, map[string]string{"household": nyomanHousehold, "hamlet": v.Kelod.Id, "family_role": "suami", "address": "Jalan Cempaka No. 2"})
	if line := v.line("within"); line.Total != 0 || line.Households != -1 {
		t.Errorf("the report has %+v", line)
	}
	v.balanced()
}

func TestOneOfTwoHeadsStays(t *testing.T) {
	v := start(t)
	if _, err := v.DB().Update("residents", dbx.Params{"family_role": "kepala keluarga"}, dbx.HashExp{"id": v.Ketut.Id}).Execute(); err != nil {
		t.Fatal(err)
	}
	v.post("head_change", nil, map[string]any{"household": wayanHousehold, "data": map[string]any{"new_head": v.Wayan.Id}}).
		WantField("data.roles."+v.Ketut.Id, "event.role_missing")
	v.happens("head_change", nil, map[string]any{"household": wayanHousehold,
		"data": map[string]any{"new_head": v.Wayan.Id, "roles": map[string]string{v.Ketut.Id: "istri"}}})
	v.wants(v.Wayan, map[string]string{"family_role": "kepala keluarga"})
	v.wants(v.Ketut, map[string]string{"family_role": "istri"})
	v.post("head_change", nil, map[string]any{"household": wayanHousehold, "data": map[string]any{"new_head": v.Wayan.Id}}).
		WantField("data.new_head", "event.same_head")
	v.balanced()
}

func TestNewcomersWhoWouldBeSecondHeadsAreMarkedWhereTheirRoleIsAsked(t *testing.T) {
	v := start(t)
	v.post("arrival", nil, map[string]any{"household": wayanHousehold, "data": map[string]any{"people": []map[string]string{
		{"name": "Budi", "sex": "L", "birth_date": "1990-04-03", "family_role": "kepala keluarga"}}}}).
		WantField("data.people.0.family_role", "event.two_heads")
}

func TestHeadChanges(t *testing.T) {
	v := start(t)
	v.post("head_change", nil, map[string]any{"household": wayanHousehold, "data": map[string]any{"new_head": v.Made.Id}}).
		WantField("data.new_head", "event.not_member")
	v.post("head_change", nil, map[string]any{"household": wayanHousehold, "data": map[string]any{"new_head": v.Ketut.Id}}).
		WantField("data.roles."+v.Wayan.Id, "event.role_missing")
	v.happens("head_change", nil, map[string]any{"household": wayanHousehold,
		"data": map[string]any{"new_head": v.Ketut.Id, "roles": map[string]string{v.Wayan.Id: "suami"}}})
	v.wants(v.Ketut, map[string]string{"family_role": "kepala keluarga"})
	v.wants(v.Wayan, map[string]string{"family_role": "suami"})
}

func TestFamilyMovesWithinTheVillage(t *testing.T) {
	v := start(t)
	card := map[string]any{"hamlet": v.Kelod.Id, "address": "Jalan Cempaka No. 20"}
	event := v.happens("move_within", v.Wayan, v.data(map[string]any{"card": card}))
	for _, resident := range []*core.Record{v.Wayan, v.Ketut, v.Putu} {
		v.wants(resident, map[string]string{"hamlet": v.Kelod.Id, "address": "Jalan Cempaka No. 20"})
	}
	if line := v.line("within"); line.Total != 0 || line.Households != 0 {
		t.Errorf("the village's report has %+v", line)
	}
	v.balanced()
	v.post("move_within", v.Wayan, v.data(map[string]any{"card": card})).WantField("data.card.hamlet", "event.same_place")
	v.takeBack(event).Want(200)
	v.wants(v.Putu, map[string]string{"hamlet": v.Kaja.Id, "address": "Jalan Kamboja No. 4"})
	v.balanced()
}

func TestInvalidRecordsNeedAReason(t *testing.T) {
	v := start(t)
	v.post("invalid", v.Made, nil).WantField("note", "event.need_note")
	v.post("invalid", v.Made, map[string]any{"note": "dua kali", "data": map[string]any{"same_as": v.Made.Id}}).WantField("data.same_as", "event.same_as")
	v.happens("invalid", v.Made, map[string]any{"note": "tercatat dua kali", "data": map[string]any{"same_as": v.Wayan.Id}})
	v.wants(v.Made, map[string]string{"life_status": "tidak valid"})
	v.balanced()
}

func TestDaysOfAnEventAreChecked(t *testing.T) {
	v := start(t)
	for _, c := range []struct{ field, day, fault string }{
		{"event_date", "2999-01-01", "event.future"},
		{"event_date", "kemarin", "event.day"},
		{"event_date", "1984-12-31", "event.before_birth"},
		{"reported_on", v.daysAgo(1), "event.reported_before"},
	} {
		v.post("death", v.Made, map[string]any{c.field: c.day}).WantField(c.field, c.fault)
	}
	v.wants(v.Made, map[string]string{"life_status": "hidup"})
}

func TestOnlyTheNewestEventIsTakenBack(t *testing.T) {
	v := start(t)
	first := v.happens("away", v.Made, nil)
	second := v.happens("found", v.Made, nil)
	v.takeBack(first).WantFault(409, "event.changed_since")
	v.takeBack(second).Want(200)
	v.takeBack(second).WantFault(409, "event.reversed_already")
	v.takeBack(first).Want(200)
	v.wants(v.Made, map[string]string{"life_status": "hidup"})
	v.balanced()
}

func TestEditsDoNotReplaceEvents(t *testing.T) {
	v := start(t)
	for column, value := range map[string]string{"life_status": "mati", "household": nyomanHousehold, "hamlet": v.Kelod.Id, "family_role": "anak"} {
		v.Do("PATCH", "/api/collections/residents/records/"+v.Made.Id, map[string]any{column: value}, v.Admin).
			WantFault(403, "event.record_event")
		made := v.read(v.Made)
		made.Set(column, value)
		if err := v.Save(made); err == nil || !strings.Contains(err.Error(), "event.record_event") {
			t.Errorf("%s from Go: %v", column, err)
		}
	}
	v.Do("PATCH", "/api/collections/households/records/"+madeHousehold, map[string]any{"hamlet": v.Kelod.Id}, v.Admin).
		WantFault(403, "event.record_event")
	v.Do("PATCH", "/api/collections/residents/records/"+v.Made.Id, map[string]any{"occupation": "guru"}, v.Admin).Want(200)
}

func TestAnEditFromBeforeTheEventDoesNotUndoIt(t *testing.T) {
	v := start(t)
	open := v.read(v.Made) // an editor's page
	v.happens("death", v.Made, nil)
	open.Set("phone", "0812")
	if err := v.Save(open); err != nil {
		t.Fatal(err)
	}
	v.wants(v.Made, map[string]string{"life_status": "mati", "phone": "0812"})
	v.balanced()
}
