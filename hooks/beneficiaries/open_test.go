package beneficiaries_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/beneficiaries"
)

// crowd gives aid to n new people of a hamlet.
func (v village) crowd(program *core.Record, hamlet *core.Record, n int) (ids []string) {
	v.t.Helper()
	for i := range n {
		resident := apptest.Save(v.t, v, apptest.Record(v.t, v, "residents", map[string]any{"nik": fmt.Sprintf("51710417059%s%04d", hamlet.GetString("code")[1:], i+10),
			"name": fmt.Sprintf("I Gede Warga%02d", i), "hamlet": hamlet.Id, "life_status": "hidup", "sex": "L", "birth_date": "1990-05-17"}))
		ids = append(ids, v.given(program, person(resident)))
	}
	return ids
}

func (v village) open(program *core.Record) (answer beneficiaries.Answer) {
	v.t.Helper()
	v.Do("GET", "/api/open/benefits/"+program.Id, nil, apptest.Guest).Want(200).Into(&answer)
	return answer
}

func TestThePublicReadsSumsOfFiveAndMore(t *testing.T) {
	v := start(t)
	v.crowd(v.blt, v.Kaja, 4)
	if got := v.open(v.blt); got.Count != nil || got.Paid != nil || len(got.Hamlets) != 0 || got.Others != 0 || got.Names != nil {
		t.Errorf("of four it tells %+v", got)
	}
	ids := v.crowd(v.blt, v.Kelod, 5)
	v.pays(ids[0], "2026-01", v.Officer).Want(200)
	if got := v.open(v.blt); got.Count == nil || *got.Count != 9 || *got.Paid != 300_000 || len(got.Hamlets) != 0 || got.Others != 9 {
		t.Errorf("of four and five it tells %+v", got) // 9 less 5 would tell of the four
	}
	v.given(v.blt, with(person(v.Made), "status", "candidate"))
	if got := v.open(v.blt); *got.Count != 9 {
		t.Errorf("a candidate is counted: %d", *got.Count)
	}
}

func TestNamesAreShortAndOnlyWhereTheOfficeSaidSo(t *testing.T) {
	v := start(t)
	v.given(v.blt, family(v.Wayan))
	if body := string(v.Do("GET", "/api/open/benefits/"+v.blt.Id, nil, apptest.Guest).Want(200).Body); strings.Contains(body, "W***") {
		t.Error("names are told without a decision")
	}
	v.blt.Set("names_public", true)
	apptest.Save(t, v, v.blt)
	body := string(v.Do("GET", "/api/open/benefits/"+v.blt.Id, nil, apptest.Guest).Want(200).Body)
	if !strings.Contains(body, "*** W*** S***") || !strings.Contains(body, "Banjar Kaja") {
		t.Error(body)
	}
	for _, secret := range []string{"Sukarta", v.Wayan.GetString("nik"), v.Wayan.Id, v.Wayan.GetString("household"), "300000"} {
		if strings.Contains(body, secret) {
			t.Errorf("it tells %s", secret)
		}
	}
}

func TestAProgramThatIsNotPublishedTellsNothing(t *testing.T) {
	v := start(t)
	v.crowd(v.blt, v.Kaja, 6)
	v.open(v.blt)
	v.blt.Set("published", false)
	apptest.Save(t, v, v.blt)
	v.Do("GET", "/api/open/benefits/"+v.blt.Id, nil, apptest.Guest).WantFault(404, "benefit.no_program")
	v.Do("GET", "/api/open/benefits/nosuchprogram00", nil, apptest.Guest).WantFault(404, "benefit.no_program")
}

// No sum of what is told gives a number under five back.
func TestNoSumGivesASmallNumberBack(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		cells := make([]beneficiaries.Cell, 1+chance.IntN(8))
		sum := 0
		for i := range cells {
			cells[i] = beneficiaries.Cell{Hamlet: fmt.Sprint(i), Count: chance.IntN([]int{3, 6, 40}[chance.IntN(3)])}
			sum += cells[i].Count
		}
		total, shown, others := beneficiaries.Open(cells)
		if sum < 5 {
			if total != nil || len(shown) > 0 || others != 0 {
				t.Fatalf("of %v it tells %v %v %d", cells, total, shown, others)
			}
			continue
		}
		told := others
		for _, cell := range shown {
			if cell.Count < 5 {
				t.Fatalf("of %v it tells %v", cells, shown)
			}
			told += cell.Count
		}
		if told != sum || others > 0 && others < 5 || *total != sum {
			t.Fatalf("of %v it tells %v and %d others of %d", cells, shown, others, *total)
		}
		if hidden := len(cells) - len(shown); others > 0 && hidden < 2 {
			t.Fatalf("of %v one hamlet alone is the others", cells)
		}
	}
}
