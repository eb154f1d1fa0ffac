package residents

import (
	"slices"
	"testing"

	"mdesa/hooks/fault"
)

const today = "2026-11-23"

func keys(faults []*fault.Fault) []string {
	var keys []string
	for _, f := range faults {
		keys = append(keys, f.Key)
	}
	return keys
}

func TestNIKOfKnownPeople(t *testing.T) {
	for _, c := range []struct {
		name, nik, born, sex string
		errors, warnings     []string
	}{
		{"man of Denpasar Utara", "5171041705900001", "1990-05-17", "L", nil, nil},
		{"woman born the same day", "5171045705900001", "1990-05-17", "P", nil, nil},
		{"woman born on the 31st", "5171047112850003", "1985-12-31", "P", nil, nil},
		{"first registered in Jakarta", "3174092903880002", "1988-03-29", "L", nil, nil},
		{"first registered in Timor Timur", "5401010101700004", "1970-01-01", "L", nil, nil},
		{"aged 104", "5171030101220001", "1922-01-01", "L", nil, nil},
		{"born on leap day", "5171046902000001", "2000-02-29", "P", nil, nil},
		{"nothing known to compare", "5171041705900001", "", "", nil, nil},
		{"pasted with spaces", "517104 170590 0001", "1990-05-17", "L", nil, nil},
		{"pasted with an apostrophe and a zero-width space", "'5171041705900001\u200b\ufeff", "1990-05-17", "L", nil, nil},

		{"corrected birth date", "5171041705900001", "1990-05-18", "L", nil, []string{"resident.nik_date"}},
		{"other sex", "5171041705900001", "1990-05-17", "P", nil, []string{"resident.nik_sex"}},
		{"other date and sex", "5171045705900001", "1991-05-17", "L", nil, []string{"resident.nik_date", "resident.nik_sex"}},
		{"old slip: 50 added", "5171046705900001", "1990-05-17", "P", nil, []string{"resident.nik_date"}},
		{"old slip: 60 added", "5171047705900001", "1990-05-17", "P", nil, []string{"resident.nik_no_date"}},
		{"31 February", "5171043102900001", "", "", nil, []string{"resident.nik_no_date"}},
		{"unknown province", "2071041705900001", "1990-05-17", "L", nil, []string{"resident.nik_area"}},
		{"a tenth regency of Bali", "5109011705900001", "1990-05-17", "L", nil, []string{"resident.nik_area"}},
		{"a fifth district of Denpasar", "5171051705900001", "1990-05-17", "L", nil, []string{"resident.nik_area"}},
		{"temporary, by the office", "0517104200100012", "2026-11-01", "P", nil, []string{"resident.nik_temporary"}},

		{"empty", "", "", "", []string{"identity.length"}, nil},
		{"fifteen digits", "517104170590001", "", "", []string{"identity.length"}, nil},
		{"seventeen digits", "51710417059000011", "", "", []string{"identity.length"}, nil},
		{"letter O for zero", "517104170590OOO1", "", "", []string{"identity.digits"}, nil},
		{"Arabic digits", "٥١٧١٠٤١٧٠٥٩٠٠٠٠١", "", "", []string{"identity.digits"}, nil},
		{"from a spreadsheet", "5.17104E+15", "", "", []string{"identity.lost_digits"}, nil},
		{"from an Indonesian spreadsheet", "5,17104E+15", "", "", []string{"identity.lost_digits"}, nil},
		{"serial lost by a spreadsheet", "5171041705900000", "", "", []string{"identity.serial"}, nil},
		{"temporary without serial", "0517104200100000", "", "", []string{"identity.serial"}, nil},
		{"all ones", "1111111111111111", "", "", []string{"identity.pattern"}, nil},
		{"all zeros", "0000000000000000", "", "", []string{"identity.pattern"}, nil},
		{"counting up", "1234567890123456", "", "", []string{"identity.pattern"}, nil},
		{"counting down", "9876543210987654", "", "", []string{"identity.pattern"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			errors, warnings := CheckNIK(c.nik, c.born, c.sex, today)
			if !slices.Equal(keys(errors), c.errors) || !slices.Equal(keys(warnings), c.warnings) {
				t.Errorf("errors %v warnings %v, want %v and %v", keys(errors), keys(warnings), c.errors, c.warnings)
			}
		})
	}
}

func TestWarningShowsBothDates(t *testing.T) {
	_, warnings := CheckNIK("5171041705900001", "1990-05-18", "L", today)
	want := "NIK menunjuk tanggal lahir 17-05-1990, register mencatat 18-05-1990. Bandingkan dengan akta kelahiran."
	if len(warnings) != 1 || warnings[0].In("id") != want {
		t.Errorf("got %v", warnings)
	}
}

func TestKKNumbers(t *testing.T) {
	for _, c := range []struct {
		name, kk         string
		errors, warnings []string
	}{
		{"issued in Denpasar Utara", "5171041203080015", nil, nil},
		{"pasted with hyphens", "517104-120308-0015", nil, nil},
		{"a woman's NIK by mistake", "5171045705900001", nil, []string{"household.kk_date"}},
		{"unknown area", "9971041203080015", nil, []string{"household.kk_area"}},
		{"temporary", "0517104200100001", nil, []string{"household.kk_temporary"}},
		{"short", "51710412030800", []string{"identity.length"}, nil},
		{"no serial", "5171041203080000", []string{"identity.serial"}, nil},
	} {
		errors, warnings := CheckKK(c.kk, today)
		if !slices.Equal(keys(errors), c.errors) || !slices.Equal(keys(warnings), c.warnings) {
			t.Errorf("%s: errors %v warnings %v", c.name, keys(errors), keys(warnings))
		}
	}
}

func TestBirthDatesThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		day    string
		living bool
		want   string
	}{
		{"", true, ""},
		{"1990-05-17", true, ""},
		{today, true, ""},
		{"2026-11-24", true, "resident.birth_future"},
		{"1990-02-30", true, "resident.birth_date"},
		{"17-05-1990", true, "resident.birth_date"},
		{"1905-11-24", true, ""}, // 120 until tomorrow's birthday
		{"1905-11-23", true, "resident.birth_old"},
		{"1890-01-01", false, ""},
	} {
		got := ""
		if wrong := checkBirthDate(c.day, today, c.living); wrong != nil {
			got = wrong.Key
		}
		if got != c.want {
			t.Errorf("%q living %v: %q, want %q", c.day, c.living, got, c.want)
		}
	}
}

// Whatever is pasted, the answer is either one error or a tidy 16-digit number,
// and tidying twice changes nothing.
func FuzzNIK(f *testing.F) {
	for _, seed := range []string{"5171041705900001", "517104 570590 0001", "5.17104E+15", "", "'", "0517104200100012", "９９", "\xff\xfe", "5171049999990001"} {
		f.Add(seed, "1990-05-17", "P")
	}
	f.Fuzz(func(t *testing.T, nik, born, sex string) {
		errors, warnings := CheckNIK(nik, born, sex, today)
		tidy := TidyNumber(nik)
		if TidyNumber(tidy) != tidy {
			t.Errorf("%q is tidied twice", nik)
		}
		if len(errors) > 1 || len(errors) == 1 && len(warnings) > 0 {
			t.Errorf("%q: errors %v and warnings %v", nik, keys(errors), keys(warnings))
		}
		if len(errors) == 0 && len(tidy) != 16 {
			t.Errorf("%q passes with %d digits", nik, len(tidy))
		}
		if TemporaryNIK(nik) && len(errors) == 0 && len(warnings) != 1 {
			t.Errorf("%q: a temporary number is compared with the register", nik)
		}
	})
}
