package accounts_test

import (
	"regexp"
	"strings"
	"sync"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/mailer"
)

// mailbox is where all mail of the office arrives, instead of at a server.
type mailbox struct {
	mu   sync.Mutex
	mail []*mailer.Message
	fail error
}

// withMail sets up the office's mail.
func (c counter) withMail() *mailbox {
	c.t.Helper()
	c.Settings().SMTP.Enabled = true
	box := new(mailbox)
	c.OnMailerSend().BindFunc(func(e *core.MailerEvent) error {
		box.mu.Lock()
		defer box.mu.Unlock()
		if box.fail == nil {
			box.mail = append(box.mail, e.Message)
		}
		return box.fail
	})
	return box
}

func (b *mailbox) last() *mailer.Message {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.mail) == 0 {
		return &mailer.Message{}
	}
	return b.mail[len(b.mail)-1]
}

func (b *mailbox) count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.mail)
}

var codeLine = regexp.MustCompile(`(?m)^(\d{6}|[2-9A-Z]{4}-[2-9A-Z]{4})$`)

// code is the one in the latest mail.
func (b *mailbox) code() string { return strings.TrimSpace(codeLine.FindString(b.last().Text)) }
