package notify

import (
	"net/mail"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/mailer"

	"mdesa/hooks/office"
)

// sendByMail sends plain text, so that nothing in it can be markup.
func sendByMail(app core.App, d delivery) attempt {
	if d.Mail == "" {
		return attempt{final: true, reason: noAddress}
	}
	if !app.Settings().SMTP.Enabled {
		return attempt{notTried: true, reason: "no mail server", resting: longestRest}
	}
	group, _ := GroupByKey(d.Group)
	name, address := officeOf(app)
	meta := app.Settings().Meta
	closing := "\n\nPesan ini dikirim otomatis. Atur kabar Anda di " + address + settingsPage(d) + ". Petugas tidak pernah meminta kata sandi atau kode Anda."
	if d.Language == "en" {
		closing = "\n\nThis message was sent by the program. Choose what you are told at " + address + settingsPage(d) + ". The office never asks for your password or code."
	}
	text := d.words()
	if d.Link != "" {
		text += "\n\n" + address + d.Link
	}
	err := app.NewMailClient().Send(&mailer.Message{
		From:    mail.Address{Name: name, Address: meta.SenderAddress},
		To:      []mail.Address{{Address: d.Mail}},
		Subject: group.In(d.Language) + " – " + name,
		Text:    text + closing + "\n\n" + name,
		Headers: map[string]string{"Message-ID": "<" + d.ID + "@" + hostOf(meta.SenderAddress) + ">", "Auto-Submitted": "auto-generated"},
	})
	if err != nil {
		return attempt{reason: "the mail server did not take it"}
	}
	return attempt{ok: true}
}

func settingsPage(d delivery) string {
	if d.Officer != "" {
		return "/petugas/profil/kabar"
	}
	return "/profil/kabar"
}

func hostOf(address string) string {
	_, host, _ := strings.Cut(address, "@")
	return host
}

// officeOf is the office's name and where its page is, without a slash at the end.
func officeOf(app core.App) (name, address string) {
	name, address = app.Settings().Meta.AppName, app.Settings().Meta.AppURL
	if current, err := office.Current(app); err == nil {
		name = current.GetString("name")
		if public := current.GetString("public_url"); public != "" {
			address = public
		}
	}
	return name, strings.TrimSuffix(address, "/")
}
