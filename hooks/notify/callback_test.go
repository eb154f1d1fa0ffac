package notify_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

// sent is a village in which one message was taken by its provider.
func sent(t *testing.T) (village, *provider, row) {
	t.Helper()
	v := start(t)
	p := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	return v, p, v.one()
}

func state(id, state string) string {
	return fmt.Sprintf(`{"message":{"id":%q,"state":%q}}`, id, state)
}

func TestAProviderSaysThatAMessageArrived(t *testing.T) {
	v, p, message := sent(t)
	p.says("status", state(message.OutsideID, "delivered")).Want(200)
	if v.one().State != notify.Delivered {
		t.Errorf("%+v", v.one())
	}
	items := v.Do("GET", "/api/notices", nil, v.Resident).Want(200).JSON()["items"].([]any)
	receipts := items[0].(map[string]any)["receipts"].([]any)
	if got := receipts[0].(map[string]any); got["channel"] != "phone" || got["state"] != "delivered" || got["at"] == "" {
		t.Errorf("%+v", got)
	}
}

func TestWhatArrivedStaysArrivedWhateverComesLater(t *testing.T) {
	v, p, message := sent(t)
	p.says("status", state(message.OutsideID, "delivered")).Want(200)
	p.says("status", state(message.OutsideID, "failed")).Want(200)
	if v.one().State != notify.Delivered {
		t.Errorf("%+v", v.one())
	}
}

func TestACallbackThatIsNotSignedChangesNothing(t *testing.T) {
	v, p, message := sent(t)
	body := state(message.OutsideID, "delivered")
	for name, signature := range map[string]string{"none": "", "of another secret": sign("lain", body), "of another body": sign(secret, body+" "), "no hex": "sha256=…"} {
		p.saysSigned("status", body, signature).WantFault(401, "notice.not_signed")
		if v.one().State != notify.Sent {
			t.Error(name, v.one())
		}
	}
	v.Do("POST", "/api/notices/gateways/nosuchgateway00/status", body, apptest.Guest).WantFault(401, "notice.not_signed")
	p.record.Set("active", false)
	v.must(v.Save(p.record))
	p.says("status", body).WantFault(401, "notice.not_signed")
}

func TestACallbackOfAnUnknownMessageMayComeAgain(t *testing.T) {
	v, p, message := sent(t)
	_, err := v.DB().Update("notice_deliveries", dbx.Params{"outside_id": ""}, nil).Execute()
	v.must(err)
	p.says("status", state("wa-"+message.ID, "delivered")).WantFault(404, "notice.not_yet_known")
	_, err = v.DB().Update("notice_deliveries", dbx.Params{"outside_id": "wa-" + message.ID}, nil).Execute()
	v.must(err)
	p.says("status", state("wa-"+message.ID, "delivered")).Want(200)
	if v.one().State != notify.Delivered {
		t.Errorf("%+v", v.one())
	}
}

func TestWhatOneProviderCouldNotDeliverGoesByTheNext(t *testing.T) {
	v, p, message := sent(t)
	second := v.provider("Wablas", 2)
	failed := state(message.OutsideID, "failed")
	p.says("status", failed).Want(200)
	v.work(noon)
	if len(second.messages()) != 1 || len(p.messages()) != 1 {
		t.Fatalf("%+v %+v", second.messages(), v.one())
	}
	p.says("status", failed).Want(200) // once more: nothing new
	if v.one().State != notify.Sent {
		t.Errorf("%+v", v.one())
	}
}

func TestAMessageIsAnsweredOnceHoweverOftenItComes(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	body := `{"sender":"0812 3450 0001","text":"halo","id":"1"}`
	for range 3 {
		p.says("inbox", body).Want(200)
	}
	v.work(night) // who asks is answered at any hour
	messages := p.messages()
	if len(messages) != 1 || messages[0].To != "6281234500001" || !strings.Contains(messages[0].Text, "CEK") {
		t.Fatalf("%+v", messages)
	}
	if answer := v.one(); answer.ReplyTo != "" || answer.Reply != "" || answer.State != notify.Sent {
		t.Errorf("the answer's number and words stay: %+v", answer)
	}
}

func TestAKeywordIsAnsweredByWhoDeclaredIt(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	p.says("inbox", `{"sender":"6281234500001","text":" Gema  tiga kata "}`).Want(200)
	v.work(noon)
	if messages := p.messages(); len(messages) != 1 || messages[0].Text != "6281234500001: tiga kata" {
		t.Errorf("%+v", messages)
	}
}

func init() {
	notify.Answer("gema", func(_ core.App, sender, rest string) string { return sender + ": " + rest })
}

func TestWhoWritesAllTheTimeIsNotAnswered(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	for n := range 20 {
		p.says("inbox", fmt.Sprintf(`{"sender":"6281234500001","text":"halo","n":%d}`, n)).Want(200)
	}
	if rows := v.deliveries(); len(rows) != 2 { // a program that answers us is told twice a day how to ask
		t.Errorf("%d answers", len(rows))
	}
	for n := range 20 {
		p.says("inbox", fmt.Sprintf(`{"sender":"6281234500003","text":"gema","n":%d}`, n)).Want(200)
	}
	if rows := v.deliveries(); len(rows) != 8 {
		t.Errorf("%d answers", len(rows))
	}
	p.says("inbox", `{"sender":"6281234500002","text":"halo"}`).Want(200)
	if rows := v.deliveries(); len(rows) != 9 {
		t.Error("another sender is not answered")
	}
}

func TestOnNyepiNobodyIsAnswered(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	p.says("inbox", `{"sender":"6281234500001","text":"halo"}`).Want(200)
	nyepi := time.Date(2027, 3, 8, 7, 0, 0, 0, wita)
	apptest.Save(t, v, apptest.Record(t, v, "holidays", map[string]any{"day": "2027-03-08", "name": "Hari Suci Nyepi (Tahun Baru Saka 1949)", "kind": "nasional", "closed": true}))
	v.work(nyepi)
	if messages := p.messages(); len(messages) != 0 {
		t.Errorf("%+v", messages)
	}
}

func TestOldThingsAreTidiedAway(t *testing.T) {
	v, p, message := sent(t)
	p.says("status", state(message.OutsideID, "delivered")).Want(200)
	v.must(notify.Tidy(v, time.Now()))
	if v.count("notices", nil) != 1 || v.count("gateway_messages", nil) != 1 {
		t.Error("what is new is gone")
	}
	v.must(notify.Tidy(v, time.Now().AddDate(2, 0, 0)))
	if v.count("gateway_messages", nil) != 0 {
		t.Error("a callback of two years ago is still noted")
	}
	if v.count("notices", nil) != 1 {
		t.Error("how long notices stay is for the office's schedule to say")
	}
}

func TestOldNoticesAreCountedAndForgottenWithTheirReceipts(t *testing.T) {
	v, _, _ := sent(t)
	for moment, want := range map[time.Time]int{time.Now().Add(-time.Hour): 0, time.Now().AddDate(1, 0, 0): 1} {
		if n, err := notify.Older(v, moment); n != want || err != nil {
			t.Errorf("%d are older than %s, %v", n, moment, err)
		}
	}
	n, err := notify.Forget(v, time.Now().AddDate(1, 0, 0))
	if n != 1 || err != nil || v.count("notices", nil)+v.count("notice_deliveries", nil) != 0 {
		t.Errorf("%d went, %v", n, err)
	}
}

func TestAMessageThatArrivedIsNotSentOnceMore(t *testing.T) {
	v, p, message := sent(t)
	for name, now := range map[string]dbx.Params{"queued once more": {"state": notify.Queued, "attempts": 1}, "given up": {"state": notify.Failed, "attempts": 12}} {
		_, err := v.DB().Update("notice_deliveries", now, nil).Execute()
		v.must(err)
		p.says("status", fmt.Sprintf(`{"message":{"id":%q,"state":"delivered","n":%q}}`, message.OutsideID, name)).Want(200)
		if v.one().State != notify.Delivered {
			t.Errorf("%s: %+v", name, v.one())
		}
	}
	_, err := v.DB().Update("notice_deliveries", dbx.Params{"state": notify.Queued, "attempts": 0}, nil).Execute()
	v.must(err)
	p.says("status", state(message.OutsideID, "read")).Want(200)
	if v.one().State != notify.Queued {
		t.Errorf("a message that never left is said to have arrived: %+v", v.one())
	}
}

func TestARefusalThatIsFasterThanOurNoteComesAgain(t *testing.T) {
	v, p, message := sent(t)
	_, err := v.DB().Update("notice_deliveries", dbx.Params{"state": notify.Sending}, nil).Execute()
	v.must(err)
	p.says("status", state(message.OutsideID, "failed")).WantFault(404, "notice.not_yet_known")
	_, err = v.DB().Update("notice_deliveries", dbx.Params{"state": notify.Sent}, nil).Execute()
	v.must(err)
	p.says("status", state(message.OutsideID, "failed")).Want(200)
	if v.one().State != notify.Failed {
		t.Errorf("%+v", v.one())
	}
}

func TestAMessageWhoseAnswerCouldNotBeWrittenMayComeAgain(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	_, err := v.DB().NewQuery("CREATE TRIGGER full BEFORE INSERT ON notice_deliveries BEGIN SELECT RAISE(ABORT, 'disk full'); END").Execute()
	v.must(err)
	body := `{"sender":"6281234500001","text":"gema satu"}`
	if got := p.says("inbox", body); got.Status < 400 {
		t.Fatalf("it was received: %d", got.Status)
	}
	_, err = v.DB().NewQuery("DROP TRIGGER full").Execute()
	v.must(err)
	p.says("inbox", body).Want(200)
	if len(v.deliveries()) != 1 {
		t.Error("nobody answers it")
	}
}

func TestAKeywordIsReadHoweverPeopleTypeIt(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	for n, typed := range []string{"GEMA satu", "gema\nsatu", "Gema: satu", "gema\u00a0satu", "  gema   satu  "} {
		p.says("inbox", fmt.Sprintf(`{"sender":"62812345001%02d","text":%q}`, n, typed)).Want(200)
	}
	for _, answer := range v.deliveries() {
		if !strings.HasSuffix(answer.Reply, ": satu") {
			t.Errorf("%q", answer.Reply)
		}
	}
}

func TestAnAnswerThatWaitedForDaysIsNotSent(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	p.says("inbox", `{"sender":"6281234500001","text":"gema satu"}`).Want(200)
	v.work(time.Now().AddDate(0, 0, 4))
	if one := v.one(); one.State != notify.Dropped || one.ReplyTo != "" || len(p.messages()) != 0 {
		t.Errorf("%+v", one)
	}
}
