package news_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestWhatNobodySeesIsNotKept(t *testing.T) {
	v := start(t)
	sent := stranger("0812 9999 0001")
	sent["name"], sent["information"] = "Made\u202e\u0007 Arya", "Laporan\u0000 realisasi\u2066\r\n\r\n- APBDes 2025 🌺 \t"
	one := v.asks(apptest.Guest, sent)
	if name, information := one.GetString("name"), one.GetString("information"); name != "Made Arya" || information != "Laporan realisasi\n\n- APBDes 2025 🌺" {
		t.Errorf("kept %q, %q", name, information)
	}
	v.Do("POST", askings, question(map[string]any{"information": "\u0000\u202e\u0007\u0000\u202e\u0007\u0000\u202e\u0007\u0000\u202e\u0007\u0000"}), v.Resident).WantFault(400, "news.asking")
}

func TestARequestWhoseAnswerWasLostIsNotFiledTwice(t *testing.T) {
	v := start(t)
	const id = "sentoncemore000"
	again := stranger("0812 9999 0001")
	again["id"] = id
	first := v.Do("POST", askings, again, apptest.Guest).Want(200).JSON()
	if second := v.Do("POST", askings, again, apptest.Guest).Want(200).JSON(); second["code"] != first["code"] || second["number"] != first["number"] {
		t.Errorf("the second time %v", second)
	}
	// Nobody else is given the receipt for knowing the id.
	other := stranger("0812 9999 0002")
	other["id"] = id
	for _, who := range []*core.Record{apptest.Guest, v.Neighbour, v.Officer} {
		if got := v.Do("POST", askings, other, who); got.Status == 200 || strings.Contains(string(got.Body), first["code"].(string)) {
			t.Errorf("%d %s", got.Status, got.Body)
		}
	}
	own := question(map[string]any{"id": "ofresident00000"})
	mine := v.Do("POST", askings, own, v.Resident).Want(200).JSON()
	if second := v.Do("POST", askings, own, v.Resident).Want(200).JSON(); second["code"] != mine["code"] {
		t.Errorf("the second time %v", second)
	}
	if got := v.Do("POST", askings, own, v.Neighbour); got.Status == 200 {
		t.Errorf("a neighbour got %s", got.Body)
	}
}

// Slips are nobody's tries, guesses are counted by receipt, and what is counted
// does not tell a receipt that exists from one that does not.
func TestGuessingAReceiptIsSlowAndTellsNothing(t *testing.T) {
	v := start(t)
	code := v.asks(apptest.Guest, stranger("081299990001")).GetString("code")
	for _, path := range []string{"status", "answer", "object"} {
		for range 30 {
			v.Do("POST", "/api/information/"+path, map[string]any{"code": "K7QF", "proof": "0001"}, apptest.Guest).WantFault(404, "news.no_receipt")
		}
	}
	answers := func(code string) (answers []string) {
		for i := range 12 {
			path := []string{"status", "answer", "object"}[i%3]
			answers = append(answers, string(v.Do("POST", "/api/information/"+path, map[string]any{"code": code, "proof": fmt.Sprint(1000 + i)}, apptest.Guest).Body))
		}
		return answers
	}
	there, nowhere := answers(code), answers("23456789")
	if !slices.Equal(there, nowhere) || !strings.Contains(there[11], "news.many_checks") || !strings.Contains(there[9], "news.no_receipt") {
		t.Errorf("%q\n%q", there, nowhere)
	}
}
