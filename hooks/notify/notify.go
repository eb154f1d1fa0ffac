// Package notify tells people what happened: in M-Desa itself at once, and by
// WhatsApp or SMS, mail and push as each of them chose and agreed to. A notice is
// written in the transaction that causes it; a worker takes it from there, so
// that nobody waits for a gateway and nothing is lost when one is down.
package notify

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Notice is one message to one person. Exactly one of Account, Officer and
// Resident says to whom; with none of them there is nobody to tell and nothing
// happens, as with what was filed at the counter for somebody without a login.
type Notice struct {
	Account  string // id of a resident's login
	Officer  string // id of an officer
	Resident string // id of a resident, with or without a login
	Key      string // of a declared [Text]
	Data     map[string]string
	Link     string    // path of the page that says more, "/permohonan/…"
	Group    string    // one of [Groups]; empty: the text's own
	At       time.Time // when it happened; zero: now. What is three days old leaves the house no more
}

var (
	errTwo      = errors.New("notify: a notice goes to one person")
	errIdentity = errors.New("notify: this looks like an identity number, which no notice carries")
	ownPage     = regexp.MustCompile(`^/[a-zA-Z0-9][a-zA-Z0-9/_\-.?=&#%]*$`)
)

// Tell writes a notice. Within a transaction app is tx, so that it is told if
// and only if what it tells of happened. Its errors are mistakes of the caller,
// above all an identity number in what it fills in: see [Typed] for words that
// somebody typed.
func Tell(app core.App, n Notice) error {
	row, err := rowOf(app, n)
	if err != nil || row == nil {
		return err
	}
	// Past the hooks: nothing hangs on a notice, and it is written while somebody
	// holds the one write lock. Open pages hear of it from the worker.
	if _, err := app.DB().Insert("notices", row).Execute(); err != nil {
		return err
	}
	wake(app)
	return nil
}

// rowOf makes the notice's row, nil when there is nobody to tell.
func rowOf(app core.App, n Notice) (dbx.Params, error) {
	account, resident, err := addressee(app, n)
	if err != nil || account+resident+n.Officer == "" {
		return nil, err
	}
	text, group, err := wordsOf(n)
	if err != nil {
		return nil, err
	}
	return dbx.Params{
		"id": core.GenerateDefaultRandomId(), "account": account, "officer": n.Officer, "resident": resident,
		"key": n.Key, "group": group, "text": text.In("id", n.Data), "text_en": text.In("en", n.Data), "link": n.Link,
		"urgency": string(text.Urgency), "at": happened(n.At), "open": !text.Within,
	}, nil
}

// addressee finds the resident behind a login and the login of a resident: the
// one has the notices, the other the phone and the consents.
func addressee(app core.App, n Notice) (account, resident string, err error) {
	given := 0
	for _, id := range []string{n.Account, n.Officer, n.Resident} {
		if id != "" {
			given++
		}
	}
	switch {
	case given > 1:
		return "", "", fmt.Errorf("%w: %s", errTwo, n.Key)
	case n.Account != "":
		resident, err = oneOf(app, "SELECT resident FROM accounts WHERE id = {:id}", n.Account)
		return n.Account, resident, err
	case n.Resident != "":
		account, err = oneOf(app, "SELECT id FROM accounts WHERE resident = {:id}", n.Resident)
		return account, n.Resident, err
	}
	return "", "", nil
}

func wordsOf(n Notice) (Text, string, error) {
	text, known := declared[n.Key]
	if !known {
		return text, "", fmt.Errorf("notify: no text of the key %q", n.Key)
	}
	group := text.Group
	if n.Group != "" {
		group = n.Group
	}
	kind, known := GroupByKey(group)
	if !known || kind.Staff != (n.Officer != "") {
		return text, "", fmt.Errorf("notify: %s: the group %q is not for whom it tells", n.Key, group)
	}
	for name, value := range n.Data {
		if identityNumber.MatchString(value) {
			return text, "", fmt.Errorf("%w: %s, {%s}", errIdentity, n.Key, name)
		}
	}
	if n.Link != "" && (!ownPage.MatchString(n.Link) || strings.HasPrefix(n.Link, "//")) {
		return text, "", fmt.Errorf("notify: %s links to %q, which is no page of M-Desa", n.Key, n.Link)
	}
	return text, group, nil
}

func happened(at time.Time) string {
	if at.IsZero() {
		at = time.Now()
	}
	return stamp(at)
}
