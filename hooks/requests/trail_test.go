package requests_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/requests"
)

func (d desk) trail(code, hash string) bool {
	d.t.Helper()
	return d.Do("POST", "/api/requests/trail", map[string]any{"code": code, "hash": hash}, apptest.Guest).Want(200).JSON()["whole"].(bool)
}

func TestAFingerprintOnAReceiptIsFoundAgain(t *testing.T) {
	d := open(t)
	filed := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()
	code, first := filed["code"].(string), filed["last_hash"].(string)
	if !d.trail(requests.ShowReceipt(code), first) || !d.trail(strings.ToLower(code), first[:4]+" "+first[4:8]+" "+first[8:16]) {
		t.Error("the history that was just written is not found")
	}
	d.act(d.HeadOfKaja, filed["id"].(string), "approve").Want(200)
	if !d.trail(code, first[:16]) {
		t.Error("an earlier event is not found once more came")
	}
}

func TestAWrongFingerprintAndAnUnknownReceiptReadTheSame(t *testing.T) {
	d := open(t)
	filed := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()
	code, first := filed["code"].(string), filed["last_hash"].(string)
	for name, asked := range map[string][2]string{
		"another fingerprint": {code, strings.Repeat("0", 64)}, "a short one": {code, first[:15]}, "none": {code, ""},
		"an unknown receipt": {"22222222", first}, "no receipt": {"", first},
		"one that goes on otherwise": {code, first[:16] + "0000"},
	} {
		if d.trail(asked[0], asked[1]) {
			t.Errorf("%s: whole", name)
		}
	}
}

func TestARewrittenHistoryIsNoticed(t *testing.T) {
	for name, statements := range map[string][]string{
		"a note was changed":     {`UPDATE request_events SET note = 'Lain' WHERE request = {:id} AND seq = 2`},
		"an event was taken out": {`DELETE FROM request_events WHERE request = {:id} AND seq = 2`},
		"the end was cut off":    {`DELETE FROM request_events WHERE request = {:id} AND seq = 3`},
		"it was marked as emptied and shortened": {`UPDATE requests SET emptied_on = '2026-01-01' WHERE id = {:id}`,
			`DELETE FROM request_events WHERE request = {:id} AND seq = 3`},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			filed := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()
			d.act(d.HeadOfKaja, filed["id"].(string), "approve").Want(200)
			d.act(d.Officer, filed["id"].(string), "approve").Want(200)
			if !d.trail(filed["code"].(string), filed["last_hash"].(string)) {
				t.Fatal("it was broken before")
			}
			// Somebody with the file itself gets past the triggers.
			for _, statement := range append([]string{"DROP TRIGGER request_events_no_UPDATE", "DROP TRIGGER request_events_no_DELETE"}, statements...) {
				query := d.DB().NewQuery(statement)
				if strings.Contains(statement, "{:id}") {
					query.Bind(dbx.Params{"id": filed["id"]})
				}
				if _, err := query.Execute(); err != nil {
					t.Fatal(err)
				}
			}
			if d.trail(filed["code"].(string), filed["last_hash"].(string)) {
				t.Error("the receipt still says that all is well")
			}
		})
	}
}

// Whoever seals everything anew has a whole chain, and not the one on the receipt.
func TestAHistoryThatWasSealedAnewIsNoticed(t *testing.T) {
	d := open(t)
	filed := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()
	id := filed["id"].(string)
	d.act(d.HeadOfKaja, id, "approve").Want(200)
	events, err := requests.EventsOf(d, id)
	if err != nil {
		t.Fatal(err)
	}
	receipt := events[1].Hash
	events[1].Note = "Lain"
	events[1].Hash = events[1].Seal()
	for _, statement := range []string{"DROP TRIGGER request_events_no_UPDATE",
		"UPDATE request_events SET note = 'Lain', hash = '" + events[1].Hash + "' WHERE request = '" + id + "' AND seq = 2",
		"UPDATE requests SET last_hash = '" + events[1].Hash + "' WHERE id = '" + id + "'"} {
		if _, err := d.DB().NewQuery(statement).Execute(); err != nil {
			t.Fatal(err)
		}
	}
	if d.trail(filed["code"].(string), receipt) || !d.trail(filed["code"].(string), events[1].Hash) {
		t.Error("the receipt does not tell the two histories apart")
	}
}

func TestTryingFingerprintsOfOneReceiptIsStopped(t *testing.T) {
	d := open(t)
	code := d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()["code"].(string)
	for range 40 {
		if d.Do("POST", "/api/requests/trail", map[string]any{"code": code, "hash": strings.Repeat("0", 64)}, apptest.Guest).Status == 429 {
			return
		}
	}
	t.Error("forty tries went through")
}
