package satisfaction

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/office"
)

// Form is what the page needs to ask for a rating.
type Form struct {
	ID            string `json:"id"` // of the request
	ServiceName   string `json:"service_name"`
	ServiceNameEN string `json:"service_name_en"`
	Free          bool   `json:"free"`  // the question about the fee is asked on the scale of free services
	Rated         bool   `json:"rated"` // what was said is told to nobody
}

// form answers GET /api/satisfaction/requests/{id} with a [Form].
func form(e *core.RequestEvent) error {
	request, err := e.App.FindRecordById("requests", e.Request.PathValue("id"))
	if err != nil {
		return errNoRequest.Because(err)
	}
	return sendForm(e, request)
}

// counterForm answers POST /api/satisfaction/counter {code}: the form of what an
// officer has the receipt of.
func counterForm(e *core.RequestEvent) error {
	var body struct{ Code string }
	if err := e.BindBody(&body); err != nil {
		return err
	}
	request, err := e.App.FindFirstRecordByData("requests", "code", receiptOf(body.Code))
	if err != nil {
		return errNoReceipt.At("code", errNoReceipt).Because(err)
	}
	return sendForm(e, request)
}

func sendForm(e *core.RequestEvent, request *core.Record) error {
	channel, err := mayRate(e.App, e.Auth, request)
	if err != nil {
		return err
	}
	rated, err := isRated(e.App, request.Id)
	if err != nil {
		return err
	}
	if channel == atCounter {
		audit.Seen(e.App, e.Auth, audit.OfCase(e, request.Id), audit.Viewed, request.GetString("resident"))
	}
	return e.JSON(http.StatusOK, Form{ID: request.Id, ServiceName: request.GetString("service_name"),
		ServiceNameEN: request.GetString("service_name_en"), Free: isFree(e.App, request), Rated: rated})
}

// rate answers POST /api/satisfaction/requests/{id}, an [Answer], with 204.
func rate(e *core.RequestEvent) error {
	var answer Answer
	if err := e.BindBody(&answer); err != nil {
		return err
	}
	if err := answer.Check(); err != nil {
		return err
	}
	err := e.App.RunInTransaction(func(tx core.App) error {
		request, err := tx.FindRecordById("requests", e.Request.PathValue("id"))
		if err != nil {
			return errNoRequest.Because(err)
		}
		channel, err := mayRate(tx, e.Auth, request)
		if err != nil {
			return err
		}
		if rated, err := isRated(tx, request.Id); err != nil || rated {
			return errRated.Because(err)
		}
		if channel == atCounter {
			audit.Seen(e.App, e.Auth, audit.OfCase(e, request.Id), audit.Viewed, request.GetString("resident"))
		}
		return keep(tx, request, e.Auth, channel, answer)
	})
	if err != nil {
		return err
	}
	return e.NoContent(http.StatusNoContent)
}

// keep writes the rating, with what the register says about the respondent and
// without who it is.
func keep(tx core.App, request, auth *core.Record, channel string, answer Answer) error {
	collection, err := tx.FindCachedCollectionByNameOrId("ratings")
	if err != nil {
		return err
	}
	rating := core.NewRecord(collection)
	rating.Load(map[string]any{
		"mark": markOf(request.Id), "service": request.GetString("service"), "channel": channel,
		"free": isFree(tx, request), "full": answer.Full(), "overall": answer.Overall, "comment": commentOf(answer.Comment),
		"month": office.Today(tx)[:len("2026-11")],
	})
	for element, score := range answer.Scores {
		rating.Set(element, score)
	}
	respondent := request.GetString("resident")
	if channel == bySelf {
		respondent = auth.GetString("resident")
	}
	if err := describe(tx, rating, respondent); err != nil {
		return err
	}
	return tx.Save(rating)
}

// describe fills in what a report tells about its respondents.
func describe(app core.App, rating *core.Record, respondent string) error {
	resident, err := app.FindRecordById("residents", respondent)
	if err != nil {
		return err
	}
	born, _ := time.Parse(time.DateOnly, resident.GetString("birth_date")) // unknown: the zero time
	today, err := time.Parse(time.DateOnly, office.Today(app))
	if err != nil {
		return err
	}
	rating.Load(map[string]any{"age_group": AgeGroup(born, today), "sex": resident.GetString("sex"),
		"education": resident.GetString("education"), "occupation": resident.GetString("occupation")})
	return nil
}

func isRated(app core.App, request string) (bool, error) {
	var count int
	err := app.DB().Select("count(*)").From("ratings").Where(dbx.HashExp{"mark": markOf(request)}).Row(&count)
	return count > 0, err
}

func isFree(app core.App, request *core.Record) bool {
	var fee int
	err := app.DB().Select("fee").From("services").Where(dbx.HashExp{"id": request.GetString("service")}).Row(&fee)
	return err == nil && fee == 0
}
