package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Entry is one time that somebody saw something. Entries are only ever added.
type Entry struct {
	ID         string    `json:"id"`
	Seq        int       `json:"-"` // 1, 2, 3 … without gap
	At         time.Time `json:"at"`
	ActorKind  string    `json:"kind"` // officer, superuser
	Actor      string    `json:"actor"`
	ActorName  string    `json:"name"`
	ActorTitle string    `json:"title,omitempty"`
	What       string    `json:"what"`
	Purpose    string    `json:"purpose"`
	Request    string    `json:"request,omitempty"`
	Note       string    `json:"note,omitempty"`
	Resident   string    `json:"resident,omitempty"` // empty: many at once
	Hamlets    string    `json:"hamlets,omitempty"`  // ids with commas; empty: everybody's
	Count      int       `json:"count,omitempty"`    // of residents, where there were many
	Prev       string    `json:"-"`                  // hash of the entry before; empty for the first
	Hash       string    `json:"-"`
}

// Seal is the hash of an entry over all of its content and the hash before it,
// so that no entry can be changed, dropped or slipped in unnoticed.
func (e Entry) Seal() string {
	content, err := json.Marshal([]any{
		e.Seq, e.ID, e.At.UTC().Format(time.RFC3339Nano), e.ActorKind, e.Actor, e.ActorName, e.ActorTitle,
		e.What, e.Purpose, e.Request, e.Note, e.Resident, e.Hamlets, e.Count, e.Prev,
	})
	if err != nil {
		panic(err) // strings, numbers and times always marshal
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Break is the first place where the chain does not hold.
type Break struct {
	Seq int    `json:"seq"`
	Why string `json:"why"`
}

func (b *Break) Error() string { return fmt.Sprintf("entry %d %s", b.Seq, b.Why) }

// link is the end of a chain so far.
type link struct {
	seq  int
	hash string
}

// follow takes the chain one entry on, or says why it cannot.
func (l link) follow(e Entry) (link, *Break) {
	switch {
	case e.Seq != l.seq+1:
		return l, &Break{l.seq + 1, fmt.Sprintf("is missing: the next one is numbered %d", e.Seq)}
	case e.Prev != l.hash:
		return l, &Break{e.Seq, "does not follow the one before it"}
	case e.Hash != e.Seal():
		return l, &Break{e.Seq, "was changed after it was written"}
	}
	return link{e.Seq, e.Hash}, nil
}

// cut keeps a text within so many letters.
func cut(text string, letters int) string {
	text = strings.ToValidUTF8(strings.TrimSpace(text), "")
	if runes := []rune(text); len(runes) > letters {
		return string(runes[:letters])
	}
	return text
}
