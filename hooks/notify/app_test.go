package notify_test

import (
	"context"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	notify.ByHand(app)
	registerLive(app)
}

func registerLive(app core.App) {
	fault.Register(app)
	access.Register(app)
	office.Register(app)
	delegation.Register(app)
	notify.Register(app)
}

// Texts and consents of these tests; in the program other slices bring them.
var (
	ready = notify.Declare(notify.Text{Key: "test.ready", Group: "requests",
		ID: "Permohonan {code} selesai.", EN: "Request {code} is done."})
	turn = notify.Declare(notify.Text{Key: "test.turn", Group: "tasks",
		ID: "Giliran Anda: {code}.", EN: "Your turn: {code}."})
	siren = notify.Declare(notify.Text{Key: "test.siren", Group: "emergency", Urgency: notify.Emergency,
		ID: "Banjir di {place}.", EN: "Flood at {place}."})
	rapid = notify.Declare(notify.Text{Key: "test.rapid", Group: "requests", Urgency: notify.Urgent,
		ID: "Segera lengkapi {code}.", EN: "Complete {code} soon."})
)

func init() {
	notify.Purposes(map[string]int{"notice_whatsapp": 1, "notice_email": 1, "news_whatsapp": 1})
}

// village is Taman Sari with its messages.
type village struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, register), t}
}

func (v village) must(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

// Moments of Monday 23 November 2026 on the office's wall.
var (
	wita  = time.FixedZone("WITA", 8*60*60)
	noon  = time.Date(2026, 11, 23, 12, 0, 0, 0, wita)
	night = time.Date(2026, 11, 23, 23, 0, 0, 0, wita)
	dawn  = time.Date(2026, 11, 24, 6, 30, 0, 0, wita)
)

// ready tells Wayan that a request is done.
func (v village) tellReady() {
	v.t.Helper()
	v.must(notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: ready, Data: map[string]string{"code": "K7PM-3Q9W"}, Link: "/permohonan/abc"}))
}

func (v village) work(at time.Time) {
	v.t.Helper()
	v.must(notify.Work(context.Background(), v, at))
}

// agree writes a consent, or its withdrawal.
func (v village) agree(resident *core.Record, purpose string, yes bool) {
	v.t.Helper()
	apptest.Save(v.t, v, apptest.Record(v.t, v, "consents", map[string]any{
		"resident": resident.Id, "purpose": purpose, "given": yes, "text": "…", "text_version": 1, "channel": "counter",
		"at": time.Now().UTC().Format("2006-01-02 15:04:05.000000Z"),
	}))
}

// row is a delivery, as it is kept.
type row struct {
	ID        string `db:"id"`
	Channel   string `db:"channel"`
	State     string `db:"state"`
	Reason    string `db:"reason"`
	Attempts  int    `db:"attempts"`
	NotBefore string `db:"not_before"`
	Gateway   string `db:"gateway"`
	OutsideID string `db:"outside_id"`
	ReplyTo   string `db:"reply_to"`
	Reply     string `db:"reply"`
}

func (v village) deliveries() []row {
	v.t.Helper()
	var rows []row
	v.must(v.DB().Select("id", "channel", "state", "reason", "attempts", "not_before", "gateway", "outside_id", "reply_to", "reply").
		From("notice_deliveries").OrderBy("rowid").All(&rows))
	return rows
}

// one is the only delivery by the phone.
func (v village) one() row {
	v.t.Helper()
	rows := v.deliveries()
	if len(rows) != 1 {
		v.t.Fatalf("there are %d deliveries: %+v", len(rows), rows)
	}
	return rows[0]
}

func (v village) next(r row) time.Time {
	v.t.Helper()
	at, err := time.Parse("2006-01-02 15:04:05.000Z", r.NotBefore)
	v.must(err)
	return at
}

func (v village) count(collection string, where dbx.Expression) int {
	v.t.Helper()
	n, err := v.CountRecords(collection, where)
	v.must(err)
	return int(n)
}
