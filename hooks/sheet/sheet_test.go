package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"mdesa/hooks/fault"
)

func open(body []byte) (*File, error) { return Open(bytes.NewReader(body), int64(len(body))) }

// all reads the rows of a sheet as text, cells that are no text by their kind.
func all(file *File, sheet int) (rows [][]string, err error) {
	for row, err := range file.Rows(sheet) {
		if err != nil {
			return rows, err
		}
		var cells []string
		for _, cell := range row.Cells {
			cells = append(cells, []string{"", "#", "!", "="}[cell.Kind]+cell.Text)
		}
		rows = append(rows, append([]string{fmt.Sprint(row.Number)}, cells...))
	}
	return rows, nil
}

func wantRows(t *testing.T, body []byte, want ...string) {
	t.Helper()
	file, err := open(body)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := all(file, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		got = append(got, strings.Join(row, "|"))
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTextWithAnyDelimiterAndEncoding(t *testing.T) {
	windows, _ := charmap.Windows1252.NewEncoder().String("nama;nik\nJosé;1\n")
	utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("nama\tnik\nJosé\t1\n")
	for name, body := range map[string]string{
		"comma": "nama,nik\nJosé,1\n", "semicolon": "nama;nik\nJosé;1\n", "tab": "nama\tnik\r\nJosé\t1\r\n", "mark": "\ufeffnama,nik\nJosé,1",
		"Windows-1252": windows, "UTF-16": utf16, "quoted": "\"nama\";\"nik\"\n\"José\";\"1\"\n", "sep": "nama,nik\nJosé,1\n",
	} {
		t.Run(name, func(t *testing.T) { wantRows(t, []byte(body), "1|nama|nik", "2|José|1") })
	}
	wantRows(t, []byte("sep=;\na,b;c\n"), "1|a,b|c")
	wantRows(t, []byte("a,b\n\n\"x\ny\",z\nq\n"), "1|a|b", "3|x\ny|z", "5|q")
	wantRows(t, []byte("a,b\nI \"Made\" X,z\n"), "1|a|b", "2|I \"Made\" X|z")
}

func TestAQuotationMarkThatIsNotClosedIsTold(t *testing.T) {
	file, err := open([]byte("a,b\n\"x,z\n" + strings.Repeat("c,d\n", 30)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = all(file, 0); !errors.Is(err, ErrOpenQuote) {
		t.Errorf("read with %v", err)
	}
}

// parts make a workbook by hand.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var body bytes.Buffer
	w := zip.NewWriter(&body)
	for name, content := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return body.Bytes()
}

// workbookParts hold one sheet with some XML for its rows.
func workbookParts(rows, shared string) map[string]string {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	return map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="` + office + `"><workbookPr date1904="1"/><sheets><sheet name="Rahasia" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Warga" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + office + `/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId3" Type="` + office + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>` + rows + `</sheetData><mergeCells/></worksheet>`,
		"xl/sharedStrings.xml":       `<sst>` + shared + `</sst>`,
	}
}

func TestCellsOfAWorkbook(t *testing.T) {
	rows := `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
		<row r="4" spans="1:3"><c r="B4"><v>28577</v></c><c r="A4" t="inlineStr"><is><t xml:space="preserve"> a &amp; b </t></is></c></row>
		<row><c><v>1.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1&amp;"x>y"</f><v>namax</v></c><c><f>1+1</f></c></row>
		<row r="6"><c r="A6" s="3"/><c r="B6" t="s"><v>99</v></c><c r="C6" t="d"><v>1990-05-17T00:00:00</v></c></row>
		<row r="7"/><x:row r="8"><x:c r="A8" t="inlineStr"><x:is><x:t>awal</x:t></x:is></x:c></x:row>
		<row r="9"><c r="A9" t="inlineStr"><is><t>_x0041_<![CDATA[<b>]]>&#233;&#x41;</t><!-- no > text --></is></c></row>`
	shared := `<si><t>nama</t></si><si><r><t>ni</t></r><r><rPr><b/></rPr><t>k</t></r><rPh sb="0"><t>ucap</t></rPh></si>`
	file, err := open(packed(t, workbookParts(rows, shared)))
	if err != nil {
		t.Fatal(err)
	}
	if !file.Workbook || !file.Epoch1904 || !slices.Equal(file.Sheets, []string{"Warga"}) {
		t.Errorf("the workbook is %v %v %v", file.Workbook, file.Epoch1904, file.Sheets)
	}
	wantRows(t, packed(t, workbookParts(rows, shared)),
		"1|nama||nik", "4| a & b |#28577", "5|#1.5|1|!#REF!|namax|=", "6||!#|1990-05-17T00:00:00", "7", "8|awal", "9|A<b>éA")
}

func TestHugeColumnsAreLeftOut(t *testing.T) {
	wantRows(t, packed(t, workbookParts(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c><c r="ZZZZZZ1"><v>3</v></c></row>`, "")), "1|#1")
	if Letter(0) != "A" || Letter(25) != "Z" || Letter(26) != "AA" || Letter(42) != "AQ" {
		t.Error("the columns have other letters")
	}
}

func TestFilesThatAreNoTableSayWhatToDo(t *testing.T) {
	deep := workbookParts(`<row r="1"><c t="inlineStr"><is><t>`+strings.Repeat("x", maxToken+10)+`</t></is></c></row>`, "")
	for name, c := range map[string]struct {
		body []byte
		want *fault.Fault
	}{
		"old .xls":         {append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 600)...), ErrOldWorkbook},
		"web page as .xls": {[]byte("<html><table><tr><td>nama</td></tr></table></html>"), ErrOtherWorkbook},
		"XML spreadsheet":  {[]byte(`<?xml version="1.0"?><Workbook/>`), ErrOtherWorkbook},
		"a picture":        {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00"), ErrNoTable},
		"a zip of photos":  {packed(t, map[string]string{"foto.jpg": "x"}), ErrOtherWorkbook},
		"OpenDocument":     {packed(t, map[string]string{"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ErrOtherWorkbook},
		"a zip cut off":    {packed(t, workbookParts("", ""))[:200], ErrBroken},
		"entities":         {packed(t, changed(workbookParts("", ""), "xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>`)), ErrBroken},
		"rows cut off":     {packed(t, changed(workbookParts("", ""), "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c><v>1`)), ErrBroken},
		"no sheet data":    {packed(t, changed(workbookParts("", ""), "xl/worksheets/sheet1.xml", `<worksheet></worksheet>`)), ErrBroken},
		"UTF-16 parts":     {packed(t, changed(workbookParts("", ""), "xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData/></worksheet>`)), ErrBroken},
		"a cell of 1 MB":   {packed(t, deep), ErrTooBig},
		"no texts":         {packed(t, without(workbookParts("", ""), "xl/sharedStrings.xml")), ErrBroken},
		"no relations":     {packed(t, without(workbookParts("", ""), "xl/_rels/workbook.xml.rels")), ErrBroken},
	} {
		file, err := open(c.body)
		if err == nil {
			_, err = all(file, 0)
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want.Key)
		}
	}
}

func changed(parts map[string]string, name, content string) map[string]string {
	parts[name] = content
	return parts
}

func without(parts map[string]string, name string) map[string]string {
	delete(parts, name)
	return parts
}

// A small file can unpack to more than any disk holds.
func TestAZipBombIsGivenUp(t *testing.T) {
	bounds := &bounded{ReadCloser: endless{}, left: 1 << 20}
	_, err := (&scannerUser{newScanner(bounds)}).drain()
	if !errors.Is(err, ErrTooBig) {
		t.Errorf("it ended with %v", err)
	}
	var s texts
	if err := s.read(newScanner(strings.NewReader("<sst>" + strings.Repeat("<si><t>"+strings.Repeat("x", 1<<19)+"</t></si>", 2*maxStrings>>20+2)))); !errors.Is(err, ErrTooBig) {
		t.Errorf("too many texts end with %v", err)
	}
}

type endless struct{}

func (endless) Read(to []byte) (int, error) { return copy(to, "<row></row>"), nil }
func (endless) Close() error                { return nil }

type scannerUser struct{ *scanner }

func (u *scannerUser) drain() (n int, err error) {
	for ; err == nil; n++ {
		_, err = u.next()
	}
	return n, err
}

// Broken files end in a fault, never in a panic or without end.
func TestDamagedFilesEndInAFault(t *testing.T) {
	body := packed(t, workbookParts(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>28577</v></c></row>`, `<si><t>nama</t></si>`))
	chance := rand.New(rand.NewPCG(1, 2))
	for i := range 4000 {
		damaged := slices.Clone(body)
		for range 1 + chance.IntN(4) {
			damaged[chance.IntN(len(damaged))] = byte(chance.IntN(256))
		}
		if i%3 == 0 {
			damaged = damaged[:chance.IntN(len(damaged))]
		}
		readToTheEnd(t, damaged)
	}
	for range 3000 {
		sheet := []byte(workbookParts(`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>a&amp;b</t></is></c></row>`, "")["xl/worksheets/sheet1.xml"])
		for range 1 + chance.IntN(5) {
			sheet[chance.IntN(len(sheet))] = "<>/\"'=&;! \x00x"[chance.IntN(12)]
		}
		readToTheEnd(t, packed(t, changed(workbookParts("", ""), "xl/worksheets/sheet1.xml", string(sheet))))
	}
}

func readToTheEnd(t *testing.T, body []byte) {
	t.Helper()
	file, err := open(body)
	if err == nil {
		for i := range file.Sheets {
			if _, err = all(file, i); err != nil {
				break
			}
		}
	}
	var said *fault.Fault
	if err != nil && !errors.As(err, &said) {
		t.Fatalf("no fault but %v", err)
	}
}
