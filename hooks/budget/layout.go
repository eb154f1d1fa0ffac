package budget

import (
	"regexp"
	"strings"

	"mdesa/hooks/sheet"
)

// Layout says where a table's columns are. A heading that was merged over several
// columns reaches to the next one, as the cells below may stand in any of them.
type Layout struct {
	Row                int // of the heading
	Code, Name, Source span
	marks              []mark // of the code columns, where headings say what they hold
	amounts            []amountColumn
}

// span is from a column up to another, that one not included; empty: none.
type span struct{ from, to int }

func (s span) none() bool { return s.to <= s.from }

type amountColumn struct {
	span
	stage string
	label string
}

// kinds of headings, tried in this order: "Bertambah/(Berkurang)" is no amount
// of a stage, "Realisasi Anggaran" is no plan.
var headings = []struct {
	kind string
	as   *regexp.Regexp
}{
	{"other", regexp.MustCompile(`lebih|kurang|selisih|bertambah|%|persen|prosen|sisa|volume|satuan|keluaran|output|harga|difference`)},
	{"source", regexp.MustCompile(`sumber|^sd$|source`)},
	{"code", regexp.MustCompile(`^kode|^code|^no\.? ?rek|^rekening|^rek\b`)},
	{"name", regexp.MustCompile(`uraian|^nama |^name|description`)},
	{Realised, regexp.MustCompile(`realisasi|reali[sz]ed|^actual`)},
	{Revised, regexp.MustCompile(`menjadi|(setelah|sesudah) perubahan|perubahan|revised`)},
	{Plan, regexp.MustCompile(`semula|anggaran|jumlah|pagu|nilai|^plan|budget|rupiah|\brp\b`)},
	{"other", regexp.MustCompile(`keterangan|^ket\b|penjelasan|notes?`)},
}

func kindOf(label string) string {
	label = strings.Join(strings.Fields(strings.ToLower(label)), " ")
	for _, heading := range headings {
		if label != "" && heading.as.MatchString(label) {
			return heading.kind
		}
	}
	return ""
}

// findLayout understands two rows as a heading, the second of which may divide
// the first: "Anggaran" over "Semula" and "Menjadi". nil: it is none.
func findLayout(row sheet.Row, next []sheet.Cell) *Layout {
	labels := make([]string, max(len(row.Cells), len(next)))
	for i := range row.Cells {
		labels[i] = row.Cells[i].Text
	}
	if !named(labels) {
		return nil
	}
	last := ""
	for i := range labels {
		if labels[i] != "" {
			last = labels[i]
		}
		if i >= len(next) || next[i].Kind != sheet.Text || kindOf(next[i].Text) == "" && !partial.MatchString(strings.ToLower(next[i].Text)) {
			continue
		}
		if labels[i] == "" && stageOf(kindOf(last)) {
			labels[i] = last
		}
		labels[i] = strings.TrimSpace(labels[i] + " " + next[i].Text)
	}
	return columns(row.Number, labels)
}

// partial are sub-headings of a realisation told by periods.
var partial = regexp.MustCompile(`s\.?d\.?|lalu|periode|semester|triwulan|total`)

// named tells whether names and amounts or codes are headed here: a title may
// well hold the word "anggaran".
func named(labels []string) bool {
	found := map[string]bool{}
	for _, label := range labels {
		if len(label) < 80 {
			found[kindOf(label)] = true
		}
	}
	return found["name"] && (found["code"] || found[Plan] || found[Revised] || found[Realised])
}

func stageOf(kind string) bool { return kind == Plan || kind == Revised || kind == Realised }

func columns(row int, labels []string) *Layout {
	layout := &Layout{Row: row}
	for i := 0; i < len(labels); {
		end := i + 1
		kind := kindOf(labels[i])
		for end < len(labels) && (labels[end] == "" || kind == "code" && kindOf(labels[end]) == "code") {
			end++
		}
		here := span{i, end}
		switch {
		case kind == "code" && layout.Code.none():
			layout.Code, layout.marks = here, marksOf(labels[i:end])
		case kind == "name" && layout.Name.none():
			layout.Name = here
		case kind == "source" && layout.Source.none():
			layout.Source = here
		case stageOf(kind):
			layout.amounts = append(layout.amounts, amountColumn{here, kind, labels[i]})
		}
		i = end
	}
	return layout
}

// marksOf tells activities' columns from accounts' where both have a heading of
// their own, as in our export; a single heading "Kode Rekening" is above both.
func marksOf(labels []string) []mark {
	marks, found := make([]mark, len(labels)), map[mark]bool{}
	for i, label := range labels {
		label = strings.ToLower(label)
		switch {
		case strings.Contains(label, "kegiatan"):
			marks[i] = anActivity
		case strings.Contains(label, "rek"), strings.Contains(label, "akun"):
			marks[i] = anAccount
		case i > 0:
			marks[i] = marks[i-1]
		}
		found[marks[i]] = true
	}
	if !found[anActivity] || !found[anAccount] {
		return nil
	}
	return marks
}

var upToNow = regexp.MustCompile(`s\.?d\.?.*(ini|sekarang)|total|jumlah`)

// amount is the column of a stage. A revision's annex may have one column only,
// called "Anggaran"; a realisation by periods has several, of which the sum
// counts.
func (l *Layout) amount(stage string) (found span, ok bool) {
	best := -1
	for _, column := range l.amounts {
		rank := 0
		if upToNow.MatchString(strings.ToLower(column.label)) {
			rank = 1
		}
		if column.stage == stage && (rank > best || rank == best && stage == Realised) {
			found, best = column.span, rank
		}
	}
	if best < 0 && stage == Revised {
		return l.amount(Plan)
	}
	return found, best >= 0
}

// first is the first cell of a span in which something stands, and its column.
func (s span) first(cells []sheet.Cell) (sheet.Cell, int) {
	for i := s.from; i < min(s.to, len(cells)); i++ {
		if strings.TrimSpace(cells[i].Text) != "" || cells[i].Kind != sheet.Text {
			return cells[i], i
		}
	}
	return sheet.Cell{}, s.from
}

// texts are the cells of a span as texts, a column each.
func (s span) texts(cells []sheet.Cell) []string {
	list := make([]string, 0, max(0, s.to-s.from))
	for i := s.from; i < s.to; i++ {
		text := ""
		if i < len(cells) {
			text = strings.TrimSpace(cells[i].Text)
		}
		list = append(list, text)
	}
	return list
}
