package letters

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"mdesa/hooks/definition"
)

// A fictional village, as all people here are.
var village = Office{
	Kind: "desa", Name: "Taman Sari Kaja", HeadTitle: "Perbekel", District: "Denpasar Utara", Regency: "Kota Denpasar",
	Province: "Bali", Address: "Jalan Kamboja Nomor 17, Denpasar", Postcode: "80233",
	Phone: "(0361) 000 111", Email: "desa@tamansarikaja.example", Website: "tamansarikaja.example",
}

var budi = Person{
	Name: "I Wayan Budi Santoso", NIK: "5171041705900003", KK: "5171042303110007", BirthPlace: "Denpasar",
	BirthDate: "1990-05-17", Sex: "L", Religion: "Hindu", MaritalStatus: "kawin", Occupation: "Pedagang",
	Citizenship: "WNI", Education: "SLTA/Sederajat", Address: "Jalan Melati Nomor 8, Banjar Kerta",
	Hamlet: "Banjar Kerta", FamilyHead: "I Wayan Budi Santoso", FamilyRole: "kepala keluarga",
}

var wita = time.FixedZone("WITA", 8*3600)

func business() definition.Definition {
	return definition.Definition{Key: "business", Form: []definition.Page{{Fields: []definition.Field{
		{Key: "business_name", Label: "Nama usaha", Type: "text"},
		{Key: "kind", Label: "Jenis", Type: "choice", Options: []definition.Option{{Value: "baru", Label: "Usaha baru"}, {Value: "lama", Label: "Usaha lama"}}},
		{Key: "needs", Label: "Keperluan", Type: "choices", Options: []definition.Option{{Value: "kur", Label: "kredit usaha rakyat"}, {Value: "tender", Label: "tender"}, {Value: "lain", Label: "lainnya"}}},
		{Key: "since", Label: "Sejak", Type: "date"},
		{Key: "income", Label: "Penghasilan", Type: "money"},
		{Key: "staff", Label: "Pegawai", Type: "number"},
		{Key: "own_place", Label: "Tempat sendiri", Type: "yesno"},
		{Key: "partner", Label: "Rekan", Type: "member"},
		{Key: "opens", Label: "Buka", Type: "time"},
		{Key: "note", Label: "Catatan", Type: "textarea"},
		{Key: "heirs", Label: "Ahli waris", Type: "rows", Columns: []definition.Field{
			{Key: "name", Label: "Nama", Type: "text"}, {Key: "nik", Label: "NIK", Type: "nik"},
			{Key: "relation", Label: "Hubungan keluarga", Type: "choice", Options: []definition.Option{{Value: "anak", Label: "Anak kandung"}}},
			{Key: "born", Label: "Tanggal lahir", Type: "date"}, {Key: "share", Label: "Bagian", Type: "money"},
		}},
	}}}}
}

func facts() Facts {
	return Facts{
		Office: village, Resident: budi, Definition: business(),
		Answers: map[string]any{
			"business_name": "Warung Makan “Sari Rasa”", "kind": "baru", "needs": []any{"kur", "tender"},
			"since": "2019-03-11", "income": 1250000.0, "staff": 2.0, "own_place": true, "opens": "07:30",
			"partner": "abcdefghij12345",
			"heirs": []any{
				map[string]any{"name": "Ni Luh Putu Ayu", "nik": "5171044103120001", "relation": "anak", "born": "2012-03-01", "share": 5000000.0},
				map[string]any{"name": "I Kadek Darma", "nik": "5171040102140002", "relation": "anak", "born": "2014-02-01"},
			},
		},
		Members: map[string]Person{"abcdefghij12345": {Name: "Ni Made Ayu Lestari", BirthDate: "1992-01-02", Sex: "P"}},
		Number:  "500.2.2.4/012/TSK/XI/2026", Title: "Surat Keterangan Usaha", Date: "2026-11-23", ValidUntil: "2027-05-23",
		OfficerName: "I Nyoman Sudarma, S.Sos.", OfficerTitle: "Perbekel", OfficerStaffNumber: "",
	}
}

const businessText = `
<p>Yang bertanda tangan di bawah ini {{officer.title}} {{office.name}}, Kecamatan {{office.district}}, {{office.regency}}, Provinsi {{office.province}}, menerangkan dengan sebenarnya bahwa:</p>
<table><tbody>
<tr><td>Nama lengkap</td><td><strong>{{resident.name}}</strong></td></tr>
<tr><td>NIK</td><td>{{resident.nik}}</td></tr>
<tr><td>Nomor KK</td><td>{{resident.kk}}</td></tr>
<tr><td>Tempat/tanggal lahir</td><td>{{resident.birth}} ({{resident.age}})</td></tr>
<tr><td>Jenis kelamin</td><td>{{resident.sex}}</td></tr>
<tr><td>Agama</td><td>{{resident.religion}}</td></tr>
<tr><td>Status perkawinan</td><td>{{resident.marital_status}}</td></tr>
<tr><td>Pekerjaan</td><td>{{resident.occupation}}</td></tr>
<tr><td>Kewarganegaraan</td><td>{{resident.citizenship}}</td></tr>
<tr><td>Alamat</td><td>{{resident.address}}, {{office.kind}} {{office.name}}, Kecamatan {{office.district}}</td></tr>
</tbody></table>
<p>Orang tersebut di atas memang benar penduduk {{office.kind}} {{office.name}} yang bertempat tinggal di alamat tersebut dan menurut pengamatan kami memang benar memiliki usaha sebagai berikut:</p>
<table><tbody>
<tr><td>Nama usaha</td><td>{{form.business_name}}</td></tr>
<tr><td>Berdiri sejak</td><td>{{form.since}}</td></tr>
{{rows}}
<tr><td>Penghasilan per bulan</td><td>{{form.income}} ({{form.income.words}})</td></tr>
</tbody></table>
<p>Surat keterangan ini dibuat untuk keperluan {{form.needs}}{{#if letter.valid_until}} dan berlaku sampai dengan tanggal {{letter.valid_until}}{{/if}}.</p>
<p>Demikian surat keterangan ini dibuat dengan sebenarnya agar dapat dipergunakan sebagaimana mestinya.</p>`

func parsed(t testing.TB, source string) *Template {
	t.Helper()
	template, problems := Parse(source, NamesOf(business()))
	for _, p := range problems {
		t.Errorf("template: %s: %s", p.Key(), p.In("id"))
	}
	if len(problems) > 0 {
		t.FailNow()
	}
	return template
}

func sampleText() string {
	return strings.Replace(businessText, "{{rows}}", `<tr><td>{{#if form.own_place}}</td><td></td></tr><tr><td>Tempat usaha</td><td>milik sendiri</td></tr><tr><td colspan="2">{{/if}}</td></tr>`, 1)
}

func sampleLetter(t testing.TB, source string) Letter {
	t.Helper()
	head := village.Letterhead()
	head.Logo = crest()
	return Letter{
		Paper: "F4", Letterhead: head, Title: "Surat Keterangan Usaha", Number: "500.2.2.4/012/TSK/XI/2026",
		Body: parsed(t, source).Fill(ValuesOf(facts())), Place: village.Name, Date: "2026-11-23",
		Signature: Signature{Head: SignatureHead("", village, "", ""), Name: "I Nyoman Sudarma, S.Sos."},
		QR:        "https://tamansarikaja.example/v/K7QF2M9XABCD#" + strings.Repeat("aZ0_", 52),
		Footer:    SignatureNote(OfficeSignature, "https://tamansarikaja.example/v/K7QF2M9XABCD"),
		IssuedAt:  time.Date(2026, 11, 23, 9, 15, 0, 0, wita), Author: "Desa Taman Sari Kaja",
	}
}

// crest is a round emblem on a clear ground, as offices upload them.
var crest = sync.OnceValue(func() []byte {
	const side = 600
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			dx, dy := x-side/2, y-side/2
			switch d := dx*dx + dy*dy; {
			case d < 120*120:
				img.Set(x, y, color.NRGBA{240, 190, 40, 255})
			case d < 290*290:
				img.Set(x, y, color.NRGBA{150, 20, 30, 255})
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err)
	}
	return out.Bytes()
})

func rendered(t testing.TB, l Letter) []byte {
	t.Helper()
	pdf, err := Render(l)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

func testKeys(t testing.TB) *Keys {
	t.Helper()
	keys, err := OpenKeys(t.TempDir(), "Pemerintah Desa Taman Sari Kaja")
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func sealed(t testing.TB, keys *Keys, pdf []byte) []byte {
	t.Helper()
	out, err := keys.Seal(context.Background(), pdf, Reason{
		Text: "Surat Keterangan Usaha 500.2.2.4/012/TSK/XI/2026", Signer: "I Nyoman Sudarma, S.Sos.",
		Location: "Denpasar", At: time.Now(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// tool runs one of Debian's PDF tools on a file. Where it is not installed the
// test is skipped, except when MDESA_STRICT=1 asks for everything.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("MDESA_STRICT") == "1" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("SKIPPED: %s is not installed; this check was not made", name)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func saved(t *testing.T, name string, pdf []byte) string {
	t.Helper()
	dir := t.TempDir()
	if keep := os.Getenv("MDESA_LETTERS_DIR"); keep != "" { // to look at them
		dir = keep
	}
	path := dir + "/" + name + ".pdf"
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
