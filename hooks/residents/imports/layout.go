package imports

import (
	"strings"
	"unicode"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
	"mdesa/hooks/sheet"
)

// Formats of tables that the import knows.
const (
	OpenSID = "opensid" // headings are the machine names of OpenSID's workbook
	Named   = "named"   // headings are our own field names, or what people call them
	SIAK    = "siak"    // columns by their place in the civil registry's export
)

// Layout is where a table has which column.
type Layout struct {
	Format  string
	Columns []Column // by place in the row; none: not known
	Heading []string // the row of headings, as it stands in the file
	Ignored []string // headings that nothing is read from
	first   int      // number of the first row of people
}

var (
	errNoHeadings = fault.New(fault.Invalid, "import.no_headings",
		"Baris judul tidak ditemukan. Baris pertama harus berisi nama kolom seperti pada format OpenSID: alamat, dusun, rw, rt, nama, no_kk, nik, …",
		"There is no row of headings. The first row must hold the names of the columns, as in OpenSID's format: alamat, dusun, rw, rt, nama, no_kk, nik, …")
	errTwiceHeading = fault.New(fault.Invalid, "import.heading_twice",
		"Kolom {first} dan {second} sama-sama berisi \"{name}\". Hapus salah satunya.",
		"Columns {first} and {second} both hold \"{name}\". Remove one of them.")
)

// reasonsHeading stands over the column that is added to refused rows.
const reasonsHeading = "alasan_ditolak"

// siakPlaces are the columns of the civil registry's export, counted from 1.
var siakPlaces = map[int]Column{
	1: KK, 2: NIK, 3: Name, 4: LifeStatus, 5: BirthPlace, 6: BirthDate, 7: Sex, 8: FatherNIK, 9: FatherName,
	10: MotherNIK, 11: MotherName, 12: MaritalStatus, 13: FamilyRole, 14: Religion, 17: Address, 18: RW, 19: RT,
	20: Education, 21: Occupation, 23: BloodType, 24: Disability, 28: Passport, 29: BirthCertificate,
	30: MarriageCertificate, 31: MarriedOn, 32: DivorceCertificate, 33: DivorcedOn,
}

// leastSIAK is how many columns a row must have to be taken for one of SIAK's:
// people who leave out the headings of another table are told so.
const leastSIAK = 21

// headings knows columns by every name they go by.
var headings = func() map[string]Column {
	known := map[string]Column{}
	for i, c := range columns {
		names := append(strings.Split(c.words, ","), c.machine, c.field, c.label, c.labelEN)
		for _, name := range names {
			if key := headingKey(name); key != "" {
				known[key] = Column(i)
			}
		}
	}
	return known
}()

// headingKey is a heading without case, spaces and signs.
func headingKey(heading string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// recognise looks whether a row says how the table is laid out. A row that does
// not gives neither a layout nor a fault.
func recognise(row sheet.Row) (*Layout, *fault.Fault) {
	layout := &Layout{Format: OpenSID, Columns: make([]Column, len(row.Cells)), first: row.Number + 1}
	places := map[Column]int{}
	for i, cell := range row.Cells {
		heading := strings.TrimSpace(strings.TrimPrefix(cell.Text, "\ufeff"))
		layout.Heading = append(layout.Heading, heading)
		layout.Columns[i] = none
		found, known := headings[headingKey(heading)]
		if !known {
			if heading != "" && heading != reasonsHeading {
				layout.Ignored = append(layout.Ignored, heading)
			}
			continue
		}
		if before, twice := places[found]; twice {
			return nil, errTwiceHeading.With("first", sheet.Letter(before)).With("second", sheet.Letter(i)).With("name", columns[found].label)
		}
		places[found] = i
		layout.Columns[i] = found
		if !strings.EqualFold(heading, columns[found].machine) {
			layout.Format = Named
		}
	}
	_, named := places[Name]
	if _, numbered := places[NIK]; named && (numbered || len(places) > 3) && !headsSIAK(row, places) {
		return layout, nil
	}
	return recogniseSIAK(row), nil
}

// headsSIAK is true for headings of the civil registry's export that only begin
// with words we know, and are followed by its columns in their own places.
func headsSIAK(row sheet.Row, places map[Column]int) bool {
	if len(row.Cells) < leastSIAK {
		return false
	}
	for _, needed := range []Column{FamilyRole, Hamlet} {
		if _, known := places[needed]; known {
			return false
		}
	}
	for place, c := range map[int]Column{0: KK, 1: NIK, 2: Name} {
		if at, known := places[c]; !known || at != place {
			return false
		}
	}
	return true
}

// recogniseSIAK goes by the numbers at the beginning of a row of SIAK's, whose
// headings differ from office to office.
func recogniseSIAK(row sheet.Row) *Layout {
	if len(row.Cells) < leastSIAK || !looksLikeNumber(row.Cells[0]) || !looksLikeNumber(row.Cells[1]) {
		return nil
	}
	layout := &Layout{Format: SIAK, Columns: make([]Column, len(row.Cells)), first: row.Number}
	for i := range layout.Columns {
		layout.Columns[i] = none
		if found, known := siakPlaces[i+1]; known {
			layout.Columns[i] = found
		}
	}
	return layout
}

func looksLikeNumber(cell sheet.Cell) bool {
	digits := residents.TidyNumber(cell.Text)
	return len(digits) == 16 && strings.Trim(digits, "0123456789") == ""
}

// column is what stands at a place; rows may be longer than their headings.
func (l *Layout) column(place int) Column {
	if place < len(l.Columns) {
		return l.Columns[place]
	}
	if l.Format == SIAK {
		if found, known := siakPlaces[place+1]; known {
			return found
		}
	}
	return none
}

// endMark in column B of OpenSID's workbook ends its data: the template has it
// above an explanation.
const endMark = "###"

func ends(row sheet.Row) bool {
	return len(row.Cells) > 1 && strings.TrimSpace(row.Cells[1].Text) == endMark ||
		len(row.Cells) > 0 && strings.TrimSpace(row.Cells[0].Text) == endMark
}
