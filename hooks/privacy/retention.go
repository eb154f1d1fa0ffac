package privacy

import (
	"errors"
	"fmt"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

// What a run takes away, by kind; the names stand in its counts and examples.
const (
	Uploads       = "uploads"
	Rejected      = "rejected"
	Requests      = "requests"
	Registrations = "registrations"
	Information   = "information"
	Aid           = "aid"
	Comments      = "comments"
	Notices       = "notices"
	Trail         = "trail"
)

var errHandmade = fault.New(fault.Forbidden, "privacy.handmade",
	"Catatan ini hanya dibuat oleh M-Desa sendiri saat uji coba atau penghapusan dijalankan.",
	"Only M-Desa itself makes these, when a dry run or a removal is made.")

// refuseHandmade: a dry run that nobody made would open the switch.
func refuseHandmade(*core.RecordRequestEvent) error { return errHandmade }

// Kinds are all of them, in the order of a run: a request's papers are looked at
// before the request.
var Kinds = []string{Uploads, Rejected, Requests, Registrations, Information, Aid, Comments, Notices, Trail}

// By is who let a run happen.
type By struct{ Kind, ID string }

// Who may.
var (
	ByClock   = By{Kind: "clock"}
	ByCommand = By{Kind: "command"}
)

// broom takes one kind of thing away that is over since before a moment, or, dry,
// only finds it.
type broom struct {
	days  func(Schedule) int
	sweep func(app core.App, job job) (swept, error)
}

// job is one pass of a broom.
type job struct {
	Before time.Time
	Dry    bool
	Run    string // id of the run
	At     time.Time
}

// swept is what went: how much, and the first of it as reports show it, by a
// receipt or an id, never by a name.
type swept struct {
	Count    int
	Examples []string
}

var brooms = map[string]broom{
	Uploads:       {func(s Schedule) int { return s.Uploads }, oneByOne(overdueUploads, takeUpload)},
	Rejected:      {func(s Schedule) int { return s.Rejected }, oneByOne(overdueRejected, takeRequest)},
	Requests:      {func(s Schedule) int { return s.Requests }, oneByOne(overdueRequests, takeRequest)},
	Registrations: {func(s Schedule) int { return s.Registrations }, oneByOne(overdueRegistrations, takeRegistration)},
	Information:   {func(s Schedule) int { return s.Information }, oneByOne(overdueInformation, takeInformation)},
	Aid:           {func(s Schedule) int { return s.Aid }, oneByOne(overdueAid, takeAid)},
	Comments:      {func(s Schedule) int { return s.Comments }, oneByOne(overdueComments, takeComment)},
	Notices:       {func(s Schedule) int { return s.Notices }, sweep(notify.Older, notify.Forget)},
	Trail:         {func(s Schedule) int { return s.Audit }, sweep(audit.Older, audit.Forget)},
}

// examplesShown are how many of each kind a report names.
const examplesShown = 5

// Run goes by the office's schedule at a moment and says what it took away or,
// dry, what it would have. It is written down either way. What fails does not
// hold up the rest: all failures come back joined, beside the run.
func Run(app core.App, by By, dry bool, at time.Time) (*core.Record, error) {
	schedule, err := scheduleOf(app)
	if err != nil {
		return nil, err
	}
	collection, err := app.FindCachedCollectionByNameOrId("retention_runs")
	if err != nil {
		return nil, err
	}
	run := core.NewRecord(collection)
	run.Id = core.GenerateDefaultRandomId()
	counts, examples := map[string]int{}, map[string][]string{}
	var failures []error
	for _, kind := range Kinds {
		cut, ok := before(at, brooms[kind].days(schedule))
		if !ok {
			counts[kind], examples[kind] = 0, []string{}
			continue
		}
		went, failed := brooms[kind].sweep(app, job{Before: cut, Dry: dry, Run: run.Id, At: at})
		counts[kind], examples[kind] = went.Count, went.Examples
		failures = append(failures, failed)
	}
	failure := errors.Join(failures...)
	run.Load(map[string]any{
		"dry": dry, "by_kind": by.Kind, "by": by.ID, "schedule": schedule,
		"counts": counts, "examples": examples, "at": moment(at), "failure": shortened(failure),
	})
	return run, errors.Join(failure, app.Save(run))
}

// found is a thing that is over: its id, and how reports show it.
type found struct {
	ID   string `db:"id"`
	Show string `db:"show"`
}

// oneByOne takes each thing away in a transaction of its own, so that nobody
// waits long for the write lock.
func oneByOne(find func(core.App, time.Time) ([]found, error), take func(core.App, found, job) error) func(core.App, job) (swept, error) {
	return func(app core.App, job job) (swept, error) {
		went := swept{Examples: []string{}}
		things, err := find(app, job.Before)
		if err != nil {
			return went, err
		}
		var failures []error
		for _, thing := range things {
			if !job.Dry {
				if err := take(app, thing, job); err != nil {
					failures = append(failures, fmt.Errorf("%s: %w", thing.Show, err))
					continue
				}
			}
			went.Count++
			if len(went.Examples) < examplesShown {
				went.Examples = append(went.Examples, thing.Show)
			}
		}
		return went, errors.Join(failures...)
	}
}

// sweep takes away at once what another package keeps, and names none of it.
func sweep(look, forget func(core.App, time.Time) (int, error)) func(core.App, job) (swept, error) {
	return func(app core.App, job job) (swept, error) {
		take := forget
		if job.Dry {
			take = look
		}
		count, err := take(app, job.Before)
		return swept{Count: count, Examples: []string{}}, err
	}
}

func scheduleOf(app core.App) (Schedule, error) {
	record, err := office.Current(app)
	if err != nil {
		return Schedule{}, err
	}
	return scheduleIn(record), nil
}

func scheduleIn(office *core.Record) Schedule {
	return Schedule{
		Uploads: office.GetInt("keep_uploads_days"), Rejected: office.GetInt("keep_rejected_days"),
		Requests: office.GetInt("keep_requests_days"), Audit: office.GetInt("keep_audit_days"),
		Registrations: office.GetInt("keep_registrations_days"), Information: office.GetInt("keep_information_days"),
		Aid: office.GetInt("keep_aid_days"), Comments: office.GetInt("keep_comments_days"), Notices: office.GetInt("keep_notices_days"),
	}
}

// moment is a time as PocketBase stores it; parsing a time.Time cannot fail.
func moment(at time.Time) types.DateTime {
	stored, _ := types.ParseDateTime(at)
	return stored
}

func shortened(err error) string {
	if err == nil {
		return ""
	}
	text := []rune(err.Error())
	return string(text[:min(len(text), 1000)])
}

func findAll(app core.App, query string, params dbx.Params) ([]found, error) {
	var all []found
	err := app.DB().NewQuery(query).Bind(params).All(&all)
	return all, err
}
