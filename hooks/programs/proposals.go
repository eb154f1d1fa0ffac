package programs

import (
	"strings"
	"time"
	"unicode"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/mask"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errSupported = fault.New(fault.Conflict, "proposal.supported",
		"Usulan ini sudah didukung atau diputuskan, jadi isinya tidak diubah lagi. Tarik usulan ini dan buat yang baru bila perlu.",
		"This proposal has support or a decision, so its words are not changed any more. Withdraw it and make a new one if need be.")
	errMeetingDay = fault.New(fault.Invalid, "proposal.meeting_day",
		"Isi tanggal rapat banjar; tidak boleh setelah hari ini.",
		"Enter the day of the hamlet's meeting, not later than today.")
	errMinutes = fault.New(fault.Invalid, "proposal.minutes",
		"Lampirkan berita acara rapat (PDF atau foto).",
		"Attach the minutes of the meeting (PDF or a photo).")
	errWordless = fault.New(fault.Invalid, "proposal.wordless",
		"Tulis dengan kata-kata apa yang diusulkan dan mengapa.",
		"Say in words what is proposed, and why.")
	errCost = fault.New(fault.Invalid, "program.cost",
		"Isi jumlah rupiah tanpa titik dan koma, paling kecil 0.",
		"Enter whole rupiah without dots and commas, 0 or more.")
	errField = fault.New(fault.Invalid, "program.field",
		"Pilih salah satu dari lima bidang.", "Choose one of the five fields.")
)

// MaxAmount is more than any village has: Rp 1,000,000,000,000,000.
const MaxAmount = 1_000_000_000_000_000

// said are the fields that say what is asked for. They stay as they are once
// somebody supports them.
var said = []string{"title", "need", "hamlet", "origin", "meeting_on", "field", "place", "point", "cost", "photos", "photos_alt", "minutes"}

// createProposal is the model hook: every proposal begins open, without supports.
func createProposal(e *core.RecordEvent) error {
	e.Record.Load(map[string]any{"state": Open, "supports": 0, "reason": "", "decided_by": "", "decided_at": "", "year": 0, "merged_into": "", "hidden_because": ""})
	if err := soundProposal(e.App, e.Record); err != nil {
		return err
	}
	if err := e.Next(); err != nil {
		return err
	}
	return keepFiles(e.App, e.Record, "photos", "minutes")
}

// updateProposal is the model hook of every change: supports are always those
// that there are, and a decision is made once.
func updateProposal(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		record := e.Record
		fresh, err := tx.FindRecordById("proposals", record.Id)
		if err != nil {
			return err
		}
		if record.GetString("state") != record.Original().GetString("state") && record.Original().GetString("state") != fresh.GetString("state") {
			return errDecided
		}
		underLock(record, fresh)
		supports, err := counted(tx, record.Id)
		if err != nil {
			return err
		}
		record.Set("supports", supports)
		if len(changed(record, fresh, said)) > 0 {
			if fresh.GetString("state") != Open || supports > 0 {
				return errSupported
			}
			if err := soundProposal(tx, record); err != nil {
				return err
			}
		}
		if err := decide(tx, record, fresh); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		if err := keepFiles(tx, record, "photos", "minutes"); err != nil {
			return err
		}
		return tellDecided(tx, record, fresh)
	})
}

// soundProposal refuses what cannot be, and takes numbers of people out of what
// all may read.
func soundProposal(app core.App, record *core.Record) error {
	for _, name := range []string{"title", "need", "place", "photos_alt"} {
		record.Set(name, strings.TrimSpace(mask.Text(record.GetString(name))))
	}
	faults := errForm
	for _, name := range []string{"title", "need"} {
		if !strings.ContainsFunc(record.GetString(name), unicode.IsLetter) {
			faults = faults.At(name, errWordless)
		}
	}
	if record.GetString("origin") == FromMeeting {
		if day := record.GetString("meeting_on"); !isDay(day) || day > office.Today(app) {
			faults = faults.At("meeting_on", errMeetingDay)
		}
		if record.GetString("minutes") == "" && len(record.GetUnsavedFiles("minutes")) == 0 {
			faults = faults.At("minutes", errMinutes)
		}
	} else {
		record.Set("meeting_on", "")
	}
	if cost := record.GetInt("cost"); cost < 0 || cost > MaxAmount {
		faults = faults.At("cost", errCost)
	}
	if field := record.GetString("field"); field != "" && !isField(field) {
		faults = faults.At("field", errField)
	}
	if !describesPhotos(record) {
		faults = faults.At("photos_alt", errAlt)
	}
	if len(faults.Fields) > 0 {
		return faults
	}
	if err := takePhotos(record, "photos"); err != nil {
		return err
	}
	return takePhotos(record, "minutes")
}

func isField(field string) bool { return IsActivity(field + ".00.00") }

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// counted is how many support a proposal.
func counted(app core.App, proposal string) (count int, err error) {
	err = app.DB().Select("count(*)").From("proposal_supports").Where(dbx.HashExp{"proposal": proposal}).Row(&count)
	return count, err
}
