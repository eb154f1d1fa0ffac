package letters

import "testing"

func TestSums_are_written_as_people_say_them(t *testing.T) {
	for n, want := range map[int64]string{
		0: "nol", 1: "satu", 10: "sepuluh", 11: "sebelas", 12: "dua belas", 19: "sembilan belas", 20: "dua puluh",
		21: "dua puluh satu", 100: "seratus", 101: "seratus satu", 111: "seratus sebelas", 199: "seratus sembilan puluh sembilan",
		200: "dua ratus", 999: "sembilan ratus sembilan puluh sembilan", 1000: "seribu", 1001: "seribu satu",
		2000: "dua ribu", 11_000: "sebelas ribu", 21_000: "dua puluh satu ribu", 100_000: "seratus ribu",
		101_000: "seratus satu ribu", 1_000_000: "satu juta", 1_001_000: "satu juta seribu",
		1_234_567:           "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh",
		1_000_000_000:       "satu miliar",
		999_000_000_000_000: "sembilan ratus sembilan puluh sembilan triliun",
		-5:                  "minus lima", 1e15: "1000000000000000",
	} {
		if got := words(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestFractions_are_read_digit_by_digit(t *testing.T) {
	for n, want := range map[float64]string{2.5: "dua koma lima", 0.05: "nol koma nol lima", -1.5: "minus satu koma lima", 3: "tiga"} {
		if got := decimalWords(n); got != want {
			t.Errorf("%v: %q", n, got)
		}
	}
	if got := decimal(2.5); got != "2,5" {
		t.Error(got)
	}
}

func TestAge_counts_whole_years_on_the_letters_day(t *testing.T) {
	for _, c := range [][3]string{
		{"1990-05-17", "2026-05-16", "35 tahun"}, {"1990-05-17", "2026-05-17", "36 tahun"},
		{"2004-02-29", "2026-02-28", "21 tahun"}, {"2026-11-01", "2026-11-23", "0 tahun"},
		{"", "2026-11-23", ""}, {"2027-01-01", "2026-11-23", ""}, {"kemarin", "2026-11-23", ""},
	} {
		if got := age(c[0], c[1]); got != c[2] {
			t.Errorf("%v: %q", c, got)
		}
	}
}
