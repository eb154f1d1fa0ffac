package demo

import (
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
)

// life is one report of the demo while things happen to it.
type life struct {
	v       *Village
	request string
	c       complaint
	report  string // id
	at      time.Time
	err     error
}

// happens lives through what a complaint's stage says.
func (v *Village) happens(request string, c complaint, report string, known map[string]*core.Record) error {
	l := &life{v: v, request: request, c: c, report: report, at: v.workingAgo(c.days, 40)}
	switch c.stage {
	case "new":
	case "late":
		l.do("escalate", nil, 490, "", "", nil)
	case "duplicate":
		l.do("reject", l.first(), 60, "duplicate", "Sudah dilaporkan warga lain. Terima kasih; Anda tetap mendapat kabarnya.", map[string]any{"into": known[c.category].GetString("code")})
	case "returned":
		l.do("return", l.first(), 90, "unclear_report", "Mohon tambahkan sejak kapan dan di rumah mana saja airnya keruh.", map[string]any{"fields": []string{"what"}})
	case "refused":
		l.do("reject", l.first(), 120, "not_our_authority", "Jalan ini jalan provinsi. Laporan kami teruskan secara resmi ke Dinas PU Provinsi.", nil)
	default:
		l.handle()
	}
	return l.err
}

// handle begins with the first answer and shows the report to all.
func (l *life) handle() {
	l.do("approve", l.first(), 70, "", "Terima kasih, laporan sudah kami baca. Petugas memeriksa di lapangan hari ini.", nil)
	l.show(func(report *core.Record) {
		report.Set("title", l.c.title)
		report.Set("place", l.c.place)
		report.Set("text", l.c.what)
	}, "photos_before", false)
	switch l.c.stage {
	case "forwarded":
		l.do("forward", l.last(), 200, "", "Lampu ini dikelola kota. Sudah kami teruskan dan kami tanyakan setiap Senin.",
			map[string]any{"outside": "Dinas Perhubungan Kota Denpasar", "outside_number": "LPJU-2291"})
	case "answered":
		l.resolve()
	case "done":
		l.resolve()
		l.do("confirm", l.reporter(), 300, "", "", nil)
	case "reopened":
		l.resolve()
		l.do("reopen", l.reporter(), 400, "", "Kemarin hujan sebentar, airnya masih meluap. Bagian hilir belum dikeruk.", nil)
	}
}

func (l *life) resolve() {
	data := map[string]any{"no_photo": "Tidak ada pekerjaan di lapangan."}
	if l.c.photo != "" && l.err == nil {
		photo, err := l.v.photo(l.c.photo, true, map[string]any{"kind": "report_work", "officer": l.last().Id})
		if err != nil {
			l.err = err
			return
		}
		data = map[string]any{"photos": []string{photo.Id}}
	}
	l.do("resolve", l.last(), 900, "", l.c.answer, data)
	l.show(func(report *core.Record) { report.Set("answer", l.c.answer) }, "photos_after", true)
}

// do is one event, so many working minutes after the one before it.
func (l *life) do(action string, by *core.Record, minutes int, reason, note string, data map[string]any) {
	if l.err != nil {
		return
	}
	l.at = l.v.later(l.at, minutes)
	if by == nil {
		l.err = l.v.act(l.request, action, nil, l.at, reason, note)
		return
	}
	l.err = l.v.sent(l.request, action, by, l.at, reason, note, data)
}

// show sets what all see, where the category is shown at all.
func (l *life) show(set func(*core.Record), photos string, after bool) {
	if l.err != nil || l.c.title == "" {
		return
	}
	report, err := l.v.app.FindRecordById("reports", l.report)
	if err != nil {
		l.err = err
		return
	}
	report.Set("public", true)
	set(report)
	if l.c.photo != "" {
		content, err := l.c.photo.draw(after)
		if err != nil {
			l.err = err
			return
		}
		file, err := filesystem.NewFileFromBytes(content, "foto.jpg")
		if err != nil {
			l.err = err
			return
		}
		report.Set(photos, []*filesystem.File{file})
	}
	l.err = l.v.app.Save(report)
}

func (l *life) reporter() *core.Record {
	request, err := l.v.app.FindRecordById("requests", l.request)
	if err != nil {
		l.err = err
		return nil
	}
	account, err := l.v.app.FindRecordById("accounts", request.GetString("account"))
	if err != nil {
		l.err = err
	}
	return account
}

// first and last are who gives the first answer and who handles a category.
func (l *life) first() *core.Record { return l.hand("first") }
func (l *life) last() *core.Record  { return l.hand("handling") }

func (l *life) hand(step string) *core.Record {
	switch {
	case l.c.category == "report-officials" && step == "handling":
		return l.v.officers["perbekel"]
	case l.c.category == "report-officials" || l.c.category == "report-aid":
		return l.v.officers["sekdes"]
	case l.c.category == "report-order" && step == "first":
		return l.v.officers[headOf(l.c.hamlet)]
	}
	return l.v.officers["petugas"]
}
