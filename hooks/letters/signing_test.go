package letters

import (
	"strings"
	"testing"

	"mdesa/hooks/delegation"
)

var kelurahan = Office{Kind: "kelurahan", Name: "Penatih", HeadTitle: "Lurah"}

// What stands above the signature, in the letter's text and on the verification
// page, for every form; domain: Permendagri 1/2023, OpenSID's Surat_model.
func TestSigner_and_forms_of_signing(t *testing.T) {
	by := func(form, post, title string) *delegation.Capacity {
		return &delegation.Capacity{Delegation: "d", Form: form, Post: post, Title: title}
	}
	for _, c := range []struct {
		office      Office
		secretary   string
		role, title string
		capacity    *delegation.Capacity
		head, label string
	}{
		{village, "Sekretaris Desa", "village_head", "Perbekel", nil, "PERBEKEL TAMAN SARI KAJA,", "Perbekel"},
		{village, "Sekretaris Desa", "secretary", "Sekretaris Desa", nil,
			"a.n. PERBEKEL TAMAN SARI KAJA|SEKRETARIS DESA,", "a.n. Perbekel, Sekretaris Desa"},
		{village, "Sekretaris Desa", "officer", "Kepala Seksi Pelayanan", nil,
			"a.n. PERBEKEL TAMAN SARI KAJA|SEKRETARIS DESA|u.b.|KEPALA SEKSI PELAYANAN,", "a.n. Perbekel, u.b. Kepala Seksi Pelayanan"},
		{village, "Sekretaris Desa", "secretary", "Sekretaris Desa", &delegation.Capacity{Stepped: "village_head"},
			"a.n. PERBEKEL TAMAN SARI KAJA|SEKRETARIS DESA,", "a.n. Perbekel, Sekretaris Desa"},
		{village, "Sekretaris Desa", "officer", "Kepala Seksi Pelayanan", by("a.n.", "village_head", "Perbekel"),
			"a.n. PERBEKEL TAMAN SARI KAJA|KEPALA SEKSI PELAYANAN,", "a.n. Perbekel, Kepala Seksi Pelayanan"},
		{village, "Sekretaris Desa", "officer", "Kepala Seksi Pelayanan", by("u.b.", "village_head", "Perbekel"),
			"a.n. PERBEKEL TAMAN SARI KAJA|SEKRETARIS DESA|u.b.|KEPALA SEKSI PELAYANAN,", "a.n. Perbekel, u.b. Kepala Seksi Pelayanan"},
		{village, "Sekretaris Desa", "secretary", "Sekretaris Desa", by("Plt.", "village_head", ""), "Plt. PERBEKEL TAMAN SARI KAJA,", "Plt. Perbekel"},
		{village, "Sekretaris Desa", "secretary", "Sekretaris Desa", by("Plh.", "village_head", "Perbekel"), "Plh. PERBEKEL TAMAN SARI KAJA,", "Plh. Perbekel"},
		{village, "Sekretaris Desa", "officer", "Kepala Seksi Pelayanan", by("Pj.", "village_head", ""), "Pj. PERBEKEL TAMAN SARI KAJA,", "Pj. Perbekel"},
		{village, "Sekretaris Desa", "officer", "Kepala Seksi Pelayanan", by("Plh.", "secretary", "Sekretaris Desa"),
			"a.n. PERBEKEL TAMAN SARI KAJA|Plh. SEKRETARIS DESA,", "a.n. Perbekel, Plh. Sekretaris Desa"},
		{village, "Sekretaris Desa", "officer", "Kepala Seksi Pelayanan", by("a.n.", "secretary", "Sekretaris Desa"),
			"a.n. PERBEKEL TAMAN SARI KAJA|SEKRETARIS DESA|u.b.|KEPALA SEKSI PELAYANAN,", "a.n. Perbekel, u.b. Kepala Seksi Pelayanan"},
		{kelurahan, "Sekretaris Lurah", "village_head", "Lurah", nil, "LURAH PENATIH,", "Lurah"},
		{kelurahan, "Sekretaris Lurah", "secretary", "Sekretaris Lurah", nil, "a.n. LURAH PENATIH|SEKRETARIS LURAH,", "a.n. Lurah, Sekretaris Lurah"},
		{kelurahan, "Sekretaris Lurah", "officer", "Kepala Seksi Pelayanan Umum", by("u.b.", "village_head", "Lurah"),
			"a.n. LURAH PENATIH|SEKRETARIS LURAH|u.b.|KEPALA SEKSI PELAYANAN UMUM,", "a.n. Lurah, u.b. Kepala Seksi Pelayanan Umum"},
		{kelurahan, "Sekretaris Lurah", "secretary", "Sekretaris Lurah", by("Plh.", "village_head", "Lurah"), "Plh. LURAH PENATIH,", "Plh. Lurah"},
	} {
		signing := SigningOf(c.office, c.secretary, c.role, c.title, c.capacity)
		if got := strings.Join(signing.Head, "|"); got != c.head {
			t.Errorf("%s %+v: %s, want %s", c.role, c.capacity, got, c.head)
		}
		if got := signing.Label(c.office); got != c.label {
			t.Errorf("%s %+v is called %q, want %q", c.role, c.capacity, got, c.label)
		}
	}
}

func TestThe_letter_speaks_as_who_signs_it(t *testing.T) {
	for form, want := range map[string]string{"Plh.": "Plh. Perbekel", "a.n.": "", "u.b.": "", "": ""} {
		signing := SigningOf(village, "Sekretaris Desa", "secretary", "Sekretaris Desa", &delegation.Capacity{Delegation: "d", Form: form, Post: "village_head"})
		if got := signing.as(); got != want {
			t.Errorf("%q speaks as %q, want %q", form, got, want)
		}
	}
	f := facts()
	f.SignedAs = "Plh. Perbekel"
	if got := ValuesOf(f)["office.head_title"].Text; got != "Plh. Perbekel" {
		t.Errorf("the text says %q", got)
	}
}
