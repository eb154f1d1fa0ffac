package accounts_test

import (
	"encoding/binary"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/mailer"

	"mdesa/hooks/apptest"
)

// claim is what Nyoman, who has no login, types on the page.
func claim() map[string]string {
	return map[string]string{
		"nik": "5171045904780005", "kk": "5171040309140003", "name": "Ni Nyoman Sariasih", "birth_date": "1978-04-19",
		"phone": "0812 3450 0055", "email": "nyoman@contoh.example", "password": fresh, "device": "telepon-milik-nyoman-1",
	}
}

func but(fields map[string]string, changes ...string) map[string]string {
	for i := 0; i+1 < len(changes); i += 2 {
		fields[changes[i]] = changes[i+1]
	}
	return fields
}

// ktp is a photo that says where it was made.
func ktp() []byte { return apptest.PhotoWithPosition(binary.LittleEndian, "II*\x00") }

func (c counter) registers(fields map[string]string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/register", apptest.Form{
		Fields: fields, Files: []apptest.File{{Field: "photo", Name: "ktp.jpg", Body: ktp()}},
	}, apptest.Guest, apptest.Header{Name: proxyHeader, Value: c.address})
}

// registered is a registration that was taken down.
func (c counter) registered(fields map[string]string) *core.Record {
	c.t.Helper()
	code := c.registers(fields).Want(200).JSON()["code"].(string)
	record, err := c.FindFirstRecordByData("registrations", "code", code[:4]+code[5:])
	if err != nil {
		c.t.Fatal(err)
	}
	return record
}

func (c counter) confirms(actor, registration *core.Record, replace bool) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/registrations/"+registration.Id+"/confirm", map[string]any{"replace": replace}, actor)
}

func (c counter) refuses(actor, registration *core.Record, reason, note string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/registrations/"+registration.Id+"/refuse", map[string]any{"reason": reason, "note": note}, actor)
}

func (c counter) again(record *core.Record) *core.Record {
	c.t.Helper()
	found, err := c.FindRecordById(record.Collection(), record.Id)
	if err != nil {
		c.t.Fatal(err)
	}
	return found
}

// mailbox is where mails go in a test.
func (c counter) mailbox() <-chan *mailer.Message {
	c.Settings().SMTP.Enabled = true
	sent := make(chan *mailer.Message, 20)
	c.OnMailerSend().BindFunc(func(e *core.MailerEvent) error {
		sent <- e.Message
		return nil // nothing leaves the machine
	})
	return sent
}

func (c counter) arrived(mails <-chan *mailer.Message) *mailer.Message {
	c.t.Helper()
	select {
	case message := <-mails:
		return message
	case <-time.After(20 * time.Second):
		c.t.Fatal("no mail arrived")
		return nil
	}
}
