package privacy

import (
	"time"

	"mdesa/hooks/fault"
)

var (
	errSchedule = fault.New(fault.Invalid, "privacy.schedule",
		"Jadwal penyimpanan belum tersimpan. Perbaiki isian yang ditandai.",
		"The schedule was not saved. Mend the marked fields.")
	errDays = fault.New(fault.Invalid, "privacy.days",
		"Isi 0 (simpan selamanya) atau {least} sampai {most} hari.",
		"Use 0 (keep for ever) or {least} to {most} days.")
)

// Schedule is how long the office keeps what is no longer needed, in days after
// it was settled; 0 is for ever. Letters and their register are not in it:
// archive law keeps them (UU 43/2009).
type Schedule struct {
	Uploads       int `json:"keep_uploads_days"`       // files that requests asked for
	Rejected      int `json:"keep_rejected_days"`      // what was asked for and not given
	Requests      int `json:"keep_requests_days"`      // completed without a letter
	Audit         int `json:"keep_audit_days"`         // who saw what of whom
	Registrations int `json:"keep_registrations_days"` // settled sign-ups, or what was typed in them
	Information   int `json:"keep_information_days"`   // who asked for information, once it is answered
	Aid           int `json:"keep_aid_days"`           // who got aid, once it is over
	Comments      int `json:"keep_comments_days"`      // what was written with a rating
	Notices       int `json:"keep_notices_days"`       // what people were told, and how it went out
}

// term is one line of the schedule and the days that may stand there.
type term struct {
	field       string
	days        int
	least, most int
}

func (s Schedule) terms() []term {
	const century = 36_500
	return []term{
		{"keep_uploads_days", s.Uploads, 7, century},
		{"keep_rejected_days", s.Rejected, 30, century}, // an objection comes within 21 working days (UU 30/2014 art. 77)
		{"keep_requests_days", s.Requests, 365, century},
		{"keep_audit_days", s.Audit, 365, century}, // residents can ask for a year at least
		{"keep_registrations_days", s.Registrations, 1, century},
		{"keep_information_days", s.Information, 365, century}, // objection and dispute come first (UU 14/2008 art. 36–37)
		{"keep_aid_days", s.Aid, 1825, century},                // the village's books are looked through for years
		{"keep_comments_days", s.Comments, 365, century},       // a survey's report is made once a year
		{"keep_notices_days", s.Notices, 30, century},
	}
}

// Check is nil for a schedule that makes sense; else it names every field.
func (s Schedule) Check() error {
	problems := errSchedule
	for _, term := range s.terms() {
		if term.days != 0 && (term.days < term.least || term.days > term.most) {
			problems = problems.At(term.field, errDays.With("least", term.least).With("most", term.most))
		}
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	return nil
}

// before is the moment before which something had to be settled to go now; ok is
// false for what is kept for ever.
func before(now time.Time, days int) (moment time.Time, ok bool) {
	return now.AddDate(0, 0, -days), days > 0
}
