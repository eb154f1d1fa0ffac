package letters

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// longText has a table, lists and enough paragraphs for three pages.
func longText() string {
	var b strings.Builder
	b.WriteString(sampleText()[:strings.Index(sampleText(), "<p>Demikian")])
	b.WriteString(`<h3>Para ahli waris</h3><p>{{form.heirs}}</p>`)
	for i := range 14 {
		fmt.Fprintf(&b, `<p>Keterangan ke-%d. Pihak yang berkepentingan telah menyerahkan <em>surat pernyataan</em> yang ditandatangani di atas meterai, disaksikan oleh dua orang saksi, dan diketahui oleh Kelian Banjar Dinas setempat, sehingga keterangan di atas dapat dipertanggungjawabkan sepenuhnya oleh yang bersangkutan di kemudian hari.</p>`, i+1)
	}
	b.WriteString(`<ol style="list-style-type: lower-alpha;"><li>fotokopi KTP-el dan kartu keluarga;</li><li>surat pernyataan:<ul><li>bermeterai;</li><li>bersaksi dua orang;</li></ul></li><li>surat pengantar Kelian Banjar Dinas.</li></ol>`)
	b.WriteString(`<p>Demikian surat keterangan ini dibuat dengan sebenarnya agar dapat dipergunakan sebagaimana mestinya.</p>`)
	return b.String()
}

func manyHeirs(l Letter, n int) Letter {
	for i := range l.Body.Blocks {
		if table := l.Body.Blocks[i].Table; table != nil {
			row := table.Rows[0]
			table.Rows = nil
			for k := range n {
				table.Rows = append(table.Rows, append([]string{fmt.Sprint(k + 1)}, row[1:]...))
			}
		}
	}
	return l
}

func longNames(t testing.TB) Letter {
	f := facts()
	f.Resident.Name = "Anak Agung Ayu Putu Ngurah Kusumawardhani Dwi Cahyaningrum Prameswari Natha Kusuma Wijayanti"
	f.Answers["business_name"] = "Perkumpulan/Yayasan " + strings.Repeat("Sekeha-Teruna-Teruni-", 6) + strings.Repeat("A", 90)
	l := sampleLetter(t, sampleText())
	l.Paper = "A4"
	l.Body = parsed(t, sampleText()).Fill(ValuesOf(f))
	l.Title = "Surat Keterangan Domisili Perusahaan, Perkumpulan, dan Lembaga Kemasyarakatan Desa"
	l.Signature = Signature{
		Head: SignatureHead("u.b.", village, "Kepala Seksi Kesejahteraan dan Pelayanan Umum", "Sekretaris Desa"),
		Name: "Dr. Ir. Anak Agung Gede Ngurah Bagus Wiryawan Kusumayudha, S.E., S.Sos., M.Si., M.A.P.", StaffNumber: "NIP. 19750512 200003 1 004",
	}
	l.Holder = &Holder{Name: f.Resident.Name}
	return l
}

func pagesOf(t testing.TB, l Letter) []page {
	t.Helper()
	p, err := prepareParts(l)
	if err != nil {
		t.Fatal(err)
	}
	laid, err := lay(l, p)
	if err != nil {
		t.Fatal(err)
	}
	return laid.pages
}

func pageText(p page) string {
	var b strings.Builder
	for _, m := range p.marks {
		b.WriteString(m.text)
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestTypical_letter_fits_one_page_on_either_paper(t *testing.T) {
	for _, paper := range []string{"A4", "F4"} {
		l := sampleLetter(t, sampleText())
		l.Paper = paper
		l.Holder = &Holder{Name: budi.Name}
		if n := len(pagesOf(t, l)); n != 1 {
			t.Errorf("%s: %d pages", paper, n)
		}
		saved(t, "typical-"+paper, rendered(t, l))
	}
}

func TestFuller_letter_is_set_tighter_instead_of_taking_a_second_page(t *testing.T) {
	extra := strings.Repeat("<p>Yang bersangkutan telah menyerahkan surat pernyataan bermeterai yang disaksikan oleh dua orang saksi dan diketahui oleh Kelian Banjar Dinas setempat.</p>", 7)
	l := sampleLetter(t, strings.Replace(sampleText(), "<p>Demikian", extra+"<p>Demikian", 1))
	l.Paper = "A4"
	p, _ := prepareParts(l)
	roomy, err := laySet(l, p, styles[0])
	if err != nil || len(roomy.pages) != 2 {
		t.Fatalf("the sample should need two pages when set roomily: %d %v", len(roomy.pages), err)
	}
	if n := len(pagesOf(t, l)); n != 1 {
		t.Errorf("%d pages", n)
	}
	saved(t, "tight", rendered(t, l))
}

func TestLong_letter_breaks_well(t *testing.T) {
	l := manyHeirs(sampleLetter(t, longText()), 16)
	l.Paper = "A4"
	pages := pagesOf(t, l)
	saved(t, "long", rendered(t, l))
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	last := pageText(pages[2])
	if !strings.Contains(last, "PERBEKEL") || !strings.Contains(last, "Demikian surat keterangan") {
		t.Errorf("the signature's page lacks the last paragraph: %s", last)
	}
	for i, p := range pages {
		text := pageText(p)
		if !strings.Contains(text, fmt.Sprintf("Halaman %d dari 3", i+1)) {
			t.Errorf("page %d is not numbered: %s", i+1, text)
		}
		if strings.Contains(text, "5171044103120001") && !strings.Contains(text, "Hubungan keluarga") {
			t.Errorf("page %d shows the table without its heading", i+1)
		}
		before, _, _ := strings.Cut(text, "Surat ini ditandatangani")
		if strings.HasSuffix(strings.TrimSpace(before), "Para ahli waris") {
			t.Errorf("page %d ends in a heading", i+1)
		}
	}
}

func TestSignature_never_stands_alone_whatever_the_length(t *testing.T) {
	for n := range 60 {
		body := strings.Repeat("<p>Yang bersangkutan telah menyerahkan surat pernyataan bermeterai.</p>", n)
		l := sampleLetter(t, body+"<p>Demikian surat ini dibuat.</p>")
		pages := pagesOf(t, l)
		if last := pageText(pages[len(pages)-1]); !strings.Contains(last, "Demikian") || !strings.Contains(last, "PERBEKEL") {
			t.Fatalf("%d paragraphs: last page: %s", n, last)
		}
	}
}

func TestNothing_is_drawn_outside_the_sheet(t *testing.T) {
	huge := sampleLetter(t, "<table><tr><td>Catatan</td><td>{{form.note}}</td></tr></table><p>{{form.heirs}}</p><p>Akhir.</p>")
	huge.Body.Blocks[0].Labels[0].Value = []Run{{Text: strings.Repeat("kata demi kata ", 900)}}
	huge.Body.Blocks[1].Table.Rows[0][1] = strings.Repeat("nama panjang ", 700)
	for name, l := range map[string]Letter{
		"long names": longNames(t), "long": manyHeirs(sampleLetter(t, longText()), 40), "rows taller than a page": huge,
	} {
		leaf := leafOf(l.Paper)
		for i, p := range pagesOf(t, l) {
			for _, m := range p.marks {
				right := m.x + m.width
				if m.text != "" {
					right = m.x + m.face.width(strings.TrimSuffix(m.text, " "), m.size)
				}
				if m.x < 0 || m.y < 0 || right > leaf.width-10 || m.y+m.height > leaf.height-10 {
					t.Errorf("%s, page %d: %+v", name, i+1, m)
				}
			}
		}
		saved(t, strings.ReplaceAll(name, " ", "-"), rendered(t, l))
	}
}

func TestPage_break_of_the_author_starts_a_page(t *testing.T) {
	for _, tag := range []string{"<p><!-- pagebreak --></p>", `<hr class="page-break">`, "<p>{{page_break}}</p>", "<!-- pagebreak -->"} {
		pages := pagesOf(t, sampleLetter(t, "<p>Satu.</p>"+tag+"<p>Dua.</p>"))
		if len(pages) != 2 || !strings.Contains(pageText(pages[1]), "Dua.") {
			t.Errorf("%s: %d pages", tag, len(pages))
		}
	}
}

func TestEqual_letters_give_equal_files(t *testing.T) {
	l := manyHeirs(sampleLetter(t, longText()), 3)
	if !bytes.Equal(rendered(t, l), rendered(t, l)) {
		t.Error("two drawings differ")
	}
}
