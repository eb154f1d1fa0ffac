package definition

import (
	"encoding/json"
	"maps"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

var today = time.Date(2026, 3, 17, 9, 0, 0, 0, time.UTC)

// enough answers what the sample must know, and the rest as given.
func enough(more object) object {
	answers := object{"home": "own", "since": "2020-01-31", "pets": false}
	maps.Copy(answers, more)
	return answers
}

func TestAnswersAreBroughtIntoOneForm(t *testing.T) {
	for _, c := range []struct {
		field       string
		given, want any
	}{
		{"since", " 2024-02-29 ", "2024-02-29"},
		{"hour", "9.30", "09:30"},
		{"hour", "21:05", "21:05"},
		{"story", "  Om Swastyastu\r\nbaris\x00 dua\u202e ", "Om Swastyastu\nbaris dua"},
		{"story", "Cafe\u0301", "Café"},
		{"weight", "2,5", 2.5},
		{"weight", "2.5", 2.5},
		{"weight", "2.500", 2500.0},
		{"weight", 3.0, 3.0},
		{"weight", json.Number("7"), 7.0},
		{"phone", "+62 812-3456-7890", "081234567890"},
		{"phone", "62 812 3456 7890", "081234567890"},
		{"phone", "(0361) 226.622", "0361226622"},
		{"phone", "+31 6 1234 5678", "+31612345678"},
		{"nik", "5171 0441 0190 0001", "5171044101900001"},
		{"child", "abcdefghij12345", "abcdefghij12345"},
		{"pets", "ya", true},
		{"pets", "no", false},
	} {
		clean, problems := sound(t).CheckAnswers(enough(object{c.field: c.given}), today)
		if len(problems) > 0 || clean[c.field] != c.want {
			t.Errorf("%s %q: got %#v %v, want %#v", c.field, c.given, clean[c.field], problems, c.want)
		}
	}
}

func TestMoneyIsReadAsIndonesiansWriteIt(t *testing.T) {
	for written, want := range map[any]any{
		"1.500.000": 1500000.0, "Rp 1.500.000,00": 1500000.0, "Rp. 750.000,-": 750000.0, "1500000": 1500000.0, 1500000.0: 1500000.0,
		"1,5 juta": nil, "1.500.00": nil, "-5": nil, 0.5: nil, "1e6": nil, math.Inf(1): nil, "99999999999999999": nil, "0": nil,
	} {
		clean, problems := sound(t).CheckAnswers(enough(object{"home": "rent", "owner": "Wayan", "rent": written}), today)
		if clean["rent"] != want || (want == nil) != (problems["rent"] != nil) {
			t.Errorf("%v: got %v %v, want %v", written, clean["rent"], problems["rent"], want)
		}
	}
}

func TestWhatCannotBeUsedIsSaidByFieldInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		field string
		given any
		key   string
		says  string
	}{
		{"home", "", "answer.required_choice", "Pilih jawaban untuk “Status rumah”."},
		{"home", "boat", "answer.choice", "Status rumah"},
		{"since", "   ", "answer.required", "Isi “Sejak tanggal” untuk melanjutkan."},
		{"since", "2026-02-30", "answer.date", "2026-03-17"},
		{"since", "17-03-2026", "answer.date", "Sejak tanggal"},
		{"since", 20260317, "answer.shape", "Sejak tanggal"},
		{"since", "2026-03-18", "answer.date_late", "2026-03-17"},
		{"since", "0099-01-01", "answer.date", "kalender"},
		{"hour", "25:00", "answer.time", "09:30"},
		{"weight", "berat", "answer.number", "angka"},
		{"weight", 0.1, "answer.too_low", "0.5"},
		{"weight", 3001, "answer.too_high", "3000"},
		{"weight", math.NaN(), "answer.number", "angka"},
		{"phone", "12345", "answer.phone", "Telepon"},
		{"nik", "517104410190001", "answer.nik", "yang tertulis 15"},
		{"nik", "５１７１０４４１０１９０００１１", "answer.nik", "16 angka"},
		{"child", "x' OR 1=1", "answer.member", "daftar"},
		{"pets", nil, "answer.required_choice", "Ada hewan"},
		{"pets", "maybe", "answer.choice", "Ada hewan"},
		{"pets", list{}, "answer.choice", "Ada hewan"},
		{"story", strings.Repeat("a", 4001), "answer.too_long", "4000"},
		{"story", object{}, "answer.shape", "Hapus"},
		{"guests", "none", "answer.shape", "Tamu"},
		{"guests", list{"x"}, "answer.shape", "Tamu"},
		{"guests", list{object{"name": "a"}, object{"name": "a"}, object{"name": "a"}, object{"name": "a"}}, "answer.many_rows", "3"},
		{"guests", make(list, 51), "answer.many_rows", "50"},
	} {
		clean, problems := sound(t).CheckAnswers(enough(object{c.field: c.given}), today)
		got := problems[c.field]
		if got == nil || got.Key != c.key {
			t.Errorf("%s %v: got %v, want %s", c.field, c.given, problems, c.key)
			continue
		}
		if !strings.Contains(got.In("id"), c.says) || strings.Contains(got.In("id")+got.In("en"), "{") || len(problems) != 1 {
			t.Errorf("%s %v: %q / %q", c.field, c.given, got.In("id"), got.In("en"))
		}
		if _, kept := clean[c.field]; kept {
			t.Errorf("%s %v was kept", c.field, c.given)
		}
	}
}

func TestTheLabelStandsInTheReadersLanguage(t *testing.T) {
	_, problems := sound(t).CheckAnswers(object{"home": "rent", "since": "2020-01-31", "pets": true}, today)
	if got := problems["owner"].In("en"); got != "Fill in “Owner's name” to continue." {
		t.Error(got)
	}
	if got := problems["owner"].In("id"); got != "Isi “Nama pemilik” untuk melanjutkan." {
		t.Error(got)
	}
}

func TestOnlyQuestionsThatWereAskedAreKept(t *testing.T) {
	clean, problems := sound(t).CheckAnswers(enough(object{
		"owner": "Made", "rent": "500.000", // not asked of owners
		"kinds":   list{"dog"}, // not asked without pets
		"guests":  list{object{"name": "Ketut", "age": "7", "secret": "x"}, object{"name": "  "}},
		"unknown": "x",
	}), today)
	want := object{"home": "own", "since": "2020-01-31", "pets": false, "guests": list{object{"name": "Ketut", "age": 7.0}}}
	if len(problems) > 0 || !reflect.DeepEqual(clean, want) {
		t.Errorf("got %v %v", clean, problems)
	}
}

func TestAPageWhoseConditionFailsIsNotAsked(t *testing.T) {
	clean, problems := sound(t).CheckAnswers(enough(object{"pets": true, "kinds": list{"cat", "dog", "cat"}, "guests": list{object{"age": 1}}}), today)
	if len(problems) > 0 || clean["guests"] != nil || !reflect.DeepEqual(clean["kinds"], list{"dog", "cat"}) {
		t.Errorf("got %v %v", clean, problems)
	}
}

func TestAFaultInARowNamesRowAndColumn(t *testing.T) {
	_, problems := sound(t).CheckAnswers(enough(object{"guests": list{object{"name": "Ketut"}, object{"age": 5}}}), today)
	if got := problems["guests.1.name"]; got == nil || got.In("id") != "Isi “Tamu 2 – Nama” untuk melanjutkan." {
		t.Errorf("got %v", problems)
	}
}

func TestRequirementsFollowTheAnswers(t *testing.T) {
	d := sound(t)
	if got := len(d.Needed(object{"home": "own"})); got != 2 {
		t.Errorf("an owner brings %d papers", got)
	}
	rent := object{"home": "rent"}
	problems := d.CheckAttachments(rent, map[string][]string{"ktp": {"a"}})
	if len(problems) != 1 || problems["lease"].In("en") != "Attach “Lease”: a photo or PDF that can be read well." {
		t.Errorf("got %v", problems)
	}
	problems = d.CheckAttachments(rent, map[string][]string{"ktp": make([]string, 11), "lease": {"b"}})
	if len(problems) != 1 || problems["ktp"].Key != "attachment.too_many" {
		t.Errorf("got %v", problems)
	}
}

func FuzzCheckAnswers(f *testing.F) {
	f.Add([]byte(`{"home":"rent","owner":" Wayan\u0000","rent":"Rp 1.500.000,00","since":"2020-01-31","pets":true,"kinds":["cat"]}`))
	f.Add([]byte(`{"home":"own","since":"2020-01-31","pets":"no","guests":[{"name":"x","age":"-0"},{}],"phone":"+62 812 3456 7890"}`))
	f.Add([]byte(`{"story":"e\u0301\u202e \u0301","weight":-0.0,"hour":"9.30","nik":"5171 0441 0190 0001"}`))
	d, problems := Parse([]byte(sample))
	if len(problems) > 0 {
		f.Fatal(problems)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var answers map[string]any
		if json.Unmarshal(data, &answers) != nil {
			return
		}
		clean, problems := d.CheckAnswers(answers, today)
		for key, p := range problems {
			if p.In("id") == "" || strings.Contains(p.In("en"), "{label}") {
				t.Fatalf("%s: %q", key, p.In("en"))
			}
		}
		if len(problems) > 0 {
			return // such answers are sent back, not kept
		}
		stored, err := json.Marshal(clean)
		if err != nil {
			t.Fatal(err)
		}
		var read map[string]any
		if err := json.Unmarshal(stored, &read); err != nil {
			t.Fatal(err)
		}
		again, _ := d.CheckAnswers(read, today)
		if !reflect.DeepEqual(again, clean) {
			t.Fatalf("what was kept is not kept again: %v, then %v", clean, again)
		}
		d.CheckAttachments(clean, nil)
	})
}
