package news

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

// What people are told. Titles are the office's own words; of a request for
// information nothing is told but that it moved.
var (
	noticeEmergency = notify.Declare(notify.Text{Key: "news.emergency", Group: "emergency", Urgency: notify.Emergency,
		ID: "PERINGATAN: {title}", EN: "WARNING: {title}"})
	noticeAnnounced = notify.Declare(notify.Text{Key: "news.announced", Group: "news",
		ID: "Pengumuman: {title}", EN: "Announcement: {title}"})
	noticeAnswered = notify.Declare(notify.Text{Key: "news.answered", Group: "data",
		ID: "Permintaan informasi Anda, nomor {number}, sudah dijawab.",
		EN: "Your request for information, number {number}, is answered."})
	noticeExtended = notify.Declare(notify.Text{Key: "news.extended_notice", Group: "data",
		ID: "Waktu menjawab permintaan informasi Anda, nomor {number}, diperpanjang sampai {due}. Buka untuk membaca alasannya.",
		EN: "The time to answer your request for information, number {number}, is extended to {due}. Open it to read why."})
	noticeObjection = notify.Declare(notify.Text{Key: "news.objection_answered", Group: "data",
		ID: "Keberatan Anda atas permintaan informasi nomor {number} sudah ditanggapi.",
		EN: "Your objection about the request for information number {number} is answered."})
	noticeAsked = notify.Declare(notify.Text{Key: "news.asked", Group: "rights",
		ID: "Ada permintaan informasi baru, nomor {number}. Jawab paling lambat {due}.",
		EN: "There is a new request for information, number {number}. Answer by {due}."})
	noticeObjected = notify.Declare(notify.Text{Key: "news.objected_notice", Group: "rights",
		ID: "Ada keberatan atas permintaan informasi nomor {number}. Tanggapi paling lambat {due}.",
		EN: "There is an objection about the request for information number {number}. Answer by {due}."})
)

// Causes of which it is worked out later who is told.
const (
	causeAsked    = "news.asked"
	causeObjected = "news.objected"
)

var (
	_ = notify.Explain(causeAsked, func(app core.App, cause notify.Cause, _ string) ([]notify.Notice, string, error) {
		return toDesk(app, cause, noticeAsked, "/petugas/informasi/permintaan/", speakers...)
	})
	_ = notify.Explain(causeObjected, func(app core.App, cause notify.Cause, _ string) ([]notify.Notice, string, error) {
		return toDesk(app, cause, noticeObjected, "/petugas/informasi/permintaan/", heads...)
	})
)

// toDesk tells all who may answer today.
func toDesk(app core.App, cause notify.Cause, key, page string, posts ...string) ([]notify.Notice, string, error) {
	officers, err := app.FindAllRecords("officers", dbx.HashExp{"active": true})
	var notices []notify.Notice
	for _, officer := range officers {
		if may, err := delegation.Holds(app, officer, posts...); err != nil {
			return nil, "", err
		} else if may && officer.Id != cause.Data["not"] {
			notices = append(notices, notify.Notice{Officer: officer.Id, Key: key, Data: cause.Data, Link: page + cause.Subject})
		}
	}
	return notices, "", err
}

func tellAsking(tx core.App, asking *core.Record) error {
	data := dataOf(tx, asking, asking)
	data["not"] = asking.GetString("officer") // who filed it knows
	return notify.Later(tx, notify.Cause{Kind: causeAsked, Subject: asking.Id, Data: data})
}

func tellAnswer(tx core.App, asking *core.Record) error {
	key := noticeAnswered
	if asking.GetString("state") == Open {
		key = noticeExtended
	}
	return notify.Tell(tx, notify.Notice{Account: asking.GetString("account"), Key: key, Data: dataOf(tx, asking, asking), Link: "/informasi/status"})
}

func tellObjection(tx core.App, objection *core.Record) error {
	asking, err := tx.FindRecordById("information_requests", objection.GetString("request"))
	if err != nil {
		return err
	}
	return notify.Later(tx, notify.Cause{Kind: causeObjected, Subject: asking.Id, Data: dataOf(tx, asking, objection)})
}

func tellObjectionAnswer(tx core.App, objection *core.Record) error {
	asking, err := tx.FindRecordById("information_requests", objection.GetString("request"))
	if err != nil {
		return err
	}
	return notify.Tell(tx, notify.Notice{Account: objection.GetString("account"), Key: noticeObjection, Data: dataOf(tx, asking, objection), Link: "/informasi/status"})
}

// dataOf are the number of a request and when the answer to it, or to its
// objection, is due.
func dataOf(app core.App, asking, clocked *core.Record) map[string]string {
	due := clocked.GetDateTime("due_at").Time()
	if clock, err := office.ClockOf(app); err == nil {
		due = due.In(clock.Location())
	}
	return map[string]string{
		"number": registerNumber(askingRow{Number: asking.GetInt("number"), Year: asking.GetInt("year")}),
		"due":    office.Long(due, "id"), "due_en": office.Long(due, "en"),
	}
}

// tellPost announces a warning or an announcement once, when it is seen.
func tellPost(tx core.App, post *core.Record) error {
	key := map[string]string{Emergency: noticeEmergency, Announcement: noticeAnnounced}[post.GetString("kind")]
	now := time.Now()
	seen := post.GetString("state") == Published && !post.GetDateTime("publish_at").Time().After(now) &&
		(post.GetDateTime("expires_at").IsZero() || post.GetDateTime("expires_at").Time().After(now))
	if key == "" || post.GetBool("told") || !seen {
		return nil
	}
	// Past the hooks: telling changes nothing of what people read.
	if _, err := tx.DB().Update("posts", dbx.Params{"told": true}, dbx.HashExp{"id": post.Id}).Execute(); err != nil {
		return err
	}
	post.Set("told", true)
	data := map[string]string{"title": notify.Typed(post.GetString("title")), "title_en": notify.Typed(post.GetString("title"))}
	if english := post.GetString("title_en"); english != "" {
		data["title_en"] = notify.Typed(english)
	}
	announcement := notify.Announcement{Notice: notify.Notice{Key: key, Data: data, Link: "/berita/" + post.GetString("slug")}}
	if hamlet := post.GetString("hamlet"); hamlet != "" {
		announcement.Hamlets = []string{hamlet}
	}
	return notify.Announce(tx, announcement)
}

// TellScheduled announces what has come to be seen at its hour since the last
// time.
func TellScheduled(app core.App, now time.Time) error {
	due, err := app.FindRecordsByFilter("posts",
		"state = 'published' && told = false && (kind = 'emergency' || kind = 'announcement') && publish_at <= {:now} && publish_at > {:yesterday}",
		"publish_at", 50, 0, dbx.Params{"now": stamp(now), "yesterday": stamp(now.Add(-24 * time.Hour))})
	if err != nil {
		return err
	}
	for _, post := range due {
		// Read again behind the write lock: it may just have been withdrawn, or told.
		err := app.RunInTransaction(func(tx core.App) error {
			now, err := tx.FindRecordById("posts", post.Id)
			if err != nil {
				return err
			}
			return tellPost(tx, now)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func tellScheduled(app core.App) {
	if err := TellScheduled(app, time.Now()); err != nil {
		app.Logger().Error("a scheduled post was not announced", "error", err)
	}
}
