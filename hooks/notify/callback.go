package notify

import (
	"cmp"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

var (
	errNotSigned = fault.New(fault.Unauthenticated, "notice.not_signed",
		"Pesan ini tidak ditandatangani dengan kunci gerbang pesan.",
		"This message is not signed with the gateway's secret.")
	errNotYetKnown = fault.New(fault.NotFound, "notice.not_yet_known",
		"Pesan dengan nomor ini belum dikenal. Kirim lagi sebentar lagi.",
		"No message of this id is known yet. Send this again in a moment.")
	errNotReadable = fault.New(fault.Invalid, "notice.not_readable",
		"Isi pesan tidak dapat dibaca menurut setelan gerbang pesan.",
		"The message cannot be read by the gateway's settings.")
)

// callbackBytes is more than any provider sends.
const callbackBytes = 16 << 10

// came is a callback whose signature was checked.
type came struct {
	gateway Gateway
	hash    string
	values  func(path string) string
}

// takeCallback checks who sends a callback and reads it. Who asks for a gateway
// that is not there, and who signs wrongly, hears the same.
func takeCallback(e *core.RequestEvent) (*came, error) {
	body, err := io.ReadAll(e.Request.Body)
	if err != nil {
		return nil, errNotReadable.Because(err)
	}
	record, err := e.App.FindRecordById("gateways", e.Request.PathValue("id"))
	if err != nil || !record.GetBool("active") {
		return nil, errNotSigned
	}
	gateway := gatewayFrom(record)
	_, address := officeOf(e.App)
	signature := e.Request.Header.Get(cmp.Or(gateway.Header, "X-Signature"))
	if !gateway.isSigned(signature, address+e.Request.URL.RequestURI(), body) {
		return nil, errNotSigned
	}
	values, err := readCallback(e.Request.Header.Get("Content-Type"), body)
	if err != nil {
		return nil, errNotReadable.Because(err)
	}
	sum := sha256.Sum256(append([]byte(e.Request.URL.Path+"\n"), body...))
	return &came{gateway, hex.EncodeToString(sum[:]), values}, nil
}

func readCallback(kind string, body []byte) (func(string) string, error) {
	if strings.HasPrefix(kind, "application/x-www-form-urlencoded") {
		form, err := url.ParseQuery(string(body))
		return form.Get, err
	}
	var content any
	decoder := json.NewDecoder(strings.NewReader(string(body)))
	decoder.UseNumber()
	err := decoder.Decode(&content)
	return func(path string) string { return at(content, path) }, err
}

// seenBefore notes a callback and tells whether it came before: one that somebody
// recorded and sends again changes nothing.
func seenBefore(tx core.App, callback *came) (bool, error) {
	result, err := tx.DB().NewQuery(`INSERT INTO gateway_messages (id, gateway, hash, at) VALUES ({:id}, {:gateway}, {:hash}, {:at}) ON CONFLICT DO NOTHING`).
		Bind(dbx.Params{"id": core.GenerateDefaultRandomId(), "gateway": callback.gateway.ID, "hash": callback.hash, "at": types.NowDateTime().String()}).Execute()
	if err != nil {
		return false, err
	}
	added, err := result.RowsAffected()
	return added == 0, err
}

// deliveryState answers POST /api/notices/gateways/{id}/status, by which a
// provider says what became of a message.
func deliveryState(e *core.RequestEvent) error {
	callback, err := takeCallback(e)
	if err != nil {
		return err
	}
	said := callback.gateway.Callback
	id, state := callback.values(said.ID), callback.values(said.State)
	if id == "" || state == "" {
		return errNotReadable
	}
	err = e.App.RunInTransaction(func(tx core.App) error {
		if seen, err := seenBefore(tx, callback); seen || err != nil {
			return err
		}
		return noteState(tx, callback.gateway, id, state, time.Now())
	})
	if err != nil {
		return err
	}
	wake(e.App)
	return e.JSON(http.StatusOK, map[string]bool{"received": true})
}

// noteState moves a message on: what arrived stays arrived, whatever comes later
// and in whatever order. One that the provider could not deliver goes by the next.
func noteState(tx core.App, gateway Gateway, id, state string, now time.Time) error {
	sent := struct {
		ID       string `db:"id"`
		State    string `db:"state"`
		Attempts int    `db:"attempts"`
		Tried    string `db:"tried"`
		Reply    bool   `db:"reply"`
		Resident string `db:"resident"`
		Purpose  string `db:"purpose"`
	}{}
	err := tx.DB().NewQuery(`SELECT id, state, attempts, COALESCE(tried, '') AS tried, notice = '' AS reply, resident, purpose FROM notice_deliveries
		WHERE (outside_id = {:id} AND outside_id != '' AND gateway = {:gateway}) OR (id = {:id} AND channel = 'phone') LIMIT 1`).
		Bind(dbx.Params{"id": id, "gateway": gateway.ID}).One(&sent)
	if errors.Is(err, sql.ErrNoRows) {
		return errNotYetKnown // its row is written a moment after the provider took it
	}
	if err != nil {
		return err
	}
	set := dbx.Params{}
	arrived, refused := slices.Contains(gateway.Callback.Delivered, state), slices.Contains(gateway.Callback.Failed, state)
	switch {
	case refused && sent.State == Sending:
		return errNotYetKnown // faster than the note that it was sent
	// Also what we gave up or queue once more after no answer came: it was taken all the same.
	case arrived && (sent.State == Sent || sent.State == Sending || sent.Attempts > 0 && (sent.State == Queued || sent.State == Failed)):
		set["state"], set["delivered_at"] = Delivered, stamp(now)
	case refused && sent.State == Sent:
		tried := delivery{TriedJSON: sent.Tried}.tried()
		tried[gateway.ID] += enoughOf
		written, err := json.Marshal(tried)
		if err != nil {
			return err
		}
		set["state"], set["reason"], set["tried"] = Failed, "the provider could not deliver it", string(written)
		gateways, err := gatewaysOf(tx)
		if err != nil {
			return err
		}
		_, wide, err := agrees(tx, sent.Resident, sent.Purpose)
		if err != nil {
			return err
		}
		if !sent.Reply && !everyOneTried(thoseFor(gateways, wide), tried) && sent.Attempts < mostTries {
			set["state"], set["not_before"], set["outside_id"] = Queued, "", ""
		}
	default:
		return nil
	}
	_, err = tx.DB().Update("notice_deliveries", set, dbx.HashExp{"id": sent.ID}).Execute()
	return err
}
