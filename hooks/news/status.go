package news

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errNoReceipt = fault.New(fault.NotFound, "news.no_receipt",
		"Nomor tanda terima dan nomor HP atau surel tidak cocok. Periksa keduanya pada tanda terima Anda.",
		"The receipt and the phone number or e-mail do not match. Check both on your receipt.")
	errManyChecks = fault.New(fault.TooMany, "news.many_checks",
		"Tanda terima ini terlalu sering dicek. Coba lagi beberapa menit lagi.",
		"This receipt was checked too often. Try again in a few minutes.")
	errNoAnswerFile = fault.New(fault.NotFound, "news.no_answer_file",
		"Jawaban ini tidak memiliki berkas.",
		"There is no file with this answer.")
)

// perReceipt slows down guessing the digits of one receipt, without locking
// anybody out of another.
var perReceipt = web.Limit{Name: "news.receipt", N: 10, Per: 10 * time.Minute}

// proven is receipt and proof: the last four digits of the phone, or the whole
// e-mail address.
type proven struct {
	Code   string `json:"code"`
	Proof  string `json:"proof"`
	Ground string `json:"ground"` // of an objection
	Words  string `json:"words"`
}

// byReceipt finds the request of whoever holds the receipt.
func byReceipt(e *core.RequestEvent) (asking *core.Record, sent proven, err error) {
	if err := e.BindBody(&sent); err != nil {
		return nil, sent, errNoReceipt.Because(err)
	}
	code := readCode(sent.Code)
	if code == "" { // a slip of the pen is nobody's try
		return nil, sent, errNoReceipt
	}
	if !perReceipt.Allow(e.App, code) {
		return nil, sent, errManyChecks
	}
	done := time.NewTimer(web.ReceiptCheckTakes)
	asking, err = e.App.FindFirstRecordByData("information_requests", "code", code)
	fits := err == nil && (web.EndsWith(Dialled(asking.GetString("phone")), sent.Proof) || sameWord(sent.Proof, asking.GetString("email")))
	<-done.C
	if !fits {
		return nil, sent, errNoReceipt
	}
	return asking, sent, nil
}

// status answers POST /api/information/status. It names nobody.
func status(e *core.RequestEvent) error {
	asking, _, err := byReceipt(e)
	if err != nil {
		return err
	}
	answer, err := standing(e.App, asking)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, answer)
}

// standing is what the asker is told.
func standing(app core.App, asking *core.Record) (map[string]any, error) {
	answer := map[string]any{
		"id": asking.Id, "code": showCode(asking.GetString("code")), "year": asking.GetInt("year"), "number": asking.GetInt("number"),
		"state": asking.GetString("state"), "information": asking.GetString("information"),
		"asked_at": asking.GetDateTime("asked_at"), "due_at": asking.GetDateTime("due_at"), "overdue": overdue(asking),
		"extended_at": asking.GetDateTime("extended_at"), "extension_reason": asking.GetString("extension_reason"),
		"ground": asking.GetString("ground"), "answer": asking.GetString("answer"), "answer_link": asking.GetString("answer_link"),
		"has_file": asking.GetString("answer_file") != "", "decided_at": asking.GetDateTime("decided_at"),
		"decided_title": asking.GetString("decided_title"), "may_object": objectable(app, asking) == "", "objection": nil,
	}
	objections, err := app.FindAllRecords("objections", dbx.HashExp{"request": asking.Id})
	for _, o := range objections {
		answer["objection"] = map[string]any{
			"ground": o.GetString("ground"), "words": o.GetString("words"), "state": o.GetString("state"), "answer": o.GetString("answer"),
			"asked_at": o.GetDateTime("asked_at"), "due_at": o.GetDateTime("due_at"), "overdue": overdue(o),
			"decided_at": o.GetDateTime("decided_at"), "decided_title": o.GetString("decided_title"),
		}
	}
	return answer, err
}

func overdue(record *core.Record) bool {
	return record.GetString("state") == Open && time.Now().After(record.GetDateTime("due_at").Time())
}

// mine answers GET /api/information/mine: what a resident asked for, the latest first.
func mine(e *core.RequestEvent) error {
	found, err := e.App.FindRecordsByFilter("information_requests", "account = {:me}", "-asked_at", 50, 0, dbx.Params{"me": e.Auth.Id})
	if err != nil {
		return err
	}
	items := []map[string]any{}
	for _, asking := range found {
		one, err := standing(e.App, asking)
		if err != nil {
			return err
		}
		items = append(items, one)
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// answerFile answers POST /api/information/answer with the file, to who holds
// the receipt. The receipt stands in no address that a log or a browser keeps.
func answerFile(e *core.RequestEvent) error {
	asking, _, err := byReceipt(e)
	if err != nil {
		return err
	}
	return sendFile(e, asking)
}

// myAnswerFile answers GET /api/information/mine/{id}/answer.
func myAnswerFile(e *core.RequestEvent) error {
	asking, err := e.App.FindRecordById("information_requests", e.Request.PathValue("id"))
	if err != nil || asking.GetString("account") != e.Auth.Id {
		return errNoAnswerFile
	}
	return sendFile(e, asking)
}

func sendFile(e *core.RequestEvent, asking *core.Record) error {
	name := asking.GetString("answer_file")
	if name == "" {
		return errNoAnswerFile
	}
	files, err := e.App.NewFilesystem()
	if err != nil {
		return err
	}
	defer files.Close()
	e.Response.Header().Set("Cache-Control", "no-store")
	return files.Serve(e.Response, e.Request, asking.BaseFilesPath()+"/"+name, name)
}

// object answers POST /api/information/object, for who holds the receipt.
func object(e *core.RequestEvent) error {
	asking, sent, err := byReceipt(e)
	if err != nil {
		return err
	}
	collection, err := e.App.FindCachedCollectionByNameOrId("objections")
	if err != nil {
		return err
	}
	objection := core.NewRecord(collection)
	objection.Load(map[string]any{"request": asking.Id, "ground": sent.Ground, "words": sent.Words})
	if err := e.App.Save(objection); err != nil {
		return err
	}
	answer, err := standing(e.App, asking)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, answer)
}
