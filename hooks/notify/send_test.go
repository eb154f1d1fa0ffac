package notify_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

func TestANoticeIsToldWithWhatCausedItOrNotAtAll(t *testing.T) {
	v := start(t)
	err := v.RunInTransaction(func(tx core.App) error {
		if err := notify.Tell(tx, notify.Notice{Account: v.Resident.Id, Key: ready}); err != nil {
			return err
		}
		return apptest.ErrOnPurpose
	})
	if !errors.Is(err, apptest.ErrOnPurpose) {
		t.Fatal(err)
	}
	if n := v.count("notices", nil); n != 0 {
		t.Errorf("%d notices of what never happened", n)
	}
	v.tellReady()
	notice, err := v.FindFirstRecordByData("notices", "account", v.Resident.Id)
	v.must(err)
	if notice.GetString("text") != "Permohonan K7PM-3Q9W selesai." || notice.GetString("text_en") != "Request K7PM-3Q9W is done." {
		t.Error(notice.GetString("text"), notice.GetString("text_en"))
	}
	if notice.GetString("resident") != v.Wayan.Id {
		t.Error("the resident behind the login is not known")
	}
}

func TestNoNoticeCarriesAnIdentityNumber(t *testing.T) {
	v := start(t)
	for _, number := range []string{"5171041705900001", "5171 0417 0590 0001", "KK 5171041202080001."} {
		err := notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: ready, Data: map[string]string{"code": number}})
		if err == nil {
			t.Error(number, "was told")
		}
	}
	if typed := notify.Typed("Jalan rusak,\nlapor 5171 0417 0590 0001 " + strings.Repeat("panjang ", 30)); strings.Contains(typed, "5171") || strings.Contains(typed, "\n") || len([]rune(typed)) > 81 {
		t.Error(typed)
	}
}

func TestANoticeHasOneAddresseeATextAndAPage(t *testing.T) {
	v := start(t)
	for name, wrong := range map[string]notify.Notice{
		"two people":          {Account: v.Resident.Id, Officer: v.Officer.Id, Key: ready},
		"no such text":        {Account: v.Resident.Id, Key: "test.unheard"},
		"a resident's task":   {Account: v.Resident.Id, Key: turn},
		"no such group":       {Account: v.Resident.Id, Key: ready, Group: "gossip"},
		"a page elsewhere":    {Account: v.Resident.Id, Key: ready, Link: "https://example.org/"},
		"a page of no scheme": {Account: v.Resident.Id, Key: ready, Link: "//example.org/"},
	} {
		if err := notify.Tell(v, wrong); err == nil {
			t.Error(name, "was told")
		}
	}
	v.must(notify.Tell(v, notify.Notice{Key: ready})) // filed at the counter by somebody without a login
	if n := v.count("notices", nil); n != 0 {
		t.Errorf("%d notices", n)
	}
}

func TestNothingLeavesWithoutConsent(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.tellReady()
	v.work(noon)
	v.agree(v.Wayan, "news_whatsapp", true) // of another purpose
	v.tellReady()
	v.work(noon)
	if len(fonnte.messages()) != 0 || len(v.deliveries()) != 0 {
		t.Fatal(fonnte.messages())
	}
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	messages := fonnte.messages()
	if len(messages) != 1 || messages[0].To != "6281234500001" || messages[0].Text != "Permohonan K7PM-3Q9W selesai.\nhttps://tamansari.example/permohonan/abc" || messages[0].Auth != "kunci" {
		t.Fatalf("%+v", messages)
	}
	if sent := v.one(); sent.State != notify.Sent || sent.OutsideID != "wa-"+sent.ID || messages[0].Key != sent.ID {
		t.Errorf("%+v", sent)
	}
}

func TestAConsentToOtherWordsDoesNotCount(t *testing.T) {
	v := start(t)
	v.provider("Fonnte", 1)
	apptest.Save(t, v, apptest.Record(t, v, "consents", map[string]any{"resident": v.Wayan.Id, "purpose": "notice_whatsapp",
		"given": true, "text": "dulu", "text_version": 0, "channel": "self", "at": "2026-01-01 00:00:00.000Z"}))
	v.tellReady()
	v.work(noon)
	if rows := v.deliveries(); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
}

func TestAWithdrawnConsentStopsWhatIsQueued(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(night)
	if waiting := v.one(); waiting.State != notify.Queued {
		t.Fatalf("%+v", waiting)
	}
	v.agree(v.Wayan, "notice_whatsapp", false)
	if stopped := v.one(); stopped.State != notify.Dropped {
		t.Errorf("%+v", stopped)
	}
	v.work(dawn)
	if len(fonnte.messages()) != 0 {
		t.Error("a message left without consent")
	}
}

func TestAResidentWithoutALoginIsToldByPhone(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Nyoman, "notice_whatsapp", true)
	v.must(notify.Tell(v, notify.Notice{Resident: v.Nyoman.Id, Key: ready, Data: map[string]string{"code": "AAAA-BBBB"}}))
	v.work(noon)
	if messages := fonnte.messages(); len(messages) != 1 || messages[0].To != "6281234500005" {
		t.Errorf("%+v", messages)
	}
}

func TestAtNightOnlyEmergenciesLeave(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.agree(v.Wayan, "news_whatsapp", true)
	v.tellReady()
	v.must(notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: rapid, Data: map[string]string{"code": "K7PM-3Q9W"}}))
	v.must(notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: siren, Data: map[string]string{"place": "Tukad Badung"}}))
	v.work(night)
	if messages := fonnte.messages(); len(messages) != 1 || messages[0].Text != "Banjir di Tukad Badung." {
		t.Fatalf("%+v", messages)
	}
	if n := v.count("notices", dbx.HashExp{"account": v.Resident.Id}); n != 3 {
		t.Errorf("%d of 3 notices can be read in M-Desa", n)
	}
	for _, waiting := range v.deliveries()[:2] {
		if at := v.next(waiting).In(wita); at.Format("02 15") != "24 06" {
			t.Errorf("leaves at %s", at)
		}
	}
	v.work(dawn)
	if messages := fonnte.messages(); len(messages) != 3 {
		t.Errorf("%+v", messages)
	}
}

func TestOnNyepiNothingLeavesAtAll(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "news_whatsapp", true)
	v.agree(v.Wayan, "notice_whatsapp", true)
	nyepi := time.Date(2026, 3, 19, 7, 0, 0, 0, wita)
	for range 20 {
		v.must(notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: siren, Data: map[string]string{"place": "Tukad Badung"}}))
	}
	v.tellReady()
	v.work(nyepi)
	v.work(nyepi.Add(22*time.Hour + 50*time.Minute)) // 05:50 of the next day
	if messages := fonnte.messages(); len(messages) != 0 {
		t.Fatalf("%+v", messages)
	}
	ends, moments := time.Date(2026, 3, 20, 6, 0, 0, 0, wita), map[string]bool{}
	for _, waiting := range v.deliveries() {
		at := v.next(waiting)
		if at.Before(ends) || at.After(ends.Add(90*time.Minute)) {
			t.Errorf("leaves at %s", at.In(wita))
		}
		moments[waiting.NotBefore] = true
	}
	if len(moments) < 15 {
		t.Errorf("21 messages leave at %d moments", len(moments))
	}
	v.work(ends.Add(2 * time.Hour))
	if messages := fonnte.messages(); len(messages) != 21 {
		t.Errorf("%d of 21 left after Nyepi", len(messages))
	}
}

func TestTheLeaveDayBeforeNyepiIsADayLikeOthers(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(time.Date(2026, 3, 18, 12, 0, 0, 0, wita))
	if len(fonnte.messages()) != 1 {
		t.Error("nothing left on 18 March 2026")
	}
}

func TestWhatFailsComesAgainLaterAndLater(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	fonnte.fails(http.StatusInternalServerError)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	at := noon
	v.work(at)
	for n := 1; n <= 3; n++ {
		failed := v.one()
		pause := v.next(failed).Sub(at)
		if usual := 10 * time.Second << (n - 1); failed.State != notify.Queued || failed.Attempts != n || pause < usual/2-time.Second || pause > usual*3/2+time.Second {
			t.Fatalf("after attempt %d: %+v, pause %s", n, failed, pause)
		}
		if strings.Contains(failed.Reason, "62812") {
			t.Error("the reason tells the number: ", failed.Reason)
		}
		at = v.next(failed)
		v.work(at)
	}
	fonnte.works()
	v.work(v.next(v.one()))
	ids := map[string]bool{}
	for _, message := range fonnte.messages() {
		ids[message.Key] = true
	}
	if sent := v.one(); sent.State != notify.Sent || sent.Attempts != 5 || len(ids) != 1 {
		t.Errorf("%+v, ids %v", sent, ids)
	}
}

func TestAfterRepeatedFailureAnotherProviderIsAsked(t *testing.T) {
	v := start(t)
	first, second := v.provider("Fonnte", 1), v.provider("Wablas", 2)
	first.fails(http.StatusBadGateway)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	v.work(v.next(v.one()))
	v.work(v.next(v.one()))
	if len(first.messages()) != 2 || len(second.messages()) != 1 {
		t.Fatalf("%d by the first, %d by the second", len(first.messages()), len(second.messages()))
	}
	if sent := v.one(); sent.State != notify.Sent || sent.Gateway != second.record.Id {
		t.Errorf("%+v", sent)
	}
}

func TestAProviderThatKeepsFailingRests(t *testing.T) {
	v := start(t)
	first, second := v.provider("Fonnte", 1), v.provider("Wablas", 2)
	first.fails(http.StatusServiceUnavailable)
	v.agree(v.Wayan, "notice_whatsapp", true)
	for range 12 {
		v.tellReady()
		v.work(noon)
	}
	if len(first.messages()) != 5 || len(second.messages()) != 7 {
		t.Errorf("%d by the first, %d by the second", len(first.messages()), len(second.messages()))
	}
}

func TestANumberThatAllProvidersRefuseIsGivenUp(t *testing.T) {
	v := start(t)
	first, second := v.provider("Fonnte", 1), v.provider("Wablas", 2)
	first.fails(http.StatusUnprocessableEntity)
	second.fails(http.StatusBadRequest)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	v.work(v.next(v.one()))
	if refused := v.one(); refused.State != notify.Failed || len(first.messages()) != 1 || len(second.messages()) != 1 {
		t.Errorf("%+v", refused)
	}
}

func TestAProviderThatSaysNoWithStatus200HasNotTakenIt(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	fonnte.answer = func(int, taken) (int, string) { return 200, `{"status":false,"reason":"token invalid"}` }
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	if refused := v.one(); refused.State != notify.Queued {
		t.Errorf("%+v", refused)
	}
}

func TestWhatACrashLeftOnItsWayGoesOutWithTheSameID(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	// As if the program had ended after the provider took it, before that was written.
	_, err := v.DB().Update("notice_deliveries", dbx.Params{"state": "sending", "sent_at": ""}, nil).Execute()
	v.must(err)
	v.work(noon)
	if len(fonnte.messages()) != 1 {
		t.Fatal("what is on its way was sent by another")
	}
	event := new(core.ServeEvent)
	event.App = v.App
	v.must(notify.Resume(event.App))
	v.work(noon)
	messages := fonnte.messages()
	if len(messages) != 2 || messages[0].Key != messages[1].Key {
		t.Errorf("%+v", messages)
	}
	if v.one().State != notify.Sent {
		t.Errorf("%+v", v.one())
	}
}

func TestWhatIsThreeDaysOldIsNotSentAnyMore(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(night)
	v.work(night.AddDate(0, 0, 4).Add(12 * time.Hour))
	if dropped := v.one(); dropped.State != notify.Dropped || len(fonnte.messages()) != 0 {
		t.Errorf("%+v", dropped)
	}
}

func TestTheDeadAreNotWrittenTo(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	_, err := v.DB().Update("residents", dbx.Params{"life_status": "mati"}, dbx.HashExp{"id": v.Wayan.Id}).Execute()
	v.must(err)
	v.tellReady()
	v.work(noon)
	if len(fonnte.messages()) != 0 {
		t.Error("a message left")
	}
}

func TestAChannelThatIsSwitchedOffStaysSilent(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.Do("PUT", "/api/notices/choices", map[string]any{"channels": map[string]any{"requests": map[string]bool{"phone": false}}}, v.Resident).Want(200)
	v.tellReady()
	v.work(noon)
	if len(fonnte.messages()) != 0 {
		t.Error("a message left")
	}
}

func TestAMessageOfTwoLinesAndQuotesStaysWhatItIs(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "news_whatsapp", true)
	place := `Jalan "Melati" & {to} \n {id}`
	v.must(notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: siren, Data: map[string]string{"place": place}}))
	v.work(noon)
	if messages := fonnte.messages(); len(messages) != 1 || messages[0].Text != "Banjir di "+place+"." {
		t.Errorf("%+v", messages)
	}
}

func TestTheWorkerStopsWhenItIsTold(t *testing.T) {
	v := start(t)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	v.must(notify.Work(ctx, v, noon))
	if len(fonnte.messages()) != 0 || v.one().State != notify.Queued {
		t.Errorf("%+v", v.one())
	}
}
