package notify_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

// In these tests version -1 of the words named WhatsApp alone.
func init() {
	notify.OnlyWhatsApp(map[string]int{"notice_whatsapp": -1})
}

// agreedToWhatsApp is a consent to the older words.
func (v village) agreedToWhatsApp(resident *core.Record) {
	v.t.Helper()
	apptest.Save(v.t, v, apptest.Record(v.t, v, "consents", map[string]any{"resident": resident.Id, "purpose": "notice_whatsapp", "given": true,
		"text": "WhatsApp", "text_version": -1, "channel": "self", "at": "2026-01-01 00:00:00.000Z"}))
}

// sms makes a provider one for SMS.
func (p *provider) sms() *provider {
	p.record.Set("channel", "sms")
	apptest.Save(p.v.t, p.v, p.record)
	return p
}

func TestWhoAgreedToWhatsAppAloneGetsNoSMS(t *testing.T) {
	v := start(t)
	wa, sms := v.provider("WhatsApp", 2), v.provider("SMS", 1).sms()
	v.agreedToWhatsApp(v.Wayan)
	v.tellReady()
	v.work(noon)
	if len(wa.messages()) != 1 || len(sms.messages()) != 0 {
		t.Errorf("%d by WhatsApp, %d by SMS", len(wa.messages()), len(sms.messages()))
	}
}

func TestWhereWhatsAppFailsAnOlderConsentEndsThere(t *testing.T) {
	v := start(t)
	wa, sms := v.provider("WhatsApp", 1), v.provider("SMS", 2).sms()
	wa.answer = func(int, taken) (int, string) { return 400, "no WhatsApp" }
	v.agreedToWhatsApp(v.Wayan)
	v.tellReady()
	v.work(noon)
	if one := v.one(); one.State != notify.Failed || len(wa.messages()) != 1 || len(sms.messages()) != 0 {
		t.Errorf("%+v, %d and %d messages", one, len(wa.messages()), len(sms.messages()))
	}
}

func TestOneWhoseWhatsAppDidNotArriveIsNotSentAnSMSEither(t *testing.T) {
	v := start(t)
	wa, sms := v.provider("WhatsApp", 1), v.provider("SMS", 2).sms()
	v.agreedToWhatsApp(v.Wayan)
	v.tellReady()
	v.work(noon)
	wa.says("status", state(v.one().OutsideID, "failed")).Want(200)
	v.work(noon)
	if one := v.one(); one.State != notify.Failed || len(sms.messages()) != 0 {
		t.Errorf("%+v, %d SMS", one, len(sms.messages()))
	}
}

func TestWithoutAGatewayForWhatsAppAnOlderConsentSendsNothingAndIsAskedFor(t *testing.T) {
	v := start(t)
	sms := v.provider("SMS", 1).sms()
	v.agreedToWhatsApp(v.Wayan)
	v.tellReady()
	v.work(noon)
	if one := v.one(); one.State != notify.Dropped || len(sms.messages()) != 0 {
		t.Errorf("%+v", one)
	}
	phone := v.phoneChoice()
	if phone["lacks"] != "consent" || phone["renew"] != true {
		t.Errorf("the page of choices says %v", phone)
	}
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	if len(sms.messages()) != 1 {
		t.Error("who agreed to the new words gets no SMS")
	}
	if phone := v.phoneChoice(); phone["lacks"] != "" || phone["renew"] != false {
		t.Errorf("then it says %v", phone)
	}
}

// phoneChoice is what the page of choices says of news of requests by phone.
func (v village) phoneChoice() map[string]any {
	v.t.Helper()
	for _, group := range v.Do("GET", "/api/notices/choices", nil, v.Resident).Want(200).JSON()["groups"].([]any) {
		if group := group.(map[string]any); group["key"] == "requests" {
			return group["channels"].(map[string]any)["phone"].(map[string]any)
		}
	}
	v.t.Fatal("there is no such group")
	return nil
}
