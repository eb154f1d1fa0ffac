package notify

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

var (
	errChoices = fault.New(fault.Invalid, "notice.choices",
		"Pilihan ini belum dapat disimpan. Perbaiki bagian yang ditandai.",
		"These choices cannot be kept yet. Please mend the marked parts.")
	errQuietHours = fault.New(fault.Invalid, "notice.quiet_hours",
		"Tulis jam seperti 21:00.",
		"Write the hour like 21:00.")
	errLanguage = fault.New(fault.Invalid, "notice.language",
		"Pilih bahasa Indonesia atau Inggris.",
		"Choose Indonesian or English.")
)

// groupChoice is a group on the page of choices.
type groupChoice struct {
	Key      string                   `json:"key"`
	Title    string                   `json:"title"`
	TitleEN  string                   `json:"title_en"`
	Channels map[string]channelChoice `json:"channels"` // those by which it may come at all
}

// channelChoice says whether a group comes by a channel, and if not why: Lacks is
// "consent" (of Purpose), "address", "office" (the office has no such way), or "".
// Renew: the consent is to older words that asked for less.
type channelChoice struct {
	On      bool   `json:"on"`
	Renew   bool   `json:"renew"`
	Lacks   string `json:"lacks"`
	Purpose string `json:"purpose"`
}

// choicesAnswer is everything that a person may set about notices.
type choicesAnswer struct {
	Language  string        `json:"language"`
	QuietFrom string        `json:"quiet_from"` // "21:00"
	QuietTo   string        `json:"quiet_to"`
	NoQuiet   bool          `json:"no_quiet"`
	Groups    []groupChoice `json:"groups"`
	PushKey   string        `json:"push_key"` // the office's public key, for the browser
	Devices   []device      `json:"devices"`
}

type device struct {
	ID     string `db:"id" json:"id"`
	Device string `db:"device" json:"device"` // "Chrome di Android"
	At     string `db:"at" json:"at"`
}

// choices answers GET /api/notices/choices.
func choices(e *core.RequestEvent) error {
	who, err := personOf(e)
	if err != nil {
		return err
	}
	means, err := meansOf(e.App)
	if err != nil {
		return err
	}
	keys, err := pushKeysOf(e.App)
	if err != nil {
		return err
	}
	quiet := who.quiet()
	if who.NoQuiet {
		quiet = usualQuiet
	}
	answer := choicesAnswer{Language: who.Language, QuietFrom: quiet.from(), QuietTo: quiet.to(), NoQuiet: who.NoQuiet, PushKey: keys.Public, Devices: []device{}}
	for _, group := range Groups {
		if group.Staff != (who.Officer != "") {
			continue
		}
		choice, err := choiceOf(e.App, who, group, means)
		if err != nil {
			return err
		}
		answer.Groups = append(answer.Groups, choice)
	}
	owner := ownerField(e.Auth)
	err = e.App.DB().NewQuery(`SELECT p.id, p.device, p.at FROM push_subscriptions p WHERE p.` + owner + ` = {:me} AND ` + loggedIn + ` ORDER BY p.at DESC`).
		Bind(dbx.Params{"me": e.Auth.Id}).All(&answer.Devices)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, answer)
}

func choiceOf(app core.App, who person, group Group, means means) (groupChoice, error) {
	chosen := who.choices()
	choice := groupChoice{Key: group.Key, Title: group.ID, TitleEN: group.EN, Channels: map[string]channelChoice{}}
	for _, channel := range Channels {
		purpose, never := group.Purpose(channel)
		if never {
			continue
		}
		one := channelChoice{On: chosen.wants(group, channel), Purpose: purpose}
		agreed, wide, err := agrees(app, who.Resident, purpose)
		if err != nil {
			return choice, err
		}
		one.Renew = agreed && !wide
		if one.Renew && channel == ByPhone && !means[byWhatsApp] {
			agreed = false
		}
		switch {
		case !means[channel]:
			one.Lacks = "office"
		case channel == ByPhone && International(who.Phone) == "", channel == ByMail && who.Mail == "":
			one.Lacks = "address"
		case !agreed:
			one.Lacks = "consent"
		}
		choice.Channels[channel] = one
	}
	return choice, nil
}

// personOf is the caller, as far as sending goes.
func personOf(e *core.RequestEvent) (person, error) {
	params := dbx.Params{"account": "", "officer": "", "resident": ""}
	params[ownerField(e.Auth)] = e.Auth.Id
	if params["account"] != "" {
		params["resident"] = e.Auth.GetString("resident")
	}
	columns, joins := peopleSQL("w")
	var who person
	err := e.App.DB().NewQuery(`SELECT ` + columns + ` FROM (SELECT {:account} AS account, {:officer} AS officer, {:resident} AS resident) w ` + joins).
		Bind(params).One(&who)
	return who, err
}

// sentChoices is what a person sends; what is missing stays as it was.
type sentChoices struct {
	Channels  Choices `json:"channels"`
	QuietFrom *string `json:"quiet_from"`
	QuietTo   *string `json:"quiet_to"`
	NoQuiet   *bool   `json:"no_quiet"`
	Language  *string `json:"language"`
}

// choose answers PUT /api/notices/choices like GET.
func choose(e *core.RequestEvent) error {
	sent := sentChoices{}
	if err := e.BindBody(&sent); err != nil {
		return errChoices.Because(err)
	}
	if wrong := sent.check(e.Auth.Collection().Name == "officers"); wrong != nil {
		return wrong
	}
	err := e.App.RunInTransaction(func(tx core.App) error {
		if err := keepChoices(tx, e.Auth, sent); err != nil {
			return err
		}
		if sent.Language == nil {
			return nil
		}
		login, err := tx.FindRecordById(e.Auth.Collection(), e.Auth.Id)
		if err != nil {
			return err
		}
		login.Set("language", *sent.Language)
		return tx.Save(login)
	})
	if err != nil {
		return err
	}
	return choices(e)
}

func (s sentChoices) check(staff bool) error {
	problems := errChoices
	for key, channels := range s.Channels {
		group, known := GroupByKey(key)
		if !known || group.Staff != staff {
			problems = problems.At("channels", errChoices)
		}
		for channel := range channels {
			if _, never := group.Purpose(channel); never || !isChannel(channel) {
				problems = problems.At("channels", errChoices)
			}
		}
	}
	for field, hour := range map[string]*string{"quiet_from": s.QuietFrom, "quiet_to": s.QuietTo} {
		if hour == nil {
			continue
		}
		if _, ok := minuteOfDay(*hour); !ok {
			problems = problems.At(field, errQuietHours)
		}
	}
	if s.Language != nil && *s.Language != "id" && *s.Language != "en" {
		problems = problems.At("language", errLanguage)
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	return nil
}

func isChannel(channel string) bool {
	return channel == ByPhone || channel == ByMail || channel == ByPush
}

func keepChoices(tx core.App, auth *core.Record, sent sentChoices) error {
	collection, err := tx.FindCachedCollectionByNameOrId("notice_choices")
	if err != nil {
		return err
	}
	record, err := tx.FindFirstRecordByData(collection, ownerField(auth), auth.Id)
	if err != nil {
		record = core.NewRecord(collection)
		record.Set(ownerField(auth), auth.Id)
	}
	kept := Choices{}
	if !readsAs(record.GetString("channels"), &kept) {
		return errChoices
	}
	for group, channels := range sent.Channels {
		if kept[group] == nil {
			kept[group] = map[string]bool{}
		}
		for channel, on := range channels {
			kept[group][channel] = on
		}
	}
	record.Set("channels", kept)
	for field, hour := range map[string]*string{"quiet_from": sent.QuietFrom, "quiet_to": sent.QuietTo} {
		if hour != nil {
			record.Set(field, *hour)
		}
	}
	if sent.NoQuiet != nil {
		record.Set("no_quiet", *sent.NoQuiet)
	}
	record.Set("updated", types.NowDateTime())
	return tx.Save(record)
}

func (q Quiet) from() string { return hourOf(q.From) }
func (q Quiet) to() string   { return hourOf(q.To) }

func hourOf(minute int) string {
	return string([]byte{
		'0' + byte(minute/600), '0' + byte(minute/60%10), ':', '0' + byte(minute%60/10), '0' + byte(minute%10),
	})
}
