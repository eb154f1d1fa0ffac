package residents_test

import (
	"net/url"
	"testing"

	"mdesa/hooks/apptest"
)

// The figures of the README: go test -run '^$' -bench Search ./hooks/residents/
// One search at a time through the whole route, among a hundred thousand.
func BenchmarkSearch(b *testing.B) {
	v := newVillage(b)
	v.people(b)
	officer, head := tokenOf(b, v.officer), tokenOf(b, v.headOfKaja)
	v.search(b, officer, "first") // reads the vocabulary
	for _, c := range []struct{ name, token, q string }{
		{"common", officer, "wayan"},
		{"common_two", officer, "ni wayan"},
		{"beginning", officer, "su"},
		{"name", officer, "made sukarta"},
		{"whole_name", officer, "i wayan sudarta putra"},
		{"address", officer, "kamboja 12"},
		{"slip", officer, "wyan sukrta"},
		{"slip_rare", officer, "ketut sumartininggsih"},
		{"nobody", officer, "zzyzx"},
		{"nik", officer, "5101011705604001"},
		{"head_common", head, "wayan"},
		{"head_slip", head, "wyan sukrta"},
	} {
		b.Run(c.name, func(b *testing.B) {
			path := "/api/residents/search?purpose=counter&q=" + url.QueryEscape(c.q)
			for b.Loop() {
				if status, answer := apptest.Ask(b, v.App, "GET", path, c.token, ""); status != 200 {
					b.Fatal(status, answer)
				}
			}
		})
	}
}

// All contradictions of a hundred thousand residents, with how many there are.
func BenchmarkContradictions(b *testing.B) {
	v := newVillage(b)
	v.people(b)
	officer := tokenOf(b, v.officer)
	for b.Loop() {
		if status, answer := apptest.Ask(b, v.App, "GET", "/api/residents/contradictions", officer, ""); status != 200 {
			b.Fatal(status, answer)
		}
	}
}
