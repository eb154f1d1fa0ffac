package letters

import (
	"errors"
	"strings"
	"testing"

	"mdesa/hooks/fault"
)

func TestCharacter_that_cannot_be_printed_is_named_with_its_place(t *testing.T) {
	f := facts()
	f.Answers["note"] = "Nama aslinya 王小明, lahir di Beijing"
	l := sampleLetter(t, "<table><tr><td>Catatan</td><td>{{form.note}}</td></tr></table>")
	l.Body = parsed(t, "<table><tr><td>Catatan</td><td>{{form.note}}</td></tr></table>").Fill(ValuesOf(f))
	err := CheckGlyphs(l.Body)
	var reason *fault.Fault
	if !errors.As(err, &reason) {
		t.Fatal(err)
	}
	for _, want := range []string{"“王”", "U+738B", "Nama aslinya"} {
		if !strings.Contains(reason.In("id"), want) || !strings.Contains(reason.In("en"), want) {
			t.Errorf("%s: %s", want, reason.In("id"))
		}
	}
	if _, err := Render(l); !errors.Is(err, errGlyph) {
		t.Error("drawn all the same", err)
	}
}

func TestEvery_text_of_the_letter_is_checked(t *testing.T) {
	for name, spoil := range map[string]func(*Letter){
		"title":      func(l *Letter) { l.Title = "Surat 😀" },
		"number":     func(l *Letter) { l.Number = "一" },
		"signer":     func(l *Letter) { l.Signature.Name = "I Wayan ᬯ" },
		"head":       func(l *Letter) { l.Signature.Head = []string{"😀"} },
		"staff":      func(l *Letter) { l.Signature.StaffNumber = "😀" },
		"holder":     func(l *Letter) { l.Holder = &Holder{Name: "😀"} },
		"letterhead": func(l *Letter) { l.Letterhead.Lines = []string{"😀"} },
		"address":    func(l *Letter) { l.Letterhead.Address = []string{"😀"} },
		"table": func(l *Letter) {
			l.Body = Document{Blocks: []Block{{Kind: Grid, Table: &Table{Columns: []Column{{Label: "a"}}, Rows: [][]string{{"😀"}}}}}}
		},
		"list": func(l *Letter) {
			l.Body = Document{Blocks: []Block{{Kind: List, Items: [][]Block{{{Kind: Paragraph, Runs: []Run{{Text: "😀"}}}}}}}}
		},
	} {
		l := sampleLetter(t, "<p>a</p>")
		spoil(&l)
		if err := l.Check(); !errors.Is(err, errGlyph) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNames_of_Bali_and_the_world_are_drawn(t *testing.T) {
	for _, name := range []string{"Ida Bagus Ḍarma Śrī Ṇāgārjuna", "Cokorda Istri Agung", "Zoë Müller-Łukasiewicz", "Đặng Thị Hương",
		"Ragnhildur Þórsdóttir", "Jose\u0301 (tersusun)", "Kata “kutip” — dan …", "½ are, 3 m², 25 °C, № 7, €5"} {
		if err := checkText(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFaces_know_the_same_characters(t *testing.T) {
	for f := range fonts().faces {
		if got, want := len(fonts().faces[f].advance), len(fonts().faces[regular].advance); got != want || want < 800 {
			t.Errorf("face %d has %d characters, regular has %d", f, got, want)
		}
	}
}

func TestStrange_input_is_drawn_or_refused_but_never_panics(t *testing.T) {
	for _, text := range []string{"", "\x00\x01", "\xff\xfe", "\u202egnalab", "a\u0000b", strings.Repeat("x", 5000), "\n\n\n", "\u00a0", "\u2028"} {
		l := Letter{Paper: text, Title: text, Number: text, Place: text, Date: text, Footer: text, Author: text,
			Letterhead: Letterhead{Lines: []string{text}, Address: []string{text}},
			Signature:  Signature{Head: []string{text}, Name: text, StaffNumber: text}, Holder: &Holder{Label: text, Name: text},
			Body: Document{Blocks: []Block{{Kind: "unknown", Runs: []Run{{Text: text}}}, {Kind: Grid}, {Kind: Grid, Table: &Table{}},
				{Kind: Grid, Table: &Table{Rows: [][]string{{text, text}}}}, {Kind: List, Items: [][]Block{{}}}, {Kind: Labels, Labels: []LabelRow{{}}},
				{Kind: Paragraph, Indent: 99, Runs: []Run{{Text: text}, {Break: true}}}}}}
		if _, err := Render(l); err != nil && !errors.Is(err, errTall) {
			t.Errorf("%.10q: %v", text, err)
		}
	}
}

func TestSignature_block_taller_than_a_page_is_refused_in_words(t *testing.T) {
	l := sampleLetter(t, "<p>a</p>")
	l.Signature.Name = strings.Repeat("nama ", 3000)
	if _, err := Render(l); !errors.Is(err, errTall) {
		t.Error(err)
	}
}
