package notify_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// provider is a WhatsApp provider on this machine: it answers as it is told to,
// late if it is told to, and remembers what it took.
type provider struct {
	*httptest.Server
	v      village
	record *core.Record

	mu       sync.Mutex
	taken    []taken
	answer   func(n int, message taken) (status int, body string) // n counts from 1
	slow     time.Duration
	mostOpen int
	open     int
}

type taken struct {
	To   string `json:"to"`
	Text string `json:"text"`
	ID   string `json:"id"`
	Key  string `json:"-"` // Idempotency-Key
	Auth string `json:"-"`
}

const secret = "rahasia-gerbang-pesan"

// provider sets one up as an active gateway.
func (v village) provider(name string, priority int) *provider {
	v.t.Helper()
	p := &provider{v: v}
	p.Server = httptest.NewServer(http.HandlerFunc(p.take))
	v.t.Cleanup(p.Close)
	p.record = apptest.Save(v.t, v, apptest.Record(v.t, v, "gateways", map[string]any{
		"name": name, "active": true, "priority": priority, "channel": "whatsapp", "method": "POST", "url": p.URL + "/send",
		"headers": map[string]string{"Authorization": "{token}"}, "body": `{"to":"{to}","text":"{text}","id":"{id}"}`, "encoding": "json",
		"number_form": "62", "token": "kunci", "secret": secret, "accepted_path": "status", "id_path": "data.0.id", "signing": "hmac_hex",
		"callback": map[string]any{"id": "message.id", "state": "message.state", "delivered": []string{"read", "delivered"}, "failed": []string{"failed"},
			"from": "sender", "text": "text"},
	}))
	return p
}

func (p *provider) take(w http.ResponseWriter, r *http.Request) {
	message := taken{Key: r.Header.Get("Idempotency-Key"), Auth: r.Header.Get("Authorization")}
	body, _ := io.ReadAll(r.Body)
	if err := json.Unmarshal(body, &message); err != nil {
		p.v.t.Errorf("the provider cannot read %s", body)
	}
	p.mu.Lock()
	p.taken = append(p.taken, message)
	n, answer, slow := len(p.taken), p.answer, p.slow
	p.open++
	p.mostOpen = max(p.mostOpen, p.open)
	p.mu.Unlock()
	if slow > 0 {
		time.Sleep(slow)
	}
	status, said := http.StatusOK, fmt.Sprintf(`{"status":true,"data":[{"id":"wa-%s"}]}`, message.ID)
	if answer != nil {
		status, said = answer(n, message)
	}
	p.mu.Lock()
	p.open--
	p.mu.Unlock()
	w.WriteHeader(status)
	_, _ = io.WriteString(w, said)
}

func (p *provider) messages() []taken {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]taken(nil), p.taken...)
}

// fails lets the provider answer with this status from now on.
func (p *provider) fails(status int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer = func(int, taken) (int, string) { return status, "nomor 6281234500001 tidak dapat dihubungi" }
}

func (p *provider) works() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer = nil
}

// says sends a signed callback.
func (p *provider) says(to, body string) *apptest.Response {
	return p.saysSigned(to, body, sign(secret, body))
}

func (p *provider) saysSigned(to, body, signature string) *apptest.Response {
	return p.v.Do("POST", "/api/notices/gateways/"+p.record.Id+"/"+to, body, apptest.Guest,
		apptest.Header{Name: "X-Signature", Value: signature}, apptest.Header{Name: "Content-Type", Value: "application/json"})
}

func sign(secret, body string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(body))
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}
