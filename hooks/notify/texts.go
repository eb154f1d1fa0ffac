package notify

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Urgency says what a notice may do at night; on Nyepi nothing leaves at all.
type Urgency string

const (
	Normal    Urgency = "normal"    // leaves the house after the quiet hours
	Urgent    Urgency = "urgent"    // the same, and stands out in the list
	Emergency Urgency = "emergency" // leaves at any hour
)

// Text is one notice in both languages, declared beside the rule that causes it:
//
//	var answered = notify.Declare(notify.Text{Key: "report.answered", Group: "reports",
//		ID: "Laporan {code} sudah dijawab.", EN: "Report {code} has an answer."})
//
// It may use the placeholders of [Placeholders] only: what travels by mail,
// WhatsApp or a lock screen names nobody.
type Text struct {
	Key     string // unique in the program
	Group   string // one of [Groups]; empty when each [Notice] brings its own
	ID, EN  string // a sentence or two
	Urgency Urgency
	Within  bool // stays within M-Desa: never by phone, mail or push
}

// Placeholders are all that a text may fill in, each with a sample. None of them
// is about who somebody is.
var Placeholders = map[string]string{
	"code": "K7PM-3Q9W", "number": "470/12/TS/2026", "count": "3", "year": "2026", "amount": "Rp 1.500.000",
	"service": "Surat Keterangan Usaha", "step": "Pemeriksaan kelian", "kind": "Surat", "category": "Jalan",
	"title": "Perbaikan Jalan Kamboja", "title_en": "Repair of Jalan Kamboja", "program": "Perbaikan Jalan Kamboja",
	"place": "Jalan Kamboja", "hamlet": "Banjar Kaja", "unit": "Seksi Pelayanan", "post": "Perbekel", "office": "Desa Taman Sari",
	"due": "24 November 2026 pukul 16.30 WITA", "day": "24 November 2026", "until": "30 November 2026", "period": "November 2026",
	"percent": "50", "reason": "berkas tidak terbaca", "reason_en": "a paper cannot be read", "service_en": "Business certificate",
	"step_en": "Check by the hamlet head", "due_en": "24 November 2026, 16:30 WITA", "day_en": "24 November 2026", "until_en": "30 November 2026",
}

var (
	placeholder = regexp.MustCompile(`\{([a-z_0-9]+)\}`)
	// Sixteen digits, also with a dot, a dash or a blank between them: a NIK or KK.
	identityNumber = regexp.MustCompile(`(?:\d[ .\-]?){15}\d`)

	declared = map[string]Text{}
)

// Declare adds a text and answers with its key. It is meant for package variables
// and panics on what can only be a mistake in the code.
func Declare(text Text) string {
	if _, twice := declared[text.Key]; twice {
		panic("notify: declared twice: " + text.Key)
	}
	if text.Key == "" || text.ID == "" || text.EN == "" {
		panic("notify: incomplete: " + text.Key)
	}
	if _, known := GroupByKey(text.Group); text.Group != "" && !known {
		panic("notify: " + text.Key + " is of a group that is not one of Groups: " + text.Group)
	}
	for _, name := range append(names(text.ID), names(text.EN)...) {
		if _, known := Placeholders[name]; !known {
			panic(fmt.Sprintf("notify: %s fills in {%s}, which is not one of Placeholders", text.Key, name))
		}
	}
	if text.Urgency == "" {
		text.Urgency = Normal
	}
	declared[text.Key] = text
	return text.Key
}

// Texts are all that were declared, by key.
func Texts() []Text {
	all := make([]Text, 0, len(declared))
	for _, text := range declared {
		all = append(all, text)
	}
	slices.SortFunc(all, func(a, b Text) int { return strings.Compare(a.Key, b.Key) })
	return all
}

// In is the text in a language, "en" or Indonesian for anything else, filled in
// once: a value that itself reads "{code}" stays as it is. For {x} English takes
// the value of x_en, where there is one.
func (t Text) In(language string, data map[string]string) string {
	sentence := t.ID
	if language == "en" {
		sentence = t.EN
	}
	return placeholder.ReplaceAllStringFunc(sentence, func(found string) string {
		name := strings.Trim(found, "{}")
		if other, there := data[name+"_en"]; language == "en" && there && other != "" {
			return other
		}
		return data[name]
	})
}

// Typed makes what somebody typed, a title or a place, fit for a notice: one
// short line, with identity numbers taken out.
func Typed(words string) string {
	line := strings.Join(strings.Fields(identityNumber.ReplaceAllString(words, "…")), " ")
	if letters := []rune(line); len(letters) > longestTyped {
		line = strings.TrimSpace(string(letters[:longestTyped])) + "…"
	}
	return line
}

// longestTyped, in letters, is what fits into a line or two of a message.
const longestTyped = 80

func names(sentence string) []string {
	var found []string
	for _, match := range placeholder.FindAllStringSubmatch(sentence, -1) {
		found = append(found, match[1])
	}
	return found
}
