package beneficiaries

import (
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

// What residents are told. How much it is stands on their page only: a message
// may be read over a shoulder.
var (
	added = notify.Declare(notify.Text{Key: "benefit.added", Group: "programs",
		ID: "Anda ditetapkan sebagai penerima bantuan {program}. Jadwalnya ada di halaman Bantuan Saya.",
		EN: "You were approved for the aid {program}. When it comes is on the page My aid."})
	paid = notify.Declare(notify.Text{Key: "benefit.paid", Group: "programs",
		ID: "Bantuan {program} untuk {period} tercatat sudah diserahkan. Bila belum Anda terima, hubungi kantor.",
		EN: "The aid {program} for {period} is recorded as handed over. If you did not get it, tell the office."})
	stopped = notify.Declare(notify.Text{Key: "benefit.stopped", Group: "programs",
		ID: "Bantuan {program} untuk Anda dihentikan: {reason}. Bila ini keliru, hubungi kantor.",
		EN: "The aid {program} for you was stopped: {reason}. If that is wrong, tell the office."})
)

var reasonTexts = map[string][2]string{
	ForDeath:     {"penerima meninggal dunia", "the receiver has died"},
	ForMove:      {"penerima pindah", "the receiver moved away"},
	ForInvalid:   {"data penduduk dinyatakan tidak valid", "the register's entry is not valid"},
	"double":     {"sudah menerima bantuan lain", "other aid is received already"},
	"declined":   {"penerima mengundurkan diri", "the receiver stepped back"},
	"no_longer":  {"tidak lagi memenuhi syarat program", "the program's conditions are no longer met"},
	"not_chosen": {"tidak terpilih", "not chosen"},
	"mistake":    {"salah catat", "recorded by mistake"},
}

// tellOf tells of a change of status; nobody who is not here any more.
func tellOf(tx core.App, record *core.Record, was string) error {
	now := record.GetString("status")
	if now == was {
		return nil
	}
	reason := reasonTexts[record.GetString("stopped_for")]
	switch now {
	case Active:
		return tell(tx, record, added, nil)
	case Stopped:
		return tell(tx, record, stopped, map[string]string{"reason": reason[0], "reason_en": reason[1]})
	}
	return nil
}

func tellPaid(tx core.App, of *core.Record, period string) error {
	id, en := periodText(period)
	return tell(tx, of, paid, map[string]string{"period": id, "period_en": en})
}

func tell(tx core.App, of *core.Record, key string, data map[string]string) error {
	resident, err := tx.FindRecordById("residents", of.GetString("resident"))
	if err != nil || resident.GetString("life_status") != living {
		return nil // a group, or somebody who is gone
	}
	program, err := tx.FindRecordById("programs", of.GetString("program"))
	if err != nil {
		return err
	}
	if data == nil {
		data = map[string]string{}
	}
	data["program"], data["program_en"] = notify.Typed(program.GetString("title")), notify.Typed(program.GetString("title_en"))
	return notify.Tell(tx, notify.Notice{Resident: resident.Id, Key: key, Data: data, Link: "/bantuan"})
}

var months = strings.Fields("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember")

// periodText is "November 2026", "triwulan IV 2026" or "2026".
func periodText(key string) (id, en string) {
	if keys[Quarterly].MatchString(key) {
		return "triwulan " + []string{"I", "II", "III", "IV"}[key[6]-'1'] + " " + key[:4], "quarter " + key[6:] + " of " + key[:4]
	}
	at, err := time.Parse("2006-01", key)
	if err != nil {
		return key, key
	}
	return months[at.Month()-1] + " " + key[:4], at.Format("January 2006")
}
