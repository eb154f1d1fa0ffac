package satisfaction

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

func group(service, month string, answers int) Group {
	return Group{Service: service, Month: month, Tally: Tally{Answers: answers, Sums: [9]int{answers * 3}}}
}

// plenty of completed requests are known of each service.
var plenty = Known{"a": {"2020-01": 9999}, "b": {"2020-01": 9999}, "c": {"2020-01": 9999}, "d": {"2020-01": 9999}}

func written(blocks []Block) (text string) {
	for _, block := range blocks {
		text += fmt.Sprintf("%s/%s:%d ", block.Service, block.Month, block.Answers)
	}
	return text
}

func TestFewAnswersWaitForMore(t *testing.T) {
	groups := []Group{group("a", "2026-01", 3), group("a", "2026-02", 1), group("a", "2026-03", 2), group("b", "2026-01", 5)}
	if got := written(Blocks(groups, "2026-02", plenty)); got != "b/2026-01:5 " {
		t.Errorf("in February are told %s", got)
	}
	if got := written(Blocks(groups, "2026-03", plenty)); got != "b/2026-01:5 a/2026-03:6 " {
		t.Errorf("in March are told %s", got)
	}
}

func TestAtTheEndOfTheYearWhatStillWaitsIsPutTogether(t *testing.T) {
	groups := []Group{group("a", "2026-01", 3), group("b", "2026-07", 3), group("c", "2027-02", 4), group("a", "2027-03", 4)}
	if got := written(Blocks(groups, "2026-11", plenty)); got != "" {
		t.Errorf("told before the year is over: %s", got)
	}
	if got := written(Blocks(groups, "2027-12", plenty)); got != "/2026-12:6 /2027-12:8 " {
		t.Errorf("told are %s", got)
	}
}

func TestMoreAnswersThanKnownRequestsWaitToo(t *testing.T) {
	groups := []Group{group("a", "2026-01", 9), group("", "2026-01", 6)}
	if got := written(Blocks(groups, "2026-02", Known{"a": {"2026-01": 8}})); got != "/2026-01:6 " {
		t.Errorf("nine answers tell of at least nine requests, of which eight are known: %s", got)
	}
	if got := written(Blocks(groups, "2026-02", Known{"a": {"2025-12": 1, "2026-02": 8}})); got != "/2026-01:6 a/2026-02:9 " {
		t.Errorf("told are %s", got)
	}
	if got := written(Blocks(groups, "2026-12", nil)); got != "/2026-01:6 /2026-12:9 " {
		t.Errorf("at the end of the year are told %s", got)
	}
}

// Whatever two published figures are compared, of periods, services or of a later
// day: what lies between them are at least five answers, or none.
func TestNoDifferenceOfPublishedFiguresTellsOfFewerThanFive(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		var groups []Group
		known, answered := Known{}, map[string]int{}
		for month := "2025-01"; month <= "2026-12"; month = nextMonth(month) {
			for _, service := range []string{"a", "b", "c", "d"} {
				if random.IntN(2) == 0 {
					groups = append(groups, group(service, month, 1+random.IntN(4)))
				}
				known.add(service, month, random.IntN(6))
			}
		}
		before := []Block(nil)
		for last := "2025-01"; last <= "2026-12"; last = nextMonth(last) {
			blocks := Blocks(groups, last, known)
			for i, block := range before { // what was told once stays told
				if blocks[i].Answers != block.Answers || blocks[i].Service != block.Service || blocks[i].Month != block.Month {
					t.Fatalf("%s became %s", written(before), written(blocks))
				}
			}
			for _, block := range blocks[len(before):] {
				if block.Answers < Fewest {
					t.Fatalf("a block of %d", block.Answers)
				}
				answered[block.Service] += block.Answers
				if most := known.before(nextMonth(last))[block.Service]; block.Service != "" && answered[block.Service] > most {
					t.Fatalf("%s: %d answers, but %d requests are known", block.Service, answered[block.Service], most)
				}
			}
			before = blocks
		}
		for _, period := range PeriodsOf(2026) {
			all, byService := within(before, period)
			sum := 0
			for _, block := range byService {
				sum += block.Answers
			}
			if sum != all.Answers {
				t.Fatalf("%s: services have %d answers, all have %d", period.Key, sum, all.Answers)
			}
		}
	}
}

func TestCommentsAreReadInBatches(t *testing.T) {
	said := func(month string, texts ...string) (list []Comment) {
		for _, text := range texts {
			list = append(list, Comment{Month: month, Text: text})
		}
		return list
	}
	comments := append(said("2026-01", "d", "b"), said("2026-02", "c", "a")...)
	if batches, waiting := Batches(comments); len(batches) != 0 || waiting != 4 {
		t.Errorf("%v can be read, %d wait", batches, waiting)
	}
	comments = append(append(comments, said("2026-03", "f", "e")...), said("2026-04", "x")...)
	batches, waiting := Batches(comments)
	if len(batches) != 1 || waiting != 1 || batches[0].Until != "2026-03" || len(batches[0].Comments) != 6 || batches[0].Comments[0].Text != "a" {
		t.Errorf("%+v can be read, %d wait", batches, waiting)
	}
}

func TestSmallGroupsOfRespondentsArePutTogether(t *testing.T) {
	profile := Profile{"sex": {"L": 20, "P": 3}, "education": {"SD": 9, "S1": 6, "S2": 3, "": 1}, "occupation": {"Guru": 2}, "age_group": {"20_29": 7, "30_39": 5}}
	for attribute, want := range map[string]string{
		"sex": "[{other  23}]", "education": "[{SD  9} {other  10}]", "occupation": "[]", "age_group": "[{20_29  7} {30_39  5}]", "channel": "[]",
	} {
		if got := fmt.Sprint(profile.Shares(attribute)); got != want {
			t.Errorf("%s: %s, want %s", attribute, got, want)
		}
	}
}

func TestPeriods(t *testing.T) {
	for key, want := range map[string]string{"2026": "2026-01 2026-12", "2026-S2": "2026-07 2026-12", "2026-Q3": "2026-07 2026-09", "2026-07": "2026-07 2026-07"} {
		period, ok := ParsePeriod(key)
		if got := period.From + " " + period.To; !ok || got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	for _, key := range []string{"", "26", "2019", "2026-S3", "2026-Q0", "2026-13", "2026-7", "2026 ", "2026-S1x", "9999"} {
		if _, ok := ParsePeriod(key); ok {
			t.Errorf("%q is a period", key)
		}
	}
	if shifted("2026-01", -1) != "2025-12" || nextMonth("2026-12") != "2027-01" {
		t.Error("months are not counted over the year")
	}
}

func TestAgeGroups(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for born, want := range map[string]string{"2006-11-24": "below_20", "2006-11-23": "20_29", "1986-11-23": "40_49", "1966-11-24": "50_59", "1966-11-23": "from_60", "1930-01-01": "from_60"} {
		day, err := time.Parse(time.DateOnly, born)
		if err != nil {
			t.Fatal(err)
		}
		if got := AgeGroup(day, today); got != want {
			t.Errorf("born %s: %s, want %s", born, got, want)
		}
	}
	if AgeGroup(time.Time{}, today) != "" {
		t.Error("an unknown birth date has a group")
	}
}
