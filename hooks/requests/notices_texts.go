package requests

import (
	"mdesa/hooks/definition"
	"mdesa/hooks/notify"
)

// What the engine tells. None of it names anybody; {kind} is "Permohonan" or
// "Laporan".
var (
	noticeReceived = notify.Declare(notify.Text{Key: "request.received", Group: "requests",
		ID: "{kind} {code} sudah kami terima. Janji selesai: {due}.",
		EN: "{kind} {code} has reached us. It is promised for {due}."})
	noticeReturned = notify.Declare(notify.Text{Key: "request.returned", Group: "requests", Urgency: notify.Urgent,
		ID: "{kind} {code} perlu Anda lengkapi. Buka untuk melihat apa yang kurang.",
		EN: "{kind} {code} needs something from you. Open it to see what is missing."})
	noticeReady = notify.Declare(notify.Text{Key: "request.ready", Group: "requests",
		ID: "{kind} {code} selesai. Hasilnya dapat Anda buka di M-Desa.",
		EN: "{kind} {code} is done. You find the result in M-Desa."})
	noticeAnswered = notify.Declare(notify.Text{Key: "request.answered", Group: "requests",
		ID: "Ada perkembangan pada {code}. Buka untuk membaca jawabannya.",
		EN: "There is news on {code}. Open it to read the answer."})
	noticeRejected = notify.Declare(notify.Text{Key: "request.rejected", Group: "requests", Urgency: notify.Urgent,
		ID: "{kind} {code} tidak dapat diterima. Buka untuk membaca alasannya.",
		EN: "{kind} {code} could not be accepted. Open it to read why."})
	noticeCancelled = notify.Declare(notify.Text{Key: "request.cancelled", Group: "requests",
		ID: "{kind} {code} dibatalkan oleh kantor. Buka untuk membaca alasannya.",
		EN: "{kind} {code} was cancelled by the office. Open it to read why."})
	noticeExpired = notify.Declare(notify.Text{Key: "request.expired", Group: "requests",
		ID: "{kind} {code} kedaluwarsa karena belum dilengkapi. Anda dapat mengajukan lagi kapan saja.",
		EN: "{kind} {code} has expired because it was not completed. You may file again at any time."})
	noticeExpiresSoon = notify.Declare(notify.Text{Key: keyExpiresSoon, Group: "requests", Urgency: notify.Urgent,
		ID: "{kind} {code} akan kedaluwarsa bila belum dilengkapi sampai {until}.",
		EN: "{kind} {code} expires unless you complete it by {until}."})
	noticeMessage = notify.Declare(notify.Text{Key: "request.message", Group: "requests",
		ID: "Ada pesan dari kantor tentang {code}.",
		EN: "There is a message from the office about {code}."})

	noticeTurn = notify.Declare(notify.Text{Key: "request.turn", Group: "tasks",
		ID: "Giliran Anda: {code}, {service}. Janji selesai: {due}.",
		EN: "Your turn: {code}, {service}. It is promised for {due}."})
	noticeOverdue = notify.Declare(notify.Text{Key: "request.overdue", Group: "overdue", Urgency: notify.Urgent,
		ID: "Terlambat: {code}, {service}. Tahap ini terbuka bagi Anda.",
		EN: "Overdue: {code}, {service}. This step is open to you."})
	noticeFromApplicant = notify.Declare(notify.Text{Key: "request.from_applicant", Group: "tasks",
		ID: "Pesan baru dari pemohon pada {code}.",
		EN: "A new message from the applicant on {code}."})
)

// keyExpiresSoon is known to the database: an index finds who was reminded.
const keyExpiresSoon = "request.expires_soon"

// keyForApplicant is what the applicant is told of an event, "" for nothing: what
// they did themselves they know, but for the receipt.
func keyForApplicant(e *told) string {
	if e.toldByReports() {
		return ""
	}
	switch e.action {
	case Submit:
		return noticeReceived
	case Return:
		return noticeReturned
	case Reject:
		return noticeRejected
	case Expire:
		return noticeExpired
	case Comment:
		return ifStaff(e, noticeMessage)
	case Cancel:
		return ifStaff(e, noticeCancelled)
	case Approve, Sign, Resolve:
		return keyForStep(e)
	}
	return ""
}

// toldByReports: hooks/reports says more of these, to whom it is forwarded and
// into what it was merged.
func (e *told) toldByReports() bool {
	return e.def.Kind == definition.Report &&
		(e.action == Forward || e.action == Resolve || e.action == Close || e.merged)
}

func ifStaff(e *told, key string) string {
	if e.byStaff {
		return key
	}
	return ""
}

// keyForStep: of a letter only its end is news; of a report each step brings an
// answer.
func keyForStep(e *told) string {
	switch {
	case e.ends:
		return noticeReady
	case e.data["kind"] == "Laporan":
		return noticeAnswered
	}
	return ""
}

func keyForOfficers(e *told) string {
	switch e.action {
	case Submit, Resubmit, Approve, Sign, Resolve, Reopen:
		return noticeTurn
	case Escalate:
		return noticeOverdue
	case Comment:
		if !e.byStaff {
			return noticeFromApplicant
		}
	}
	return ""
}
