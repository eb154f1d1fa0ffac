package requests

import (
	"crypto/subtle"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

func init() {
	notify.Answer("cek", statusByKeyword)
	notify.Answer("status", statusByKeyword)
}

// notForYou says the same of a receipt that is not there and of one that is
// somebody else's.
const notForYou = "Nomor tanda terima ini tidak kami temukan untuk nomor HP Anda. Cek juga di halaman kantor, atau datang ke loket. / " +
	"We do not find this receipt for your phone number. Check it on the office's page too, or come to the counter."

// statusWords are where a request stands, as a short message says it.
var statusWords = map[string][2]string{
	Submitted:  {"sudah diterima", "has been received"},
	InProgress: {"sedang diproses", "is being worked on"},
	Returned:   {"menunggu Anda lengkapi", "waits for you to complete it"},
	Answered:   {"sudah dijawab kantor", "has an answer from the office"},
	Completed:  {"selesai", "is done"},
	Rejected:   {"tidak dapat diterima", "could not be accepted"},
	Cancelled:  {"dibatalkan", "was cancelled"},
	Expired:    {"kedaluwarsa", "has expired"},
}

// statusByKeyword answers "CEK K7PM-3Q9W": the phone that it came from takes the
// place of the four digits that status asks for. It names nobody and says no more
// than that page. How often somebody may ask is counted by their number (see
// hooks/notify): counted by the receipt, a neighbour could use it up.
func statusByKeyword(app core.App, sender, typed string) string {
	code := ReadReceipt(typed)
	if code == "" {
		return notForYou
	}
	request, err := app.FindFirstRecordByData("requests", "code", code)
	if err != nil || request.GetString("emptied_on") != "" || !isPhoneOf(app, request, sender) {
		return notForYou
	}
	words := statusWords[request.GetString("status")]
	text := [2]string{ShowReceipt(code) + " " + words[0] + ".", ShowReceipt(code) + " " + words[1] + "."}
	clock, err := office.ClockOf(app)
	if due := request.GetDateTime("due_at").Time(); err == nil && !due.IsZero() && request.GetString("waiting_for") != "" {
		id, en := spoken(due.In(clock.Location()))
		text[0] += " Janji selesai: " + id + "."
		text[1] += " It is promised for " + en + "."
	}
	if valueOf(app, "accounts", request.GetString("account"), "language") == "en" {
		return text[1]
	}
	return text[0]
}

// isPhoneOf tells whether a message comes from the applicant's phone: the one of
// the login that filed, or of the person in the register.
func isPhoneOf(app core.App, request *core.Record, sender string) bool {
	known := []string{
		valueOf(app, "accounts", request.GetString("account"), "phone"),
		valueOf(app, "residents", request.GetString("resident"), "phone"),
	}
	for _, phone := range known {
		number := notify.International(phone)
		if number != "" && subtle.ConstantTimeCompare([]byte(number), []byte(sender)) == 1 {
			return true
		}
	}
	return false
}
