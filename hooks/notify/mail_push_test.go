package notify_test

import (
	"crypto/ecdh"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/mailer"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

// withMail sets up the office's mail, and gives what leaves.
func (v village) withMail(fail *error) *[]*mailer.Message {
	var mu sync.Mutex
	box := &[]*mailer.Message{}
	v.Settings().SMTP.Enabled = true
	v.OnMailerSend().BindFunc(func(e *core.MailerEvent) error {
		mu.Lock()
		defer mu.Unlock()
		if *fail == nil {
			*box = append(*box, e.Message)
		}
		return *fail
	})
	_, err := v.DB().Update("accounts", dbx.Params{"mail": "wayan@example.org", "language": "en"}, dbx.HashExp{"id": v.Resident.Id}).Execute()
	v.must(err)
	return box
}

func TestMailLeavesWithConsentInThePersonsLanguage(t *testing.T) {
	v := start(t)
	var fail error
	box := v.withMail(&fail)
	v.tellReady()
	v.work(noon)
	if len(*box) != 0 {
		t.Fatal("without consent")
	}
	v.agree(v.Wayan, "notice_email", true)
	fail = errors.New("connection refused")
	v.tellReady()
	v.work(noon)
	if waiting := v.one(); waiting.State != notify.Queued {
		t.Fatalf("%+v", waiting)
	}
	fail = nil
	v.work(v.next(v.one()))
	if len(*box) != 1 {
		t.Fatalf("%d mails", len(*box))
	}
	mail := (*box)[0]
	if mail.To[0].Address != "wayan@example.org" || mail.Subject != "News of your requests – Taman Sari" || mail.HTML != "" ||
		!strings.HasPrefix(mail.Text, "Request K7PM-3Q9W is done.\n\nhttps://tamansari.example/permohonan/abc") ||
		!strings.Contains(mail.Text, "/profil/kabar") || strings.Contains(mail.Text, "Wayan") {
		t.Errorf("%+v", mail)
	}
	if v.one().State != notify.Sent {
		t.Errorf("%+v", v.one())
	}
}

// pushService takes what would go to a browser's maker.
type pushService struct {
	mu      sync.Mutex
	taken   []*http.Request
	status  int
	largest int
}

func (s *pushService) Do(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	body, _ := io.ReadAll(r.Body)
	s.taken, s.largest = append(s.taken, r), max(s.largest, len(body))
	return &http.Response{StatusCode: s.status, Body: http.NoBody}, nil
}

func (v village) subscribe(actor *core.Record, endpoint string) *apptest.Response {
	v.t.Helper()
	key, err := ecdh.P256().GenerateKey(rand.Reader)
	v.must(err)
	return v.Do("POST", "/api/notices/push", map[string]any{"endpoint": endpoint, "keys": map[string]string{
		"p256dh": base64.RawURLEncoding.EncodeToString(key.PublicKey().Bytes()), "auth": base64.RawURLEncoding.EncodeToString(make([]byte, 16))}}, actor)
}

func TestAPushMessageGoesToEveryDeviceUntilItIsGone(t *testing.T) {
	v := start(t)
	service := &pushService{status: 201}
	v.Store().Set("notify.push.client", service)
	v.subscribe(v.Resident, "https://push.example/a").Want(200)
	v.subscribe(v.Resident, "https://push.example/b").Want(200)
	v.tellReady()
	v.work(noon)
	if len(service.taken) != 2 {
		t.Fatalf("%d messages to 2 devices", len(service.taken))
	}
	header := service.taken[0].Header
	if !strings.HasPrefix(header.Get("Authorization"), "vapid t=") || header.Get("Content-Encoding") != "aes128gcm" || header.Get("TTL") != "86400" {
		t.Errorf("%v", header)
	}
	service.status = 410
	v.tellReady()
	v.work(noon)
	if n := v.count("push_subscriptions", nil); n != 0 {
		t.Errorf("%d subscriptions that are gone stay", n)
	}
	v.tellReady()
	v.work(noon)
	if len(service.taken) != 4 {
		t.Errorf("%d messages", len(service.taken))
	}
}

func TestADeviceIsOnePersonsAndEndsWithTheirLogin(t *testing.T) {
	v := start(t)
	service := &pushService{status: 201}
	v.Store().Set("notify.push.client", service)
	v.subscribe(v.Resident, "https://push.example/a").Want(200)
	v.subscribe(v.Neighbour, "https://push.example/a").Want(200) // the same browser, somebody else
	v.tellReady()
	v.work(noon)
	if len(service.taken) != 0 {
		t.Error("Wayan's news came up on Made's screen")
	}
	id := v.subscribe(v.Resident, "https://push.example/b").Want(200).JSON()["id"].(string)
	v.Do("DELETE", "/api/notices/push/"+id, nil, v.Neighbour).Want(204)
	if v.count("push_subscriptions", dbx.HashExp{"id": id}) != 1 {
		t.Error("a neighbour took the device away")
	}
	_, err := v.DB().Update("sessions", dbx.Params{"ended_at": "2026-11-23 00:00:00.000Z", "ended_by": "self"}, dbx.HashExp{"login": v.Resident.Id}).Execute()
	v.must(err)
	v.tellReady()
	v.work(noon)
	if len(service.taken) != 0 {
		t.Error("who logged out still gets messages there")
	}
}

func TestAPushAddressIsOnTheOpenInternet(t *testing.T) {
	v := start(t)
	for _, address := range []string{"", "http://push.example/a", "https://127.0.0.1/a", "https://[::1]/a", "https://localhost/a", "https://push.example:8443/a",
		"https://user:pass@push.example/a", "https://169.254.169.254/a", "file:///etc/passwd"} {
		v.subscribe(v.Resident, address).WantFault(400, "notice.subscription")
	}
	v.Do("POST", "/api/notices/push", map[string]any{"endpoint": "https://push.example/a", "keys": map[string]string{"p256dh": "x", "auth": "y"}}, v.Resident).
		WantFault(400, "notice.subscription")
	v.subscribe(apptest.Guest, "https://push.example/a").Want(401)
}

func TestThePushKeysAreMadeAtTheFirstStartAndKeptHidden(t *testing.T) {
	v := start(t)
	path := filepath.Join(v.DataDir(), "keys", "push.key")
	info, err := os.Stat(path)
	v.must(err)
	if info.Mode().Perm() != 0o600 {
		t.Error(info.Mode())
	}
	kept, err := os.ReadFile(path)
	v.must(err)
	public := v.Do("GET", "/api/notices/choices", nil, v.Resident).Want(200).JSON()["push_key"].(string)
	if len(public) != 87 || !strings.Contains(string(kept), public) {
		t.Error(public)
	}
}
