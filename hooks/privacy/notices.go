package privacy

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

// What residents are told of their rights, and who has to answer within 3×24 hours.
var (
	noticeCorrected = notify.Declare(notify.Text{Key: "privacy.corrected", Group: "data",
		ID: "Perbaikan data yang Anda minta sudah dilakukan.",
		EN: "The correction of your data that you asked for is made."})
	noticeNotCorrected = notify.Declare(notify.Text{Key: "privacy.not_corrected", Group: "data",
		ID: "Perbaikan data yang Anda minta belum dapat dilakukan. Buka untuk membaca alasannya.",
		EN: "The correction of your data that you asked for could not be made. Open it to read why."})
	noticeAnswered = notify.Declare(notify.Text{Key: "privacy.answered", Group: "data",
		ID: "Pertanyaan Anda tentang siapa yang melihat data Anda sudah dijawab.",
		EN: "Your question about who looked at your data is answered."})
	noticeAsked = notify.Declare(notify.Text{Key: "privacy.asked", Group: "rights",
		ID: "Ada permintaan warga tentang datanya. Jawab paling lambat {due}.",
		EN: "A resident asks about their data. Answer by {due}."})
)

// causeAsked is a question or a correction that waits for an answer.
const causeAsked = "privacy.asked"

var _ = notify.Explain(causeAsked, tellAsked)

// The words that were agreed to are kept here; whether a message may leave is
// asked where it leaves.
func init() {
	versions, narrow := map[string]int{}, map[string]int{}
	for _, purpose := range Purposes {
		versions[purpose.Key] = purpose.Version
		if purpose.Narrow != 0 {
			narrow[purpose.Key] = purpose.Narrow
		}
	}
	notify.Purposes(versions)
	notify.OnlyWhatsApp(narrow)
}

// notices binds what is told, within the transaction of what it tells of.
func notices(app core.App) {
	for _, collection := range []string{"corrections", "data_questions"} {
		app.OnRecordCreate(collection).BindFunc(func(e *core.RecordEvent) error {
			if err := e.Next(); err != nil {
				return err
			}
			if e.Record.GetString("state") != "open" {
				return nil // taken and made at the counter in one
			}
			return notify.Later(e.App, notify.Cause{Kind: causeAsked, Subject: e.Record.Id, Data: map[string]string{"in": collection}})
		})
		app.OnRecordUpdate(collection).BindFunc(func(e *core.RecordEvent) error {
			if err := e.Next(); err != nil {
				return err
			}
			return notify.Tell(e.App, answerOf(e.Record))
		})
	}
}

// answerOf is what the resident is told once their matter is settled.
func answerOf(settled *core.Record) notify.Notice {
	notice := notify.Notice{Account: settled.GetString("account"), Link: "/privasi/koreksi"}
	if notice.Account == "" {
		notice.Resident = settled.GetString("resident")
	}
	switch settled.GetString("state") {
	case "accepted":
		notice.Key = noticeCorrected
	case "refused":
		notice.Key = noticeNotCorrected
	case "answered":
		notice.Key, notice.Link = noticeAnswered, "/privasi/jejak"
	default:
		return notify.Notice{}
	}
	return notice
}

// tellAsked explains what waits: everybody is told who may answer it.
func tellAsked(app core.App, cause notify.Cause, _ string) ([]notify.Notice, string, error) {
	asked, err := app.FindRecordById(cause.Data["in"], cause.Subject)
	if err != nil || asked.GetString("state") != "open" {
		return nil, "", nil
	}
	if cause.Data["in"] == "data_questions" {
		if secret, err := isConfidential(app, asked); err != nil || secret {
			return nil, "", err
		}
	}
	officers, err := app.FindAllRecords("officers", dbx.HashExp{"active": true})
	if err != nil {
		return nil, "", err
	}
	resident := asked.GetString("resident")
	data := map[string]string{"due": spoken(app, asked, "id"), "due_en": spoken(app, asked, "en")}
	var notices []notify.Notice
	for _, officer := range officers {
		may := mayDecideCorrection(app, officer, resident)
		if cause.Data["in"] == "data_questions" {
			may = mayAnswer(app, officer, asked.GetString("actor"), resident)
		}
		if may == nil && officer.Id != asked.GetString("officer") {
			notices = append(notices, notify.Notice{Officer: officer.Id, Key: noticeAsked, Data: data, Link: "/petugas/hak"})
		}
	}
	return notices, "", nil
}
