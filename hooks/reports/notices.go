package reports

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/notify"
)

// What a reporter is told beside what every request tells. Links of a report
// lead to the request, which only its reporter opens.
var (
	toldAnswered = notify.Declare(notify.Text{Key: "report.answered", Group: "reports",
		ID: "Laporan {code} ({category}) sudah dijawab. Sudah cukup? Anda dapat membukanya kembali sekali dalam 10 hari.",
		EN: "Report {code} ({category}) has an answer. Is it enough? You may reopen it once within 10 days."})
	toldForwarded = notify.Declare(notify.Text{Key: "report.forwarded", Group: "reports",
		ID: "Laporan {code} ({category}) diteruskan kepada {unit}. Kantor desa tetap memantaunya.",
		EN: "Report {code} ({category}) was forwarded to {unit}. The village office keeps watching it."})
	toldMerged = notify.Declare(notify.Text{Key: "report.merged", Group: "reports",
		ID: "Laporan {code} ({category}) digabung dengan laporan {number} tentang hal yang sama. Anda tetap mendapat kabarnya.",
		EN: "Report {code} ({category}) was merged into report {number} about the same matter. You will go on hearing of it."})
	toldClosed = notify.Declare(notify.Text{Key: "report.closed", Group: "reports",
		ID: "Laporan {code} ({category}) ditutup karena jawabannya tidak disanggah selama 10 hari.",
		EN: "Report {code} ({category}) was closed: its answer stood for 10 days."})
	toldSupporters = notify.Declare(notify.Text{Key: "report.supported", Group: "reports",
		ID: "Laporan {code} ({category}) yang Anda dukung sudah dijawab.",
		EN: "Report {code} ({category}), which you support, has an answer."})
	toldJoined = notify.Declare(notify.Text{Key: "report.joined", Group: "reports",
		ID: "Laporan lain tentang hal yang sama digabung ke laporan {code} ({category}) Anda.",
		EN: "Another report about the same matter was merged into your report {code} ({category})."})
)

// meToo explains to all who support a report that it was answered.
const meToo = "report.me_too"

var _ = notify.Explain(meToo, explainMeToo)

// tell writes the notices of an event. Codes are those of the receipt for who
// filed it, and of the public page for who supports it.
func tell(app core.App, report, request *core.Record, last entry) error {
	notice := notify.Notice{Link: "/permohonan/" + request.Id, Data: words(report)}
	notice.Data["code"] = showCode(request.GetString("code"))
	switch last.Action {
	case "resolve":
		notice.Key = toldAnswered
		if err := notify.Later(app, notify.Cause{Kind: meToo, Subject: report.Id}); err != nil {
			return err
		}
	case "forward":
		notice.Key = toldForwarded
		notice.Data["unit"] = notify.Typed(report.GetString("forwarded_to"))
	case "close":
		notice.Key = toldClosed
	case "reject":
		if report.GetString("merged_into") == "" {
			return nil
		}
		notice.Key = toldMerged
		if err := tellOther(app, report, &notice); err != nil {
			return err
		}
	default:
		return nil
	}
	return notify.Tell(app, whose(notice, request))
}

// tellOther tells the reporter of the report that takes another in, and adds its
// code to what the other's reporter reads.
func tellOther(app core.App, report *core.Record, notice *notify.Notice) error {
	other, err := app.FindRecordById("reports", report.GetString("merged_into"))
	if err != nil {
		return err
	}
	notice.Data["number"] = showCode(other.GetString("code"))
	request, err := app.FindRecordById("requests", other.GetString("request"))
	if err != nil {
		return err
	}
	joined := notify.Notice{Key: toldJoined, Link: "/permohonan/" + request.Id, Data: words(other)}
	joined.Data["code"] = showCode(request.GetString("code"))
	return notify.Tell(app, whose(joined, request))
}

// whose adds whom a request's notice goes to.
func whose(notice notify.Notice, request *core.Record) notify.Notice {
	if notice.Account = request.GetString("account"); notice.Account == "" {
		notice.Resident = request.GetString("resident")
	}
	return notice
}

func words(report *core.Record) map[string]string {
	data := map[string]string{"category": report.GetString("category_name"), "category_en": report.GetString("category_name_en")}
	if report.GetString("identity") == definition.IdentityHandlerOnly { // a lock screen may be read by others
		data["category"], data["category_en"] = "rahasia", "confidential"
	}
	return data
}

// showCode writes a code as people read it: "K7QF-2M9X".
func showCode(code string) string {
	if len(code) != 8 {
		return code
	}
	return code[:4] + "-" + code[4:]
}

const supportersAtOnce = 500

func explainMeToo(app core.App, cause notify.Cause, after string) ([]notify.Notice, string, error) {
	report, err := app.FindRecordById("reports", cause.Subject)
	if err != nil {
		return nil, "", nil // gone: nobody to tell
	}
	var people []supporter
	err = app.DB().Select("account", "resident").From("report_supports").
		Where(dbx.NewExp("report = {:report} AND resident > {:after}", dbx.Params{"report": report.Id, "after": after})).
		OrderBy("resident").Limit(supportersAtOnce).All(&people)
	if err != nil {
		return nil, "", err
	}
	data := words(report)
	data["code"] = showCode(report.GetString("code"))
	notices := make([]notify.Notice, len(people))
	for i, one := range people {
		notices[i] = notify.Notice{Key: toldSupporters, Account: one.Account, Data: data}
		if one.Account == "" {
			notices[i].Resident = one.Resident
		}
		if report.GetBool("public") {
			notices[i].Link = "/laporan/" + report.GetString("code")
		}
	}
	if len(people) < supportersAtOnce {
		return notices, "", nil
	}
	return notices, people[len(people)-1].Resident, nil
}
