package letters

import (
	"strings"
	"testing"
)

func TestTemplate_that_cannot_work_is_refused_with_place_reason_and_nearest_name(t *testing.T) {
	long := strings.Repeat("<ul><li>x", 6)
	for name, c := range map[string]struct{ source, key, says, nearest string }{
		"mistyped name":          {"<p>Halo</p><p>{{resident.nama}}</p>", "letter.unknown_name_near", `paragraf 2, "{{resident.nama}}"`, "resident.name"},
		"name of another group":  {"<p>{{form.religion}}</p>", "letter.unknown_name_near", "paragraf 1", "resident.religion"},
		"far from any name":      {"<p>{{zzzzzzzzzzz}}</p>", "letter.unknown_name", "paragraf 1", ""},
		"in a table row":         {"<p>a</p><table><tr><td>NIK</td><td>{{resident.nikk}}</td></tr></table>", "letter.unknown_name_near", "baris tabel 1", "resident.nik"},
		"in a list item":         {"<ul><li>satu</li><li>{{resident.nikk}}</li></ul>", "letter.unknown_name_near", "butir daftar 2", "resident.nik"},
		"in a condition":         {"<p>{{#if form.knd}}a{{/if}}</p>", "letter.unknown_name_near", "form.knd", "form.kind"},
		"unknown option":         {`<p>{{#if form.kind = "bru"}}a{{/if}}</p>`, "letter.unknown_option", "baru, lama", "baru"},
		"rows compared":          {`<p>{{#if form.heirs = "x"}}a{{/if}}</p>`, "letter.rows_compared", "form.heirs", ""},
		"name cut by formatting": {"<p>Nama {{<b>resident</b>.name}} dst</p>", "letter.tag_split", "paragraf 1", ""},
		"braces cut in two":      {"<p>{<b>{resident.name}}</b></p>", "letter.braces", "paragraf 1", ""},
		"never closed":           {"<p>Nama {{resident.name</p>", "letter.braces", "{{resident.name", ""},
		"closed too often":       {"<p>Nama resident.name}} dst</p>", "letter.braces", "}}", ""},
		"no shape":               {"<p>{{ nama lengkap }}</p>", "letter.tag_shape", "nama lengkap", ""},
		"empty":                  {"<p>{{}}</p>", "letter.tag_shape", "{{}}", ""},
		"if without end":         {"<p>{{#if form.kind}}</p><p>a</p>", "letter.if_not_closed", "{{#if form.kind}}", ""},
		"end without if":         {"<p>a{{/if}}</p>", "letter.if_not_opened", "{{/if}}", ""},
		"else without if":        {"<p>{{#else}}</p>", "letter.if_not_opened", "{{#else}}", ""},
		"two elses":              {"<p>{{#if form.kind}}a{{#else}}b{{#else}}c{{/if}}</p>", "letter.else_twice", "{{#else}}", ""},
		"across paragraphs":      {"<p>{{#if form.kind}}a</p><p>b{{/if}}</p>", "letter.if_not_closed", "paragraf 1", ""},
		"pushed out of a table":  {"<table>{{#if form.kind}}<tr><td>a</td><td>b</td></tr>{{/if}}</table>", "letter.if_empty", "paragraf", ""},
		"picture":                {`<p>a</p><p>lihat <img src="x"> ini</p>`, "letter.element", "<img>", ""},
		"link":                   {`<p><a href="javascript:alert(1)">klik</a></p>`, "letter.element", "<a>", ""},
		"script":                 {`<script>alert(1)</script>`, "letter.element", "<script>", ""},
		"plain line":             {"<p>a</p><hr><p>b</p>", "letter.element", "<hr>", ""},
		"three columns":          {"<table><tr><td>a</td><td>b</td><td>c</td></tr></table>", "letter.columns", "baris tabel 1", ""},
		"rows inside words":      {"<p>Yaitu {{form.heirs}}</p>", "letter.rows_in_text", "form.heirs", ""},
		"page break in words":    {"<p>a {{page_break}}</p>", "letter.page_break_in_text", "page_break", ""},
		"lists too deep":         {long, "letter.template_deep", "daftar", ""},
		"nested beyond reason":   {strings.Repeat("<div>", 3000), "letter.template_deep", "isi surat", ""},
		"far too long":           {strings.Repeat("<p>panjang</p>", 9000), "letter.template_long", "isi surat", ""},
	} {
		t.Run(name, func(t *testing.T) {
			template, problems := Parse(c.source, NamesOf(business()))
			if template != nil || len(problems) == 0 {
				t.Fatal("accepted")
			}
			p := problems[0]
			if p.Key() != c.key || !strings.Contains(p.In("id"), c.says) || p.Nearest != c.nearest {
				t.Errorf("%s, nearest %q: %s", p.Key(), p.Nearest, p.In("id"))
			}
			if strings.Contains(p.In("en"), "paragraf ") || strings.Contains(p.In("en")+p.In("id"), "{place}") {
				t.Errorf("English text: %s", p.In("en"))
			}
		})
	}
}

func TestAll_problems_are_told_at_once(t *testing.T) {
	_, problems := Parse("<p>{{resident.nama}}</p><p><img></p><p>{{/if}}</p>", NamesOf(business()))
	if len(problems) != 3 {
		t.Errorf("%d problems", len(problems))
	}
	refusal := Refusal("template", problems)
	if !strings.Contains(refusal.In("en"), "3 things") || refusal.Fields["template"] == nil {
		t.Error(refusal.In("en"))
	}
	if Refusal("template", nil) != nil {
		t.Error("a refusal without a reason")
	}
}

// text shows a document as plain lines.
func text(d Document) string {
	var lines []string
	var add func(blocks []Block)
	add = func(blocks []Block) {
		for _, b := range blocks {
			switch b.Kind {
			case PageBreak:
				lines = append(lines, "----")
			case List:
				for _, item := range b.Items {
					add(item)
				}
			case Labels:
				for _, row := range b.Labels {
					lines = append(lines, runText(row.Label)+": "+runText(row.Value))
				}
			case Grid:
				for _, row := range b.Table.Rows {
					lines = append(lines, strings.Join(row, "; "))
				}
			default:
				lines = append(lines, runText(b.Runs))
			}
		}
	}
	add(d.Blocks)
	return strings.Join(lines, "\n")
}

func runText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Break {
			b.WriteString(" / ")
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestFilled_template_says_what_was_answered(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"words":                    {"<p>Nama {{resident.name}}, {{ resident.sex }}.</p>", "Nama I Wayan Budi Santoso, Laki-laki."},
		"birth and age":            {"<p>{{resident.birth}} ({{resident.age}})</p>", "Denpasar, 17 Mei 1990 (36 tahun)"},
		"weekday":                  {"<p>hari {{form.since.weekday}} tanggal {{form.since}} pukul {{form.opens}}</p>", "hari Senin tanggal 11 Maret 2019 pukul 07.30"},
		"money":                    {"<p>{{form.income}} ({{form.income.words}}), {{form.staff.words}} orang</p>", "Rp\u00a01.250.000 (satu juta dua ratus lima puluh ribu rupiah), dua orang"},
		"choices":                  {"<p>{{form.kind}}: {{form.needs}}, {{form.own_place}}</p>", "Usaha baru: kredit usaha rakyat dan tender, ya"},
		"member":                   {"<p>{{form.partner}} alias {{form.partner.name}}, {{form.partner.sex}}</p>", "Ni Made Ayu Lestari alias Ni Made Ayu Lestari, Perempuan"},
		"missing":                  {"<p>{{form.note}} {{resident.kk}}</p>", "- 5171042303110007"},
		"area":                     {"<p>{{office.area}}</p>", "Desa Taman Sari Kaja, Kecamatan Denpasar Utara, Kota Denpasar, Provinsi Bali"},
		"rows":                     {"<p>{{form.heirs}}</p>", "1; Ni Luh Putu Ayu; 5171044103120001; Anak kandung; 1 Maret 2012; Rp\u00a05.000.000\n2; I Kadek Darma; 5171040102140002; Anak kandung; 1 Februari 2014; -"},
		"filled in":                {"<p>a{{#if form.kind}} b{{/if}}{{#if form.note}} c{{/if}}</p>", "a b"},
		"equal":                    {`<p>{{#if form.kind = "baru"}}baru{{#else}}lama{{/if}}</p>`, "baru"},
		"unequal":                  {`<p>{{#if form.kind != "baru"}}lama{{#else}}baru{{/if}}</p>`, "baru"},
		"editor's quotes":          {"<p>{{#if&nbsp;form.kind = &ldquo;baru&rdquo;}}baru{{/if}}</p>", "baru"},
		"one of several choices":   {`<p>{{#if form.needs = "tender"}}t{{/if}}{{#if form.needs = "lain"}}l{{/if}}</p>`, "t"},
		"yes or no":                {`<p>{{#if form.own_place = "ya"}}sendiri{{#else}}sewa{{/if}}</p>`, "sendiri"},
		"nothing answered":         {`<p>{{#if form.note = ""}}tanpa catatan{{/if}}</p>`, "tanpa catatan"},
		"register's own spelling":  {`<p>{{#if resident.marital_status = "kawin"}}{{resident.marital_status}}{{/if}}</p>`, "Kawin"},
		"conditions in each other": {`<p>{{#if form.kind}}a{{#if form.note}}b{{#else}}c{{/if}}d{{/if}}</p>`, "acd"},
		"around paragraphs":        {"<p>{{#if form.note}}</p><p>a</p><p>b</p><p>{{#else}}</p><p>c</p><p>{{/if}}</p><p>d</p>", "c\nd"},
		"end and start together":   {"<p>{{#if form.kind}}</p><p>a</p><p>{{/if}} {{#if form.note}}</p><p>b</p><p>{{/if}}</p>", "a"},
		"around rows":              {"<table><tr><td>A</td><td>1</td></tr><tr><td colspan=2>{{#if form.note}}</td></tr><tr><td>B</td><td>2</td></tr><tr><td>{{/if}}</td><td></td></tr></table>", "A: 1"},
		"inside a cell":            {"<table><tr><td>A</td><td><p>1</p><p>{{#if form.note}}</p><p>2</p><p>{{/if}}</p><p>3</p></td></tr></table>", "A: 1 / 3"},
		"around list items":        {"<ol><li>a</li><li>{{#if form.note}}</li><li>b</li><li>{{/if}}</li><li>c</li></ol>", "a\nc"},
		"colons typed by hand":     {"<table><tr><td>Nama :</td><td>: {{resident.name}}</td></tr><tr><td>NIK</td><td>:</td><td>{{resident.nik}}</td></tr></table>", "Nama: I Wayan Budi Santoso\nNIK: 5171041705900003"},
		"paragraph emptied":        {"<p>a</p><p>{{#if form.note}}{{form.note}}{{/if}}</p><p>b</p>", "a\nb"},
		"gap that was wanted":      {"<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"},
		"gap at the end":           {"<p>a</p><p>&nbsp;</p><p></p>", "a"},
		"loose words":              {"a <b>b</b><p>c</p>d", "a b\nc\nd"},
		"line breaks":              {"<p> a <br> b<br></p>", "a / b"},
		"pages":                    {"<p>a</p><p><!-- pagebreak --></p><p>b</p><p>{{page_break}}</p>", "a\n----\nb"},
		"half formatted":           {"<p><b>{{resi</b><b>dent.nik}}</b></p>", "5171041705900003"},
		"pasted":                   {`<div><div><p><span style="color:red;font-size:9px">a</span> b</p></div></div>`, "a b"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := text(parsed(t, c.source).Fill(ValuesOf(facts()))); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestValue_never_becomes_markup_or_a_placeholder(t *testing.T) {
	f := facts()
	nasty := "<b>{{resident.nik}}</b>{{#if form.kind}} & &amp; <script>alert(1)</script>\n<p>baris dua"
	f.Answers["note"] = nasty
	d := parsed(t, "<p>{{form.note}}</p>").Fill(ValuesOf(f))
	if want := strings.Replace(nasty, "\n", " / ", 1); text(d) != want || len(d.Blocks) != 1 {
		t.Errorf("%q", text(d))
	}
}

func TestStyles_of_the_editor_are_kept(t *testing.T) {
	d := parsed(t, `<p style="text-align: center;">a <strong>b <em>c</em></strong> <span style="text-decoration: underline;">d</span></p>
		<p align="right">e</p><p style="padding-left: 80px;">f</p><h2>g</h2><ol type="I"><li>h</li></ol>`).Fill(nil)
	b := d.Blocks
	if b[0].Align != Center || b[1].Align != Right || b[2].Indent != 2 || b[3].Kind != Heading || b[4].Marker != UpperRoman {
		t.Errorf("%+v", b)
	}
	want := []Run{{Text: "a "}, {Text: "b ", Bold: true}, {Text: "c", Bold: true, Italic: true}, {Text: " "}, {Text: "d", Underline: true}}
	if len(b[0].Runs) != len(want) {
		t.Fatalf("%+v", b[0].Runs)
	}
	for i := range want {
		if b[0].Runs[i] != want[i] {
			t.Errorf("%+v, want %+v", b[0].Runs[i], want[i])
		}
	}
}

func TestMissing_values_are_listed_and_read_a_dash(t *testing.T) {
	d := parsed(t, "<p>{{form.note}} {{resident.nik}}</p>").Fill(ValuesOf(facts()))
	if len(d.Missing) != 1 || d.Missing[0] != "form.note" {
		t.Errorf("%v", d.Missing)
	}
}

func TestNames_a_template_prints(t *testing.T) {
	got := parsed(t, "<p>{{#if form.kind}}{{resident.nik}}{{/if}}</p><p>{{form.heirs}}</p><table><tr><td>x</td><td>{{resident.nik}}{{letter.date}}</td></tr></table>").Names()
	if strings.Join(got, " ") != "form.heirs letter.date resident.nik" {
		t.Error(got)
	}
}

func FuzzTemplate(f *testing.F) {
	f.Add(sampleText())
	f.Add(longText())
	f.Add("<p>{{#if form.kind = \"baru\"}}<b>{{resident</b>.name}}{{/if}}{{#else}}")
	f.Add("<table><td>{{#if form.note}}<table><tr><td>a</td></tr>")
	names, values := NamesOf(business()), ValuesOf(facts())
	f.Fuzz(func(t *testing.T, source string) {
		template, problems := Parse(source, names)
		if (template == nil) == (len(problems) == 0) {
			t.Fatal("neither a template nor a problem, or both")
		}
		for _, p := range problems {
			if p.In("id") == "" || p.Place("en") == "" {
				t.Fatal("a problem without words")
			}
		}
		if template == nil {
			return
		}
		l := Letter{Title: "Uji", Number: "1", Body: template.Fill(values), Date: "2026-11-23", Signature: Signature{Name: "X"}}
		if CheckGlyphs(l.Body) != nil {
			return
		}
		if _, err := Render(l); err != nil {
			t.Fatal(err)
		}
	})
}
